const express = require('express');

const app = express();
const failures = new Map();

app.post('/login', (req, res) => {
  const { email } = req.body;
  const before = failures.get(email) ?? 0;
  if (before >= 5) return res.sendStatus(429);
  failures.set(email, before + 1);
  res.sendStatus(logIn(req) ? 204 : 401);
});
