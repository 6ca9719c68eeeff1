const express = require('express');
const escapeHtml = require('escape-html');
const app = express();

app.get('/a/:id', (req, res) => {
  res.send('<b>' + req.params.id + '</b>'); // finds cross-site-scripting
});
app.get('/b', (req, res) => {
  res.send(req.query.name); // finds cross-site-scripting
});
app.get('/c', (req, res) => {
  res.send({ name: req.query.name });
});
app.get('/d', (req, res) => {
  res.send(req.query);
});
app.get('/e', (req, res) => {
  res.type('text').send(req.query.name);
});
app.get('/f', (req, res) => {
  res.send(`<b>${escapeHtml(req.query.name)}</b>`);
});
app.get('/g', (req, res) => {
  res.send(`<b>${Number(req.query.page)}</b>`);
});
app.get('/h', (req, res) => {
  const clean = String(req.query.name).replace(/&/g, '&amp;').replace(/</g, '&lt;');
  res.send('<b>' + clean + '</b>');
});
app.get('/i', (req, res) => {
  res.json({ html: '<b>' + req.query.name + '</b>' });
});
app.get('/j', async (req, res) => {
  res.send(await find(req.query.name));
});
app.get('/k', (req, res) => {
  const names = { a: 'Ada', b: 'Bea' };
  res.send(names[req.query.name]);
});
app.get('/l', (req, res) => {
  if (!/^\w+$/.test(req.query.name)) return res.sendStatus(400);
  res.send('<b>' + req.query.name + '</b>');
});
app.get('/m', (req, res) => {
  res.set({ 'Content-Type': 'text/markdown' });
  res.send('# ' + req.query.name);
});
