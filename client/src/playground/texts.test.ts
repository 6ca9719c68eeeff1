import { expect, test } from 'vitest';
import { compareCells, csv, tsv } from './texts';

test('CSV quotes what needs it, and keeps NULL and empty text apart', () => {
  expect(
    csv(
      ['a', 'b,c'],
      [
        [null, ''],
        ['say "hi"', 'two\nlines'],
        [1.5, true],
      ],
    ),
  ).toBe('a,"b,c"\r\n,""\r\n"say ""hi""","two\nlines"\r\n1.5,true\r\n');
});

test('tabs and line ends do not tear the clipboard’s cells', () => {
  expect(
    tsv([
      ['a\tb', null],
      ['c\r\nd', { e: 1 }],
    ]),
  ).toBe('a b\t\nc d\t{"e":1}');
});

test('cells are sorted by number, then by text, NULL last', () => {
  const sorted = (values: unknown[]): unknown[] => [...values].sort(compareCells);
  expect(sorted([10, null, 9, -1])).toEqual([-1, 9, 10, null]);
  expect(sorted(['10.50', '9', '-1'])).toEqual(['-1', '9', '10.50']);
  expect(sorted(['b', 'a10', 'a9', ''])).toEqual(['', 'a9', 'a10', 'b']);
});
