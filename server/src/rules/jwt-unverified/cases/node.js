const express = require('express');
const jwt = require('jsonwebtoken');
const app = express();

app.get('/1', (req, res) => {
  const claims = jwt.decode(req.headers.authorization); // finds jwt-unverified
  const checked = jwt.decode(res.locals.token); // finds jwt-unverified (warning)
});
app.get('/2', (req, res) => {
  const { header } = jwt.decode(req.headers.authorization, { complete: true });
  const claims = jwt.verify(req.headers.authorization, keyOf(header.kid), { algorithms: ['RS256'] });
});
app.get('/3', (req, res) => {
  jwt.verify(req.query.token, key, { algorithms: ['none'] }); // finds jwt-unverified
  jwt.verify(req.query.token, key, { algorithms: allowed });
  jwt.verify(req.query.token, key);
});
