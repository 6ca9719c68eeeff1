const { readFileSync } = require('node:fs');

/** Returns [lower, higher], or null when there is no pair. */
function findPair(prices, amount) {
  const known = new Set(prices);
  for (const price of prices) {
    const other = amount - price;
    if (known.has(other)) return [Math.min(price, other), Math.max(price, other)];
  }
  return null;
}

const [first, second = ''] = readFileSync(0, 'utf8').split('\n');
const prices = second === '' ? [] : second.split(' ').map(Number);
const pair = findPair(prices, Number(first));
console.log(pair ? pair.join(' ') : 'none');
