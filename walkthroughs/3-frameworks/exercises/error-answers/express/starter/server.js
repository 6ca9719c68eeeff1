const { readFileSync } = require('node:fs');
const path = require('node:path');
const express = require('express');
const books = require('./books.json');

const app = express();

function findBook(text) {
  if (!/^\d+$/.test(text)) throw new Error('The id must be a whole number.');
  const book = books.find(({ id }) => id === Number(text));
  if (book === undefined) throw new Error(`There is no book ${text}.`);
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

// TODO: JSON for an address that does not exist.

// TODO: one handler for all errors.

const port = process.env.PORT ?? 3000;
app.listen(port, '127.0.0.1', () => console.log(`Listening on http://127.0.0.1:${port}`));
