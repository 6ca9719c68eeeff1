const express = require('express');
const app = express();

app.get('/a', async (req, res) => {
  try {
    res.json(await load());
  } catch (error) {
    console.error(error);
    res.status(500).json({ message: 'Something went wrong' }); // finds error-details-exposed (hint)
  }
});
app.get('/b', async (req, res) => {
  try {
    res.json(await load());
  } catch (error) {
    console.error(error);
    res.status(500).send('Something went wrong'); // finds error-details-exposed (warning)
  }
});
app.use((error, req, res, next) => {
  if (process.env.NODE_ENV !== 'production') return res.status(500).send(error.stack);
  res.status(500).send('Something went wrong.');
});
class HttpError extends Error {}
app.use((error, req, res, next) => {
  if (error instanceof HttpError) return res.status(400).send(error.message);
  res.status(500).send('Something went wrong.');
});
app.use((error, req, res, next) => {
  if (error instanceof TypeError) return res.status(400).send(error.message); // finds error-details-exposed (hint)
  res.status(500).send('Something went wrong.');
});
