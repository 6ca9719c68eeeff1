const express = require('express');
const mongoose = require('mongoose');
const app = express();
const User = mongoose.model('User', new mongoose.Schema({ name: String }));

app.post('/a/:id', async (req, res) => {
  await User.findOne(req.body); // finds nosql-injection
  await User.findOne({ name: req.body.name }); // finds nosql-injection (warning)
  await User.findOne({ name: String(req.body.name) });
  await User.findOne({ name: `${req.body.name}` });
  await User.findOne({ name: req.params.id });
  await User.findById(req.params.id);
  await User.find({ $where: `this.name === '${req.body.name}'` }); // finds nosql-injection
  await User.find({ name: { $eq: req.body.name } });
  res.end();
});
