const express = require('express');
const mongoose = require('mongoose');

const User = mongoose.model('User', {});
const app = express();

app.post('/login', async (req, res) => {
  const { name } = req.body;
  const user = await User.findOne({ name, password: req.body.password }); // finds nosql-injection (warning)
  const older = await User.find({ age: { $gt: req.body.age }, $or: [{ a: 1 }] }); // finds nosql-injection (warning)
  const filter = { name: req.body.name };
  await User.updateOne(filter, { seen: true }); // finds nosql-injection (warning)
  await User.find({ $where: `this.name == '${req.body.name}'` }); // finds nosql-injection
  res.json([user, older, await User.find(req.body)]); // finds nosql-injection
});
