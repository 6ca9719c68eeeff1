const path = require('node:path');
const { DatabaseSync } = require('node:sqlite');
const express = require('express');
const firstProducts = require('./products.json');

const app = express();
app.use(express.json());

const db = new DatabaseSync(path.join(__dirname, 'shop.db'));
db.exec(`
  CREATE TABLE IF NOT EXISTS products (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL,
    category TEXT NOT NULL,
    price INTEGER NOT NULL CHECK (price >= 0),
    stock INTEGER NOT NULL CHECK (stock >= 0)
  )
`);
fillWhenEmpty();

function fillWhenEmpty() {
  const { count } = db.prepare('SELECT count(*) AS count FROM products').get();
  if (count > 0) return;
  const insert = db.prepare(
    'INSERT INTO products (id, name, category, price, stock) VALUES (?, ?, ?, ?, ?)',
  );
  // All of them or none: a crash must not leave half a list.
  db.exec('BEGIN');
  for (const { id, name, category, price, stock } of firstProducts) {
    insert.run(id, name, category, price, stock);
  }
  db.exec('COMMIT');
}

/** An error that the client may read. */
class HttpError extends Error {
  constructor(status, message) {
    super(message);
    this.status = status;
  }
}

// The list: parameters, conditions, one page.

const MOST = 999_999_999;

/** What can be sorted by, and how that is said in SQL. */
const ORDERS = new Map([
  ['price', 'price, id'],
  ['-price', 'price DESC, id'],
  ['name', 'name, id'],
  ['-name', 'name DESC, id'],
]);

function readNumber(query, name, low, high) {
  const text = query[name];
  if (text === undefined) return undefined;
  const isInside = /^\d{1,9}$/.test(text) && Number(text) >= low && Number(text) <= high;
  if (!isInside) {
    throw new HttpError(400, `${name} must be a whole number from ${low} to ${high}.`);
  }
  return Number(text);
}

function readText(query, name) {
  const text = query[name];
  // A parameter that is sent twice is a list.
  if (Array.isArray(text)) throw new HttpError(400, `${name} must be there only once.`);
  return text;
}

function readOrder(query) {
  if (query.sort === undefined) return 'id';
  const order = ORDERS.get(query.sort);
  if (order === undefined) {
    throw new HttpError(400, `sort must be one of ${[...ORDERS.keys()].join(', ')}.`);
  }
  return order;
}

function readFilters(query) {
  return {
    category: readText(query, 'category'),
    search: readText(query, 'search'),
    minPrice: readNumber(query, 'minPrice', 0, MOST),
    maxPrice: readNumber(query, 'maxPrice', 0, MOST),
  };
}

/** A pattern for LIKE in which % and _ mean themselves. */
function likePattern(text) {
  return `%${text.replace(/[!%_]/g, '!$&')}%`;
}

function conditionsFor({ category, search, minPrice, maxPrice }) {
  const conditions = ['TRUE'];
  const values = [];
  const add = (condition, value) => {
    conditions.push(condition);
    values.push(value);
  };
  if (category !== undefined) add('category = ?', category);
  if (minPrice !== undefined) add('price >= ?', minPrice);
  if (maxPrice !== undefined) add('price <= ?', maxPrice);
  // LIKE does not care about capitals.
  if (search !== undefined) add("name LIKE ? ESCAPE '!'", likePattern(search));
  return { where: conditions.join(' AND '), values };
}

app.get('/products', (request, response) => {
  const { query } = request;
  const { where, values } = conditionsFor(readFilters(query));
  const order = readOrder(query);
  const page = readNumber(query, 'page', 1, MOST) ?? 1;
  const perPage = readNumber(query, 'perPage', 1, 50) ?? 10;

  const count = db.prepare(`SELECT count(*) AS total FROM products WHERE ${where}`);
  const { total } = count.get(...values);
  const select = db.prepare(`
    SELECT id, name, category, price, stock FROM products
    WHERE ${where} ORDER BY ${order} LIMIT ? OFFSET ?
  `);
  const items = select.all(...values, perPage, (page - 1) * perPage);
  response.json({ items, total, page, pages: Math.ceil(total / perPage) });
});

// One product.

function findProduct(id) {
  const select = db.prepare('SELECT id, name, category, price, stock FROM products WHERE id = ?');
  const product = select.get(id);
  if (product === undefined) throw new HttpError(404, 'There is no such product.');
  return product;
}

const isText = (value) => typeof value === 'string' && value.trim() !== '';
const isAmount = (value) => Number.isInteger(value) && value >= 0 && value <= MOST;

/** Only these four fields are taken over. Those that are not sent stay as they were. */
function parseProduct(body, before = {}) {
  if (typeof body !== 'object' || Array.isArray(body)) {
    throw new HttpError(400, 'Send a product as a JSON object.');
  }
  const { name, category, price, stock } = { ...before, ...body };
  if (!isText(name) || !isText(category)) {
    throw new HttpError(400, 'name and category must be texts.');
  }
  if (!isAmount(price) || !isAmount(stock)) {
    throw new HttpError(400, `price and stock must be whole numbers from 0 to ${MOST}.`);
  }
  return { name, category, price, stock };
}

function hasToken(request) {
  const given = request.get('Authorization') ?? '';
  return given.startsWith('Bearer ');
}

function requireToken(request, response, next) {
  if (!hasToken(request)) {
    response.set('WWW-Authenticate', 'Bearer');
    throw new HttpError(401, 'This needs the token of the shop.');
  }
  next();
}

app.get('/products/:id', (request, response) => {
  response.json(findProduct(request.params.id));
});

app.post('/products', requireToken, (request, response) => {
  const { name, category, price, stock } = parseProduct(request.body);
  const insert = db.prepare(
    'INSERT INTO products (name, category, price, stock) VALUES (?, ?, ?, ?)',
  );
  const { lastInsertRowid: id } = insert.run(name, category, price, stock);
  response.status(201).location(`/products/${id}`).json(findProduct(id));
});

app.patch('/products/:id', requireToken, (request, response) => {
  const { id, ...before } = findProduct(request.params.id);
  const { name, category, price, stock } = parseProduct(request.body, before);
  const update = db.prepare(
    'UPDATE products SET name = ?, category = ?, price = ?, stock = ? WHERE id = ?',
  );
  update.run(name, category, price, stock, id);
  response.json(findProduct(id));
});

app.delete('/products/:id', requireToken, (request, response) => {
  const { id } = findProduct(request.params.id);
  db.prepare('DELETE FROM products WHERE id = ?').run(id);
  response.status(204).end();
});

// Four parameters make it a handler of errors.
app.use((error, request, response, next) => {
  if (error instanceof HttpError) {
    response.status(error.status).json({ error: error.message });
    return;
  }
  // Express gives a status to what a client did wrong, such as a body that is no JSON.
  const { status = 500 } = error;
  if (status >= 500) console.error(error);
  const text = status >= 500 ? 'Something went wrong.' : 'This request cannot be read.';
  response.status(status).json({ error: text });
});

const port = process.env.PORT ?? 3000;
app.listen(port, '127.0.0.1', () => console.log(`Listening on http://127.0.0.1:${port}`));
