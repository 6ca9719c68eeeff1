const express = require('express');
const { Pool } = require('pg');

const app = express();
const pool = new Pool();

app.get('/sorted', async (req, res) => {
  const { sort, direction, table } = req.query;
  const sortColumn = ['id', 'name'].includes(sort) ? sort : 'id';
  const allowedDirection = String(direction).toLowerCase() === 'desc' ? 'DESC' : 'ASC';
  await pool.query(`SELECT * FROM products ORDER BY ${sortColumn} ${allowedDirection}`); // finds sql-injection
  const allowedTable = ['users', 'orders'].includes(table) ? table : 'users';
  await pool.query('SELECT * FROM ' + allowedTable + " WHERE name = $1", [req.query.name]); // finds sql-injection
  const allowedColumn = ['id', 'name'].includes(req.query.sort) ? req.query.sort : 'id';
  res.json(await pool.query(`SELECT * FROM products ORDER BY ${allowedColumn} LIMIT $1`, [req.query.n])); // finds sql-injection
});

app.get('/whole', async (req, res) => {
  await pool.query(req.query.sql); // finds sql-injection
  await pool.query('ALTER USER shop PASSWORD ' + req.query.password); // finds sql-injection
  res.end();
});
