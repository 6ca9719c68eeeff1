const express = require('express');
const app = express();

app.get('/a', (req, res) => {
  res.send(`<a href="${req.query.to}">Go on</a>`); // finds cross-site-scripting (error)
});
