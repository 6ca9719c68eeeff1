// The search page of a blog, with Express and PostgreSQL.
const express = require('express');
const { Pool } = require('pg');

const app = express();
const pool = new Pool();

app.get('/posts', async (request, response) => {
  const title = request.query.title;
  const result = await pool.query("SELECT id, title FROM posts WHERE title = '" + title + "'");
  response.json(result.rows);
});

app.listen(3000);

// Your task
// The query above is put together from text that a visitor sent. Put the cursor on the
// marked place, open the light bulb (Ctrl+. or Cmd+.), apply the fix, and save.
