import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { expandSnippet, parseSnippet, tabStops } from './expand';

describe('expandSnippet', () => {
  test.each([
    ['plain text', 'plain text'],
    ['', ''],
    // Stops
    ['a$1b${2}c$0', 'abc'],
    ['$10', ''],
    // Placeholders
    ['${1:name}', 'name'],
    ['${1:outer ${2:inner} end}', 'outer inner end'],
    ['${1:}', ''],
    ['f(${1:{ a: 1 \\}})', 'f({ a: 1 })'],
    // Mirrors, before and after the placeholder that gives the value
    ['${1:name} = $1 + ${1}', 'name = name + name'],
    ['$1 = ${1:name}', 'name = name'],
    ['${1:${2:a}b} $1 $2', 'ab ab a'],
    ['${1:first} ${1:second}', 'first second'],
    // A placeholder that holds itself
    ['${1:a $1}', 'a '],
    ['${1:$2} ${2:$1}', ' '],
    // Choices
    ['${1|one,two|}', 'one'],
    ['${1|a\\,b,c|} $1', 'a,b a,b'],
    ['${1|a\\|b,c|}', 'a|b'],
    ['${1|a\\\\,c|}', 'a\\'],
    ['${1|\\$x,c|}', '\\$x'],
    // Escapes
    ['\\$1 \\} \\\\', '$1 } \\'],
    ['\\\\$1', '\\'],
    ['App\\Models \\n', 'App\\Models \\n'],
    ['`\\${name}`', '`${name}`'],
    // Transforms keep the plain value
    ['${1:name} ${1/(.*)/${1:/upcase}/g}', 'name name'],
    ['${1/a\\/b/c\\}d/}x', 'x'],
    ['${UNKNOWN_NAME/(.*)/${1:+yes}/}', 'UNKNOWN_NAME'],
    // Variables
    ['${TM_FILENAME:file.js}', 'file.js'],
    ['$TM_FILENAME|', '|'],
    ['$user', 'user'],
    ['${user}', 'user'],
    // What is not complete is text
    ['${1:open', '${1:open'],
    ['${1:open $2 ${3:x}', '${1:open  x'],
    ['${1|a,b', '${1|a,b'],
    ['${1|a,b|x', '${1|a,b|x'],
    ['${1/a/b', '${1/a/b'],
    ['${}', '${}'],
    ['${1 }', '${1 }'],
    ['$ $', '$ $'],
    ['a } b', 'a } b'],
    ['\\', '\\'],
  ])('%j becomes %j', (body, text) => {
    expect(expandSnippet(body)).toBe(text);
  });

  test('a variable with a value takes it; an empty one takes its default', () => {
    const variables = { TM_FILENAME: 'app.js', CLIPBOARD: '' };
    expect(expandSnippet('$TM_FILENAME ${TM_FILENAME:x} ${CLIPBOARD:y}', { variables })).toBe(
      'app.js app.js y',
    );
  });

  test('a variable takes no value from the prototype of the table', () => {
    expect(expandSnippet('$constructor', { variables: {} })).toBe('constructor');
  });

  test('lines are joined, and leading tabs become the indent', () => {
    expect(expandSnippet(['a', '\t\tb\tc'], { indent: '  ' })).toBe('a\n    b\tc');
    expect(expandSnippet(['a', '\tb'])).toBe('a\n\tb');
  });

  test('deep nesting and long input end without an error', () => {
    const deep = '${1:'.repeat(50_000) + '}'.repeat(50_000);
    expect(expandSnippet(deep) === '}'.repeat(49_900)).toBe(true);
    expect(expandSnippet('${1:a}'.repeat(20_000)) === 'a'.repeat(20_000)).toBe(true);
    expect(expandSnippet(`\${1/a/${'${1}'.repeat(50_000)}`) === '${1/a/').toBe(true);
  });

  test('escaped text always comes back as it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'ab1{}$\\/|,: \n') }), (text) => {
        expect(expandSnippet(text.replace(/[\\$}]/g, '\\$&'))).toBe(text);
      }),
    );
  });

  test('any input expands without an error', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'aT1{}$\\/|,: ') }), (body) => {
        expect(typeof expandSnippet(body)).toBe('string');
      }),
      { numRuns: 500 },
    );
  });
});

describe('parseSnippet', () => {
  test('keeps the choices', () => {
    expect(parseSnippet('${2|a,b\\,c|}')).toEqual([
      { kind: 'stop', index: 2, children: [{ kind: 'text', value: 'a' }], choices: ['a', 'b,c'] },
    ]);
  });

  test('tabStops lists each stop once, nested ones too', () => {
    expect(tabStops(parseSnippet('$0 ${2:a ${3:b}} $1 ${2} ${X:$5}'))).toEqual([0, 1, 2, 3, 5]);
  });
});
