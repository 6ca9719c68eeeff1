const { readFileSync } = require('node:fs');

let comparisons = 0;

/** Whether runner a may stand before runner b. */
function comesFirst(a, b) {
  comparisons += 1;
  return a.time <= b.time;
}

function merge(left, right) {
  // TODO: take the runner that comes first from either list, until both are used up.
  return [...left, ...right];
}

function mergeSort(runners) {
  // TODO: sort both halves, and merge them.
  return runners;
}

const words = readFileSync(0, 'utf8').split(/\s+/).filter((word) => word !== '');
const runners = words.map((word) => {
  const [name, time] = word.split(':');
  return { name, time: Number(time) };
});
console.log(mergeSort(runners).map(({ name, time }) => `${name}:${time}`).join(' '));
console.log(`Comparisons: ${comparisons}`);
