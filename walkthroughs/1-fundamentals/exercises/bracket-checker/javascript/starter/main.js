const { readFileSync } = require('node:fs');

const partners = { ')': '(', ']': '[', '}': '{' };

function check(text) {
  // TODO: keep the open brackets on a stack. partners[')'] is '('.
  return 'ok';
}

for (const line of readFileSync(0, 'utf8').trimEnd().split('\n')) {
  console.log(check(line));
}
