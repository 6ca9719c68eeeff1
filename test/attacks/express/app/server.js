const { exec } = require('node:child_process');
const fs = require('node:fs');
const path = require('node:path');
const cors = require('cors');
const express = require('express');
const jwt = require('jsonwebtoken');

const data = process.env.DATABASE_URL ? require('./data/postgres') : require('./data/sqlite');

const app = express();
app.use(cors({ origin: true, credentials: true }));
app.use(express.json());

app.get('/products', async (req, res) => {
  res.json(await data.findProducts(req.query.search));
});

app.get('/hello', (req, res) => {
  res.send(`<!doctype html><h1>Hello, ${req.query.name}</h1>`);
});

app.get('/count', (req, res) => {
  exec(`wc -c ${req.query.file}`, { cwd: process.env.FILES }, (error, stdout) => {
    if (error) return res.status(400).send('That did not work.');
    res.type('text').send(stdout);
  });
});

app.get('/files', (req, res) => {
  const file = path.join(process.env.FILES, req.query.name);
  fs.readFile(file, 'utf8', (error, text) => {
    if (error) return res.status(404).send('There is no such file.');
    res.type('text').send(text);
  });
});

app.get('/go', (req, res) => {
  res.redirect(req.query.to);
});

app.get('/preview', async (req, res) => {
  const response = await fetch(req.query.url);
  res.type('text').send(await response.text());
});

app.post('/register', async (req, res) => {
  const { name, password } = req.body;
  await data.addUser(name, password, 'user');
  res.status(201).json({ name });
});

app.post('/login', async (req, res) => {
  const { name, password } = req.body;
  const user = await data.findUser(name);
  if (!user || user.password !== password) {
    return res.status(401).json({ error: 'Wrong name or password.' });
  }
  const token = jwt.sign({ sub: user.name, role: user.role }, process.env.JWT_SECRET, { expiresIn: '1h' });
  res.cookie('session', token);
  res.json({ token });
});

function readToken(req) {
  const token = (req.headers.authorization || '').replace('Bearer ', '');
  return jwt.decode(token);
}

app.get('/admin', (req, res) => {
  const claims = readToken(req);
  if (!claims || claims.role !== 'admin') return res.status(403).json({ error: 'Not allowed.' });
  res.json({ message: `Welcome, ${claims.sub}` });
});

app.get('/profile', async (req, res) => {
  const claims = readToken(req);
  const user = claims && (await data.findUser(claims.sub));
  if (!user) return res.status(401).json({ error: 'Log in first.' });
  res.json({ name: user.name, bio: user.bio });
});

app.post('/profile', async (req, res) => {
  const claims = readToken(req);
  const user = claims && (await data.findUser(claims.sub));
  if (!user) return res.status(401).json({ error: 'Log in first.' });
  Object.assign(user, req.body);
  await data.saveUser(user);
  res.json({ name: user.name, bio: user.bio });
});

data.open().then(() => {
  app.listen(process.env.PORT, process.env.HOST);
});
