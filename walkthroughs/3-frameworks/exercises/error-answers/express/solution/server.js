const { readFileSync } = require('node:fs');
const path = require('node:path');
const express = require('express');
const books = require('./books.json');

const app = express();

/** An error that the visitor may read. */
class HttpError extends Error {
  constructor(status, message) {
    super(message);
    this.status = status;
  }
}

function findBook(text) {
  if (!/^\d+$/.test(text)) throw new HttpError(400, 'The id must be a whole number.');
  const book = books.find(({ id }) => id === Number(text));
  if (book === undefined) throw new HttpError(404, `There is no book ${text}.`);
  return book;
}

app.get('/books', (request, response) => {
  response.json(books);
});

app.get('/books/:id', (request, response) => {
  response.json(findBook(request.params.id));
});

// This file is missing: reading it throws.
app.get('/reports/broken', (request, response) => {
  const report = readFileSync(path.join(__dirname, 'reports.txt'), 'utf8');
  response.type('text').send(report);
});

app.use(() => {
  throw new HttpError(404, 'There is nothing at this address.');
});

// Four parameters make it a handler of errors.
app.use((error, request, response, next) => {
  if (error instanceof HttpError) {
    response.status(error.status).json({ error: error.message });
    return;
  }
  console.error(error);
  response.status(500).json({ error: 'Something went wrong.' });
});

const port = process.env.PORT ?? 3000;
app.listen(port, '127.0.0.1', () => console.log(`Listening on http://127.0.0.1:${port}`));
