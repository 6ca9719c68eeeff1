import { expect, it } from 'vitest';
import { excluder } from './exclude';

it.each<[string, string, boolean]>([
  ['legacy', 'legacy/a.js', true],
  ['legacy', 'src/legacy/deep/a.js', true],
  ['legacy', 'src/legacy.js', false],
  ['/legacy', 'src/legacy/a.js', false],
  ['/legacy', 'legacy/a.js', true],
  ['src/old/', 'src/old/a.js', true],
  ['./src/old', 'src/old/a.js', true],
  ['*.test.js', 'src/a.test.js', true],
  ['**/*.min.js', 'a.min.js', true],
  ['.cache', '.cache/a.py', true],
  ['', 'a.js', false],
])('%s on %s: %s', (glob, path, expected) => {
  expect(excluder([glob])(path)).toBe(expected);
});

it('leaves nothing out without patterns', () => {
  expect(excluder([])('a.js')).toBe(false);
});
