import { role, type Site } from '../../engine/sites';
import type { Arg, Call, Expr, Node, Span } from '../../ir/types';
import { walk } from '../../ir/walk';
import type { PackageNeed, TextEdit } from '../../report/finding';
import { enclosingFunction, writtenSpan } from '../edits';
import type { Param, Rewrite, RewriteOptions } from '../repairs/parameters/placeholders';
import type { RuleContext } from '../rule';

/** How a call takes the values of its statement. */
export interface Binding {
  /** What the title names. */
  readonly driver: string;
  readonly options: RewriteOptions;
  /** The statement, where it is not what the site calls the text: in a wrapper around it. */
  readonly text?: Expr;
  readonly bind: (values: Values) => readonly TextEdit[] | undefined;
  readonly packages?: readonly PackageNeed[];
  /** The library is not known: a person has to look. */
  readonly isGuess?: boolean;
}

/** What has left the text. */
export interface Values {
  readonly params: readonly Param[];
  /** The variable that holds the values, where the text has branches. */
  readonly list: string | undefined;
  readonly rewrite: Rewrite;
  /** What spreads a list among arguments or elements. */
  readonly marker: '...' | '*';
  readonly context: RuleContext;
}

/** Finds out how the call of a site takes values; undefined where it cannot, or nobody knows. */
export type Bind = (
  site: Site,
  call: Call,
  text: Expr,
  context: RuleContext,
) => Binding | undefined;

/** The edits of a driver that takes the values in one list behind the text, or as arguments. */
export function bindList(
  call: Call,
  text: Expr,
  present: Expr | undefined,
  style: 'array' | 'tuple' | 'spread',
  { params, list, marker, context }: Values,
): readonly TextEdit[] | undefined {
  const textArg = call.args.find(({ value }) => value.start <= text.start && text.end <= value.end);
  if (!textArg) return undefined;
  const spread = style === 'spread';
  if (list !== undefined) {
    if (present) return undefined;
    const variable = spread ? marker + list : list;
    return [insertAt(endOfText(textArg.value, context, textArg), `, ${variable}`)];
  }
  if (spread) {
    const behind = call.args
      .slice(call.args.indexOf(textArg) + 1)
      .filter(({ name }) => name === undefined);
    const end = endOfText(textArg.value, context, textArg);
    return insertAll(behind, texts(params, marker), { start: textArg.start, end });
  }
  if (present) return intoList(present, params, style, marker);
  return [
    insertAt(endOfText(textArg.value, context, textArg), `, ${listOf(params, style, marker)}`),
  ];
}

/**
 * Where what comes behind a text begins: a heredoc of Ruby stands below the line of its call.
 *
 * @param whole the argument with all that belongs to it
 */
export function endOfText(
  text: Expr,
  context: RuleContext,
  whole: Span = writtenSpan(context, text),
): number {
  const opening = /^<<[~-]?(['"`]?)\w+\1(?:\.\w+)*/.exec(
    context.text.slice(whole.start, whole.end),
  )?.[0];
  return opening === undefined ? whole.end : whole.start + opening.length;
}

/** Puts values into a list that is written out. */
export function intoList(
  present: Expr,
  params: readonly Param[],
  style: 'array' | 'tuple',
  marker: Values['marker'] = '...',
): readonly TextEdit[] | undefined {
  if (present.kind !== 'list' || present.of === 'set') return undefined;
  const { elements } = present;
  if (elements.some((element) => element.spread)) return undefined;
  if (elements.length === 0) {
    return [{ start: present.start, end: present.end, newText: listOf(params, style, marker) }];
  }
  return insertAll(elements, texts(params, marker), undefined);
}

function texts(params: readonly Param[], marker: string): readonly Positioned[] {
  return params.map(({ written, position, isList }) => ({
    written: isList ? marker + written : written,
    position,
  }));
}

interface Positioned {
  readonly written: string;
  readonly position: number;
}

function listOf(params: readonly Param[], style: 'array' | 'tuple', marker: string): string {
  const [first] = params;
  if (params.length === 1 && first?.isList) return first.written;
  const written = params.map((one) => (one.isList ? marker + one.written : one.written));
  if (style === 'tuple')
    return written.length === 1 ? `(${written[0]},)` : `(${written.join(', ')})`;
  return `[${written.join(', ')}]`;
}

/** Puts each value at its position among those that are there, else behind `after`. */
export function insertAll(
  present: readonly Span[],
  values: readonly Positioned[],
  after: Span | undefined,
): readonly TextEdit[] | undefined {
  const groups = new Map<number, string[]>();
  values.forEach((value, added) => {
    const at = Math.min(value.position - added, present.length);
    groups.set(at, [...(groups.get(at) ?? []), value.written]);
  });
  const edits: TextEdit[] = [];
  for (const [at, written] of groups) {
    const inner = written.join(', ');
    const before = present[at - 1] ?? after;
    const next = present[at];
    if (before) edits.push(insertAt(before.end, `, ${inner}`));
    else if (next) edits.push(insertAt(next.start, `${inner}, `));
    else return undefined;
  }
  return edits;
}

export function insertAt(offset: number, newText: string): TextEdit {
  return { start: offset, end: offset, newText };
}

/** What stands for the parameters in the call, apart from a callback. */
export function presentParams(site: Site): Expr | undefined {
  const present = role(site, 'params');
  return present && present.node.kind !== 'function' && !present.spread ? present.node : undefined;
}

/** Names of the placeholders that a call has. */
export function presentNames(present: Expr | undefined): readonly string[] {
  if (present?.kind !== 'map') return [];
  return present.entries.flatMap(({ key }) => (key?.kind === 'literal' ? [String(key.value)] : []));
}

/** `{ name: value }` as a new argument, or in the one that is there. */
export function intoMap(
  present: Expr,
  entries: readonly string[],
): readonly TextEdit[] | undefined {
  if (present.kind !== 'map') return undefined;
  const last = present.entries.at(-1);
  if (last) return [insertAt(last.end, `, ${entries.join(', ')}`)];
  return undefined;
}

/** The name of the function or method that is called. */
export function calledName({ callee }: Call): string {
  return callee.kind === 'member' ? callee.property : callee.kind === 'name' ? callee.name : '';
}

export function argumentAt(call: Call, position: number): Arg | undefined {
  return call.args.filter(({ name }) => name === undefined)[position];
}

/** All nodes of the function around, or of the file. */
export function nodesAround(span: Span, context: RuleContext): readonly Node[] {
  const fn = enclosingFunction(context.module, span);
  const found: Node[] = [];
  for (const root of fn ? [fn.body] : context.module.body) {
    walk(root, (node) => {
      if (node.kind !== 'module') found.push(node);
    });
  }
  return found;
}

/**
 * A name that the function around a place does not use yet. Where a name can be declared only once,
 * repairs of several statements in one function take names of their own, as they may be made together.
 *
 * @param isAlike whether the repair of another built statement takes such a name too
 */
export function freshName(
  wanted: readonly string[],
  at: Span,
  context: RuleContext,
  isAlike: (other: Site) => boolean = () => true,
): string {
  const { text: all, module } = context;
  const isShared = /^(?:python|ruby|php)$/.test(module.language);
  const around = enclosingFunction(module, at) ?? { start: 0, end: all.length };
  const text = all.slice(around.start, around.end);
  const rank = isShared ? 0 : builtBefore(at, around, context, isAlike);
  const names = rank === 0 ? wanted : wanted.map((name) => `${name}${rank + 1}`);
  const isFree = (name: string) =>
    !new RegExp(`(?<![\\w$])${name.replaceAll('$', '\\$')}\\b`).test(text);
  const free = names.find(isFree);
  if (free !== undefined) return free;
  const [first = 'values'] = wanted;
  for (let n = rank + 2; ; n++) if (isFree(first + n)) return first + n;
}

/** How many built statements stand in front of a place in its function. */
function builtBefore(
  at: Span,
  around: Span,
  { flow }: RuleContext,
  isAlike: (other: Site) => boolean,
): number {
  const before = flow.sites.filter(
    (site) =>
      site.kind === 'sql' &&
      site.node.start >= around.start &&
      site.node.end < at.start &&
      role(site, 'text')?.value.constant === undefined &&
      isAlike(site),
  );
  return new Set(before.map(({ node }) => node)).size;
}
