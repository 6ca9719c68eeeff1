const express = require('express');
const app = express();

app.get('/a', (req, res) => {
  const found = new RegExp('^' + req.query.name); // finds regex-injection (warning)
  const whole = new RegExp(req.query.pattern); // finds regex-injection (warning)
  res.json(names.filter((name) => found.test(name) || whole.test(name)));
});
