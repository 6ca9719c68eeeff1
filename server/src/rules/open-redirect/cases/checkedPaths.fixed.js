const express = require('express');
const app = express();

app.get('/a', (req, res) => {
  const next = req.query.next;
  if (!/^\/([^/\\\s]|$)/.test(next)) {
    return res.status(400).send('This address is not allowed');
  }
  res.redirect(next); // finds open-redirect
});

app.get('/b', async (req, res) => {
  const back = req.query.back || '/';
  if (!/^\/([^/\\\s]|$)/.test(back)) {
    return res.status(400).send('This address is not allowed');
  }
  res.redirect(302, back); // finds open-redirect
});

app.get('/c', (req, res) => res.redirect(/^\/([^/\\\s]|$)/.test(req.query.to) ? req.query.to : '/')); // finds open-redirect

app.get('/d', (req, res) => {
  const target = '/' + req.query.page;
  if (!/^\/([^/\\\s]|$)/.test(target)) {
    return res.status(400).send('This address is not allowed');
  }
  res.redirect(target); // finds open-redirect
});

app.get('/e', (req, res) => {
  const host = req.query.host;
  if (!['app.example.com'].includes(host)) {
    return res.status(400).send('This address is not allowed');
  }
  res.redirect(`https://${host}/start`); // finds open-redirect
});
