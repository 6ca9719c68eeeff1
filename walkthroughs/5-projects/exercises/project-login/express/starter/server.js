const { randomBytes } = require('node:crypto');
const path = require('node:path');
const { DatabaseSync } = require('node:sqlite');
const express = require('express');
const session = require('express-session');

const app = express();
app.use(express.json());
app.use(
  session({
    secret: process.env.SESSION_SECRET ?? randomBytes(32).toString('hex'),
    resave: false,
    saveUninitialized: false,
    // TODO: options of the cookie.
  }),
);

const db = new DatabaseSync(path.join(__dirname, 'accounts.db'));
// TODO: a table for accounts when it is missing. bcryptjs is installed for the passwords.

app.post('/register', (request, response) => {
  // TODO: check the fields, and store the account with a hash of its password.
  response.status(501).json({ error: 'Not built yet.' });
});

// TODO: POST /login, with a limit on wrong passwords, and a new session.

app.get('/me', (request, response) => {
  // TODO: answer the e-mail of who is logged in.
  response.status(401).json({ error: 'Nobody is logged in.' });
});

// TODO: POST /logout.

// TODO: a handler of errors, so that what is wrong is told as JSON.

const port = process.env.PORT ?? 3000;
app.listen(port, '127.0.0.1', () => console.log(`Listening on http://127.0.0.1:${port}`));
