const { readFileSync } = require('node:fs');

function countOf(words, wanted) {
  // TODO: go through the words and count those that equal `wanted`.
  return 0;
}

function longestWord(words) {
  // TODO: go through the words and keep the longest so far.
  return '';
}

const [wanted, text] = readFileSync(0, 'utf8').split('\n');
const words = text.split(' ').filter((word) => word !== '');
console.log(`Count: ${countOf(words, wanted)}`);
console.log(`Longest: ${longestWord(words)}`);
