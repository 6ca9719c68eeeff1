const express = require('express');
const _ = require('lodash');
const app = express();
const settings = { theme: 'dark', size: 1 };
const items = {};
app.post('/a', (req, res) => {
  _.merge(settings, { theme: req.body.theme }); // finds prototype-pollution (warning)
  res.json({ theme: settings.theme, size: settings.size });
});
app.post('/b', (req, res) => {
  const group = req.body.group;
  if (['__proto__', 'constructor', 'prototype'].includes(group)) {
    return res.status(400).send('This key is not allowed');
  }
  const name = req.body.name;
  if (['__proto__', 'constructor', 'prototype'].includes(name)) {
    return res.status(400).send('This key is not allowed');
  }
  items[group][name] = req.body.text; // finds prototype-pollution (warning)
  res.end();
});
function set(object, path, value) {
  const keys = path.split('.');
  const last = keys.pop();
  for (const key of keys) {
    if (['__proto__', 'constructor', 'prototype'].includes(key)) {
      throw new Error('This key is not allowed');
    }
    object = object[key]; // finds prototype-pollution (warning)
  }
  object[last] = value;
}
module.exports = { set };
