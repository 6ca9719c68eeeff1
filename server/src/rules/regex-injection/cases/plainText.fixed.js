const express = require('express');
const app = express();

app.get('/a', (req, res) => {
  const found = new RegExp('^' + String(req.query.name).replace(/[.*+?^${}()|[\]\\]/g, '\\$&')); // finds regex-injection (warning)
  const whole = new RegExp(String(req.query.pattern).replace(/[.*+?^${}()|[\]\\]/g, '\\$&')); // finds regex-injection (warning)
  res.json(names.filter((name) => found.test(name) || whole.test(name)));
});
