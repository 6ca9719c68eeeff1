const { readFileSync } = require('node:fs');

function parseQuantity(text) {
  if (!/^[0-9]{1,2}$/.test(text) || Number(text) === 0) {
    throw new Error('write a whole number from 1 to 99');
  }
  return Number(text);
}

const texts = readFileSync(0, 'utf8').replace(/\n$/, '').split('\n');
let total = 0;
for (const text of texts) {
  try {
    total += parseQuantity(text);
    console.log(`[${text}] accepted`);
  } catch (error) {
    console.log(`[${text}] refused: ${error.message}`);
  }
}
console.log(`Total: ${total}`);
