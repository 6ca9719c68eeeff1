// A product list as a small REST API, with Express.
// To run it: npm install express, then node app.js, then open http://localhost:3000/products
const express = require('express');

const app = express();
app.use(express.json());

const products = [
  { id: 1, name: 'Notebook', price: 450, category: 'paper' },
  { id: 2, name: 'Pen', price: 120, category: 'writing' },
  { id: 3, name: 'Pencil', price: 80, category: 'writing' },
];

app.get('/products', (request, response) => {
  response.json(products);
});

app.get('/products/:id', (request, response) => {
  const product = products.find((item) => item.id === Number(request.params.id));
  if (!product) {
    response.status(404).json({ error: 'There is no product with this id.' });
    return;
  }
  response.json(product);
});

// Your task
// 1. Let GET /products?category=writing answer only the products of that category.
//    The text after the question mark is in request.query.category.
// 2. Add DELETE /products/:id. Answer 204 without a body when the product is gone,
//    and 404 when there was none.

app.listen(3000, () => {
  console.log('Listening on http://localhost:3000');
});
