const crypto = require('crypto');
const md5 = require('md5');
const CryptoJS = require('crypto-js');

function sign(text, secret) {
  const signature = crypto.createHash('sha256').update(text + secret).digest('hex'); // finds weak-hash (warning)
  const token = crypto.createHash('sha256').update(text).digest('hex'); // finds weak-hash (warning)
  const signed = CryptoJS.SHA256(text).toString(); // finds weak-hash (warning)
  return [signature, token, signed];
}
