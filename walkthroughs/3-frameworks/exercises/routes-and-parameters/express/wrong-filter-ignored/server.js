const express = require('express');
const books = require('./books.json');

const app = express();

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

app.get('/hello/:name', (request, response) => {
  response.type('text').send(`Hello, ${request.params.name}`);
});

const port = process.env.PORT ?? 3000;
app.listen(port, '127.0.0.1', () => console.log(`Listening on http://127.0.0.1:${port}`));
