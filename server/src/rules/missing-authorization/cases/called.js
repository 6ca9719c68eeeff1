const express = require('express');
const { Pool } = require('pg');

const app = express();
const pool = new Pool();

async function ownPost(request) {
  const found = await pool.query('SELECT * FROM posts WHERE id = $1', [request.params.id]);
  if (found.rows[0]?.writer !== request.session.writer) throw new Forbidden();
  return found.rows[0];
}

async function anyPost(request) {
  const found = await pool.query('SELECT * FROM posts WHERE id = $1', [request.params.id]);
  return found.rows[0];
}

app.delete('/posts/:id', async (request, response) => {
  const { id } = await ownPost(request);
  await pool.query('DELETE FROM posts WHERE id = $1', [id]);
  response.sendStatus(204);
});

app.delete('/drafts/:id', async (request, response) => { // finds missing-authorization (hint)
  const { id } = await anyPost(request);
  await pool.query('DELETE FROM drafts WHERE id = $1', [id]);
  response.sendStatus(204);
});
