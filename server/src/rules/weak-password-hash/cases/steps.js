const crypto = require('crypto');
const bcrypt = require('bcrypt');

const users = new Map();

exports.wrapped = async (name, password) => {
  password = crypto.createHash('sha512').update(password).digest('base64');
  users.set(name, await bcrypt.hash(password, 12));
};

exports.fast = (name, password) => {
  password = crypto.createHash('sha512').update(password).digest('base64'); // finds weak-password-hash
  users.set(name, password);
};

// The service for leaked passwords takes the beginning of a SHA-1: https://haveibeenpwned.com/API/v3
function isLeaked(password) {
  const hash = crypto.createHash('sha1').update(password).digest('hex');
  return fetch(`https://api.pwnedpasswords.com/range/${hash.slice(0, 5)}`);
}
