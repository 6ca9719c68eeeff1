const express = require('express');
const mysql = require('mysql2');
const sqlite3 = require('sqlite3').verbose();
const Database = require('better-sqlite3');
const { Client } = require('pg');
const app = express();
const db = mysql.createConnection({ host: 'localhost' });
const lite = new sqlite3.Database(':memory:');
const bs = new Database('a.db');

app.get('/1', (req, res) => {
  db.query('SELECT * FROM t WHERE a = ?', [req.query.a], (err, rows) => res.json(rows)); // finds sql-injection
});
app.get('/2', (req, res) => {
  lite.all(`SELECT * FROM t WHERE a = ?`, [req.query.a], (err, rows) => res.json(rows)); // finds sql-injection
});
app.get('/3', (req, res) => {
  lite.get('SELECT * FROM t WHERE a = ? AND b = ?', [req.query.a, req.params.b], (err, rows) => res.json(rows)); // finds sql-injection
});
app.get('/4', (req, res) => {
  const stmt = bs.prepare(`SELECT * FROM t WHERE a = ?`); // finds sql-injection
  res.json(stmt.all(req.query.a));
});
app.get('/5', (req, res) => {
  const params = [];
  let sql = 'SELECT * FROM t WHERE 1=1';
  if (req.query.a) { params.push(req.query.a); sql += ` AND a = ?`; }
  db.query(sql, params, (e, r) => res.json(r)); // finds sql-injection
});
app.get('/6', (req, res) => {
  const sql = ['SELECT * FROM t', "WHERE a = '" + req.query.a + "'"].join(' ');
  db.query(sql, (e, r) => res.json(r)); // finds sql-injection
});
function build(a) { return `SELECT * FROM t WHERE a = ?`; }
app.get('/7', (req, res) => {
  db.query(build(req.query.a), [req.query.a], (e, r) => res.json(r)); // finds sql-injection
});
app.get('/8', (req, res) => {
  const ids = req.query.ids.split(',');
  db.query(`SELECT * FROM t WHERE id IN (?)`, [ids], (e, r) => res.json(r)); // finds sql-injection
});
app.get('/9', (req, res) => {
  const ids = req.query.ids.split(',');
  db.query(`SELECT * FROM t WHERE id IN (${ids.map(() => '?').join(',')})`, ids, (e, r) => res.json(r));
});
app.get('/10', (req, res) => {
  const ids = req.query.ids.split(',').map(Number);
  db.query(`SELECT * FROM t WHERE id IN (${ids.join(',')})`, (e, r) => res.json(r));
});
app.get('/11', (req, res) => {
  const cols = { name: 'name', price: 'price' };
  const col = cols[req.query.sort] || 'name';
  db.query(`SELECT * FROM t ORDER BY ${col}`, (e, r) => res.json(r));
});
app.get('/12', (req, res) => {
  const sort = ['name', 'price'].includes(req.query.sort) ? req.query.sort : 'name';
  db.query(`SELECT * FROM t ORDER BY ${sort}`, (e, r) => res.json(r));
});
app.get('/13', (req, res) => {
  const dir = req.query.dir === 'desc' ? 'DESC' : 'ASC';
  db.query('SELECT * FROM t ORDER BY a ' + dir, (e, r) => res.json(r));
});
app.get('/14', (req, res) => {
  const limit = parseInt(req.query.limit, 10) || 10;
  db.query(`SELECT * FROM t LIMIT ${limit}`, (e, r) => res.json(r));
});
app.get('/15', (req, res) => {
  const { sort } = req.query;
  if (!['a', 'b'].includes(sort)) return res.status(400).end();
  db.query(`SELECT * FROM t ORDER BY ${sort}`, (e, r) => res.json(r));
});
app.get('/16', async (req, res) => {
  const client = new Client();
  const r = await client.query({ text: `SELECT * FROM t WHERE a = $1`, values: [req.query.a] }); // finds sql-injection
  res.json(r);
});
app.get('/17', async (req, res) => {
  const sql = "SELECT * FROM t WHERE a = " + db.escape(req.query.a);
  db.query(sql, (e, r) => res.json(r));
});
app.get('/18', (req, res) => {
  const where = [];
  const params = [];
  if (req.query.a) { where.push('a = ?'); params.push(req.query.a); }
  db.query(`SELECT * FROM t ${where.length ? 'WHERE ' + where.join(' AND ') : ''}`, params, (e, r) => res.json(r));
});
app.get('/19', (req, res) => {
  const params = [];
  const where = [];
  if (req.query.a) { params.push(req.query.a); where.push(`a = ?`); }
  db.query(`SELECT * FROM t WHERE ${where.join(' AND ')}`, params, (e, r) => res.json(r)); // finds sql-injection
});
app.get('/20', (req, res) => {
  const set = Object.keys(req.body).map((k) => `${k} = ?`).join(', ');
  db.query(`UPDATE t SET ${set} WHERE id = 1`, Object.values(req.body), (e, r) => res.json(r)); // finds sql-injection (warning)
});
app.get('/21', (req, res) => {
  db.query('SELECT * FROM t WHERE a = ?', [req.query.a], function (err, rows) { // finds sql-injection
    res.json(rows);
  });
});
app.post('/22', (req, res) => {
  const { a, b } = req.body;
  db.execute('INSERT INTO t (a, b) VALUES (?, ?)', [a, b], (e) => res.end()); // finds sql-injection
});
app.get('/23', (req, res) => {
  db.query("SELECT * FROM t WHERE a LIKE ?", [`%${req.query.q}%`], (e, r) => res.json(r)); // finds sql-injection
});
app.get('/24', (req, res) => {
  lite.serialize(() => {
    lite.run("DELETE FROM t WHERE a = ?", [req.body.a]); // finds sql-injection
    lite.each(`SELECT * FROM t WHERE a = ?`, [req.body.a], (err, row) => {}); // finds sql-injection
  });
});
app.get('/25', (req, res) => {
  db.query("SELECT * FROM t WHERE a = '".concat(req.query.a, "'"), (e, r) => res.json(r)); // finds sql-injection
});
app.get('/26', (req, res) => {
  const a = req.query.a.replace(/'/g, "''");
  db.query("SELECT * FROM t WHERE a = ?", [a], (e, r) => res.json(r)); // finds sql-injection
});
app.get('/27', (req, res) => {
  const id = +req.params.id;
  db.query('SELECT * FROM t WHERE id = ' + id, (e, r) => res.json(r));
});
app.get('/28', (req, res) => {
  if (!/^\d+$/.test(req.params.id)) return res.sendStatus(400);
  db.query('SELECT * FROM t WHERE id = ' + req.params.id, (e, r) => res.json(r));
});
app.get('/29', (req, res) => {
  const id = Number(req.params.id);
  if (Number.isNaN(id)) return res.sendStatus(400);
  db.query(`SELECT * FROM t WHERE id = ${id}`, (e, r) => res.json(r));
});
app.get('/30', (req, res) => {
  switch (req.query.sort) {
    case 'a': case 'b': break;
    default: return res.sendStatus(400);
  }
  db.query(`SELECT * FROM t ORDER BY ${req.query.sort}`, (e, r) => res.json(r));
});
app.get('/31', (req, res, next) => {
  const opts = { table: 'users', id: req.query.id };
  db.query(`SELECT * FROM ${opts.table}`, next);
  db.query(`SELECT * FROM t WHERE id = ${opts.id}`, next); // finds sql-injection
});
app.route('/32').get((req, res) => {
  db.query(`SELECT * FROM t WHERE id = ?`, [req.query.id]); // finds sql-injection
});
const handler = async (req, res) => {
  const [rows] = await db.promise().query(`SELECT * FROM t WHERE id = ?`, [req.query.id]); // finds sql-injection
};
app.get('/33', handler);
db.getConnection((err, connection) => {
  app.get('/34', (req, res) => {
    connection.query(`SELECT * FROM t WHERE id = ${req.query.id}`); // finds sql-injection
  });
});
app.use(express.json());
app.listen(3000);
