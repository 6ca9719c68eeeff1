// Sign-up and login of a shop, with Express and PostgreSQL.
// To run it: npm install express pg bcrypt, then node passwords.js (needs a PostgreSQL
// database)
const express = require('express');
const { Pool } = require('pg');

const app = express();
app.use(express.json());
const pool = new Pool();

app.post('/signup', async (req, res) => {
  const email = req.body.email;
  await pool.query('INSERT INTO users (email, password) VALUES ($1, $2)', [
    email,
    req.body.password,
  ]);
  res.sendStatus(201);
});

app.post('/login', async (req, res) => {
  const result = await pool.query('SELECT id, password FROM users WHERE email = $1', [
    req.body.email,
  ]);
  const user = result.rows[0];
  if (!user || user.password !== req.body.password) {
    res.status(401).json({ error: 'The email or the password is wrong.' });
    return;
  }
  res.json({ id: user.id });
});

app.listen(3000, () => {
  console.log('Listening on http://localhost:3000');
});

// Your task
// Whoever sees this table can read every password. Put the cursor on the first marked place,
// open the light bulb (Ctrl+. or Cmd+.) and let bcrypt hash the password. Do the same at the
// second place, where bcrypt compares, and save. What was stored before is no hash:
// those passwords have to be hashed once, too.
