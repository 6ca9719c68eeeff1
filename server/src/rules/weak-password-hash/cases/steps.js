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
