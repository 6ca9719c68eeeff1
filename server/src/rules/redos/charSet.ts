/** A set of characters as sorted ranges of code units that do not touch; both ends belong to it. */
export type CharSet = readonly (readonly [number, number])[];

const last = 0xffff;

export const anyChar: CharSet = [[0, last]];

/** The characters between each pair, such as `ranges('azAZ')`. */
function ranges(pairs: string): CharSet {
  const list: [number, number][] = [];
  for (let i = 0; i < pairs.length; i += 2) {
    list.push([pairs.charCodeAt(i), pairs.charCodeAt(i + 1)]);
  }
  return normalize(list);
}

export const digits = ranges('09');
export const letters = union(ranges('azAZ'), [[0xaa, 0x1fff]]);
export const lowers = ranges('az');
export const uppers = ranges('AZ');
export const punctuation = ranges('!/:@[`{~');
export const word = ranges('azAZ09__');
export const space: CharSet = normalize([
  [9, 13],
  [32, 32],
  [0xa0, 0xa0],
  [0x2028, 0x2029],
]);
export const lineBreak: CharSet = normalize([
  [10, 10],
  [13, 13],
]);

export function single(code: number): CharSet {
  return [[code, code]];
}

export function range(from: number, to: number): CharSet {
  return from <= to ? [[from, to]] : [];
}

function normalize(list: readonly (readonly [number, number])[]): CharSet {
  const sorted = [...list].sort((a, b) => a[0] - b[0]);
  const out: [number, number][] = [];
  for (const [from, to] of sorted) {
    const before = out[out.length - 1];
    if (before && from <= before[1] + 1) before[1] = Math.max(before[1], to);
    else out.push([from, to]);
  }
  return out;
}

export function union(...sets: readonly CharSet[]): CharSet {
  return normalize(sets.flat());
}

export function negate(set: CharSet): CharSet {
  const out: [number, number][] = [];
  let next = 0;
  for (const [from, to] of set) {
    if (from > next) out.push([next, from - 1]);
    next = to + 1;
  }
  if (next <= last) out.push([next, last]);
  return out;
}

export function intersect(a: CharSet, b: CharSet): CharSet {
  return negate(union(negate(a), negate(b)));
}

export function overlap(a: CharSet, b: CharSet): boolean {
  let i = 0;
  let j = 0;
  while (i < a.length && j < b.length) {
    if (a[i]![1] < b[j]![0]) i++;
    else if (b[j]![1] < a[i]![0]) j++;
    else return true;
  }
  return false;
}

/** With the other case of ASCII letters. */
export function bothCases(set: CharSet): CharSet {
  const shifted = (of: CharSet, by: number) =>
    of.map(([from, to]): [number, number] => [from + by, to + by]);
  return union(set, shifted(intersect(set, lowers), -32), shifted(intersect(set, uppers), 32));
}
