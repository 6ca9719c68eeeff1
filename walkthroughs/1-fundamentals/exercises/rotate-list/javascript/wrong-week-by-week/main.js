const { readFileSync } = require('node:fs');

function rotate(names, weeks) {
  if (names.length === 0) return [];
  const rotated = [...names];
  for (let week = 0; week < weeks; week++) rotated.push(rotated.shift());
  return rotated;
}

const [first, second = ''] = readFileSync(0, 'utf8').split('\n');
const weeks = Number(first);
const names = second.split(' ').filter((name) => name !== '');
const rotated = rotate(names, weeks);
console.log(`Week ${weeks}: ${rotated.join(' ')}`);
console.log(`Names: ${names.join(' ')}`);
