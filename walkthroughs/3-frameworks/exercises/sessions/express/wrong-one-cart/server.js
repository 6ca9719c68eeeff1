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
    cookie: { httpOnly: true, sameSite: 'lax', secure: 'auto' },
  }),
);

let cart = {};

function cartOf(items) {
  const count = Object.values(items).reduce((sum, quantity) => sum + quantity, 0);
  return { items, count };
}

app.get('/cart', (request, response) => {
  response.json(cartOf(cart));
});

app.post('/cart', (request, response) => {
  const { product, quantity } = request.body ?? {};
  const isQuantity = Number.isInteger(quantity) && quantity >= 1 && quantity <= 20;
  if (!PRODUCTS.includes(product) || !isQuantity) {
    response.status(400).json({ error: 'Send a product, and a quantity from 1 to 20.' });
    return;
  }
  cart = { ...cart, [product]: (cart[product] ?? 0) + quantity };
  response.json(cartOf(cart));
});

app.delete('/cart/:product', (request, response) => {
  const { [request.params.product]: quantity, ...others } = cart;
  if (quantity === undefined) {
    response.status(404).json({ error: 'This product is not in the cart.' });
    return;
  }
  cart = others;
  response.json(cartOf(others));
});

app.post('/cart/clear', (request, response, next) => {
  request.session.regenerate((error) => {
    cart = {};
    if (error) next(error);
    else response.json(cartOf({}));
  });
});

const port = process.env.PORT ?? 3000;
app.listen(port, '127.0.0.1', () => console.log(`Listening on http://127.0.0.1:${port}`));
