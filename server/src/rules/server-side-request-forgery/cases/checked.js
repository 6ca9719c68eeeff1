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

async function statusOf(url) {
  const answer = await fetch(url); // finds server-side-request-forgery
  return answer.status;
}

app.get('/behind', async (req, res) => {
  if (!isPartner(req.query.url)) return res.sendStatus(400);
  res.json({ status: await statusOf(req.query.url) });
});

app.get('/unchecked', async (req, res) => {
  res.json({ status: await statusOf(req.query.url) });
});

async function sizeOf(url) {
  const answer = await fetch(url);
  return (await answer.text()).length;
}

app.get('/size', async (req, res) => {
  if (!isPartner(req.query.url)) return res.sendStatus(400);
  res.json({ size: await sizeOf(req.query.url) });
});
