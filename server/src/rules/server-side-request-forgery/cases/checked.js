const express = require('express');
const app = express();
const partners = process.env.PARTNERS.split(',');

const isPartner = (text) => partners.includes(new URL(text).origin);
const isShort = (text) => text.length < 200;

app.get('/before', async (req, res) => {
  const { origin } = new URL(req.query.url);
  if (!partners.includes(origin)) return res.sendStatus(400);
  const answer = await fetch(req.query.url);
  res.json({ status: answer.status });
});

app.get('/function', async (req, res) => {
  if (!isPartner(req.query.url)) return res.sendStatus(400);
  const answer = await fetch(req.query.url);
  res.json({ status: answer.status });
});

app.get('/elsewhere', async (req, res) => {
  if (!isShort(req.query.url)) return res.sendStatus(400);
  const answer = await fetch(req.query.url); // finds server-side-request-forgery
  res.json({ status: answer.status });
});

app.get('/twice', async (req, res) => {
  const { origin } = new URL(req.query.url);
  const isAllowed = partners.some((partner) => partner === origin);
  if (!isAllowed) return res.sendStatus(400);
  const answer = await fetch(req.query.url);
  res.json({ status: answer.status });
});
