const express = require('express');
const { Pool } = require('pg');

const app = express();
const pool = new Pool();

function product(body) {
  const { name, price } = body ?? {};
  if (typeof name !== 'string' || !Number.isInteger(price)) throw new BadRequest();
  return { name, price };
}

function fields(body) {
  const { name, price } = body;
  return { name, price };
}

app.post('/products', async (req, res) => {
  const { name, price } = product(req.body);
  await pool.query('INSERT INTO products (name, price) VALUES ($1, $2)', [name, price]);
  res.sendStatus(201);
});

app.post('/notes', async (req, res) => {
  const { name, price } = fields(req.body);
  await pool.query('INSERT INTO notes (name, price) VALUES ($1, $2)', [name, price]); // finds unvalidated-input (hint)
  res.sendStatus(201);
});
