const { readFileSync } = require('node:fs');

function linePrice(price, quantity) {
  // TODO: return what `quantity` pieces at `price` cents cost.
  return 0;
}

function withDiscount(total, percent) {
  // TODO: return what is left of `total` with `percent` percent off, in whole cents.
  return total;
}

function formatCents(cents) {
  return (cents / 100).toFixed(2);
}

const [discount, ...lines] = readFileSync(0, 'utf8').trim().split('\n');
let sum = 0;
for (const line of lines) {
  const [quantity, price] = line.split(' ').map(Number);
  const cost = linePrice(price, quantity);
  sum += cost;
  console.log(`${quantity} x ${formatCents(price)} = ${formatCents(cost)}`);
}
console.log(`Sum: ${formatCents(sum)}`);
console.log(`You pay: ${formatCents(withDiscount(sum, Number(discount)))}`);
