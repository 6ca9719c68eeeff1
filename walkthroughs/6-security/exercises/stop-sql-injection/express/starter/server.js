const fs = require('node:fs');
const { DatabaseSync } = require('node:sqlite');
const express = require('express');

const app = express();
const db = new DatabaseSync(':memory:');
db.exec(fs.readFileSync('shop.sql', 'utf8'));

app.get('/books', (request, response) => {
  const author = request.query.author ?? '';
  const sql = `SELECT id, title, author FROM books WHERE published = 1 AND author = '${author}'`;
  response.json(db.prepare(sql).all());
});

app.get('/books/:id', (request, response) => {
  const id = request.params.id;
  const sql = `SELECT id, title, author FROM books WHERE published = 1 AND id = ${id}`;
  const book = db.prepare(sql).get();
  if (book === undefined) {
    response.status(404).json({ error: 'There is no such book.' });
    return;
  }
  response.json(book);
});

const port = process.env.PORT ?? 3000;
app.listen(port, '127.0.0.1', () => console.log(`Listening on http://127.0.0.1:${port}`));
