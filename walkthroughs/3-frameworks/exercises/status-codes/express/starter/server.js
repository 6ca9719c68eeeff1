const express = require('express');
const books = require('./books.json');

const app = express();
app.use(express.json());

// TODO: every answer here has the status 200. Give each its own.

let nextId = books.length + 1;

const indexOf = (id) => books.findIndex((book) => book.id === Number(id));
const hasTitle = (body) => typeof body?.title === 'string' && body.title.trim() !== '';

// Only a whole number is an id.
app.param('id', (request, response, next, id) => next(/^\d+$/.test(id) ? undefined : 'route'));

app.get('/books', (request, response) => {
  response.json(books);
});

app.post('/books', (request, response) => {
  if (!hasTitle(request.body)) {
    response.json({ error: 'A book needs a title.' });
    return;
  }
  const { title, author, year } = request.body;
  const book = { id: nextId++, title, author, year };
  books.push(book);
  response.json(book);
});

app.get('/books/:id', (request, response) => {
  const book = books[indexOf(request.params.id)];
  response.json(book ?? { error: 'There is no such book.' });
});

app.put('/books/:id', (request, response) => {
  if (!hasTitle(request.body)) {
    response.json({ error: 'A book needs a title.' });
    return;
  }
  const { title, author, year } = request.body;
  const book = { id: Number(request.params.id), title, author, year };
  const index = indexOf(book.id);
  if (index >= 0) books[index] = book;
  else books.push(book);
  nextId = Math.max(nextId, book.id + 1);
  response.json(book);
});

app.delete('/books/:id', (request, response) => {
  const index = indexOf(request.params.id);
  if (index >= 0) books.splice(index, 1);
  response.json({ removed: index >= 0 });
});

app.get('/old-books', (request, response) => {
  response.json(books);
});

const port = process.env.PORT ?? 3000;
app.listen(port, '127.0.0.1', () => console.log(`Listening on http://127.0.0.1:${port}`));
