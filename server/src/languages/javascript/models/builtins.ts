import type { CallSpec, FrameworkModel } from '../../../engine/model';
import { at, checks, markup, plainText } from '../../specs';

/** Replacements that leave nothing which has a meaning at some kinds of sites. */
function replacements(call: string): readonly CallSpec[] {
  const pattern = { position: 0 };
  // A text as the pattern stands for all of them, or for the first only.
  const all = call.endsWith('All');
  return [
    // All characters but those of names: /[^a-z0-9_-]/g
    {
      call,
      result: 'clean',
      cleans: plainText,
      where: [{ arg: pattern, matches: /^\/\[\^(?:[\w.-]|\\[wd.-])+\][+*]?\/[a-z]*g/ }],
    },
    // A backslash in front of each character that means something in a pattern.
    {
      call,
      result: 'clean',
      cleans: ['regex'],
      where: [{ arg: { position: 1 }, is: ['\\$&', '\\$1'] }],
    },
    {
      call,
      result: 'clean',
      cleans: markup,
      where: [
        { arg: pattern, matches: all ? /^\/[^/]*<[^/]*\/[a-z]*g|^<$/ : /^\/[^/]*<[^/]*\/[a-z]*g/ },
      ],
    },
    {
      call,
      result: 'clean',
      cleans: ['xpath'],
      where: [
        {
          arg: pattern,
          matches: all ? /^\/\[?['"]{1,2}\]?\/[a-z]*g|^['"]$/ : /^\/\[?['"]{1,2}\]?\/[a-z]*g/,
        },
        { arg: { position: 1 }, matches: /^[^'"]*$/ },
      ],
    },
    {
      call,
      result: 'clean',
      cleans: ['log', 'response-header'],
      where: [{ arg: pattern, matches: /^\/[^/]*\\[nrs][^/]*\/[a-z]*g|^[\r\n]+$/ }],
    },
  ];
}

const ownNames = { cleans: ['reflection', 'merge'] } as const;

/** ECMAScript's own functions (ECMA-262) and those of Node.js that every program has. */
export const builtins: FrameworkModel = {
  name: 'builtins',
  doc: 'https://tc39.es/ecma262/',
  sources: [
    { symbol: 'process.argv', kind: 'local', label: 'a command-line argument' },
    { symbol: 'process.env', kind: 'local', label: 'an environment variable' },
  ],
  calls: [
    ...['Number', 'parseInt', 'parseFloat', 'Boolean', 'BigInt', 'isNaN', 'isFinite'].map(
      (call) => ({ call, result: 'clean' }) as const,
    ),
    ...[
      'Number.parseInt',
      'Number.parseFloat',
      'Number.isInteger',
      'Array.isArray',
      'Date.now',
    ].map((call) => ({ call, result: 'clean' }) as const),
    ...[
      'Date',
      'Math.floor',
      'Math.min',
      'Math.max',
      'Math.round',
      'Math.abs',
      'Math.trunc',
      'Math.ceil',
    ].map((call) => ({ call, result: 'clean' }) as const),
    ...[
      'includes',
      'startsWith',
      'endsWith',
      'indexOf',
      'lastIndexOf',
      'localeCompare',
      'test',
      'search',
    ].map((name) => ({ call: `*.${name}`, result: 'clean' }) as const),
    ...['every', 'some', 'findIndex'].map(
      (name) => ({ call: `*.${name}`, result: 'clean', callback: ['element'] }) as const,
    ),
    ...['forEach', 'find', 'flatMap', 'sort'].map(
      (name) => ({ call: `*.${name}`, result: 'propagate', callback: ['element'] }) as const,
    ),
    { call: '*.map', result: 'mapped', callback: ['element'] },
    { call: '*.filter', result: 'filtered', callback: ['element'] },
    { call: '*.join', result: 'joined' },
    { call: '*.get', result: 'element' },
    { call: 'process.exit', result: 'never' },
    ...['push', 'unshift', 'add'].map(
      (name) => ({ call: `*.${name}`, result: 'clean', effect: { on: 'absorb' } }) as const,
    ),
    ...['then', 'finally'].map(
      (name) => ({ call: `*.${name}`, result: 'propagate', callback: ['receiver'] }) as const,
    ),
    // JSON escapes line breaks.
    { call: 'JSON.stringify', result: 'clean', cleans: ['log', 'response-header'] },
    ...['JSON.parse', 'decodeURIComponent', 'Buffer.from', 'Object.assign'].map(
      (call) => ({ call, result: 'propagate' }) as const,
    ),
    ...['*.replace', '*.replaceAll'].flatMap(replacements),
    // A text is no object with operators.
    { call: 'String', result: 'clean', cleans: ['nosql-query'] },
    ...['Object.values', 'Object.entries', 'Array.from', 'structuredClone', 'String.raw'].map(
      (call) => ({ call, result: 'propagate' }) as const,
    ),
    ...['Object.freeze', 'Object.seal', 'Promise.resolve'].map(
      (call) => ({ call, result: 'argument' }) as const,
    ),
    ...['Set', 'Map'].map((call) => ({ call, result: 'argument' }) as const),
  ],
  checks: [
    // What an object has itself is no function that every object has.
    ...checks(['Object.hasOwn', 'Object.prototype.hasOwnProperty.call'], at(1), ownNames),
    ...checks(['*.hasOwnProperty'], at(0), ownNames),
  ],
};
