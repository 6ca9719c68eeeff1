const { readFileSync } = require('node:fs');

/** Returns [position, steps]; the position is -1 when the number is not there. */
function search(numbers, wanted) {
  for (let i = 0; i < numbers.length; i++) {
    if (numbers[i] === wanted) return [i, i + 1];
  }
  return [-1, numbers.length];
}

const [first, second] = readFileSync(0, 'utf8').split('\n');
const [start, gap, count] = first.split(' ').map(Number);
const numbers = Array.from({ length: count }, (_, i) => start + i * gap);
for (const wanted of second.split(' ').map(Number)) {
  const [position, steps] = search(numbers, wanted);
  const found = position < 0 ? 'missing' : `at ${position}`;
  console.log(`${wanted} ${found}, steps: ${steps}`);
}
