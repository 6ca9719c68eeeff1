const { readFileSync } = require('node:fs');

/** Returns [lower, higher], or null when there is no pair. */
function findPair(prices, amount) {
  // TODO: find the two prices that are the amount together.
  return null;
}

const [first, second = ''] = readFileSync(0, 'utf8').split('\n');
const prices = second === '' ? [] : second.split(' ').map(Number);
const pair = findPair(prices, Number(first));
console.log(pair ? pair.join(' ') : 'none');
