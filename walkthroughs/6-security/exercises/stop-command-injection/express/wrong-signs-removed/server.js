const { exec } = require('node:child_process');
const express = require('express');

const app = express();

app.get('/labels', (request, response) => {
  const name = String(request.query.name).replace(/[;&|"]/g, '');
  exec(`node label.js "${name}"`, (error, output) => {
    if (error) {
      response.status(500).send('The label could not be printed.');
      return;
    }
    response.type('text/plain').send(output);
  });
});

const port = process.env.PORT ?? 3000;
app.listen(port, '127.0.0.1', () => console.log(`Listening on http://127.0.0.1:${port}`));
