const fs = require('node:fs');
const path = require('node:path');
const express = require('express');

const app = express();
const folder = path.join(__dirname, 'reports');

app.get('/reports', (request, response) => {
  const name = String(request.query.name);
  const file = path.join(folder, name);
  if (!fs.existsSync(file) || !fs.statSync(file).isFile()) {
    response.status(404).send('There is no such report.');
    return;
  }
  response.type('text/plain').send(fs.readFileSync(file, 'utf8'));
});

const port = process.env.PORT ?? 3000;
app.listen(port, '127.0.0.1', () => console.log(`Listening on http://127.0.0.1:${port}`));
