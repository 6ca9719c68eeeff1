const express = require('express');
const books = require('./books.json');

const app = express();
app.use(express.json());

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
    response.status(400).json({ error: 'A book needs a title.' });
    return;
  }
  const { title, author, year } = request.body;
  if (books.some((book) => book.title === title)) {
    response.status(409).json({ error: 'A book with this title is there already.' });
    return;
  }
  const book = { id: nextId++, title, author, year };
  books.push(book);
  response.status(201).location(`/books/${book.id}`).json(book);
});

app
  .route('/books/:id')
  .get((request, response) => {
    const book = books[indexOf(request.params.id)];
    if (book === undefined) response.status(404).json({ error: 'There is no such book.' });
    else response.json(book);
  })
  .put((request, response) => {
    if (!hasTitle(request.body)) {
      response.status(400).json({ error: 'A book needs a title.' });
      return;
    }
    const { title, author, year } = request.body;
    const book = { id: Number(request.params.id), title, author, year };
    const index = indexOf(book.id);
    if (index >= 0) books[index] = book;
    else books.push(book);
    nextId = Math.max(nextId, book.id + 1);
    response.status(index >= 0 ? 200 : 201).json(book);
  })
  .delete((request, response) => {
    const index = indexOf(request.params.id);
    if (index < 0) {
      response.status(404).json({ error: 'There is no such book.' });
      return;
    }
    books.splice(index, 1);
    response.status(204).end();
  })
  .all((request, response) => {
    response.status(405).set('Allow', 'GET, PUT, DELETE').json({ error: 'Not for this method.' });
  });

app.get('/old-books', (request, response) => {
  response.redirect(301, '/books');
});

const port = process.env.PORT ?? 3000;
app.listen(port, '127.0.0.1', () => console.log(`Listening on http://127.0.0.1:${port}`));
