const { readFileSync } = require('node:fs');

function capitalized(word) {
  return word[0].toUpperCase() + word.slice(1).toLowerCase();
}

function initials(first, last) {
  return `${capitalized(first)[0]}.${capitalized(last)[0]}.`;
}

for (const line of readFileSync(0, 'utf8').trimEnd().split('\n')) {
  const [first, last] = line.split(',');
  console.log(`${initials(first, last)} (${capitalized(first)} ${capitalized(last)})`);
}
