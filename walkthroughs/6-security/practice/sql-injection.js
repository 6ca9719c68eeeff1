// The order pages of a shop, with Express and PostgreSQL.
// To run it: npm install express pg, then node sql-injection.js (needs a PostgreSQL database)
const express = require('express');
const { Pool } = require('pg');

const app = express();
const pool = new Pool();

app.get('/orders', async (request, response) => {
  const email = request.query.email;
  const sql = "SELECT id, total, status FROM orders WHERE email = '" + email + "' ORDER BY id";
  const result = await pool.query(sql);
  response.json(result.rows);
});

app.get('/orders/:id', async (request, response) => {
  const result = await pool.query(`SELECT id, total, status FROM orders WHERE id = ${request.params.id}`);
  if (result.rows.length === 0) {
    response.status(404).json({ error: 'There is no order with this number.' });
    return;
  }
  response.json(result.rows[0]);
});

app.listen(3000, () => {
  console.log('Listening on http://localhost:3000');
});

// Your task
// Both queries are put together from text that a visitor sent. Put the cursor on a marked
// place, open the light bulb (Ctrl+. or Cmd+.), apply the fix, and save. Then read how the
// value travels now: $1 in the query, the value in a list beside it.
