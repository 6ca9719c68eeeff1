const express = require('express');
const _ = require('lodash');
const app = express();
const settings = { theme: 'dark', size: 1 };
const items = {};
app.post('/a', (req, res) => {
  _.merge(settings, req.body); // finds prototype-pollution (warning)
  res.json({ theme: settings.theme, size: settings.size });
});
app.post('/b', (req, res) => {
  items[req.body.group][req.body.name] = req.body.text; // finds prototype-pollution (warning)
  res.end();
});
function set(object, path, value) {
  const keys = path.split('.');
  const last = keys.pop();
  for (const key of keys) {
    object = object[key]; // finds prototype-pollution (warning)
  }
  object[last] = value;
}
module.exports = { set };
