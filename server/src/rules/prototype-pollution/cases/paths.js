const _ = require('lodash');
const express = require('express');
const app = express();

app.post('/1', (req, res) => {
  _.merge({}, defaults, req.body); // finds prototype-pollution (warning)
  _.merge({}, defaults, { name: req.body.name });
  _.set(settings, req.body.path, 1); // finds prototype-pollution (warning)
  _.set(settings, 'path', req.body.value);
  settings[req.body.a][req.body.b] = 1; // finds prototype-pollution (warning)
  settings[req.body.a] = 1;
  rows[0][req.body.b] = 1;
});

function setByPath(object, path, value) {
  const keys = path.split('.');
  const last = keys.pop();
  for (const key of keys) {
    object = object[key]; // finds prototype-pollution (warning)
  }
  object[last] = value;
}

function setSafely(object, path, value) {
  const keys = path.split('.');
  const last = keys.pop();
  for (const key of keys) {
    if (key === '__proto__') return;
    object = object[key];
  }
  object[last] = value;
}

function getByPath(object, keys) {
  for (const key of keys) object = object[key];
  return object;
}
