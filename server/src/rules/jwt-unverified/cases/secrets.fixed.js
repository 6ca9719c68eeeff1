const express = require('express');
const jwt = require('jsonwebtoken');
const app = express();
const accessKey = process.env.ACCESS_KEY;
const refreshKey = process.env.REFRESH_KEY;

const issue = (sub) => jwt.sign({ sub }, accessKey, { expiresIn: '15m' });
const renew = (sub) => jwt.sign({ sub }, refreshKey, { expiresIn: '7d' });

app.get('/me', (req, res) => {
  let claims;
  try {
    claims = jwt.verify(req.headers.authorization, accessKey, { algorithms: ['HS256'] }); // finds jwt-unverified
  } catch {
    return res.status(401).send('Not logged in');
  }
  res.json({ name: claims.sub });
});
