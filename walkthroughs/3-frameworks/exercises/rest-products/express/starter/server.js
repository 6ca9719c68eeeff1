const path = require('node:path');
const { DatabaseSync } = require('node:sqlite');
const express = require('express');

const app = express();
app.use(express.json());

const db = new DatabaseSync(path.join(__dirname, 'shop.db'));
// TODO: a table for products and one for reviews, when they are missing.

app.get('/products', (request, response) => {
  // TODO: answer all products.
  response.json({});
});

// TODO: the other routes.

const port = process.env.PORT ?? 3000;
app.listen(port, '127.0.0.1', () => console.log(`Listening on http://127.0.0.1:${port}`));
