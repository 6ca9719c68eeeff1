const path = require('node:path');
const express = require('express');
const books = require('./books.json');

const app = express();
app.set('view engine', 'ejs');
app.set('views', path.join(__dirname, 'views'));

app.get('/', (request, response) => {
  const query = String(request.query.q ?? '');
  const found = books.filter(({ title }) => title.toLowerCase().includes(query.toLowerCase()));
  response.render('books', { query, books: found });
});

const port = process.env.PORT ?? 3000;
app.listen(port, '127.0.0.1', () => console.log(`Listening on http://127.0.0.1:${port}`));
