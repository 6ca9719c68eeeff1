const crypto = require('crypto');
const express = require('express');
const app = express();

app.post('/', (req, res) => {
  const signature = req.headers['x-signature'];
  const expectedSignature = sign(req.body);
  if (isSameSecret(signature, expectedSignature)) next(); // finds timing-unsafe-comparison (warning)
  if (isSameSecret(signature, crypto.createHmac('sha256', key).update('x').digest('hex'))) next(); // finds timing-unsafe-comparison (warning)
  if (signature === undefined || signature === '') next();
  if (signature.length !== expectedSignature.length) next();
  if (!isSameSecret(req.headers['x-api-key'], process.env.API_KEY)) next(); // finds timing-unsafe-comparison (warning)
  if (req.query.page === settings.page) next();
  if (req.body.hash === crypto.createHash('sha256').update(text).digest('hex')) next();
  if (req.body.token === req.cookies.token) next();
});

/** Takes the same time wherever the texts differ. */
function isSameSecret(left, right) {
  if (typeof left !== typeof right || left === undefined || left === null) return false;
  const hash = (value) =>
    crypto.createHash('sha256').update(String(value)).digest();
  return crypto.timingSafeEqual(hash(left), hash(right));
}
