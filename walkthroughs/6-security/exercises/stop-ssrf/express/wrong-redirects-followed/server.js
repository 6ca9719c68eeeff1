const express = require('express');

const app = express();
const partners = (process.env.PARTNERS ?? '').split(',');

app.get('/preview', async (request, response) => {
  const url = URL.parse(String(request.query.url));
  if (!partners.includes(url?.origin) || url.username !== '') return response.sendStatus(400);
  try {
    const answer = await fetch(url);
    if (!answer.ok) return response.sendStatus(502);
    const [, title = ''] = /<title>(.*?)<\/title>/.exec(await answer.text()) ?? [];
    response.json({ title });
  } catch {
    response.sendStatus(502);
  }
});

const port = process.env.PORT ?? 3000;
app.listen(port, '127.0.0.1', () => console.log(`Listening on http://127.0.0.1:${port}`));
