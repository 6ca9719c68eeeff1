const express = require('express');
const mongoose = require('mongoose');
const data = require('./data');
const app = express();
const schema = new mongoose.Schema({ title: String, text: String, isAdmin: Boolean });
const Note = mongoose.model('Note', schema);
app.post('/profile', async (req, res) => {
  const user = await data.findUser(req.session.name);
  Object.assign(user, req.body); // finds mass-assignment (warning)
  await data.saveUser(user);
  res.json({ name: user.name, bio: user.bio });
});
app.post('/notes', async (req, res) => {
  const note = await Note.create(req.body); // finds mass-assignment (warning)
  res.json({ id: note.id });
});
app.post('/more', async (req, res) => {
  await Note.create({ ...req.body, owner: req.session.name }); // finds mass-assignment (warning)
  res.end();
});
