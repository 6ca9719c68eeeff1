const express = require('express');
const { Pool } = require('pg');
const app = express();
const pool = new Pool();
function byName(name) {
  return `SELECT * FROM t WHERE name = '${name}'`;
}
const run = (sql) => pool.query(sql); // finds sql-injection
function all(text, done) { return pool.query(text, done); } // finds sql-injection (hint)
app.get('/a', async (req, res) => {
  res.json(await pool.query(byName(req.query.name))); // finds sql-injection
});
app.get('/b', async (req, res) => {
  res.json(await run("SELECT * FROM t WHERE a = '" + req.query.a + "'"));
  res.json(await run('SELECT 1'));
});
