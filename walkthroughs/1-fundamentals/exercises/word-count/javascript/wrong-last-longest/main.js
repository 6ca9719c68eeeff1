const { readFileSync } = require('node:fs');

function countOf(words, wanted) {
  let count = 0;
  for (const word of words) {
    if (word.toLowerCase() === wanted.toLowerCase()) count += 1;
  }
  return count;
}

function longestWord(words) {
  let longest = '';
  for (const word of words) {
    if (word.length >= longest.length) longest = word;
  }
  return longest;
}

const [wanted, text] = readFileSync(0, 'utf8').split('\n');
const words = text.split(' ').filter((word) => word !== '');
console.log(`Count: ${countOf(words, wanted)}`);
console.log(`Longest: ${longestWord(words)}`);
