const express = require('express');
const cors = require('cors');
const http = require('node:http');
const app = express();

app.use(cors()); // finds permissive-cors (warning)
app.use(cors({ origin: '*' })); // finds permissive-cors (warning)
app.use(cors({ origin: true, credentials: true })); // finds permissive-cors
app.use(cors({ origin: ['https://a.example', '*'] })); // finds permissive-cors (warning)
app.use(cors({ origin: 'https://a.example' }));
app.use(cors({ origin: ['https://a.example'] }));
app.use(cors({ origin: /\.example\.com$/ }));
app.use(cors({ origin: /.*/ })); // finds permissive-cors (warning)
app.use(cors({ origin: process.env.ORIGINS.split(',') }));
app.use(cors({ origin: process.env.ORIGIN || '*' })); // finds permissive-cors (warning)
app.use(cors({ origin: (origin, cb) => cb(null, true) })); // finds permissive-cors (warning)
app.use(cors({ origin: (origin, cb) => cb(null, allowed.includes(origin)) }));
app.use(cors({ origin(origin, callback) { if (list.indexOf(origin) !== -1) callback(null, true); else callback(new Error('no')); } }));
app.use(cors({ origin: (origin, cb) => cb(null, origin) })); // finds permissive-cors (warning)
const opts = { origin: '*' };
app.use(cors(opts)); // finds permissive-cors (warning)
app.options('*', cors()); // finds permissive-cors (warning)
app.use((req, res, next) => {
  res.header('Access-Control-Allow-Origin', '*'); // finds permissive-cors (warning)
  res.setHeader('Access-Control-Allow-Origin', req.headers.origin); // finds permissive-cors (warning)
  res.set({ 'Access-Control-Allow-Origin': '*', Vary: 'Origin' }); // finds permissive-cors (warning)
  res.set('Access-Control-Allow-Origin', 'https://a.example');
  next();
});
const allowed = ['https://a.example', 'https://b.example'];
app.use((req, res, next) => {
  const origin = req.headers.origin;
  if (allowed.includes(origin)) {
    res.setHeader('Access-Control-Allow-Origin', origin);
    res.setHeader('Vary', 'Origin');
  }
  const { origin: o2 } = req.headers;
  if (allowed.indexOf(o2) !== -1) res.setHeader('Access-Control-Allow-Origin', o2);
  if (allowed.indexOf(o2) > -1) res.setHeader('Access-Control-Allow-Origin', o2);
  if (allowed.indexOf(o2) >= 0) res.setHeader('Access-Control-Allow-Origin', o2);
  const set = new Set(allowed);
  if (set.has(o2)) res.setHeader('Access-Control-Allow-Origin', o2);
  const ok = allowed.includes(o2);
  if (ok) res.setHeader('Access-Control-Allow-Origin', o2);
  const found = allowed.find((a) => a === o2);
  if (found) res.setHeader('Access-Control-Allow-Origin', found);
  if (allowed.some((a) => a === o2)) res.setHeader('Access-Control-Allow-Origin', o2);
  next();
});
http.createServer((req, res) => {
  res.writeHead(200, { 'Access-Control-Allow-Origin': '*' }); // finds permissive-cors (warning)
});
