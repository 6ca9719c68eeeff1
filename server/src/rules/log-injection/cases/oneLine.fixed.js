const express = require('express');
const app = express();

app.get('/a', (req, res) => {
  console.log('search', JSON.stringify(req.query.q)); // finds log-injection (hint)
  console.log(`search for ${String(req.query.q).replace(/[\r\n]/g, ' ')}`); // finds log-injection (hint)
  console.log('search for ' + String(req.query.q || 'all').replace(/[\r\n]/g, ' ')); // finds log-injection (hint)
  res.end();
});
