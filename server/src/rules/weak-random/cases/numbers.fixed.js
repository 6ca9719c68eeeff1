const express = require('express');
const crypto = require('node:crypto');
const app = express();

function makeToken(length) {
  const letters = 'abcdefghijk';
  let token = '';
  for (let i = 0; i < length; i++) {
    token += letters.charAt(crypto.randomInt(letters.length)); // finds weak-random (warning)
  }
  return token;
}

function pin() {
  return crypto.randomInt(1000, 10000); // finds weak-random (warning)
}

function otp(digits) {
  return crypto.randomInt(10 ** digits); // finds weak-random (warning)
}

app.get('/', (req, res) => {
  const id = crypto.randomBytes(16).toString('hex');
  res.cookie('session', id, { secure: true, httpOnly: true, sameSite: 'lax' }); // finds weak-random (warning)
});
