const express = require('express');
const books = require('./books.json');

const app = express();

// TODO: a request id for every answer.

// TODO: one line in the log for every request.

// TODO: paths below /admin need the key.

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
