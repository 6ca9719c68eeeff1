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

function cartOf(items) {
  const count = Object.values(items).reduce((sum, quantity) => sum + quantity, 0);
  return { items, count };
}

app.get('/cart', (request, response) => {
  response.json(cartOf(request.session.items ?? {}));
});

app.post('/cart', (request, response) => {
  const { product, quantity } = request.body ?? {};
  const isQuantity = Number.isInteger(quantity) && quantity >= 1 && quantity <= 20;
  if (!PRODUCTS.includes(product) || !isQuantity) {
    response.status(400).json({ error: 'Send a product, and a quantity from 1 to 20.' });
    return;
  }
  const items = request.session.items ?? {};
  request.session.items = { ...items, [product]: (items[product] ?? 0) + quantity };
  response.json(cartOf(request.session.items));
});

app.delete('/cart/:product', (request, response) => {
  const { [request.params.product]: quantity, ...others } = request.session.items ?? {};
  if (quantity === undefined) {
    response.status(404).json({ error: 'This product is not in the cart.' });
    return;
  }
  request.session.items = others;
  response.json(cartOf(others));
});

app.post('/cart/clear', (request, response, next) => {
  request.session.regenerate((error) => {
    if (error) next(error);
    else response.json(cartOf({}));
  });
});

const port = process.env.PORT ?? 3000;
app.listen(port, '127.0.0.1', () => console.log(`Listening on http://127.0.0.1:${port}`));
