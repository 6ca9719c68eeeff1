const express = require('express');
const books = require('./books.json');

const app = express();

app.get('/books', (request, response) => {
  const { author } = request.query;
  response.json(author === undefined ? books : books.filter((book) => book.author === author));
});

app.get('/books/:id', (request, response) => {
  const book = books.find(({ id }) => id === Number(request.params.id));
  response.json(book ?? {});
});

app.get('/hello/:name', (request, response) => {
  response.type('text').send(`Hello, ${request.params.name}`);
});

const port = process.env.PORT ?? 3000;
app.listen(port, '127.0.0.1', () => console.log(`Listening on http://127.0.0.1:${port}`));
