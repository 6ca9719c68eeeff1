const path = require('node:path');
const { DatabaseSync } = require('node:sqlite');
const express = require('express');

const app = express();
app.use(express.json());

const db = new DatabaseSync(path.join(__dirname, 'shop.db'));
db.exec(`
  PRAGMA foreign_keys = ON;
  CREATE TABLE IF NOT EXISTS products (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    price INTEGER NOT NULL
  );
  CREATE TABLE IF NOT EXISTS reviews (
    id INTEGER PRIMARY KEY,
    product_id INTEGER NOT NULL REFERENCES products (id) ON DELETE CASCADE,
    stars INTEGER NOT NULL,
    text TEXT NOT NULL
  );
`);

const isText = (value) => typeof value === 'string' && value.trim() !== '';
const isProduct = ({ name, price }) => isText(name) && Number.isInteger(price) && price >= 0;
const isReview = ({ stars, text }) => [1, 2, 3, 4, 5].includes(stars) && isText(text);

function notFound(response) {
  response.status(404).json({ error: 'There is no such product.' });
}

function findProduct(id) {
  return db.prepare('SELECT id, name, price FROM products WHERE id = ?').get(id);
}

app.get('/products', (request, response) => {
  response.json(db.prepare('SELECT id, name, price FROM products ORDER BY id').all());
});

app.post('/products', (request, response) => {
  const { name, price } = request.body ?? {};
  if (!isProduct({ name, price })) {
    response.status(400).json({ error: 'A product has a name, and a price in whole cents.' });
    return;
  }
  const insert = db.prepare(`INSERT INTO products (name, price) VALUES ('${name}', ${price})`);
  const { lastInsertRowid: id } = insert.run();
  response.status(201).location(`/products/${id}`).json({ id, name, price });
});

app.get('/products/:id', (request, response) => {
  const product = findProduct(request.params.id);
  if (product === undefined) return notFound(response);
  const select = db.prepare('SELECT stars, text FROM reviews WHERE product_id = ? ORDER BY id');
  response.json({ ...product, reviews: select.all(product.id) });
});

app.put('/products/:id', (request, response) => {
  const { name, price } = request.body ?? {};
  if (!isProduct({ name, price })) {
    response.status(400).json({ error: 'A product has a name, and a price in whole cents.' });
    return;
  }
  const update = db.prepare('UPDATE products SET name = ?, price = ? WHERE id = ?');
  const { changes } = update.run(name, price, request.params.id);
  if (changes === 0) return notFound(response);
  response.json(findProduct(request.params.id));
});

app.delete('/products/:id', (request, response) => {
  const { changes } = db.prepare('DELETE FROM products WHERE id = ?').run(request.params.id);
  if (changes === 0) return notFound(response);
  response.status(204).end();
});

app.post('/products/:id/reviews', (request, response) => {
  const { stars, text } = request.body ?? {};
  if (!isReview({ stars, text })) {
    response.status(400).json({ error: 'A review has 1 to 5 stars and a text.' });
    return;
  }
  const product = findProduct(request.params.id);
  if (product === undefined) return notFound(response);
  const insert = db.prepare('INSERT INTO reviews (product_id, stars, text) VALUES (?, ?, ?)');
  insert.run(product.id, stars, text);
  response.status(201).json({ stars, text });
});

const port = process.env.PORT ?? 3000;
app.listen(port, '127.0.0.1', () => console.log(`Listening on http://127.0.0.1:${port}`));
