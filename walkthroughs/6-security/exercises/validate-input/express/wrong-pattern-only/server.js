const { DatabaseSync } = require('node:sqlite');
const express = require('express');

const app = express();
app.use(express.json());

const db = new DatabaseSync(':memory:');
db.exec('CREATE TABLE bookings (id INTEGER PRIMARY KEY, name TEXT, guests INTEGER, day TEXT)');

app.get('/bookings', (request, response) => {
  response.json(db.prepare('SELECT id, name, guests, day FROM bookings').all());
});

function isDay(value) {
  return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value);
}

function findErrors({ name, guests, day }) {
  const errors = {};
  if (typeof name !== 'string' || name.trim() === '' || name.length > 40) {
    errors.name = 'A text of 1 to 40 characters.';
  }
  if (!Number.isInteger(guests) || guests < 1 || guests > 8) {
    errors.guests = 'A whole number from 1 to 8.';
  }
  if (!isDay(day)) errors.day = 'A day such as 2026-03-14.';
  return errors;
}

app.post('/bookings', (request, response) => {
  const { name, guests, day } = request.body;
  const errors = findErrors({ name, guests, day });
  if (Object.keys(errors).length > 0) {
    response.status(400).json({ errors });
    return;
  }
  const insert = db.prepare('INSERT INTO bookings (name, guests, day) VALUES (?, ?, ?)');
  const { lastInsertRowid } = insert.run(name, guests, day);
  response.status(201).json({ id: lastInsertRowid, name, guests, day });
});

const port = process.env.PORT ?? 3000;
app.listen(port, '127.0.0.1', () => console.log(`Listening on http://127.0.0.1:${port}`));
