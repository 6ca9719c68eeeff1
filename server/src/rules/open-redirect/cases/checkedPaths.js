const express = require('express');
const app = express();

app.get('/a', (req, res) => {
  res.redirect(req.query.next); // finds open-redirect
});

app.get('/b', async (req, res) => {
  const back = req.query.back || '/';
  res.redirect(302, back); // finds open-redirect
});

app.get('/c', (req, res) => res.redirect(req.query.to)); // finds open-redirect

app.get('/d', (req, res) => {
  res.redirect('/' + req.query.page); // finds open-redirect
});

app.get('/e', (req, res) => {
  res.redirect(`https://${req.query.host}/start`); // finds open-redirect
});
