import type { Expr, Span } from '../../ir/types';
import { nodesAt } from '../edits';
import { isHere } from '../repairs/wrap';
import type { FixDraft, RuleContext } from '../rule';
import { assignmentsTo } from '../textParts';

/** Patterns that say the same without a repetition of something that repeats in itself. */

/** One character: itself, an escape, a class, or any. */
const atom = String.raw`(?:\\{1,2}[^\\ux\d]|\[(?:\\{1,2}.|[^\]\\])+\]|[^\\()[\]{}*+?^$|])`;
const open = String.raw`\((?<mark>\?:)?`;
const outer = String.raw`\)(?<outer>[*+])(?![+*?{])`;

/** `(a+)*`: one after the other is as good as one. */
const repeatedTwice = new RegExp(`${open}(?<one>${atom})(?<inner>[*+])${outer}`, 'g');
/** `(a+b?)*`, `(a+b*)*`: words with something between them. */
const words = new RegExp(`${open}(?<one>${atom})\\+(?<between>${atom})(?<may>[?*])${outer}`, 'g');
/** `(.+\.)*`: what one repetition takes may hold the others. */
const anything = new RegExp(
  `${open}(?<one>\\.[*+](?:\\\\{1,2}[^\\w\\s]|[\\w,;:/@=&# -]))${outer}`,
  'g',
);
/** `(a|b+)*`: characters, of which there may be any number anyway. */
const choices = new RegExp(`${open}(?<all>${atom}[*+]?(?:\\|${atom}[*+]?)+)${outer}`, 'g');

const rewrites: readonly {
  readonly pattern: RegExp;
  readonly write: (parts: Readonly<Record<string, string | undefined>>) => string | undefined;
}[] = [
  {
    pattern: repeatedTwice,
    write({ mark, one, inner, outer: times }) {
      if (mark) return `${one}${inner === '+' && times === '+' ? '+' : '*'}`;
      if (inner === '*') return `(${one}*)`;
      return times === '+' ? `(${one}+)` : `(${one}+)?`;
    },
  },
  {
    pattern: words,
    write({ mark = '', one, between, may, outer: times }) {
      const more = `${one}+(?:${between}${may === '*' ? '+' : ''}${one}+)*${between}${may}`;
      return times === '*' ? `(${mark}${more})?` : mark ? more : `(${more})`;
    },
  },
  {
    pattern: anything,
    write: ({ mark = '', one, outer: times }) =>
      times === '*' ? `(${mark}${one})?` : mark ? one : `(${one})`,
  },
  {
    pattern: choices,
    write({ mark = '', all = '', outer: times }) {
      const options = [...all.matchAll(new RegExp(`(?<one>${atom})(?<inner>[*+]?)`, 'g'))];
      const ones = new Set(options.map(({ groups }) => groups?.one ?? ''));
      const mayBeEmpty = options.some(({ groups }) => groups?.inner === '*');
      const count = mayBeEmpty ? '*' : times;
      const [only = '', ...more] = ones;
      if (more.length === 0) return mark ? `${only}${count}` : `(${only})${count}`;
      const members = [...ones].map(memberOf);
      if (members.includes(undefined)) return undefined;
      const set = `[${members.join('')}]`;
      return mark ? `${set}${count}` : `(${set})${count}`;
    },
  },
];

/** How a character is written inside of a class; undefined for any character, and for `[^…]`. */
function memberOf(one: string): string | undefined {
  if (one === '.' || one.startsWith('[^')) return undefined;
  if (one.startsWith('[')) return one.slice(1, -1);
  if (/^\\+[bB]$/.test(one)) return undefined;
  return one === '-' || one === ']' ? `\\${one}` : one;
}

/**
 * Repairs of a pattern that takes exponential time.
 * @param at what is marked: the pattern, or the name that it has
 */
export function fixes(at: Span, context: RuleContext): readonly FixDraft[] {
  const { module, text } = context;
  const marked = nodesAt(module, at).findLast(
    (node): node is Expr => node.start === at.start && node.end === at.end && node.kind !== 'expr',
  );
  const literal = marked?.kind === 'name' ? onlyLiteral(marked, context) : marked;
  if (literal?.kind !== 'literal' || typeof literal.value !== 'string' || !isHere(literal, context))
    return [];
  const before = text.slice(literal.start, literal.end);
  let written = before;
  let keepsGroups = true;
  for (const { pattern, write } of rewrites) {
    written = written.replace(pattern, (match, ...rest) => {
      const groups: Readonly<Record<string, string | undefined>> = rest.at(-1);
      const made = write(groups);
      if (made === undefined) return match;
      // What a group holds may be more than the last repetition.
      if (!groups.mark && pattern !== repeatedTwice) keepsGroups = false;
      return made;
    });
  }
  if (written === before) return [];
  const { start, end } = literal;
  return [
    {
      title: 'Say it without a repetition in a repetition',
      edits: [{ start, end, newText: written }],
      safe: keepsGroups || isTested(literal, context),
    },
  ];
}

function onlyLiteral(name: Expr & { kind: 'name' }, { module }: RuleContext): Expr | undefined {
  const given = assignmentsTo(name.name, name, module);
  return given.length === 1 ? given[0] : undefined;
}

/** `/…/.test(text)` alone: nobody sees the groups. */
function isTested({ end }: Span, { text }: RuleContext): boolean {
  return /^\s*\.test\(/.test(text.slice(end, end + 20));
}
