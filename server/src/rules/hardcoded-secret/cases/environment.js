const express = require('express');
const session = require('express-session');
const jwt = require('jsonwebtoken');
const mysql = require('mysql2');

const app = express();
const signingKey = 'kX9w2LmQ7rT4vB8n'; // finds hardcoded-secret (warning)
const db = mysql.createPool({ host: 'db', user: 'shop', password: 'h7Gk2-qLw9xZ' }); // finds hardcoded-secret (warning)

app.use(session({ secret: 'keyboard cat', resave: false, cookie: { secure: true, sameSite: 'lax' } })); // finds hardcoded-secret

app.post('/login', (req, res) => {
  res.json({ token: jwt.sign({ id: req.user.id }, 'shhhh', { expiresIn: '1h' }) }); // finds hardcoded-secret
});

app.post('/renew', (req, res) => {
  res.json({ token: jwt.sign({ id: req.user.id }, signingKey, { expiresIn: '1h' }) }); // finds hardcoded-secret
});

module.exports = { app, db };
