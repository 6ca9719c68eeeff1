const { setTimeout: wait } = require('node:timers/promises');

/**
 * Asks a supplier, somewhere far away, for the price of a product.
 * Returns a promise at once. The answer takes a while: the shorter the name, the longer.
 */
async function askPrice(product) {
  await wait(Math.max(200, 1100 - 100 * product.length));
  return [...product].reduce((sum, letter) => sum + letter.charCodeAt(0), 0);
}

module.exports = { askPrice };
