const express = require('express');
const app = express();

app.get('/a', (req, res) => res.redirect(req.query.next)); // finds open-redirect
app.get('/b', (req, res) => res.redirect('/' + req.query.next)); // finds open-redirect
app.get('/c', (req, res) => res.redirect('/users/' + req.query.next));
app.get('/d', (req, res) => res.redirect(301, `https://shop.example.com/${req.query.next}`));
app.get('/e', (req, res) => res.redirect(`https://${req.query.host}/`)); // finds open-redirect
app.get('/f', (req, res) => res.redirect(req.get('Referrer') || '/'));
app.get('/g', (req, res) => res.redirect(req.originalUrl + '/'));
app.get('/h', (req, res) => res.redirect(req.query.next || '/')); // finds open-redirect
app.get('/i', (req, res) => {
  if (!['/a', '/b'].includes(req.query.next)) return res.sendStatus(400);
  res.redirect(req.query.next);
});
app.get('/j', (req, res) => {
  const next = String(req.query.next);
  if (/^\/[^/\\]/.test(next)) return res.redirect(next);
  if (/^\//.test(next)) return res.redirect(next); // finds open-redirect
  if (/^https:\/\/shop\.example\.com\//.test(next)) return res.redirect(next);
  if (/^https:\/\/shop\.example\.com/.test(next)) return res.redirect(next); // finds open-redirect
  res.redirect('/');
});
app.get('/k', (req, res) => {
  const target = new URL(req.query.next, 'https://shop.example.com');
  if (target.host === 'shop.example.com') return res.redirect(target.href);
  res.redirect('/');
});
