const express = require('express');
const app = express();

app.post('/', (req, res) => {
  req.session.plan = req.body.plan; // finds trust-boundary (warning)
  req.session[req.body.key] = 1; // finds trust-boundary (warning)
  req.session.count = Number(req.body.count);
  req.session.seen = true;
  if (['a', 'b'].includes(req.body.plan)) req.session.plan = req.body.plan;
  req.session.username = req.body.username; // finds session-fixation (warning)
});
