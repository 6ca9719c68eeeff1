// Accounts for a shop: register, log in, and (your task) log out.
// To run it: npm install express express-session pg bcrypt, set SESSION_SECRET and PGDATABASE,
// with CREATE TABLE users (id serial PRIMARY KEY, email text UNIQUE NOT NULL, password text NOT NULL);
const express = require('express');
const session = require('express-session');
const { Pool } = require('pg');

const app = express();
const pool = new Pool();

app.use(express.json());
app.use(
  session({
    secret: process.env.SESSION_SECRET,
    resave: false,
    saveUninitialized: false,
    cookie: { httpOnly: true, sameSite: 'lax', secure: 'auto' },
  }),
);

app.post('/register', async (req, res) => {
  const { email, password } = req.body;
  await pool.query('INSERT INTO users (email, password) VALUES ($1, $2)', [email, password]);
  res.status(201).json({ email });
});

app.post('/login', async (req, res, next) => {
  const result = await pool.query("SELECT id, password FROM users WHERE email = '" + req.body.email + "'");
  const user = result.rows[0];
  if (!user || user.password !== req.body.password) {
    return res.status(401).json({ error: 'The email or the password is wrong.' });
  }
  req.session.regenerate((error) => {
    if (error) return next(error);
    req.session.userId = user.id;
    res.json({ id: user.id });
  });
});

app.listen(3000, '127.0.0.1', () => console.log('http://localhost:3000'));

// Your task
// 1. Apply the quick fixes to the three findings.
// 2. Add the route POST /logout, which calls req.session.destroy and answers with status 204. Save.
