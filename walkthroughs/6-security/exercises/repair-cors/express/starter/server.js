const express = require('express');

const app = express();
app.use(express.json());

app.use((request, response, next) => {
  const { origin } = request.headers;
  if (origin !== undefined) {
    response.setHeader('Access-Control-Allow-Origin', origin);
    response.setHeader('Access-Control-Allow-Credentials', 'true');
  }
  if (request.method === 'OPTIONS') {
    response.setHeader('Access-Control-Allow-Methods', 'GET, PUT');
    response.setHeader('Access-Control-Allow-Headers', 'Content-Type');
    return response.sendStatus(204);
  }
  next();
});

// A real shop takes the account from the session.
const account = { name: 'Ada', address: 'Station Road 12' };

app.get('/account', (request, response) => {
  response.json(account);
});

app.put('/account', (request, response) => {
  account.address = String(request.body.address);
  response.json(account);
});

const port = process.env.PORT ?? 3000;
app.listen(port, '127.0.0.1', () => console.log(`Listening on http://127.0.0.1:${port}`));
