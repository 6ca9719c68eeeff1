const ejs = require('ejs');
const express = require('express');
const app = express();

app.get('/a', (req, res) => {
  res.send(ejs.render(`<h1>Hello, <%= name %></h1>`, { name: req.query.name })); // finds template-injection (error)
});
app.get('/b', (req, res) => {
  const { name } = req.query;
  res.send(ejs.render('<h1><%= name %></h1>', { title: 'Hello', name })); // finds template-injection (error)
});
