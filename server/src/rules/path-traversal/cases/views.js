const app = require('express')();

app.get('/page', (req, res) => {
  res.render(`pages/${req.query.name}`); // finds path-traversal
});

app.get('/fixed', (req, res) => {
  res.render('pages/home', { name: req.query.name });
});

const names = ['home', 'about'];
app.get('/chosen', (req, res) => {
  if (!names.includes(req.query.name)) return res.sendStatus(404);
  res.render(`pages/${req.query.name}`);
});
