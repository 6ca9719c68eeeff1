const { readFileSync } = require('node:fs');
const { cases } = require('./cases');
const { programs } = require('./programs');

for (const name of readFileSync(0, 'utf8').trim().split(/\s+/)) {
  const priceOf = programs[name];
  const passes = cases.every(([grams, cents, price]) => priceOf(grams, cents) === price);
  console.log(`${name}: ${passes ? 'passes' : 'caught'}`);
}
