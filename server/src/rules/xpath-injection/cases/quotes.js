const express = require('express');
const xpath = require('xpath');

const app = express();

app.get('/users', (req, res) => {
  const name = req.query.name.replaceAll("'", '');
  res.json(xpath.select(`//user[@name='${name}']`, users));
  const both = req.query.name.replace(/['"]/g, '');
  res.json(xpath.select(`//user[@name='${both}']`, users));
  const first = req.query.name.replace("'", '');
  res.json(xpath.select(`//user[@name='${first}']`, users)); // finds xpath-injection
});
