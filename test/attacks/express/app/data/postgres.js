const { Pool } = require('pg');
const { products, adminPhrase } = require('./seed');

const pool = new Pool({ connectionString: process.env.DATABASE_URL });

async function open() {
  await pool.query(`
    CREATE TABLE IF NOT EXISTS products (id SERIAL PRIMARY KEY, name TEXT, price INTEGER);
    CREATE TABLE IF NOT EXISTS users (
      id SERIAL PRIMARY KEY, name TEXT UNIQUE, password TEXT, role TEXT, bio TEXT, secret TEXT
    );
  `);
  const { rows } = await pool.query('SELECT id FROM users');
  if (rows.length > 0) return;
  for (const { name, price } of products) {
    await pool.query('INSERT INTO products (name, price) VALUES ($1, $2)', [name, price]);
  }
  await addUser('admin', process.env.ADMIN_PASSWORD, 'admin');
  await pool.query("UPDATE users SET secret = $1 WHERE name = 'admin'", [adminPhrase]);
}

async function findProducts(search) {
  const { rows } = await pool.query(`SELECT * FROM products WHERE name LIKE '%${search}%'`);
  return rows;
}

async function addUser(name, password, role) {
  await pool.query("INSERT INTO users (name, password, role, bio) VALUES ($1, $2, $3, '')", [name, password, role]);
}

async function findUser(name) {
  const { rows } = await pool.query('SELECT * FROM users WHERE name = $1', [name]);
  return rows[0];
}

async function saveUser(user) {
  await pool.query('UPDATE users SET name = $1, role = $2, bio = $3 WHERE id = $4', [
    user.name,
    user.role,
    user.bio,
    user.id,
  ]);
}

module.exports = { open, findProducts, addUser, findUser, saveUser };
