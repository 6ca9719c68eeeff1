const express = require('express');
const axios = require('axios');
const http = require('http');
const app = express();
app.get('/a', async (req, res) => {
  const url = req.query.url;
  if (!URL.canParse(url) || !['api.example.com'].includes(new URL(url).hostname)) {
    return res.status(400).send('This host is not allowed');
  }
  const answer = await fetch(url); // finds server-side-request-forgery
  res.json(await answer.json());
});
app.get('/b', async (req, res) => {
  const { url } = req.query;
  if (!URL.canParse(url) || !['api.example.com'].includes(new URL(url).hostname)) {
    return res.status(400).send('This host is not allowed');
  }
  const { data } = await axios.get(url, { timeout: 1000 }); // finds server-side-request-forgery
  res.json(data);
});
app.get('/c', async (req, res) => {
  const host = req.query.host;
  if (!['api.example.com'].includes(host)) {
    return res.status(400).send('This host is not allowed');
  }
  const answer = await axios({ method: 'get', url: `http://${host}/status` }); // finds server-side-request-forgery
  res.json(answer.data);
});
app.get('/d', (req, res) => {
  const host = req.query.host;
  if (!['api.example.com'].includes(host)) {
    return res.status(400).send('This host is not allowed');
  }
  http.get({ hostname: host, path: '/' }, (answer) => answer.pipe(res)); // finds server-side-request-forgery
});
app.get('/e', async (req, res) => {
  const answer = await fetch(`https://api.example.com/users/${encodeURIComponent(req.params.id)}`); // finds server-side-request-forgery (hint)
  res.json(await answer.json());
});
app.get('/f', async (req, res) => {
  const url = req.query.url;
  if (!URL.canParse(url) || !['api.example.com'].includes(new URL(url).hostname)) {
    return res.status(400).send('This host is not allowed');
  }
  const answer = await fetch(new URL(url)); // finds server-side-request-forgery
  res.json(await answer.json());
});
