const { readFileSync } = require('node:fs');

/** Returns [lower, higher], or null when there is no pair. */
function findPair(prices, amount) {
  for (let i = 0; i < prices.length; i++) {
    for (let j = i + 1; j < prices.length; j++) {
      if (prices[i] + prices[j] === amount) {
        return [Math.min(prices[i], prices[j]), Math.max(prices[i], prices[j])];
      }
    }
  }
  return null;
}

const [first, second = ''] = readFileSync(0, 'utf8').split('\n');
const prices = second === '' ? [] : second.split(' ').map(Number);
const pair = findPair(prices, Number(first));
console.log(pair ? pair.join(' ') : 'none');
