const { readFileSync } = require('node:fs');

function shippingCost(total, country, isExpress) {
  if (total >= 5000) return 0;
  let cost = 1299;
  if (country === 'US') cost = 499;
  if (country === 'CA') cost = 899;
  return isExpress ? cost + 1000 : cost;
}

for (const line of readFileSync(0, 'utf8').split('\n')) {
  const [total, country, speed] = line.trim().split(' ');
  if (country === undefined) continue; // an empty line
  const cost = shippingCost(Number(total), country, speed === 'express');
  console.log(`${country} ${total} ${speed}: ${cost}`);
}
