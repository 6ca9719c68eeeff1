import { describe, expect, it } from 'vitest';
import {
  allTaints,
  buildText,
  constant,
  newTaint,
  tainted,
  type Value,
  value,
} from '../engine/values';
import type { Expr } from '../ir/types';
import { hasTags, hostPart, isBuilt, leadingText, pathPart } from './textParts';

const node: Expr = { kind: 'name', name: 'x', start: 0, end: 1 };
const data = tainted([
  newTaint({ kind: 'remote', label: 'the query string', start: 0, end: 1, file: 'a.js' }),
]);
const setting: Value = value({ symbol: 'settings.api' });

/** A text of parts: `?` stands for data of the request, `@` for something of the program's own. */
function text(written: string): Value {
  const parts = written.split(/([?@])/).filter((part) => part !== '');
  const values = parts.map((part) =>
    part === '?' ? data : part === '@' ? setting : constant(part),
  );
  return value({
    text: buildText(
      values.map((one) => ({ node, value: one })),
      undefined,
    ),
  });
}

const carries = (of: Value | undefined) => of !== undefined && allTaints(of).length > 0;

describe('the host of an address', () => {
  it.each([
    '?',
    '/?',
    'https://?',
    'https://?.example.com/',
    'https://api.example.com?',
    '@?',
    '//?',
  ])('is decided by data in %s', (written) => expect(carries(hostPart(text(written)))).toBe(true));

  it.each([
    '/users/?',
    'https://api.example.com/?',
    'https://api.example.com/a#?',
    '@/users/?',
    'users/?',
    '../?',
    'https://@/?',
  ])('is settled in %s', (written) => expect(carries(hostPart(text(written)))).toBe(false));

  it('is a constant, or data as it came', () => {
    expect(hostPart(constant('https://api.example.com'))).toBeUndefined();
    expect(hostPart(data)).toBe(data);
  });
});

describe('the path of an address', () => {
  it.each(['https://api.example.com/?', '@/users/?'])('holds data in %s', (written) => {
    expect(carries(pathPart(text(written)))).toBe(true);
  });

  it.each(['https://?/a', '?', 'https://api.example.com/a'])('holds none in %s', (written) => {
    expect(carries(pathPart(text(written)))).toBe(false);
  });
});

describe('a text', () => {
  it('begins with what stands before the first part that is not known', () => {
    expect(leadingText(text('a/?b'))).toBe('a/');
    expect(leadingText(constant('abc'))).toBe('abc');
    expect(leadingText(data)).toBe('');
  });

  it('is built when the program adds more than space', () => {
    expect(isBuilt(text('ls ?'))).toBe(true);
    expect(isBuilt(text(' ?'))).toBe(false);
    expect(isBuilt(data)).toBe(false);
  });

  it('is a page when it has tags', () => {
    expect(hasTags(text('<p>?</p>'))).toBe(true);
    expect(hasTags(text('a < ?'))).toBe(false);
    expect(hasTags(constant('<br>'))).toBe(true);
  });
});
