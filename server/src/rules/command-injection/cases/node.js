const express = require('express');
const { exec, execFile, spawn } = require('child_process');
const app = express();

app.get('/a', (req, res) => {
  const name = req.query.name;
  exec('convert ' + name); // finds command-injection
  exec(`convert ${name} out.png`, { timeout: 1000 }); // finds command-injection
  execFile('convert', [name]);
  execFile('convert', ['-size', name], { shell: true }); // finds command-injection
  spawn('sh', ['-c', 'convert ' + name]); // finds command-injection
  spawn(name, []); // finds command-injection
  spawn('convert ' + name, { shell: true }); // finds command-injection
  res.end();
});

exports.convert = (file) => exec('convert ' + file); // finds command-injection (warning)
exports.run = (command) => exec(command); // finds command-injection (hint)

function clean() {
  exec('rm -r build');
}
