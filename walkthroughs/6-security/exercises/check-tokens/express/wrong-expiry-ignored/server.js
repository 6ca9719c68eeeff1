const express = require('express');
const jwt = require('jsonwebtoken');

const app = express();
app.use(express.json());
const secret = process.env.JWT_SECRET;

// A real shop asks for a password here.
app.post('/login', (request, response) => {
  const claims = { sub: String(request.body.name), role: 'member' };
  response.json({ token: jwt.sign(claims, secret, { algorithm: 'HS256', expiresIn: '15m' }) });
});

/** The claims of the token, or null when there is none that is good. */
function readToken(request) {
  const [, token = ''] = (request.headers.authorization ?? '').split('Bearer ');
  try {
    return jwt.verify(token, secret, { algorithms: ['HS256'], ignoreExpiration: true });
  } catch {
    return null;
  }
}

app.get('/orders', (request, response) => {
  const claims = readToken(request);
  if (claims === null) return response.sendStatus(401);
  response.json({ name: claims.sub, orders: ['Notebook', 'Pen'] });
});

app.get('/reports', (request, response) => {
  const claims = readToken(request);
  if (claims === null) return response.sendStatus(401);
  if (claims.role !== 'admin') return response.sendStatus(403);
  response.json({ sold: 1280 });
});

const port = process.env.PORT ?? 3000;
app.listen(port, '127.0.0.1', () => console.log(`Listening on http://127.0.0.1:${port}`));
