const { readFileSync } = require('node:fs');

function shippingCost(total, country, isExpress) {
  // TODO: decide what it costs, by the rules of the task.
  return 1299;
}

for (const line of readFileSync(0, 'utf8').split('\n')) {
  const [total, country, speed] = line.trim().split(' ');
  if (country === undefined) continue; // an empty line
  const cost = shippingCost(Number(total), country, speed === 'express');
  console.log(`${country} ${total} ${speed}: ${cost}`);
}
