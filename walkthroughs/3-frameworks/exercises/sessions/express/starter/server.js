const crypto = require('node:crypto');
const express = require('express');
const session = require('express-session');

const PRODUCTS = ['pen', 'book', 'lamp'];

const app = express();
app.use(express.json());
app.use(
  session({
    secret: process.env.SESSION_SECRET ?? crypto.randomBytes(32).toString('hex'),
    resave: false,
    saveUninitialized: false,
    // TODO: options of the cookie.
  }),
);

function cartOf(items) {
  const count = Object.values(items).reduce((sum, quantity) => sum + quantity, 0);
  return { items, count };
}

app.get('/cart', (request, response) => {
  // TODO: answer the cart in the session.
  response.json(cartOf({}));
});

app.post('/cart', (request, response) => {
  // TODO: check the product and the quantity, and put them into the cart.
  response.json(cartOf({}));
});

app.delete('/cart/:product', (request, response) => {
  // TODO: take the product out, or answer 404.
  response.json(cartOf({}));
});

app.post('/cart/clear', (request, response) => {
  // TODO: begin a new session.
  response.json(cartOf({}));
});

const port = process.env.PORT ?? 3000;
app.listen(port, '127.0.0.1', () => console.log(`Listening on http://127.0.0.1:${port}`));
