const express = require('express');
const session = require('express-session');
const jwt = require('jsonwebtoken');
const mysql = require('mysql2');

const app = express();
const signingKey = process.env.SIGNING_KEY; // finds hardcoded-secret (warning)
const db = mysql.createPool({ host: 'db', user: 'shop', password: process.env.APP_PASSWORD }); // finds hardcoded-secret (warning)

app.use(session({ secret: process.env.SESSION_SECRET, resave: false, cookie: { secure: true, sameSite: 'lax' } })); // finds hardcoded-secret

app.post('/login', (req, res) => {
  res.json({ token: jwt.sign({ id: req.user.id }, process.env.JWT_SECRET, { expiresIn: '1h' }) }); // finds hardcoded-secret
});

app.post('/renew', (req, res) => {
  res.json({ token: jwt.sign({ id: req.user.id }, signingKey, { expiresIn: '1h' }) }); // finds hardcoded-secret
});

module.exports = { app, db };
