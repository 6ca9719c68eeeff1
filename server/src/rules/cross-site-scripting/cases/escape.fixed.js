const express = require('express');
const escapeHtml = require('escape-html');
const app = express();

app.get('/hello', (req, res) => {
  res.send(`<h1>Hello, ${escapeHtml(req.query.name)}</h1>`); // finds cross-site-scripting
});

app.get('/search', (req, res) => {
  const { q } = req.query;
  let page = '<ul>';
  page += '<li title="' + escapeHtml(q) + '">' + escapeHtml(q) + '</li>';
  res.send(page + '</ul>'); // finds cross-site-scripting
});

app.get('/plain', (req, res) => {
  res.type('html').send(escapeHtml(req.query.text)); // finds cross-site-scripting
});

// Escaping for HTML does not help in these places.
app.get('/script', (req, res) => {
  res.send(`<script>const name = "${req.query.name}";</script>`); // finds cross-site-scripting
});
app.get('/link', (req, res) => {
  res.send(`<a href="${escapeHtml(/^(?:https?:\/)?\//i.test(req.query.to) ? req.query.to : '#')}">on</a>`); // finds cross-site-scripting
});
app.get('/unquoted', (req, res) => {
  res.send(`<input value=${req.query.text}>`); // finds cross-site-scripting
});
