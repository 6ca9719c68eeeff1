const express = require('express');

const app = express();
app.use(express.json());

// A real shop keeps members in a database and takes the id from the session.
const member = { id: 1, name: 'Ada', city: 'Oslo', role: 'member', credit: 0 };

app.get('/profile', (request, response) => {
  response.json(member);
});

app.patch('/profile', (request, response) => {
  const { name, city } = request.body;
  if (typeof name === 'string') member.name = name;
  if (typeof city === 'string') member.city = city;
  response.json(member);
});

const port = process.env.PORT ?? 3000;
app.listen(port, '127.0.0.1', () => console.log(`Listening on http://127.0.0.1:${port}`));
