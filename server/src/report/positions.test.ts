import { describe, expect, it } from 'vitest';
import { LineTable } from './positions';

describe('LineTable', () => {
  it.each([
    ['\\n', 'one\ntwo\n'],
    ['\\r\\n', 'one\r\ntwo\r\n'],
    ['\\r', 'one\rtwo\r'],
    ['mixed', 'one\r\ntwo\r'],
  ])('splits at %s', (_, text) => {
    const table = new LineTable(text);
    expect(table.lineCount).toBe(3);
    expect([0, 1, 2, 3].map((line) => table.lineText(line))).toEqual(['one', 'two', '', '']);
    expect(table.positionAt(text.indexOf('two') + 1)).toEqual({ line: 1, character: 1 });
    expect(table.positionAt(text.length)).toEqual({ line: 2, character: 0 });
  });

  it('counts UTF-16 code units', () => {
    expect(new LineTable('"😀" x').positionAt(5)).toEqual({ line: 0, character: 5 });
  });

  it('keeps to the text', () => {
    const table = new LineTable('ab');
    expect(table.positionAt(-4)).toEqual({ line: 0, character: 0 });
    expect(table.positionAt(99)).toEqual({ line: 0, character: 2 });
    expect(new LineTable('').positionAt(0)).toEqual({ line: 0, character: 0 });
  });
});
