const express = require('express');
const crypto = require('crypto');
const bcrypt = require('bcrypt');
const { createHash } = require('crypto');
const { Pool } = require('pg');
const pool = new Pool();
const app = express();

app.post('/1', async (req, res) => {
  const { name, password } = req.body;
  await pool.query('INSERT INTO users (name, password) VALUES ($1, $2)', [name, password]); // finds plaintext-password
});
app.post('/2', async (req, res) => {
  const { name, password } = req.body;
  const hash = await bcrypt.hash(password, 12);
  await pool.query('INSERT INTO users (name, password) VALUES ($1, $2)', [name, hash]);
});
app.post('/3', async (req, res) => {
  const { name, password } = req.body;
  const { rows } = await pool.query('SELECT * FROM users WHERE name = $1', [name]);
  const user = rows[0];
  if (user.password === password) res.json(user); // finds plaintext-password
  if (password !== user.password) res.end(); // finds plaintext-password
  if (!user || user.password != req.body.password) return res.status(401).end(); // finds plaintext-password
});
app.post('/4', (req, res) => {
  const hash = crypto.createHash('md5').update(req.body.password).digest('hex'); // finds weak-password-hash
  const h2 = createHash('sha256').update(req.body.password + 'salt').digest('hex'); // finds weak-password-hash
  const hasher = crypto.createHash('sha1');
  hasher.update(req.body.password); // finds weak-password-hash
  const etag = crypto.createHash('md5').update(req.url).digest('hex');
});
app.post('/5', (req, res) => {
  const { password, confirmPassword, password2 } = req.body;
  if (password !== confirmPassword) return res.status(400).end();
  if (req.body.password !== req.body.passwordConfirm) return res.status(400).end();
  if (password === password2) return res.status(400).end();
  if (password === '') return res.end();
  if (password.length < 8) return res.end();
  if (typeof password !== 'string') return res.end();
});
app.post('/6', async (req, res) => {
  const user = { name: req.body.name, password: req.body.password };
  await pool.query('INSERT INTO users (name, password) VALUES ($1, $2)', [user.name, user.password]); // finds plaintext-password
});
app.post('/7', async (req, res) => {
  const { rows } = await pool.query('SELECT * FROM users WHERE name = $1 AND password = $2', [req.body.name, req.body.password]); // finds plaintext-password
});
app.post('/8', async (req, res) => {
  const u = await pool.query('SELECT * FROM users WHERE name = $1', [req.body.name]);
  if (await bcrypt.compare(req.body.password, u.rows[0].password)) res.end();
  if (process.env.ADMIN_PASSWORD === req.body.password) res.end();
});
const { scrypt } = require('crypto');
app.post('/9', (req, res) => {
  scrypt(req.body.password, salt, 64, (err, key) => {
    pool.query('INSERT INTO users (password) VALUES ($1)', [key.toString('hex')]);
  });
  bcrypt.hash(req.body.password, 10, (err, password) => {
    pool.query('INSERT INTO users (password) VALUES ($1)', [password]);
  });
  bcrypt.hash(req.body.password, 10).then((password) => pool.query('INSERT INTO users (password) VALUES ($1)', [password]));
});
app.post('/10', async (req, res) => {
  req.body.password = await bcrypt.hash(req.body.password, 10);
  await pool.query('INSERT INTO users (password) VALUES ($1)', [req.body.password]);
  let { password } = req.body;
  password = await bcrypt.hash(password, 10);
  await pool.query('INSERT INTO users (password) VALUES ($1)', [password]);
  const hashedPassword = await hashPassword(req.body.password);
  await pool.query('INSERT INTO users (password) VALUES ($1)', [hashedPassword]);
});
