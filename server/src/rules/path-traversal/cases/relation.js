const fs = require('node:fs');
const path = require('node:path');
const express = require('express');
const app = express();
const folder = path.resolve('reports');

app.get('/relative', (request, response) => {
  const file = path.resolve(folder, String(request.query.name));
  const relative = path.relative(folder, file);
  if (relative.startsWith('..') || path.isAbsolute(relative)) return response.sendStatus(403);
  response.send(fs.readFileSync(file, 'utf8'));
});

app.get('/there', (request, response) => {
  const file = path.resolve(folder, String(request.query.name));
  if (file.length > 200) return response.sendStatus(404);
  response.send(fs.readFileSync(file, 'utf8')); // finds path-traversal
});
