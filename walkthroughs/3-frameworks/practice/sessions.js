// A visit counter that remembers each visitor, with Express and express-session.
// To run it: npm install express express-session, then
//   SESSION_SECRET=any-long-random-text node sessions.js
// (in PowerShell: $env:SESSION_SECRET = 'any-long-random-text'; node sessions.js)
const express = require('express');
const session = require('express-session');

const secret = process.env.SESSION_SECRET;
if (!secret) {
  throw new Error('Set the environment variable SESSION_SECRET first.');
}

const app = express();
app.use(
  session({
    secret,
    resave: false,
    saveUninitialized: false,
    cookie: {
      httpOnly: true,
      sameSite: 'lax',
      secure: process.env.NODE_ENV === 'production',
      maxAge: 60 * 60 * 1000,
    },
  }),
);

app.get('/', (request, response) => {
  request.session.visits = (request.session.visits ?? 0) + 1;
  response.json({ visits: request.session.visits });
});

// Your task
// 1. Add a route POST /reset that ends the session with request.session.destroy and
//    answers 204. The callback that you pass to destroy gets an error, or nothing.
// 2. Remember the time of the first visit in the session, and show it in the answer.

app.listen(3000, () => {
  console.log('Listening on http://localhost:3000');
});
