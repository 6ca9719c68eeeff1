const fs = require('node:fs');
const { DatabaseSync } = require('node:sqlite');
const bcrypt = require('bcryptjs');
const express = require('express');

const app = express();
app.use(express.json());

// Every start begins with no members.
fs.rmSync('users.db', { force: true });
const db = new DatabaseSync('users.db');
db.exec('CREATE TABLE users (id INTEGER PRIMARY KEY, email TEXT UNIQUE, password_hash TEXT)');

app.post('/signup', async (request, response) => {
  const { email, password } = request.body;
  if (typeof email !== 'string' || typeof password !== 'string' || password.length < 8) {
    response.status(400).json({ error: 'Send an email and a password of at least 8 characters.' });
    return;
  }
  const hash = await bcrypt.hash(password, 12);
  db.prepare('INSERT INTO users (email, password_hash) VALUES (?, ?)').run(email, hash);
  response.status(201).json({ email });
});

app.post('/login', async (request, response) => {
  const { email, password } = request.body;
  const user = db.prepare('SELECT email, password_hash FROM users WHERE email = ?').get(String(email));
  if (user === undefined || !(await bcrypt.compare(String(password), user.password_hash))) {
    response.status(401).json({ error: 'The email or the password is wrong.' });
    return;
  }
  response.json({ email: user.email });
});

const port = process.env.PORT ?? 3000;
app.listen(port, '127.0.0.1', () => console.log(`Listening on http://127.0.0.1:${port}`));
