const { createHash, randomBytes } = require('node:crypto');
const path = require('node:path');
const { DatabaseSync } = require('node:sqlite');
const express = require('express');
const session = require('express-session');

const app = express();
app.use(express.json());
app.use(
  session({
    name: 'sid',
    secret: process.env.SESSION_SECRET ?? randomBytes(32).toString('hex'),
    resave: false,
    saveUninitialized: false,
    cookie: { httpOnly: true, sameSite: 'lax', secure: 'auto' },
  }),
);

const db = new DatabaseSync(path.join(__dirname, 'accounts.db'));
db.exec(`
  CREATE TABLE IF NOT EXISTS accounts (
    id INTEGER PRIMARY KEY,
    email TEXT NOT NULL UNIQUE,
    password_hash TEXT NOT NULL
  )
`);

/** An error that the client may read. */
class HttpError extends Error {
  constructor(status, message) {
    super(message);
    this.status = status;
  }
}

// What is sent.

/** Capitals do not make another address. */
function parseEmail(value) {
  const email = typeof value === 'string' ? value.trim().toLowerCase() : '';
  if (email.length > 254 || !/^[^\s@]+@[^\s@]+$/.test(email)) {
    throw new HttpError(400, 'Send an e-mail address.');
  }
  return email;
}

function parseNewPassword(value) {
  if (typeof value !== 'string' || value.length < 10) {
    throw new HttpError(400, 'A password has at least 10 characters.');
  }
  return value;
}

// Passwords.

function hashOf(password) {
  return createHash('sha256').update(password).digest('hex');
}

/** The account with this e-mail and this password, or undefined. */
function findAccount(email, password) {
  const select = db.prepare('SELECT id, email, password_hash FROM accounts WHERE email = ?');
  const account = select.get(email);
  const matches = hashOf(password) === account?.password_hash;
  return matches ? account : undefined;
}

// The limit on guesses.

const MOST_ATTEMPTS = 5;

/** How many attempts each e-mail had since the last login. */
const attempts = new Map();
setInterval(() => attempts.clear(), 15 * 60 * 1000).unref();

/** Counts before the password is compared: guesses that come at the same time count too. */
function throttle(email) {
  const count = (attempts.get(email) ?? 0) + 1;
  if (count > MOST_ATTEMPTS) {
    throw new HttpError(429, 'Too many attempts. Try again in a quarter of an hour.');
  }
  attempts.set(email, count);
}

// Routes.

app.post('/register', (request, response) => {
  const { email: givenEmail, password } = request.body ?? {};
  const email = parseEmail(givenEmail);
  const hash = hashOf(parseNewPassword(password));
  const insert = db.prepare(
    'INSERT INTO accounts (email, password_hash) VALUES (?, ?) ON CONFLICT (email) DO NOTHING',
  );
  const { changes } = insert.run(email, hash);
  if (changes === 0) throw new HttpError(409, 'This e-mail has an account.');
  response.status(201).json({ email });
});

app.post('/login', (request, response, next) => {
  const { email: givenEmail, password } = request.body ?? {};
  const email = parseEmail(givenEmail);
  if (typeof password !== 'string') throw new HttpError(400, 'Send a password.');
  throttle(email);
  const account = findAccount(email, password);
  if (account === undefined) throw new HttpError(401, 'The e-mail or the password is wrong.');
  attempts.delete(email);
  // A new session: an id from before may be known to someone else.
  request.session.regenerate((error) => {
    if (error) return next(error);
    request.session.accountId = account.id;
    response.json({ email: account.email });
  });
});

app.get('/me', (request, response) => {
  const select = db.prepare('SELECT email FROM accounts WHERE id = ?');
  const account = select.get(request.session.accountId ?? null);
  if (account === undefined) throw new HttpError(401, 'Nobody is logged in.');
  response.json({ email: account.email });
});

app.post('/logout', (request, response, next) => {
  request.session.destroy((error) => {
    if (error) return next(error);
    response.clearCookie('sid');
    response.status(204).end();
  });
});

// Four parameters make it a handler of errors.
app.use((error, request, response, next) => {
  if (error instanceof HttpError) {
    response.status(error.status).json({ error: error.message });
    return;
  }
  // Express gives a status to what a client did wrong, such as a body that is no JSON.
  const { status = 500 } = error;
  if (status >= 500) console.error(error);
  const text = status >= 500 ? 'Something went wrong.' : 'This request cannot be read.';
  response.status(status).json({ error: text });
});

const port = process.env.PORT ?? 3000;
app.listen(port, '127.0.0.1', () => console.log(`Listening on http://127.0.0.1:${port}`));
