const express = require('express');
const handlers = require('./handlers');
const app = express();
app.get('/a', (req, res) => {
  const name = req.params.name;
  if (!Object.hasOwn(handlers, name)) {
    return res.status(400).send('Unknown name');
  }
  res.json(handlers[name](req.query)); // finds unsafe-reflection (warning)
});
