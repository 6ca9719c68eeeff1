const { readFileSync } = require('node:fs');

function shippingCost(total, country, isExpress) {
  let cost = 1299;
  if (total > 5000) {
    cost = 0;
  } else if (country === 'US') {
    cost = 499;
  } else if (country === 'CA') {
    cost = 899;
  }
  return isExpress ? cost + 1000 : cost;
}

for (const line of readFileSync(0, 'utf8').split('\n')) {
  const [total, country, speed] = line.trim().split(' ');
  if (country === undefined) continue; // an empty line
  const cost = shippingCost(Number(total), country, speed === 'express');
  console.log(`${country} ${total} ${speed}: ${cost}`);
}
