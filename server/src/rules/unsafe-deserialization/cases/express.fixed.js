const express = require('express');
const serialize = require('node-serialize');
const app = express();
app.post('/a', (req, res) => {
  const order = JSON.parse(req.body.order); // finds unsafe-deserialization
  res.json({ total: order.total });
});
