import { describe, expect, it } from 'vitest';
import { explainTerms } from '../../learning/terms';
import { drawText } from '../draw';
import { compareTexts } from './output';
import { bareScript, bareSql } from './patterns';
import { gradeQuiz } from './quiz';
import { compareTables } from './rows';

describe('outputs', () => {
  it.each([
    ['a\nb', 'a  \nb\n\n'],
    ['', '\n'],
    ['a\r\nb', 'a\nb'],
  ])('%j and %j are equal', (expected, seen) => {
    expect(compareTexts(expected, seen)).toBeUndefined();
  });

  it.each([
    ['one', 'two', '"one"', '"two"'],
    ['a\nb', 'a\nc', 'line 2 is "b"', 'line 2 is "c"'],
    ['a\nb', 'a', 'line 2 is "b"', '1 lines'],
    ['a', '', '"a"', 'nothing was printed'],
    ['', 'a', 'nothing printed', '"a"'],
  ])('%j and %j differ, and where', (expected, seen, wanted, got) => {
    expect(compareTexts(expected, seen)).toEqual({ expected: wanted, seen: got });
  });
});

describe('results of queries', () => {
  const table = (columns: string[], ...rows: unknown[][]) => ({ columns, rows });

  it('are equal whatever the order, unless the order counts', () => {
    const one = table(['a'], [1], [2]);
    const two = table(['A'], [2], [1]);
    expect(compareTables(one, two, false)).toBeUndefined();
    expect(compareTables(one, two, true)?.expected).toContain('the order counts');
  });

  it('are equal when numbers are written differently', () => {
    expect(compareTables(table(['a'], ['12.50']), table(['a'], [12.5]), false)).toBeUndefined();
  });

  it('differ by columns, number of rows and values', () => {
    const one = table(['a'], [1], [1], [2]);
    expect(compareTables(one, table(['b'], [1]), false)?.seen).toBe('the columns b');
    expect(compareTables(one, table(['a'], [1], [2]), false)?.seen).toContain('2 rows');
    expect(compareTables(one, table(['a']), false)).toEqual({ expected: '3 rows', seen: 'no row' });
    expect(compareTables(one, table(['a'], [1], [1], [3]), false)).toEqual({
      expected: 'a row [2]',
      seen: 'a row [3]',
    });
    expect(compareTables(table(['a'], [null]), table(['a'], ['']), false)).toBeDefined();
  });
});

describe('quizzes', () => {
  const check = {
    kind: 'quiz' as const,
    questions: [
      {
        ask: 'Which?',
        answers: [
          { text: 'a', right: true, why: '' },
          { text: 'b', why: '' },
          { text: 'c', right: true, why: '' },
        ],
      },
    ],
  };

  it.each([
    [[[0, 2]], 'passed'],
    [[[0]], 'failed'],
    [[[0, 1, 2]], 'failed'],
    [[], 'failed'],
  ] as const)('%j is %s', (chosen, state) => {
    expect(gradeQuiz(check, chosen).state).toBe(state);
  });
});

it('draws inputs, and refuses what it does not know', () => {
  const text = drawText('{{int 3 5}} {{ints 2 1 9}} {{word}} {{words 2}} {{pick x}}');
  expect(text).toMatch(/^[345] \d \d [a-z]+ [a-z]+ [a-z]+ x$/);
  expect(() => drawText('{{number 1}}')).toThrow('{{number 1}}');
  expect(() => drawText('{{int 1}}')).toThrow('{{int 1}}');
});

it('leaves comments and texts out of what a script uses', () => {
  expect(bareSql("SELECT 'left join' -- left join\n/* left join */ FROM a")).not.toMatch(
    /left join/,
  );
  expect(bareScript('// $set\ndb.a.find({ "x": "//" }) /* $set */')).toBe(
    '       \ndb.a.find({ "x": "//" })           ',
  );
});

it('explains the first use of a term, outside of code and links', () => {
  const terms = [{ term: 'key', also: ['keys'], means: 'It "opens".' }];
  const html =
    '<h1>Keys</h1><p>A <code>key</code> and <a href="x">key</a>, a Key and keys. Monkey.</p>';
  expect(explainTerms(html, terms)).toBe(
    '<h1>Keys</h1><p>A <code>key</code> and <a href="x">key</a>, a <abbr tabindex="0" title="It &quot;opens&quot;.">Key</abbr> and keys. Monkey.</p>',
  );
});
