const { readFileSync } = require('node:fs');

function linePrice(price, quantity) {
  return price * quantity;
}

function withDiscount(total, percent) {
  return Math.round((total * (100 - percent)) / 100);
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
