const path = require('node:path');
const express = require('express');
const books = require('./books.json');

const app = express();
app.set('view engine', 'ejs');
app.set('views', path.join(__dirname, 'views'));

app.get('/', (request, response) => {
  // TODO: find the books whose title has the text q in it, and hand them to the template.
  response.render('books');
});

const port = process.env.PORT ?? 3000;
app.listen(port, '127.0.0.1', () => console.log(`Listening on http://127.0.0.1:${port}`));
