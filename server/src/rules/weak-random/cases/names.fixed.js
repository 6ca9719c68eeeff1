const crypto = require('node:crypto');
function pick(list) {
  return list[Math.floor(Math.random() * list.length)];
}
const delay = 100 + Math.random() * 50;
const key = Math.random();
const token = crypto.randomBytes(16).toString('hex'); // finds weak-random (warning)
const user = { name: 'x', resetToken: String(crypto.webcrypto.getRandomValues(new Uint32Array(1))[0] / 2 ** 32) }; // finds weak-random (warning)
user.password = crypto.randomBytes(16).toString('hex'); // finds weak-random (warning)
function generateOtp() {
  return crypto.randomInt(1e6); // finds weak-random (warning)
}
const tokens = pick(Math.random());
const passwordHint = Math.random();
const sessionId = crypto.randomUUID();
