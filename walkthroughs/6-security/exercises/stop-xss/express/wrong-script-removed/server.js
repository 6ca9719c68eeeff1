const express = require('express');

const app = express();
app.use(express.urlencoded({ extended: false }));

const entries = [{ name: 'Ada', text: 'A friendly place.' }];

function clean(text) {
  return text.replaceAll('<script>', '').replaceAll('</script>', '');
}

function entryHtml(entry) {
  return `<li><b>${clean(entry.name)}</b> wrote: ${clean(entry.text)}</li>`;
}

function pageHtml(shown, q) {
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>Guest book</title></head>
<body>
<h1>Guest book</h1>
<form action="/"><input name="q" value="${clean(q)}"> <button>Search</button></form>
<ul>${shown.map(entryHtml).join('\n')}</ul>
<form action="/entries" method="post">
<label>Name <input name="name"></label>
<label>Text <input name="text"></label>
<button>Send</button>
</form>
</body>
</html>`;
}

app.get('/', (request, response) => {
  const q = String(request.query.q ?? '');
  const shown = entries.filter((entry) => entry.text.includes(q));
  response.send(pageHtml(shown, q));
});

app.post('/entries', (request, response) => {
  entries.push({ name: String(request.body.name), text: String(request.body.text) });
  response.redirect(303, '/');
});

const port = process.env.PORT ?? 3000;
app.listen(port, '127.0.0.1', () => console.log(`Listening on http://127.0.0.1:${port}`));
