const express = require('express');
const libxmljs = require('libxmljs');
const app = express();
app.post('/a', (req, res) => {
  res.send(libxmljs.parseXml(req.body, { noent: false, noblanks: true }).root().name()); // finds xml-external-entities
});
app.post('/b', (req, res) => {
  const options = { noent: false };
  const document = libxmljs.parseXml(req.body, options); // finds xml-external-entities
  res.json({ errors: document.errors.length });
});
