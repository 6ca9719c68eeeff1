const express = require('express');
const serialize = require('node-serialize');
const app = express();
app.post('/a', (req, res) => {
  const order = serialize.unserialize(req.body.order); // finds unsafe-deserialization
  res.json({ total: order.total });
});
