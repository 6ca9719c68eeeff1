const { readFileSync } = require('node:fs');
const { receipt } = require('./order');

const items = readFileSync(0, 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => {
    const [quantity, product] = line.split(' ');
    return { product, quantity: Number(quantity) };
  });

for (const line of receipt(items)) console.log(line);
