const { readFileSync } = require('node:fs');
const { askPrice } = require('./supplier');

async function askAll(products) {
  // TODO: ask for all products at once, and keep their order.
  const prices = [];
  for (const product of products) {
    prices.push(await askPrice(product));
  }
  return prices;
}

async function main() {
  const products = readFileSync(0, 'utf8').split(/\s+/).filter((word) => word !== '');
  const prices = await askAll(products);
  products.forEach((product, index) => {
    console.log(`${product}: ${prices[index]}`);
  });
  console.log(`Total: ${prices.reduce((sum, price) => sum + price, 0)}`);
}

main();
