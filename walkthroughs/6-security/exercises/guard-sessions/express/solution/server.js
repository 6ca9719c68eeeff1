const crypto = require('node:crypto');
const express = require('express');
const session = require('express-session');

const app = express();
app.use(express.json());
app.use(
  session({
    name: 'sid',
    secret: crypto.randomBytes(32).toString('hex'),
    resave: false,
    saveUninitialized: false,
    cookie: { httpOnly: true, sameSite: 'lax', secure: 'auto' },
  }),
);

app.get('/visits', (request, response) => {
  request.session.visits = (request.session.visits ?? 0) + 1;
  response.json({ visits: request.session.visits });
});

const members = ['Ada', 'Tom'];

// A real shop asks for a password here.
app.post('/login', (request, response) => {
  const name = members.find((member) => member === request.body.name);
  if (name === undefined) return response.sendStatus(401);
  request.session.regenerate((error) => {
    if (error) return response.sendStatus(500);
    request.session.name = name;
    response.json({ name });
  });
});

app.get('/me', (request, response) => {
  if (request.session.name === undefined) return response.sendStatus(401);
  response.json({ name: request.session.name });
});

app.post('/logout', (request, response) => {
  request.session.destroy((error) => {
    if (error) return response.sendStatus(500);
    response.clearCookie('sid');
    response.sendStatus(204);
  });
});

const port = process.env.PORT ?? 3000;
app.listen(port, '127.0.0.1', () => console.log(`Listening on http://127.0.0.1:${port}`));
