const express = require('express');
const app = express();
const words = /^(\w+(?:\s\w+)*\s?)?$/; // finds redos
const other = /^(\w+(?:\s\w+)*\s?)?$/; // finds redos (warning)
const fine = /^\w+(\s\w+)*$/;

app.get('/a', (req, res) => {
  words.test(req.query.name);
  fine.test(req.query.name);
  req.query.name.match(/(a)*$/); // finds redos
  req.query.name.replace(/(a|b)*c/g, '');
  res.end();
});
exports.check = (text) => other.test(text);
