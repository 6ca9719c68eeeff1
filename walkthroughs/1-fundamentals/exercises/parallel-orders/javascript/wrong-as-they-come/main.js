const { readFileSync } = require('node:fs');
const { askPrice } = require('./supplier');

async function askAll(products) {
  const prices = [];
  await Promise.all(
    products.map(async (product) => {
      prices.push(await askPrice(product));
    }),
  );
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
