const express = require('express');
const vm = require('vm');
const app = express();
app.get('/a', (req, res) => {
  res.json(JSON.parse(req.query.data)); // finds code-injection
});
app.get('/b', (req, res) => {
  res.json(JSON.parse(req.query.data)); // finds code-injection
});
app.get('/c', (req, res) => {
  setTimeout(() => log(req.query.text), 100); // finds code-injection
  res.end();
});
app.get('/d', (req, res) => {
  const field = req.query.field;
  if (!['first', 'second'].includes(field)) {
    return res.status(400).send('Unknown value');
  }
  const run = new Function('x', `return x.${field}`); // finds code-injection
  res.json(run({ name: 'a' }));
});
app.get('/e', (req, res) => {
  const number = req.query.number;
  if (!['first', 'second'].includes(number)) {
    return res.status(400).send('Unknown value');
  }
  res.json(vm.runInNewContext(`add(${number})`, { add })); // finds code-injection
});
