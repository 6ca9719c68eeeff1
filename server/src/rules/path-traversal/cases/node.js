const express = require('express');
const fs = require('fs');
const path = require('path');
const app = express();
const root = path.resolve('files');

app.get('/a', (req, res) => {
  fs.readFile(req.query.name, () => res.end()); // finds path-traversal
});
app.get('/b', (req, res) => {
  fs.readFile(path.join(root, req.query.name), () => res.end()); // finds path-traversal
});
app.get('/c', (req, res) => {
  fs.readFile(path.join(root, path.basename(req.query.name)), () => res.end());
});
app.get('/d', (req, res) => {
  const file = path.resolve(root, req.query.name);
  if (!file.startsWith(root + path.sep)) return res.sendStatus(403);
  fs.readFile(file, () => res.end());
});
app.get('/e', (req, res) => {
  fs.readFile(`files/${Number(req.query.id)}.json`, () => res.end());
});
app.get('/f', (req, res) => {
  res.sendFile(req.query.name, { root });
});
app.get('/g', (req, res) => {
  res.sendFile(root + '/' + req.query.name); // finds path-traversal
});
app.get('/h', (req, res) => {
  res.json({ there: fs.existsSync(path.join(root, req.query.name)) }); // finds path-traversal (hint)
});
app.get('/i', (req, res) => {
  if (!/^(@[\w-]+\/)?theme-[\w-]+$/.test(req.query.name)) return res.sendStatus(400);
  fs.readFile(path.join(root, req.query.name), () => res.end());
});
app.get('/j', (req, res) => {
  if (!/^theme-.*$/.test(req.query.name)) return res.sendStatus(400);
  fs.readFile(path.join(root, req.query.name), () => res.end()); // finds path-traversal
});

exports.read = (name) => fs.readFileSync(path.join(root, name));

function storeUpload(fileName, content) {
  fs.writeFile(fileName, content, () => {}); // finds path-traversal (hint)
}

function readSettings(settingsPath) {
  return fs.readFileSync(settingsPath, 'utf8');
}

app.get('/pack/:name', (req, res) => {
  pack(path.join(root, req.params.name), res); // finds path-traversal (hint)
  pack(path.join(root, path.basename(req.params.name)), res);
  const known = path.resolve(root, req.params.name);
  fs.readFile(known, () => res.end()); // finds path-traversal (error)
});
