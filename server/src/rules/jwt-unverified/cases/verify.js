const express = require('express');
const jwt = require('jsonwebtoken');
const simple = require('jwt-simple');
const app = express();
const key = process.env.TOKEN_KEY;

app.post('/login', (req, res) => {
  res.send(jwt.sign({ sub: req.body.name }, key, { algorithm: 'HS512', expiresIn: '15m' }));
});
app.get('/me', async (req, res) => {
  const claims = jwt.decode(req.headers.authorization); // finds jwt-unverified
  res.json({ name: claims.sub });
});
app.get('/id', async (req, res) => {
  const { sub } = jwt.decode(req.cookies.token, { complete: false }); // finds jwt-unverified
  res.json({ name: sub });
});
app.get('/old', (req, res) => {
  try {
    const claims = simple.decode(req.query.token, key, true); // finds jwt-unverified
    res.json({ name: claims.sub });
  } catch (error) {
    res.status(401).end();
  }
});
