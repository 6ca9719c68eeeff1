const express = require('express');
const vm = require('vm');
const app = express();
app.get('/a', (req, res) => {
  res.json(eval(req.query.data)); // finds code-injection
});
app.get('/b', (req, res) => {
  res.json(eval('(' + req.query.data + ')')); // finds code-injection
});
app.get('/c', (req, res) => {
  setTimeout('log("' + req.query.text + '")', 100); // finds code-injection
  res.end();
});
app.get('/d', (req, res) => {
  const run = new Function('x', `return x.${req.query.field}`); // finds code-injection
  res.json(run({ name: 'a' }));
});
app.get('/e', (req, res) => {
  res.json(vm.runInNewContext(`add(${req.query.number})`, { add })); // finds code-injection
});
