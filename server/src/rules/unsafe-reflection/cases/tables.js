const app = require('express')();
const tasks = require('./tasks');

app.get('/run', (req, res) => {
  tasks[req.query.task](); // finds unsafe-reflection (warning)
  res.sendStatus(204);
});

app.get('/own', (req, res) => {
  if (!Object.hasOwn(tasks, req.query.task)) return res.sendStatus(404);
  tasks[req.query.task]();
  res.sendStatus(204);
});

app.get('/named', (req, res) => {
  const { task } = req.query;
  if (!['tidy', 'count'].includes(task)) return res.sendStatus(404);
  tasks[task]();
  res.sendStatus(204);
});

app.get('/prefix', (req, res) => {
  tasks[`task_${req.query.task}`]();
  res.sendStatus(204);
});

const list = [tasks.tidy, tasks.count];
app.get('/list', (req, res) => {
  list[Number(req.query.i)]();
  res.sendStatus(204);
});
