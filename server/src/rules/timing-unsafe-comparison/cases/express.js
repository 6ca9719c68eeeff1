const crypto = require('crypto');
const express = require('express');
const app = express();

app.post('/', (req, res) => {
  const signature = req.headers['x-signature'];
  const expectedSignature = sign(req.body);
  if (signature === expectedSignature) next(); // finds timing-unsafe-comparison (warning)
  if (signature === crypto.createHmac('sha256', key).update('x').digest('hex')) next(); // finds timing-unsafe-comparison (warning)
  if (signature === undefined || signature === '') next();
  if (signature.length !== expectedSignature.length) next();
  if (req.headers['x-api-key'] !== process.env.API_KEY) next(); // finds timing-unsafe-comparison (warning)
  if (req.query.page === settings.page) next();
  if (req.body.hash === crypto.createHash('sha256').update(text).digest('hex')) next();
  if (req.body.token === req.cookies.token) next();
});
