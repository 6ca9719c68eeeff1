/** Each case: weight in grams, value of the goods in cents, the right price in cents. */
const cases = [
  [1000, 1000, 490],
  // TODO: more cases.
];

module.exports = { cases };
