const express = require('express');
const { User } = require('./models');
const app = express();

app.post('/1', async (req, res) => {
  await User.create(req.body); // finds mass-assignment (warning)
  await User.create({ ...req.body, role: 'guest' }); // finds mass-assignment (warning)
  await User.create({ name: req.body.name });
  await User.create(req.body, { fields: ['name'] });
  await stripe.customers.create(req.body);
  const user = await User.findByPk(1);
  Object.assign(user, req.body); // finds mass-assignment (warning)
  const copy = Object.assign({}, req.body);
});
