const { readFileSync } = require('node:fs');

function rotate(names, weeks) {
  // TODO: return a new list in which the first names have moved to the end.
  return [...names];
}

const [first, second = ''] = readFileSync(0, 'utf8').split('\n');
const weeks = Number(first);
const names = second.split(' ').filter((name) => name !== '');
const rotated = rotate(names, weeks);
console.log(`Week ${weeks}: ${rotated.join(' ')}`);
console.log(`Names: ${names.join(' ')}`);
