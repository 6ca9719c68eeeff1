const { readFileSync } = require('node:fs');

/** Returns [position, steps]; the position is -1 when the number is not there. */
function search(numbers, wanted) {
  // TODO: halve the part that is left until the number is found, and count the steps.
  return [-1, 0];
}

const [first, second] = readFileSync(0, 'utf8').split('\n');
const [start, gap, count] = first.split(' ').map(Number);
const numbers = Array.from({ length: count }, (_, i) => start + i * gap);
for (const wanted of second.split(' ').map(Number)) {
  const [position, steps] = search(numbers, wanted);
  const found = position < 0 ? 'missing' : `at ${position}`;
  console.log(`${wanted} ${found}, steps: ${steps}`);
}
