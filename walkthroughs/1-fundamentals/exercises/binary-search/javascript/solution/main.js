const { readFileSync } = require('node:fs');

/** Returns [position, steps]; the position is -1 when the number is not there. */
function search(numbers, wanted) {
  let low = 0;
  let high = numbers.length - 1;
  let steps = 0;
  while (low <= high) {
    const middle = Math.floor((low + high) / 2);
    steps += 1;
    if (numbers[middle] === wanted) return [middle, steps];
    if (numbers[middle] < wanted) low = middle + 1;
    else high = middle - 1;
  }
  return [-1, steps];
}

const [first, second] = readFileSync(0, 'utf8').split('\n');
const [start, gap, count] = first.split(' ').map(Number);
const numbers = Array.from({ length: count }, (_, i) => start + i * gap);
for (const wanted of second.split(' ').map(Number)) {
  const [position, steps] = search(numbers, wanted);
  const found = position < 0 ? 'missing' : `at ${position}`;
  console.log(`${wanted} ${found}, steps: ${steps}`);
}
