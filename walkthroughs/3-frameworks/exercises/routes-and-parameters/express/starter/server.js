const express = require('express');
const books = require('./books.json');

const app = express();

app.get('/books', (request, response) => {
  // TODO: when the query has an author, answer the books of this author only.
  response.json(books);
});

// TODO: GET /books/3 answers one book, or 404.

// TODO: GET /hello/Ada answers the text "Hello, Ada".

const port = process.env.PORT ?? 3000;
app.listen(port, '127.0.0.1', () => console.log(`Listening on http://127.0.0.1:${port}`));
