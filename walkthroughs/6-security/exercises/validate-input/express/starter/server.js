const { DatabaseSync } = require('node:sqlite');
const express = require('express');

const app = express();
app.use(express.json());

const db = new DatabaseSync(':memory:');
db.exec('CREATE TABLE bookings (id INTEGER PRIMARY KEY, name TEXT, guests INTEGER, day TEXT)');

app.get('/bookings', (request, response) => {
  response.json(db.prepare('SELECT id, name, guests, day FROM bookings').all());
});

app.post('/bookings', (request, response) => {
  const { name, guests, day } = request.body;
  const insert = db.prepare('INSERT INTO bookings (name, guests, day) VALUES (?, ?, ?)');
  const { lastInsertRowid } = insert.run(name, guests, day);
  response.status(201).json({ id: lastInsertRowid, name, guests, day });
});

const port = process.env.PORT ?? 3000;
app.listen(port, '127.0.0.1', () => console.log(`Listening on http://127.0.0.1:${port}`));
