const express = require('express');
const xpath = require('xpath');

const app = express();

app.get('/users', (req, res) => {
  res.json(xpath.parse(`//user[@name=$name]`).select({ node: users, variables: { name: req.query.name } })); // finds xpath-injection
  const expression = "//user[@name=$name]";
  res.json(xpath.parse(expression).select1({ node: users, variables: { name: req.query.name } })); // finds xpath-injection
});
