const express = require('express');
const app = express();

app.get('/hello', (req, res) => {
  res.send(`<h1>Hello, ${req.query.name}</h1>`); // finds cross-site-scripting
});

app.get('/search', (req, res) => {
  const { q } = req.query;
  let page = '<ul>';
  page += '<li title="' + q + '">' + q + '</li>';
  res.send(page + '</ul>'); // finds cross-site-scripting
});

app.get('/plain', (req, res) => {
  res.type('html').send(req.query.text); // finds cross-site-scripting
});

// Escaping for HTML does not help in these places.
app.get('/script', (req, res) => {
  res.send(`<script>const name = "${req.query.name}";</script>`); // finds cross-site-scripting
});
app.get('/link', (req, res) => {
  res.send(`<a href="${req.query.to}">on</a>`); // finds cross-site-scripting
});
app.get('/unquoted', (req, res) => {
  res.send(`<input value=${req.query.text}>`); // finds cross-site-scripting
});
