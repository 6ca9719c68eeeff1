const path = require('node:path');
const { DatabaseSync } = require('node:sqlite');
const express = require('express');
const firstProducts = require('./products.json');

const app = express();
app.use(express.json());

const db = new DatabaseSync(path.join(__dirname, 'shop.db'));
// TODO: a table for products when it is missing, filled with firstProducts when it is empty.

// TODO: functions that check the parameters of the list, and the fields of a product.

app.get('/products', (request, response) => {
  // TODO: find the products that the parameters ask for, and count them.
  response.json({ items: [], total: 0, page: 1, pages: 0 });
});

// TODO: GET /products/:id.

// TODO: POST, PATCH and DELETE, for those who have the token.

// TODO: a handler of errors, so that what is wrong is told as JSON.

const port = process.env.PORT ?? 3000;
app.listen(port, '127.0.0.1', () => console.log(`Listening on http://127.0.0.1:${port}`));
