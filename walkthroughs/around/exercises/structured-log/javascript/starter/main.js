const { readFileSync } = require('node:fs');

function levelOf(status) {
  // TODO: 'error', 'warn' or 'info'.
  return '';
}

function hideToken(path) {
  // TODO: replace the value of the parameter token by ***.
  return path;
}

function entryFor({ requestId, user, path, status, ms }) {
  // TODO: an object with level, requestId, user, path, status and ms.
  return {};
}

const lines = readFileSync(0, 'utf8').split('\n').filter(Boolean);
for (const line of lines) {
  const [requestId, user, password, status, ms, path] = line.split(' ');
  const request = { requestId, user, password, path, status: Number(status), ms: Number(ms) };
  console.log(JSON.stringify(entryFor(request)));
}
