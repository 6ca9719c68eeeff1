const crypto = require('crypto');
const md5 = require('md5');
const CryptoJS = require('crypto-js');

function sign(text, secret) {
  const signature = crypto.createHash('sha1').update(text + secret).digest('hex'); // finds weak-hash (warning)
  const token = md5(text); // finds weak-hash (warning)
  const signed = CryptoJS.MD5(text).toString(); // finds weak-hash (warning)
  return [signature, token, signed];
}
