const express = require('express');
const axios = require('axios');
const http = require('http');
const app = express();
app.get('/a', async (req, res) => {
  const answer = await fetch(req.query.url); // finds server-side-request-forgery
  res.json(await answer.json());
});
app.get('/b', async (req, res) => {
  const { url } = req.query;
  const { data } = await axios.get(url, { timeout: 1000 }); // finds server-side-request-forgery
  res.json(data);
});
app.get('/c', async (req, res) => {
  const answer = await axios({ method: 'get', url: `http://${req.query.host}/status` }); // finds server-side-request-forgery
  res.json(answer.data);
});
app.get('/d', (req, res) => {
  http.get({ hostname: req.query.host, path: '/' }, (answer) => answer.pipe(res)); // finds server-side-request-forgery
});
app.get('/e', async (req, res) => {
  const answer = await fetch(`https://api.example.com/users/${req.params.id}`); // finds server-side-request-forgery (hint)
  res.json(await answer.json());
});
app.get('/f', async (req, res) => {
  const answer = await fetch(new URL(req.query.url)); // finds server-side-request-forgery
  res.json(await answer.json());
});
