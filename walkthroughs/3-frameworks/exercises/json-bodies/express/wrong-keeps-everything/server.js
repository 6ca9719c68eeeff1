const express = require('express');
const books = require('./books.json');

const app = express();
app.use(express.json());

let nextId = books.length + 1;

app.get('/books/:id', (request, response) => {
  const book = books.find(({ id }) => id === Number(request.params.id));
  if (book === undefined) {
    response.status(404).json({ error: 'There is no such book.' });
    return;
  }
  response.json(book);
});

function isText(value) {
  return typeof value === 'string' && value.trim() !== '' && value.trim().length <= 200;
}

function findErrors({ title, author, year }) {
  const errors = {};
  if (!isText(title)) errors.title = 'A text of 1 to 200 characters.';
  if (!isText(author)) errors.author = 'A text of 1 to 200 characters.';
  if (!Number.isInteger(year) || year < 1450 || year > 2100) {
    errors.year = 'A whole number from 1450 to 2100.';
  }
  return errors;
}

app.post('/books', (request, response) => {
  const { title, author, year } = request.body ?? {};
  const errors = findErrors({ title, author, year });
  if (Object.keys(errors).length > 0) {
    response.status(400).json({ errors });
    return;
  }
  const book = { ...request.body, id: nextId++ };
  books.push(book);
  response.status(201).location(`/books/${book.id}`).json(book);
});

const port = process.env.PORT ?? 3000;
app.listen(port, '127.0.0.1', () => console.log(`Listening on http://127.0.0.1:${port}`));
