const express = require('express');
const books = require('./books.json');

/** @throws {Error} that names the variable with a wrong value */
function readSettings(env) {
  const name = env.SHOP_NAME ?? 'Library';

  const pageSize = Number(env.PAGE_SIZE ?? 5);

  const showYears = env.SHOW_YEARS ?? 'true';

  const secretKey = env.SECRET_KEY ?? '';

  return { name, pageSize, showYears: showYears === 'true', secretKey };
}

function readSettingsOrExit() {
  try {
    return readSettings(process.env);
  } catch (error) {
    console.error(error.message);
    process.exit(1);
  }
}

const settings = readSettingsOrExit();

const app = express();

app.get('/', (request, response) => {
  response.json({ name: settings.name, pageSize: settings.pageSize });
});

app.get('/books', (request, response) => {
  const page = books.slice(0, settings.pageSize);
  const withoutYear = ({ id, title, author }) => ({ id, title, author });
  response.json(settings.showYears ? page : page.map(withoutYear));
});

const port = process.env.PORT ?? 3000;
app.listen(port, '127.0.0.1', () => console.log(`Listening on http://127.0.0.1:${port}`));
