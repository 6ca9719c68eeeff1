const express = require('express');
const jwt = require('jsonwebtoken');
const app = express();

app.get('/1', (req, res) => {
  let claims;
  try {
    claims = jwt.verify(req.headers.authorization, process.env.JWT_SECRET, { algorithms: ['HS256'] }); // finds jwt-unverified
  } catch {
    return res.status(401).send('Not logged in');
  }
  const checked = jwt.decode(res.locals.token); // finds jwt-unverified (warning)
});
app.get('/2', (req, res) => {
  const { header } = jwt.decode(req.headers.authorization, { complete: true });
  const claims = jwt.verify(req.headers.authorization, keyOf(header.kid), { algorithms: ['RS256'] });
});
app.get('/3', (req, res) => {
  jwt.verify(req.query.token, key, { algorithms: ['HS256'] }); // finds jwt-unverified
  jwt.verify(req.query.token, key, { algorithms: allowed });
  jwt.verify(req.query.token, key);
});
