import type { SiteArg } from '../../engine/sites';
import type { TextPiece, Value } from '../../engine/values';
import type { Binary, Expr, Node, Span, StringBuild } from '../../ir/types';
import type { TextEdit } from '../../report/finding';
import { indentationAt, lineBreak, nodesAt, source } from '../edits';
import { exposure, type RuleContext } from '../rule';
import { assignmentsTo, isUnknown } from '../textParts';
import { ownLine } from './statements';

/** Puts a call around data on its way into a text or an argument: `escape(data)`. */

/** Writes the harmless form of an expression, given as it is written. */
export type Wrap = (written: string, node: Expr) => string;

/** Whether data in a value is what a rule complains of. */
export type IsHarmful = (value: Value, node: Expr) => boolean;

/** What `exposure` calls dangerous for a sink kind, and what nothing is known of. */
export function harmfulTo(sinkKind: string, context: RuleContext): IsHarmful {
  return (value, node) =>
    exposure(value, sinkKind, context.flow).level !== 'none' ||
    isUnknown(value, node, context.module);
}

/**
 * Ways to wrap the data of an argument, the most exact first: each piece of data in a text, where it
 * is put in; else the argument as a whole; else what its variable was given. Each is a whole set of
 * edits; a caller offers them as drafts with one title.
 */
export function wrapData(
  arg: SiteArg,
  isHarmful: IsHarmful,
  wrap: Wrap,
  context: RuleContext,
): readonly (readonly TextEdit[])[] {
  const ways: (readonly TextEdit[])[] = [];
  const add = (edits: readonly TextEdit[] | undefined) => {
    if (edits && edits.length > 0) ways.push(edits);
  };
  const places = dataPlaces(arg.value, arg.node, isHarmful, context);
  add(places && wrapAll(places, wrap, context));
  if (!arg.value.text || arg.value.text.pieces.every((piece) => piece.text === undefined)) {
    add(wrapAll([arg.node], wrap, context));
  }
  if (arg.node.kind === 'name') {
    const given = assignmentsTo(arg.node.name, arg.node, context.module);
    if (given.length === 1 && given[0]!.kind !== 'literal') add(wrapAll(given, wrap, context));
  }
  return ways;
}

/** Expressions of this file that carry the data; undefined when some of it is not to be seen here. */
function dataPlaces(
  value: Value,
  node: Expr,
  isHarmful: IsHarmful,
  context: RuleContext,
): readonly Expr[] | undefined {
  const places: Expr[] = [];
  if (value.text) {
    for (const piece of value.text.pieces) {
      if (piece.text !== undefined || !isHarmful(piece.value, piece.node)) continue;
      if (!isHere(piece.node, context)) return undefined;
      places.push(...inPiece(piece, isHarmful, context));
    }
    return places;
  }
  if (value.shape?.kind === 'list') {
    const list =
      node.kind === 'name' ? onlyList(assignmentsTo(node.name, node, context.module)) : node;
    if (list?.kind !== 'list' || list.elements.length !== value.shape.elements.length)
      return undefined;
    for (const [i, element] of value.shape.elements.entries()) {
      const written = list.elements[i]!.value;
      if (isHarmful(element, written)) places.push(written);
    }
    return places;
  }
  return isHere(node, context) && isHarmful(value, node) ? [node] : undefined;
}

function inPiece(
  piece: TextPiece & { text: undefined },
  isHarmful: IsHarmful,
  context: RuleContext,
): readonly Expr[] {
  const { value, node } = piece;
  const isComposed = value.text !== undefined || value.shape?.kind === 'list';
  const inside = isComposed ? dataPlaces(value, node, isHarmful, context) : undefined;
  if (inside && inside.length > 0) return inside;
  // `printf(format, values)`: what the list is made of, in which no value is known apart.
  const list =
    node.kind === 'name' ? onlyList(assignmentsTo(node.name, node, context.module)) : undefined;
  if (list?.kind !== 'list') return [node];
  return list.elements.flatMap(({ value: one }) => (one.kind === 'literal' ? [] : [one]));
}

function onlyList(given: readonly Expr[]): Expr | undefined {
  return given.length === 1 ? given[0] : undefined;
}

/** Whether a node is one of this file's; those of other files have spans of other texts. */
export function isHere(node: Node, context: RuleContext): boolean {
  return nodesAt(context.module, node).includes(node);
}

/** Wraps expressions where they stand; undefined when one stands where no call can be written. */
export function wrapAll(
  nodes: readonly Expr[],
  wrap: Wrap,
  context: RuleContext,
): readonly TextEdit[] | undefined {
  const edits: TextEdit[] = [];
  const whole = nodes.map((node) => withDefault(node, context));
  for (const node of new Set(whole)) {
    if (!isHere(node, context)) return undefined;
    const found =
      context.module.language === 'php' ? wrapInPhp(node, whole, wrap, context) : undefined;
    if (found === 'impossible') return undefined;
    if (found) {
      edits.push(...found);
      continue;
    }
    const operand = operandSpan(node, context);
    const { start, end } = inParentheses(operand, context.text) ?? operand;
    edits.push({ start, end, newText: wrap(source(context, operand), node) });
  }
  return edits;
}

/** `data || 'text'`: the default stands for missing data, of which a call would make something. */
function withDefault(node: Expr, { module }: RuleContext): Expr {
  const around = nodesAt(module, node).findLast(
    (outer): outer is Binary =>
      outer.kind === 'binary' &&
      outer.left === node &&
      /^(?:\|\||\?\?)$/.test(outer.op) &&
      outer.right.kind === 'literal' &&
      !String(outer.right.value).includes('<'),
  );
  return around ?? node;
}

/**
 * What belongs to an expression that the tree leaves out: `await` in front of it, a type that it is
 * converted to.
 */
export function operandSpan(node: Span, { module, text }: RuleContext): Span {
  const before = text.slice(Math.max(0, node.start - 100), node.start);
  if (module.language === 'java') {
    const cast = /(?:^|[^\w\s)\]]|\breturn)\s*(\([\w.]+(?:<[\w., ?]*>)?(?:\[\])*\)\s*)$/.exec(
      before,
    );
    return { start: node.start - (cast?.[1]?.length ?? 0), end: node.end };
  }
  if (module.language === 'ruby' || module.language === 'php') return node;
  const awaited = /\bawait\s+$/.exec(before);
  const type =
    module.language === 'typescript'
      ? /^!?(?:\s+as\s+[\w.]+(?:<[\w., |]*>)?(?:\[\])*)?/.exec(text.slice(node.end, node.end + 100))
      : undefined;
  return {
    start: node.start - (awaited?.[0].length ?? 0),
    end: node.end + (type?.[0].length ?? 0),
  };
}

/** The parentheses that do nothing but hold an operand together: the call has its own. */
function inParentheses({ start, end }: Span, text: string): Span | undefined {
  if (text[start - 1] !== '(' || text[end] !== ')') return undefined;
  return /[-+*/%.?:=,([{&|<!]\s*$/.test(text.slice(Math.max(0, start - 20), start - 1))
    ? { start: start - 1, end: end + 1 }
    : undefined;
}

// ---------------------------------------------------------------------------------------------
// PHP: a string in quotes takes variables, but no calls

function wrapInPhp(
  node: Expr,
  all: readonly Expr[],
  wrap: Wrap,
  context: RuleContext,
): readonly TextEdit[] | 'impossible' | undefined {
  const { text } = context;
  const build = nodesAt(context.module, node).findLast(
    (around): around is StringBuild => around.kind === 'string' && around.parts.includes(node),
  );
  if (build?.style !== 'template') return undefined;
  const hole = braces(node, text);
  const written = source(context, node);
  const bare = text[node.start] === '$' ? written : `$${written}`;
  if (text[build.start] !== '"') return nameBefore(node, hole, bare, wrap, context);
  const opens = hole.start === build.start + 1;
  const closes = hole.end === build.end - 1;
  const next = all.some((other) => other !== node && braces(other, text).start === hole.end);
  const previous = all.some((other) => other !== node && braces(other, text).end === hole.start);
  const before = opens || previous ? '' : '" . ';
  const after = closes ? '' : next ? ' . ' : ' . "';
  return [
    {
      start: opens ? build.start : hole.start,
      end: closes ? build.end : hole.end,
      newText: before + wrap(withQuotedKey(bare), node) + after,
    },
  ];
}

/** `$a[key]` in a string is `$a['key']` outside of it: https://www.php.net/types.string#language.types.string.parsing */
function withQuotedKey(written: string): string {
  return written.replace(/^(\$\w+)\[([A-Za-z_]\w*)\]$/, "$1['$2']");
}

function braces(node: Span, text: string): Span {
  const isBraced = text[node.start - 1] === '{' && text[node.end] === '}';
  return isBraced ? { start: node.start - 1, end: node.end + 1 } : node;
}

/** In a heredoc or between backticks: the harmless form gets a name on a line before. */
function nameBefore(
  node: Expr,
  hole: Span,
  bare: string,
  wrap: Wrap,
  context: RuleContext,
): readonly TextEdit[] | 'impossible' {
  const statement = ownLine(node, context);
  const last = /(\w+)\W*$/.exec(bare)?.[1];
  if (!statement || last === undefined) return 'impossible';
  const name = `$safe${last[0]!.toUpperCase()}${last.slice(1)}`;
  if (context.text.includes(`${name} `)) return 'impossible';
  const indent = indentationAt(context.text, statement.start);
  const line = `${name} = ${wrap(withQuotedKey(bare), node)};${lineBreak(context.text)}${indent}`;
  return [
    { start: statement.start, end: statement.start, newText: line },
    { start: hole.start, end: hole.end, newText: `{${name}}` },
  ];
}
