const express = require('express');
const { Pool } = require('pg');
const app = express();
const pool = new Pool();
app.get('/a', async (req, res) => {
  const params = [];
  const where = [];
  if (req.query.name) { params.push(`%${req.query.name}%`); where.push(`name ILIKE $${params.length}`); }
  if (req.query.min) {
    params.push(req.query.min);
    where.push('price >= $' + params.length);
  }
  const sql = `SELECT * FROM t${where.length ? ' WHERE ' + where.join(' AND ') : ''} ORDER BY id`;
  res.json(await pool.query(sql, params)); // finds sql-injection
});
app.get('/b', async (req, res) => {
  const params = [];
  const where = ['1 = 1'];
  if (req.query.name) { params.push(req.query.name); where.push(`name = $${params.length}`); }
  res.json(await pool.query(`SELECT * FROM t WHERE ${where.join(' AND ')}`, params)); // finds sql-injection
});
