const express = require('express');
const books = require('./books.json');

// TODO: read the settings from process.env, and check them.
const settings = { name: 'Library', pageSize: 5, showYears: true };

const app = express();

app.get('/', (request, response) => {
  response.json({ name: settings.name, pageSize: settings.pageSize });
});

app.get('/books', (request, response) => {
  const page = books.slice(0, settings.pageSize);
  const withoutYear = ({ id, title, author }) => ({ id, title, author });
  response.json(settings.showYears ? page : page.map(withoutYear));
});

const port = process.env.PORT ?? 3000;
app.listen(port, '127.0.0.1', () => console.log(`Listening on http://127.0.0.1:${port}`));
