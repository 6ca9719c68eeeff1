const express = require('express');
const fs = require('fs');
const path = require('path');
const helmet = require('helmet');
const app = express();
app.use(helmet());
const dir = path.join(__dirname, 'files');
app.get('/a', (req, res) => {
  fs.readFile(path.join(dir, req.query.name), 'utf8', (error, text) => res.send(text)); // finds path-traversal
});
app.get('/b', (req, res) => {
  const { name } = req.query;
  const file = path.join(dir, 'sub', name);
  res.sendFile(file); // finds path-traversal
});
app.get('/c', (req, res) => {
  res.sendFile(`${dir}/${req.params.name}.pdf`); // finds path-traversal
});
app.get('/d', (req, res) => {
  const name = req.query.name;
  fs.createReadStream(dir + '/' + name).pipe(res); // finds path-traversal
});
app.get('/e', (req, res) => {
  res.render(`tpl.${req.query.path}`, { foo: 1 }); // finds path-traversal
});
app.get('/f', (req, res) => {
  res.download(req.query.file); // finds path-traversal
});
app.get('/g', (req, res) => {
  require('./plugins/' + req.query.name); // finds path-traversal
});
