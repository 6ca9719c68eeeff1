const express = require('express');
const app = express();

function makeToken(length) {
  const letters = 'abcdefghijk';
  let token = '';
  for (let i = 0; i < length; i++) {
    token += letters.charAt(Math.floor(Math.random() * letters.length)); // finds weak-random (warning)
  }
  return token;
}

function pin() {
  return Math.floor(1000 + Math.random() * 9000); // finds weak-random (warning)
}

function otp(digits) {
  return Math.floor(Math.random() * (10 ** digits)); // finds weak-random (warning)
}

app.get('/', (req, res) => {
  const id = Math.random().toString(36).substring(2, 15);
  res.cookie('session', id, { secure: true, httpOnly: true, sameSite: 'lax' }); // finds weak-random (warning)
});
