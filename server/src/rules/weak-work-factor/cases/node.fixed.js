const argon2 = require('argon2');
const bcrypt = require('bcrypt');
const crypto = require('crypto');

bcrypt.hash(password, 12); // finds weak-work-factor (warning)
bcrypt.hash(password, 10);
bcrypt.hash(password, rounds);
bcrypt.genSaltSync(12); // finds weak-work-factor (warning)
crypto.pbkdf2Sync(password, salt, 600000, 32, 'sha256'); // finds weak-work-factor (warning)
crypto.pbkdf2Sync(password, salt, 600_000, 32, 'sha256');
crypto.scryptSync(password, salt, 64);
crypto.scryptSync(password, salt, 64, { N: 16384 }); // finds weak-work-factor (warning)
crypto.scryptSync(password, salt, 64, { N: 131072 });
argon2.hash(password);
argon2.hash(password, { type: argon2.argon2id });
argon2.hash(password, { type: argon2.argon2id }); // finds weak-work-factor (hint)
