const Database = require('better-sqlite3');
const { products, adminPhrase } = require('./seed');

const db = new Database(process.env.DATABASE);

async function open() {
  db.exec(`
    CREATE TABLE IF NOT EXISTS products (id INTEGER PRIMARY KEY, name TEXT, price INTEGER);
    CREATE TABLE IF NOT EXISTS users (
      id INTEGER PRIMARY KEY, name TEXT UNIQUE, password TEXT, role TEXT, bio TEXT, secret TEXT
    );
  `);
  if (db.prepare('SELECT id FROM users').get()) return;
  for (const { name, price } of products) {
    db.prepare('INSERT INTO products (name, price) VALUES (?, ?)').run(name, price);
  }
  await addUser('admin', process.env.ADMIN_PASSWORD, 'admin');
  db.prepare("UPDATE users SET secret = ? WHERE name = 'admin'").run(adminPhrase);
}

async function findProducts(search) {
  return db.prepare("SELECT * FROM products WHERE name LIKE '%" + search + "%'").all();
}

async function addUser(name, password, role) {
  db.prepare("INSERT INTO users (name, password, role, bio) VALUES (?, ?, ?, '')").run(name, password, role);
}

async function findUser(name) {
  return db.prepare('SELECT * FROM users WHERE name = ?').get(name);
}

async function saveUser(user) {
  db.prepare('UPDATE users SET name = ?, role = ?, bio = ? WHERE id = ?').run(user.name, user.role, user.bio, user.id);
}

module.exports = { open, findProducts, addUser, findUser, saveUser };
