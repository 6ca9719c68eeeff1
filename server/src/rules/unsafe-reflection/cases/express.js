const express = require('express');
const handlers = require('./handlers');
const app = express();
app.get('/a', (req, res) => {
  res.json(handlers[req.params.name](req.query)); // finds unsafe-reflection (warning)
});
