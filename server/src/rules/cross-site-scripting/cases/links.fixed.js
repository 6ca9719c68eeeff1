const express = require('express');
const escapeHtml = require('escape-html');
const app = express();

app.get('/a', (req, res) => {
  res.send(`<a href="${escapeHtml(/^(?:https?:\/)?\//i.test(req.query.to) ? req.query.to : '#')}">Go on</a>`); // finds cross-site-scripting (error)
});
