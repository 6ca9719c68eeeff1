// A JSON Web Token, made and read by hand to see what is in it. In a real program, let a
// library do it: jose or jsonwebtoken.
// To run it: node tokens.js
const crypto = require('node:crypto');

// A real server reads its secret from the environment, so that it is the same after a restart.
const secret = crypto.randomBytes(32);

function sign(content) {
  return crypto.createHmac('sha256', secret).update(content).digest();
}

function makeToken(claims) {
  const header = encode({ alg: 'HS256', typ: 'JWT' });
  const payload = encode(claims);
  const signature = sign(`${header}.${payload}`).toString('base64url');
  return `${header}.${payload}.${signature}`;
}

// Gives back what the token says, or undefined when it must not be trusted.
function readToken(token) {
  const [header, payload, signature] = token.split('.');
  if (!header || !payload || !signature) return undefined;

  // Your task
  // 1. The signature is not checked yet, so anybody can write their own token. Compute
  //    sign(`${header}.${payload}`) and compare it with Buffer.from(signature, 'base64url').
  //    Two buffers are compared by crypto.timingSafeEqual(a, b), which throws when their
  //    lengths differ: compare the lengths first. Give back undefined when they differ.
  // 2. Read the claims, and give back undefined when claims.exp is not a number or is in the
  //    past. It counts seconds: compare it with Date.now() / 1000. Save.

  return decode(payload);
}

function encode(value) {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}

function decode(text) {
  return JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
}

const now = Math.floor(Date.now() / 1000);
const good = makeToken({ sub: '7', role: 'reader', exp: now + 600 });
const [header, , signature] = good.split('.');
const forged = `${header}.${encode({ sub: '7', role: 'admin', exp: now + 600 })}.${signature}`;
const expired = makeToken({ sub: '7', role: 'reader', exp: now - 60 });

console.log('good:', readToken(good));
console.log('forged:', readToken(forged), '(should be undefined)');
console.log('expired:', readToken(expired), '(should be undefined)');
