import { describe, expect, it } from 'vitest';
import { firstChange, placeInOutput, placeOfName } from './place';

describe('the line that an error names', () => {
  const cases: readonly [string, string, string, number][] = [
    ['Node.js', 'at total (file:///tmp/x/work/main.js:12:5)', 'main.js', 11],
    ['Node.js, a syntax error', '/tmp/x/work/main.js:3\nconst = 1;', 'main.js', 2],
    [
      'Python, the innermost call',
      'Traceback (most recent call last):\n  File "/tmp/work/main.py", line 9, in <module>\n  File "/tmp/work/main.py", line 4, in total\nZeroDivisionError: division by zero',
      'main.py',
      3,
    ],
    ['Java', '\tat Main.total(Main.java:7)\n\tat Main.main(Main.java:20)', 'Main.java', 6],
    ['javac', '/tmp/work/Main.java:5: error: cannot find symbol', 'Main.java', 4],
    ['Ruby', "/tmp/work/main.rb:8:in `total': undefined method", 'main.rb', 7],
    ['PHP', 'PHP Fatal error:  Uncaught Error in /tmp/work/main.php:6', 'main.php', 5],
    [
      'PHP, a syntax error',
      'PHP Parse error: unexpected token in /tmp/work/main.php on line 2',
      'main.php',
      1,
    ],
    ['Windows', 'at total (C:\\Users\\a\\work\\main.js:12:5)', 'main.js', 11],
  ];

  it.each(cases)('%s', (_, text, file, line) => {
    expect(placeInOutput(text, [file])).toEqual({ file, line });
  });

  it('is not one of other files', () => {
    expect(
      placeInOutput('at x (node:internal/main.js:3:1) lib/other.js:4', ['main.js']),
    ).toBeUndefined();
  });
});

it('finds a name in the style of any language', () => {
  const python = 'import sys\n\ndef with_discount(total):\n    return total\n';
  expect(placeOfName(python, 'main.py', 'withDiscount')).toEqual({ file: 'main.py', line: 2 });
  expect(placeOfName(python, 'main.py', 'total')).toEqual({ file: 'main.py', line: 2 });
  expect(placeOfName(python, 'main.py', 'price')).toBeUndefined();
});

it('finds the first line that was changed', () => {
  expect(firstChange('a\nb\nc', 'a\nB\nc')).toBe(1);
  expect(firstChange('a\nb', 'a\nb\nc')).toBe(2);
  expect(firstChange('a\r\nb', 'a\nb  ')).toBeUndefined();
});
