const { readFileSync } = require('node:fs');

let comparisons = 0;

/** Whether runner a may stand before runner b. */
function comesFirst(a, b) {
  comparisons += 1;
  return a.time <= b.time;
}

function merge(left, right) {
  const merged = [];
  let l = 0;
  let r = 0;
  while (l < left.length && r < right.length) {
    merged.push(comesFirst(left[l], right[r]) ? left[l++] : right[r++]);
  }
  return [...merged, ...left.slice(l), ...right.slice(r)];
}

function mergeSort(runners) {
  if (runners.length <= 1) return runners;
  const middle = Math.floor(runners.length / 2);
  return merge(mergeSort(runners.slice(0, middle)), mergeSort(runners.slice(middle)));
}

const words = readFileSync(0, 'utf8').split(/\s+/).filter((word) => word !== '');
const runners = words.map((word) => {
  const [name, time] = word.split(':');
  return { name, time: Number(time) };
});
console.log(mergeSort(runners).map(({ name, time }) => `${name}:${time}`).join(' '));
console.log(`Comparisons: ${comparisons}`);
