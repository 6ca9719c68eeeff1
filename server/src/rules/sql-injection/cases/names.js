const express = require('express');
const { Pool } = require('pg');

const app = express();
const pool = new Pool();

app.get('/sorted', async (req, res) => {
  const { sort, direction, table } = req.query;
  await pool.query(`SELECT * FROM products ORDER BY ${sort} ${direction}`); // finds sql-injection
  await pool.query('SELECT * FROM ' + table + " WHERE name = '" + req.query.name + "'"); // finds sql-injection
  res.json(await pool.query(`SELECT * FROM products ORDER BY ${req.query.sort} LIMIT ${req.query.n}`)); // finds sql-injection
});

app.get('/whole', async (req, res) => {
  await pool.query(req.query.sql); // finds sql-injection
  await pool.query('ALTER USER shop PASSWORD ' + req.query.password); // finds sql-injection
  res.end();
});
