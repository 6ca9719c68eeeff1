import express from 'express';
import mysql from 'mysql2/promise';
import pg from 'pg';
import Database from 'better-sqlite3';
import sqlite3 from 'sqlite3';

const app = express();
const my = mysql.createPool({ uri: process.env.DATABASE_URL });
const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL });
const db = new Database(process.env.DB_FILE ?? 'app.db');
const lite = new sqlite3.Database('app.db');
const table = 'products';
const sortable = new Map([['name', 'name'], ['price', 'unit_price']]);
const directions = Object.freeze({ asc: 'ASC', desc: 'DESC' });

const findUser = db.prepare('SELECT id, name FROM users WHERE name = ?');

function page(query) {
  const size = Math.min(Number.parseInt(query.size ?? '20', 10), 100);
  return `LIMIT ${size}`;
}

app.get('/users/:name', (req, res) => res.json(findUser.get(req.params.name)));
app.get('/search', async (req, res) => {
  const [rows] = await my.execute('SELECT * FROM products WHERE name LIKE ?', [`%${req.query.q}%`]);
  res.json(rows);
});
app.get('/sorted', async (req, res) => {
  const column = sortable.get(req.query.sort) ?? 'name';
  const direction = directions[req.query.direction] ?? 'ASC';
  const { rows } = await pool.query(`SELECT * FROM ${table} ORDER BY ${column} ${direction} ${page(req.query)}`);
  res.json(rows);
});
app.get('/many', async (req, res) => {
  const ids = String(req.query.ids).split(',');
  const marks = ids.map((_, i) => `$${i + 1}`).join(', ');
  const { rows } = await pool.query(`SELECT * FROM products WHERE id IN (${marks})`, ids);
  res.json(rows);
});
app.get('/any', async (req, res) => {
  const { rows } = await pool.query('SELECT * FROM products WHERE id = ANY($1)', [req.query.ids.split(',')]);
  res.json(rows);
});
app.get('/filtered', async (req, res) => {
  const conditions = [];
  const values = [];
  for (const key of ['name', 'color']) {
    if (req.query[key] === undefined) continue;
    values.push(req.query[key]);
    conditions.push(`${key} = $${values.length}`);
  }
  const where = conditions.length > 0 ? `WHERE ${conditions.join(' AND ')}` : '';
  const { rows } = await pool.query(`SELECT * FROM products ${where}`, values);
  res.json(rows);
});
app.get('/columns', async (req, res) => {
  const columns = req.query.columns.split(',').filter((name) => ['id', 'name'].includes(name));
  const { rows } = await pool.query(`SELECT ${columns.join(', ')} FROM products`);
  res.json(rows);
});
app.post('/users', (req, res, next) => {
  lite.run('INSERT INTO users (name) VALUES (?)', [req.body.name], (err) => (err ? next(err) : res.end()));
});
app.use((req, res) => res.status(404).send(`No page ${encodeURIComponent(req.path)}`));
app.listen(process.env.PORT);
