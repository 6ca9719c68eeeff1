const express = require('express');
const vm = require('vm');
const app = express();

app.get('/a', (req, res) => {
  eval(req.query.code); // finds code-injection
  new Function('return ' + req.query.code); // finds code-injection
  vm.runInNewContext(req.query.code); // finds code-injection
  setTimeout(req.query.code, 10); // finds code-injection
  setTimeout(() => res.end(), Number(req.query.wait));
  JSON.parse(req.query.code);
});

exports.run = (code) => eval(code); // finds code-injection (hint)
exports.add = (name) => eval('total.' + name); // finds code-injection (warning)
