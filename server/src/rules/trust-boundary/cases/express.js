const express = require('express');
const app = express();

app.post('/', (req, res) => {
  req.session.plan = req.body.plan; // finds trust-boundary (warning)
  req.session[req.body.key] = 1; // finds trust-boundary (warning)
  req.session.count = Number(req.body.count);
  req.session.seen = true;
  if (['a', 'b'].includes(req.body.plan)) req.session.plan = req.body.plan;
});

// Nobody asks for a password before the name is believed.
app.post('/name', (req, res) => {
  const { username } = req.body;
  req.session.username = username; // finds trust-boundary (warning), session-fixation (warning)
});

app.post('/enter', (req, res) => {
  if (!isRight(req.body.username, req.body.password)) return res.sendStatus(403);
  req.session.username = req.body.username; // finds session-fixation (warning)
});
