const express = require('express');
const xpath = require('xpath');

const app = express();

app.get('/users', (req, res) => {
  res.json(xpath.select(`//user[@name='${req.query.name}']`, users)); // finds xpath-injection
  const expression = "//user[@name='" + req.query.name + "']";
  res.json(xpath.select1(expression, users)); // finds xpath-injection
});
