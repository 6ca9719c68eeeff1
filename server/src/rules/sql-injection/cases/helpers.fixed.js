const express = require('express');
const { Pool } = require('pg');
const app = express();
const pool = new Pool();
function byName(name) {
  return `SELECT * FROM t WHERE name = $1`;
}
const run = (sql, params = []) => pool.query(sql, params); // finds sql-injection
function all(text, done) { return pool.query(text, done); } // finds sql-injection (hint)
app.get('/a', async (req, res) => {
  res.json(await pool.query(byName(req.query.name), [req.query.name])); // finds sql-injection
});
app.get('/b', async (req, res) => {
  res.json(await run("SELECT * FROM t WHERE a = $1", [req.query.a]));
  res.json(await run('SELECT 1'));
});
