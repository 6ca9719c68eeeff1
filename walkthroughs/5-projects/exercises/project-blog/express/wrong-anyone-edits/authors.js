const { randomBytes } = require('node:crypto');
const bcrypt = require('bcryptjs');
const { db } = require('./database');
const { HttpError } = require('./errors');

const ROUNDS = 12;

/** Belongs to nobody. An unknown name is compared with it, so that the answer takes as long. */
const NO_HASH = bcrypt.hashSync(randomBytes(16).toString('hex'), ROUNDS);

function parseNewAuthor({ name, password } = {}) {
  if (typeof name !== 'string' || name.trim() === '' || name.trim().length > 50) {
    throw new HttpError(400, 'A name has 1 to 50 characters.');
  }
  if (typeof password !== 'string' || password.length < 10) {
    throw new HttpError(400, 'A password has at least 10 characters.');
  }
  // bcrypt would leave out what comes after 72 bytes.
  if (bcrypt.truncates(password)) throw new HttpError(400, 'A password has at most 72 bytes.');
  return { name: name.trim(), password };
}

async function createAuthor({ name, password }) {
  const hash = await bcrypt.hash(password, ROUNDS);
  const insert = db.prepare(
    'INSERT INTO authors (name, password_hash) VALUES (?, ?) ON CONFLICT (name) DO NOTHING',
  );
  const { changes, lastInsertRowid: id } = insert.run(name, hash);
  if (changes === 0) throw new HttpError(409, 'This name is taken.');
  return { id, name };
}

function parseLogin({ name, password } = {}) {
  if (typeof name !== 'string' || typeof password !== 'string') {
    throw new HttpError(400, 'Send a name and a password.');
  }
  return { name: name.trim(), password };
}

/** The author with this name and this password, or undefined. */
async function findAuthor({ name, password }) {
  const select = db.prepare('SELECT id, name, password_hash FROM authors WHERE name = ?');
  const author = select.get(name);
  const matches = await bcrypt.compare(password, author?.password_hash ?? NO_HASH);
  return matches ? author : undefined;
}

module.exports = { createAuthor, findAuthor, parseLogin, parseNewAuthor };
