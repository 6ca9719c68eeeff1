const express = require('express');
const { Pool } = require('pg');
const app = express();
const pool = new Pool();
app.get('/a', async (req, res) => {
  const where = [];
  if (req.query.name) where.push(`name ILIKE '%${req.query.name}%'`);
  if (req.query.min) {
    where.push('price >= ' + req.query.min);
  }
  const sql = `SELECT * FROM t${where.length ? ' WHERE ' + where.join(' AND ') : ''} ORDER BY id`;
  res.json(await pool.query(sql)); // finds sql-injection
});
app.get('/b', async (req, res) => {
  const where = ['1 = 1'];
  if (req.query.name) where.push(`name = '${req.query.name}'`);
  res.json(await pool.query(`SELECT * FROM t WHERE ${where.join(' AND ')}`)); // finds sql-injection
});
