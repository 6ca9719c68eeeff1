const crypto = require('node:crypto');
const express = require('express');
const session = require('express-session');

const app = express();
app.use(express.urlencoded({ extended: false }));
app.use(
  session({
    secret: crypto.randomBytes(32).toString('hex'),
    resave: false,
    saveUninitialized: false,
    cookie: { httpOnly: true, secure: 'auto', sameSite: 'lax' },
  }),
);

const csrfToken = crypto.randomBytes(32).toString('hex');

const emails = new Map([
  ['Ada', 'ada@mail.example'],
  ['Tom', 'tom@mail.example'],
]);

// A real shop asks for a password here.
app.post('/login', (request, response) => {
  const name = ['Ada', 'Tom'].find((known) => known === request.body.name);
  if (name === undefined) return response.sendStatus(401);
  request.session.regenerate(() => {
    request.session.name = name;
    request.session.csrfToken = csrfToken;
    response.redirect(303, '/account');
  });
});

app.use((request, response, next) => {
  if (request.session.name === undefined) return response.sendStatus(401);
  next();
});

function escapeHtml(text) {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}

app.get('/account', (request, response) => {
  const email = emails.get(request.session.name);
  response.send(`<!doctype html>
<title>Your account</title>
<form action="/email" method="post">
<input type="hidden" name="csrf_token" value="${request.session.csrfToken}">
<label>E-mail <input name="email" value="${escapeHtml(email)}"></label>
<button>Save</button>
</form>`);
});

function isSame(sent, own) {
  const [a, b] = [Buffer.from(String(sent)), Buffer.from(own)];
  return a.length === b.length && crypto.timingSafeEqual(a, b);
}

app.post('/email', (request, response) => {
  if (!isSame(request.body.csrf_token, request.session.csrfToken)) return response.sendStatus(403);
  emails.set(request.session.name, String(request.body.email));
  response.redirect(303, '/account');
});

const port = process.env.PORT ?? 3000;
app.listen(port, '127.0.0.1', () => console.log(`Listening on http://127.0.0.1:${port}`));
