const express = require('express');
const fs = require('fs');
const path = require('path');
const helmet = require('helmet');
const app = express();
app.use(helmet());
const dir = path.join(__dirname, 'files');
app.get('/a', (req, res) => {
  fs.readFile(path.join(dir, path.basename(req.query.name)), 'utf8', (error, text) => res.send(text)); // finds path-traversal
});
app.get('/b', (req, res) => {
  const { name } = req.query;
  const file = path.join(dir, 'sub', path.basename(name));
  res.sendFile(file); // finds path-traversal
});
app.get('/c', (req, res) => {
  res.sendFile(`${dir}/${path.basename(req.params.name)}.pdf`); // finds path-traversal
});
app.get('/d', (req, res) => {
  const name = req.query.name;
  fs.createReadStream(dir + '/' + path.basename(name)).pipe(res); // finds path-traversal
});
app.get('/e', (req, res) => {
  const givenPath = req.query.path;
  if (!['home', 'about'].includes(givenPath)) {
    return res.status(400).send('Unknown page');
  }
  res.render(`tpl.${givenPath}`, { foo: 1 }); // finds path-traversal
});
app.get('/f', (req, res) => {
  res.download(path.basename(req.query.file)); // finds path-traversal
});
app.get('/g', (req, res) => {
  const name = req.query.name;
  if (!['home', 'about'].includes(name)) {
    return res.status(400).send('Unknown page');
  }
  require('./plugins/' + name); // finds path-traversal
});
