import { describe, expect, it } from 'vitest';
import { findingCount, isEdited, isKept, isReadable, practiceFileOf } from './practiceText';

describe('isEdited', () => {
  const starter = 'const a = 1;\nconst b = 2;\n';

  it('sees a change', () => {
    expect(isEdited(starter, 'const a = 1;\nconst b = 3;\n')).toBe(true);
  });

  it('takes no notice of line ends, a mark at the start and space at line ends', () => {
    expect(isEdited(starter, '\uFEFFconst a = 1;  \r\nconst b = 2;\r\n\r\n')).toBe(false);
  });

  it('does not take an emptied file for an edited one', () => {
    expect(isEdited(starter, ' \n')).toBe(false);
  });
});

describe('isKept', () => {
  it('wants more than half of the starter', () => {
    expect(isKept('a long program', 'a long')).toBe(false);
    expect(isKept('a long program', 'a longer')).toBe(true);
  });
});

describe('isReadable', () => {
  it('is false for what the parser or the SQL check refuses', () => {
    expect(isReadable({ counts: { 'missing-where': 1 }, hasSyntaxError: false })).toBe(true);
    expect(isReadable({ counts: {}, hasSyntaxError: true })).toBe(false);
    expect(isReadable({ counts: { 'sql-syntax': 1 }, hasSyntaxError: false })).toBe(false);
  });
});

it('findingCount adds up all rules', () => {
  expect(findingCount({ counts: { a: 2, b: 1 }, hasSyntaxError: false })).toBe(3);
});

describe('practiceFileOf', () => {
  const files = new Set(['2-databases/search.js']);

  it('finds the learner’s copy wherever it is', () => {
    expect(practiceFileOf('/home/me/2-databases/search.js', files)).toBe('2-databases/search.js');
  });

  it('finds neither other files nor the starter in the extension', () => {
    expect(practiceFileOf('/home/me/search.js', files)).toBeUndefined();
    expect(practiceFileOf('/ext/2-databases/practice/search.js', files)).toBeUndefined();
  });
});
