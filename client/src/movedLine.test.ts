import { describe, expect, it } from 'vitest';
import { type LineChange, movedLine } from './movedLine';

/** [start line, start character, end line, end character] */
function change(at: readonly [number, number, number, number], text: string): LineChange {
  const [line, character, endLine, endCharacter] = at;
  return {
    range: { start: { line, character }, end: { line: endLine, character: endCharacter } },
    text,
  };
}

describe('where a line is after a change', () => {
  it.each([
    ['typing on another line', change([2, 3, 2, 3], 'x'), 5],
    ['typing below', change([9, 0, 9, 0], 'x\ny'), 5],
    ['a new line above', change([2, 3, 2, 3], '\n'), 6],
    ['two lines put in front of it', change([5, 0, 5, 0], 'a\nb\n'), 7],
    ['three lines above removed', change([1, 0, 4, 0], ''), 2],
    ['the line above removed, break and all', change([4, 0, 5, 0], ''), 4],
    ['typing on it', change([5, 4, 5, 4], 'x'), undefined],
    ['typing at its beginning', change([5, 0, 5, 0], 'x'), undefined],
    ['the break above removed', change([4, 7, 5, 0], ''), undefined],
    ['a replacement of all', change([0, 0, 90, 0], 'x'), undefined],
  ] as const)('%s', (_, made, expected) => {
    expect(movedLine(5, [made])).toBe(expected);
  });

  it('adds up several changes of one event', () => {
    const changes = [change([7, 0, 7, 0], '\n'), change([1, 0, 1, 0], 'import a\n')];
    expect(movedLine(5, changes)).toBe(6);
  });
});
