// A guest book. Visitors write to it, and everybody reads what they wrote.
// To run it: node guest-book.js, then open http://localhost:3000
const http = require('node:http');

const entries = [{ name: 'Ada', text: 'A friendly place.' }];

function entryHtml(entry) {
  return `<li><b>${entry.name}</b> wrote: ${entry.text}</li>`;
}

function pageHtml() {
  return `<!doctype html>
<html lang="en">
  <head><meta charset="utf-8"><title>Guest book</title></head>
  <body>
    <h1>Guest book</h1>
    <ul>${entries.map(entryHtml).join('')}</ul>
    <form method="post">
      <label>Name <input name="name" required></label>
      <label>Text <input name="text" required></label>
      <button>Send</button>
    </form>
  </body>
</html>`;
}

// Your task
// 1. Run it and send this as text: <b style="color: red">I changed your page</b>
//    The browser took a visitor's text for HTML. A <script> would run in the same way.
// 2. Write a function escapeHtml(text) that replaces & by &amp; (first), < by &lt;, > by &gt;,
//    " by &quot; and ' by &#39;. Use it for the name and the text in entryHtml, and save.
// 3. Stop the program with Ctrl+C, start it again, and send the same text.

const server = http.createServer(async (request, response) => {
  if (request.method === 'POST') {
    const body = await readBody(request);
    if (body === undefined) {
      response.writeHead(413, { connection: 'close' }).end('The form is too long.');
      return;
    }
    const form = new URLSearchParams(body);
    entries.push({ name: form.get('name') ?? '', text: form.get('text') ?? '' });
    response.writeHead(303, { location: '/' }).end();
    return;
  }
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(pageHtml());
});

// Gives back undefined for a form that is too long.
async function readBody(request) {
  let body = '';
  for await (const piece of request) {
    if (body.length <= 10_000) body += piece;
  }
  return body.length <= 10_000 ? body : undefined;
}

server.listen(3000, '127.0.0.1', () => {
  console.log('Listening on http://localhost:3000');
});
