const { readFileSync } = require('node:fs');

function levelOf(status) {
  if (status >= 500) return 'error';
  if (status >= 400) return 'warn';
  return 'info';
}

function hideToken(path) {
  return path.replace(/([?&]token=)[^&]*/g, '$1***');
}

function entryFor({ requestId, user, password, path, status, ms }) {
  return { level: levelOf(status), requestId, user, password, path: hideToken(path), status, ms };
}

const lines = readFileSync(0, 'utf8').split('\n').filter(Boolean);
for (const line of lines) {
  const [requestId, user, password, status, ms, path] = line.split(' ');
  const request = { requestId, user, password, path, status: Number(status), ms: Number(ms) };
  console.log(JSON.stringify(entryFor(request)));
}
