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
