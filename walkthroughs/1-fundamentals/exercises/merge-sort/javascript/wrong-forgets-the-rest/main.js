const { readFileSync } = require('node:fs');

let comparisons = 0;

/** Whether runner a may stand before runner b. */
function comesFirst(a, b) {
  comparisons += 1;
  return a.time <= b.time;
}

function merge(left, right) {
  const merged = [];
  let i = 0;
  let j = 0;
  while (i < left.length && j < right.length) {
    merged.push(comesFirst(left[i], right[j]) ? left[i++] : right[j++]);
  }
  return merged;
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
