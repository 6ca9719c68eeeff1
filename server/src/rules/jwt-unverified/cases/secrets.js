const express = require('express');
const jwt = require('jsonwebtoken');
const app = express();
const accessKey = process.env.ACCESS_KEY;
const refreshKey = process.env.REFRESH_KEY;

const issue = (sub) => jwt.sign({ sub }, accessKey, { expiresIn: '15m' });
const renew = (sub) => jwt.sign({ sub }, refreshKey, { expiresIn: '7d' });

app.get('/me', (req, res) => {
  const claims = jwt.decode(req.headers.authorization); // finds jwt-unverified
  res.json({ name: claims.sub });
});
