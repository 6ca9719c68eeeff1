const express = require('express');
const axios = require('axios');
const http = require('http');
const app = express();

app.get('/a', async (req, res) => {
  const q = req.query.q;
  await fetch(q); // finds server-side-request-forgery
  await fetch(`https://api.example.com/users/${q}`); // finds server-side-request-forgery (hint)
  await fetch(`https://api.example.com/users/${encodeURIComponent(q)}`);
  await fetch(`https://api.example.com/users?q=${q}`);
  await fetch(`${process.env.API}/users/${q}`); // finds server-side-request-forgery (hint)
  await fetch('https://api.example.com' + q); // finds server-side-request-forgery
  await axios.get('https://api.example.com/', { params: { q } });
  await fetch(process.env.API + req.url); // finds server-side-request-forgery (hint)
  await axios({ url: q, method: 'get' }); // finds server-side-request-forgery
  await axios({ url: 'https://api.example.com/', data: { q } });
  http.get({ host: q, path: '/' }, () => {}); // finds server-side-request-forgery
  http.get({ host: 'inventory', path: '/items/' + q }, () => {});
  res.end();
});

exports.load = (url) => fetch(url);
