const { readFileSync } = require('node:fs');

function capitalized(word) {
  // TODO: remove spaces at the ends, make the first letter a capital and the rest small.
  return word;
}

function initials(first, last) {
  // TODO: return the two first letters as capitals, a dot after each: A.L.
  return '';
}

for (const line of readFileSync(0, 'utf8').trimEnd().split('\n')) {
  const [first, last] = line.split(',');
  console.log(`${initials(first, last)} (${capitalized(first)} ${capitalized(last)})`);
}
