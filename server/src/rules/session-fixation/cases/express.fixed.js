const express = require('express');
const app = express();

app.post('/enter', async (req, res) => {
  const user = await findUser(req.body.email);
  req.session.regenerate(() => {
    req.session.userId = user.id; // finds session-fixation (warning)
    req.session.views = 1;
    res.redirect('/');
  });
});
app.post('/leave', (req, res) => {
  req.session.userId = null;
  res.redirect('/');
});
