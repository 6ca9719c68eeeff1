const { readFileSync } = require('node:fs');

function parseQuantity(text) {
  // TODO: throw an Error unless the text is a whole number from 1 to 99; return the number.
  return 0;
}

const texts = readFileSync(0, 'utf8').replace(/\n$/, '').split('\n');
let total = 0;
for (const text of texts) {
  // TODO: catch the error, and print that the text is refused, and why.
  total += parseQuantity(text);
  console.log(`[${text}] accepted`);
}
console.log(`Total: ${total}`);
