const express = require('express');
const app = express();

app.get('/a', (req, res) => {
  console.log('search', req.query.q); // finds log-injection (hint)
  console.log(`search for ${req.query.q}`); // finds log-injection (hint)
  console.log('search for ' + (req.query.q || 'all')); // finds log-injection (hint)
  res.end();
});
