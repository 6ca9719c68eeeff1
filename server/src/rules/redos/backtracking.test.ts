import { describe, expect, it } from 'vitest';
import { isExponential } from './backtracking';
import type { PatternFlags } from './pattern';

const flags: PatternFlags = {
  ignoreCase: false,
  dotAll: false,
  extended: false,
  nestedClasses: false,
};

describe('exponential', () => {
  it.each([
    '(a+)+$',
    '^(a*)*b',
    String.raw`^(\w+\s?)*$`,
    '^(([a-z])+.)+[A-Z]([a-z])+$',
    '(a|a)*$',
    '(a|aa)+$',
    String.raw`^([a-zA-Z0-9])(([\-.]|[_]+)?([a-zA-Z0-9]+))*(@){1}[a-z0-9]+$`,
    '(.*)*x',
    String.raw`(\w{1,10})+y`,
    String.raw`^(?:\d+|[0-9a-f]+)+$`,
    '(?=(a+)+b)c',
    '([^"\']+)*"$',
    '(?:a{2,}){2,}$',
    String.raw`(?<name>\s*\w+)+;`,
  ])('%s', (pattern) => {
    expect(isExponential(pattern, flags)).toBe(true);
  });

  it('looks at the flags', () => {
    const pattern = '(?:a|A)+$';
    expect(isExponential(pattern, flags)).toBe(false);
    expect(isExponential(pattern, { ...flags, ignoreCase: true })).toBe(true);
    expect(isExponential('( a | b )+ $ # (a+)+', { ...flags, extended: true })).toBe(false);
  });

  it('knows matches that must reach the end', () => {
    expect(isExponential('(a+)+', flags)).toBe(false);
    expect(isExponential('(a+)+', flags, true)).toBe(true);
  });
});

describe('not exponential', () => {
  it.each([
    String.raw`^\s+|\s+$`,
    String.raw`^[\w.+-]+@[\w-]+\.[\w.]+$`,
    String.raw`^(\w+\s)*\w+$`,
    '^(?:[a-z0-9]+(?:-[a-z0-9]+)*)$',
    String.raw`^(\d{1,3}\.){3}\d{1,3}$`,
    '(a|b)*c',
    '(a+)+',
    '(a++)+$',
    '(?>a+)b',
    String.raw`^(?:\d{4})+$`,
    String.raw`^"(?:[^"\\]|\\.)*"$`,
    String.raw`^(?:\w+\b)*x`,
    '(ab*)+c',
    '^(a?)*$',
    String.raw`(a*)*[\s\S]*$`,
    '^#?([a-f0-9]{6}|[a-f0-9]{3})$',
    String.raw`^(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)(?:\.(?!$)|$)){4}$`,
    '[',
    '*a',
    '(a',
  ])('%s', (pattern) => {
    expect(isExponential(pattern, flags)).toBe(false);
  });
});
