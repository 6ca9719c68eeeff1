const crypto = require('node:crypto');
const express = require('express');
const session = require('express-session');

const provider = process.env.PROVIDER_URL;
const port = process.env.PORT ?? 3000;
const redirectUri = `http://127.0.0.1:${port}/callback`;

const app = express();
app.use(
  session({
    secret: crypto.randomBytes(32).toString('hex'),
    resave: false,
    saveUninitialized: false,
    cookie: { httpOnly: true, sameSite: 'lax', secure: 'auto' },
  }),
);

const randomText = () => crypto.randomBytes(32).toString('base64url');

app.get('/login', (request, response) => {
  const state = randomText();
  const verifier = randomText();
  request.session.login = { state, verifier };
  const query = new URLSearchParams({
    response_type: 'code',
    client_id: 'shop',
    redirect_uri: redirectUri,
    state,
    code_challenge: verifier,
    code_challenge_method: 'plain',
  });
  response.redirect(`${provider}/authorize?${query}`);
});

app.get('/callback', async (request, response) => {
  const { login } = request.session;
  delete request.session.login;
  if (login === undefined || request.query.state !== login.state) return response.sendStatus(400);
  const answer = await fetch(`${provider}/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      code: String(request.query.code),
      redirect_uri: redirectUri,
      client_id: 'shop',
      client_secret: process.env.CLIENT_SECRET,
      code_verifier: login.verifier,
    }),
  });
  if (!answer.ok) return response.sendStatus(400);
  const { access_token: token } = await answer.json();
  const person = await fetch(`${provider}/userinfo`, { headers: { authorization: `Bearer ${token}` } });
  const { name } = await person.json();
  request.session.regenerate(() => {
    request.session.name = name;
    response.redirect('/me');
  });
});

app.get('/me', (request, response) => {
  if (request.session.name === undefined) return response.sendStatus(401);
  response.json({ name: request.session.name });
});

app.listen(port, '127.0.0.1', () => console.log(`Listening on http://127.0.0.1:${port}`));
