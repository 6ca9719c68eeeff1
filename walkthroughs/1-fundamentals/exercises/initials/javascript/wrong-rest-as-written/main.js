const { readFileSync } = require('node:fs');

function capitalized(word) {
  const trimmed = word.trim();
  return trimmed[0].toUpperCase() + trimmed.slice(1);
}

function initials(first, last) {
  return `${capitalized(first)[0]}.${capitalized(last)[0]}.`;
}

for (const line of readFileSync(0, 'utf8').trimEnd().split('\n')) {
  const [first, last] = line.split(',');
  console.log(`${initials(first, last)} (${capitalized(first)} ${capitalized(last)})`);
}
