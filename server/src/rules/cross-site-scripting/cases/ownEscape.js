const express = require('express');

const app = express();

const marks = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escapeHtml(text) {
  let escaped = '';
  for (const letter of text) escaped += marks[letter] ?? letter;
  return escaped;
}

function shout(text) {
  let loud = '';
  for (const letter of text) loud += letter.toUpperCase();
  return loud;
}

app.get('/a', (req, res) => {
  res.send(`<p>${escapeHtml(req.query.name)}</p>`);
  res.send(`<p>${shout(req.query.name)}</p>`); // finds cross-site-scripting
});
