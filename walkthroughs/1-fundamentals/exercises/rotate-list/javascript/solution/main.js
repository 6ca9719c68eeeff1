const { readFileSync } = require('node:fs');

function rotate(names, weeks) {
  if (names.length === 0) return [];
  const cut = weeks % names.length;
  return [...names.slice(cut), ...names.slice(0, cut)];
}

const [first, second = ''] = readFileSync(0, 'utf8').split('\n');
const weeks = Number(first);
const names = second.split(' ').filter((name) => name !== '');
const rotated = rotate(names, weeks);
console.log(`Week ${weeks}: ${rotated.join(' ')}`);
console.log(`Names: ${names.join(' ')}`);
