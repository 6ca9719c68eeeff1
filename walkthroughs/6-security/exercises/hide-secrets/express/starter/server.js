const crypto = require('node:crypto');
const express = require('express');

const app = express();
const signingKey = '8f2Kq0ZrT5vXw1LmB7nC';

const receipts = [
  { number: 7, cents: 1250 },
  { number: 8, cents: 499 },
];

function sign({ number, cents }) {
  return crypto.createHmac('sha256', signingKey).update(`${number}:${cents}`).digest('hex');
}

app.get('/receipts/:number', (request, response) => {
  const receipt = receipts.find(({ number }) => number === Number(request.params.number));
  if (receipt === undefined) {
    response.status(404).json({ error: 'There is no such receipt.' });
    return;
  }
  response.json({ ...receipt, signature: sign(receipt) });
});

const port = process.env.PORT ?? 3000;
app.listen(port, '127.0.0.1', () => console.log(`Listening on http://127.0.0.1:${port}`));
