const express = require('express');
const jwt = require('jsonwebtoken');
const simple = require('jwt-simple');
const app = express();
const key = process.env.TOKEN_KEY;

app.post('/login', (req, res) => {
  res.send(jwt.sign({ sub: req.body.name }, key, { algorithm: 'HS512', expiresIn: '15m' }));
});
app.get('/me', async (req, res) => {
  let claims;
  try {
    claims = jwt.verify(req.headers.authorization, key, { algorithms: ['HS512'] }); // finds jwt-unverified
  } catch {
    return res.status(401).send('Not logged in');
  }
  res.json({ name: claims.sub });
});
app.get('/id', async (req, res) => {
  let claims;
  try {
    claims = jwt.verify(req.cookies.token, key, { complete: false, algorithms: ['HS512'] }); // finds jwt-unverified
  } catch {
    return res.status(401).send('Not logged in');
  }
  const { sub } = claims;
  res.json({ name: sub });
});
app.get('/old', (req, res) => {
  try {
    const claims = simple.decode(req.query.token, key, false, 'HS512'); // finds jwt-unverified
    res.json({ name: claims.sub });
  } catch (error) {
    res.status(401).end();
  }
});
