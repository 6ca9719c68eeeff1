const { randomUUID, timingSafeEqual } = require('node:crypto');
const express = require('express');
const books = require('./books.json');

const app = express();

app.use((request, response, next) => {
  const given = request.get('X-Request-Id') ?? '';
  const id = /^[A-Za-z0-9-]{8,64}$/.test(given) ? given : randomUUID();
  response.locals.requestId = id;
  response.set('X-Request-Id', id);
  next();
});

app.use((request, response, next) => {
  const { method, path } = request;
  console.log(`${method} ${path} ${response.statusCode} ${response.locals.requestId}`);
  next();
});

function isKey(given) {
  const key = Buffer.from(process.env.API_KEY ?? '');
  const other = Buffer.from(given);
  return key.length > 0 && key.length === other.length && timingSafeEqual(key, other);
}

app.use('/admin', (request, response, next) => {
  if (isKey(request.get('X-Api-Key') ?? '')) next();
  else response.status(401).json({ error: 'This needs the key of an administrator.' });
});

app.get('/books', (request, response) => {
  response.json(books);
});

app.get('/books/:id', (request, response) => {
  const book = books.find(({ id }) => id === Number(request.params.id));
  if (book === undefined) {
    response.status(404).json({ error: 'There is no such book.' });
    return;
  }
  response.json(book);
});

app.get('/admin/stats', (request, response) => {
  response.json({ books: books.length });
});

const port = process.env.PORT ?? 3000;
app.listen(port, '127.0.0.1', () => console.log(`Listening on http://127.0.0.1:${port}`));
