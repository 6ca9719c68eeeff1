const express = require('express');
const { exec, execSync, spawn } = require('child_process');
const app = express();
const dir = '/srv/files';
app.get('/a', (req, res) => {
  exec(`wc -c ${req.query.file}`, { cwd: dir }, (error, stdout) => res.send(stdout)); // finds command-injection
});
app.get('/b', (req, res) => {
  const { host } = req.query;
  const cmd = 'ping -c 2 ' + host;
  exec(cmd, (error, stdout) => res.send(stdout)); // finds command-injection
});
app.get('/c', (req, res) => {
  execSync('convert "' + req.query.file + '.png" -resize 10x10 out.png'); // finds command-injection
  res.end();
});
app.get('/d', (req, res) => {
  exec(`cat ${req.query.file} | wc -l`, (error, stdout) => res.send(stdout)); // finds command-injection
});
app.get('/e', (req, res) => {
  spawn(`ls -la ${req.query.dir}`, { shell: true }).stdout.pipe(res); // finds command-injection
});
app.get('/f', (req, res) => {
  spawn('sh', ['-c', `grep ${req.query.word} /srv/words | head -5`]).stdout.pipe(res); // finds command-injection
});
app.get('/g', (req, res) => {
  exec(req.query.command, (error, stdout) => res.send(stdout)); // finds command-injection
});
app.get('/h', (req, res) => {
  spawn('bash', ['-c', 'ls ' + req.query.dir]).stdout.pipe(res); // finds command-injection
});
