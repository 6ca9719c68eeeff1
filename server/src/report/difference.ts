import type { TextEdit } from './finding';

/** One replacement that turns one text into the other; none when they are the same. */
export function difference(before: string, after: string): readonly TextEdit[] {
  if (before === after) return [];
  let start = 0;
  const shorter = Math.min(before.length, after.length);
  while (start < shorter && before[start] === after[start]) start++;
  let tail = 0;
  while (
    tail < shorter - start &&
    before[before.length - 1 - tail] === after[after.length - 1 - tail]
  ) {
    tail++;
  }
  return [{ start, end: before.length - tail, newText: after.slice(start, after.length - tail) }];
}
