const express = require('express');
const { exec, execFile, execFileSync, spawn } = require('child_process');
const app = express();
const dir = '/srv/files';
app.get('/a', (req, res) => {
  execFile('wc', ['-c', '--', req.query.file], { cwd: dir }, (error, stdout) => res.send(stdout)); // finds command-injection
});
app.get('/b', (req, res) => {
  const { host } = req.query;
  execFile('ping', ['-c', '2', host], (error, stdout) => res.send(stdout)); // finds command-injection
});
app.get('/c', (req, res) => {
  execFileSync('convert', [`${req.query.file}.png`, '-resize', '10x10', 'out.png']); // finds command-injection
  res.end();
});
app.get('/d', (req, res) => {
  execFile('sh', ['-c', 'cat "$1" | wc -l', 'sh', req.query.file], (error, stdout) => res.send(stdout)); // finds command-injection
});
app.get('/e', (req, res) => {
  spawn('ls', ['-la', '--', req.query.dir]).stdout.pipe(res); // finds command-injection
});
app.get('/f', (req, res) => {
  spawn('sh', ['-c', 'grep "$1" /srv/words | head -5', 'sh', req.query.word]).stdout.pipe(res); // finds command-injection
});
app.get('/g', (req, res) => {
  const givenCommand = req.query.command;
  if (!['status', 'version'].includes(givenCommand)) {
    return res.status(400).send('Unknown command');
  }
  exec(givenCommand, (error, stdout) => res.send(stdout)); // finds command-injection
});
app.get('/h', (req, res) => {
  spawn('ls', ['--', req.query.dir]).stdout.pipe(res); // finds command-injection
});
