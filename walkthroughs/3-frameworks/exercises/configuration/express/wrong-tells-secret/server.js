const express = require('express');
const books = require('./books.json');

/** @throws {Error} that names the variable with a wrong value */
function readSettings(env) {
  const name = env.SHOP_NAME ?? 'Library';

  const pageSize = Number(env.PAGE_SIZE ?? 5);
  if (!Number.isInteger(pageSize) || pageSize < 1 || pageSize > 100) {
    throw new Error('PAGE_SIZE must be a whole number from 1 to 100.');
  }

  const showYears = env.SHOW_YEARS ?? 'true';
  if (showYears !== 'true' && showYears !== 'false') {
    throw new Error('SHOW_YEARS must be true or false.');
  }

  const secretKey = env.SECRET_KEY ?? '';
  if (secretKey.length < 32) throw new Error('SECRET_KEY must have at least 32 characters.');

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
console.log('Settings:', settings);

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
