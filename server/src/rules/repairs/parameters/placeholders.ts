import type { Expr, Span, StringBuild } from '../../../ir/types';
import type { TextEdit } from '../../../report/finding';
import {
  type HoleContext,
  type HoleKind,
  holeContexts,
  type SqlPiece,
  type SqlText,
} from '../../../sql/holes';
import { quote } from '../../edits';
import type { RuleContext } from '../../rule';
import { type Assembly, assemble, type HolePiece, isText, type Piece, type Unit } from './text';
import { listElements, parameterName, parameterValue } from './values';

/** Rewrites the text of a statement: each value leaves it, and a placeholder takes its place. */

/** How a driver writes a placeholder. */
export type Mark =
  | { readonly kind: '?' }
  | { readonly kind: '%s' }
  /** `$1`: counts from the number of those that are there. */
  | { readonly kind: '$' }
  /** `:name`, `@name`, `%(name)s`. */
  | { readonly kind: 'name'; readonly before: string; readonly after: string }
  /** `{0}`: counts from the number of those that are there. */
  | { readonly kind: '{}' }
  /** A hole of a tagged template: the value stays where it is, without the quotes around. */
  | { readonly kind: 'tag' };

/** A value that left the text. */
export interface Param {
  readonly node: Expr;
  /** As it is to be written among the parameters. */
  readonly written: string;
  /** For placeholders with names; no two are alike. */
  readonly name: string;
  /** Number of its placeholder among all of the statement, from 0. */
  readonly position: number;
  readonly kind: HoleKind;
  /** The column that it is compared with; empty where none stands in front. */
  readonly column: string;
  /** The written value is a list, with a placeholder for each element. */
  readonly isList: boolean;
  readonly unit: Unit;
}

export interface Rewrite {
  readonly edits: readonly TextEdit[];
  readonly params: readonly Param[];
  /** Names of tables and columns that stay in the text. */
  readonly names: readonly { readonly hole: HolePiece; readonly kind: HoleKind }[];
  readonly assembly: Assembly;
  /** What the statement begins with, in capitals. */
  readonly verb: string;
  /** SQL that stands in front of a fragment. */
  readonly before: string;
}

/** Whether a column has numbers, by its name: a text that stood there without quotes was one. */
export function isNumberColumn(column: string): boolean {
  return /(?:^|_)(?:id|no|num|number|count|qty|quantity|age|year)$|(?:Id|ID|No|Num|Count|Year)$/.test(
    column,
  );
}

export interface RewriteOptions {
  readonly mark: Mark;
  /** What stands in the holes, where the text is not SQL. */
  readonly contexts?: (text: SqlText) => readonly HoleContext[];
  /** SQL that stands in front of a fragment. */
  readonly before?: string;
  /** Names that the placeholders must not have. */
  readonly taken?: readonly string[];
  /** The call has parameters already, so that `%` is read in its text. */
  readonly hasParams?: boolean;
  /** Writes how long the list of values is at this parameter, where the text has branches. */
  readonly length?: (position: number) => string;
  /** How the driver takes the values of `IN (…)`. */
  readonly lists?: 'any' | 'nested' | 'spread';
  /** Writes a value as a literal of the text, where the text has no placeholders. */
  readonly literal?: (written: string) => string;
  /** A bound number must not be a text. */
  readonly numbers?: boolean;
  /** The driver sends all values as texts: a number of rows stays in the text, as a number. */
  readonly limitsStay?: boolean;
  /** A number must not be sent as a text, whatever it is compared with. */
  readonly strict?: boolean;
  /** What stands for numbers, where that is not the mark. */
  readonly numberMark?: string;
}

interface Found {
  readonly holes: readonly HolePiece[];
  readonly context: HoleContext;
  /** Placeholders in front of it, in the text that was there. */
  readonly before: number;
}

/** More rounds than statements have parts with names of their own. */
const maxRounds = 5;

/** @returns undefined where a value stands at a place that takes none, or cannot be replaced */
export function rewriteText(
  expr: Expr,
  options: RewriteOptions,
  context: RuleContext,
): Rewrite | undefined {
  const fragments = new Set<string>();
  for (let round = 0; round < maxRounds; round++) {
    const assembly = assemble(expr, fragments, context);
    if (!assembly) return undefined;
    const found = assembly.texts.flatMap((pieces) => holesOf(pieces, options, context) ?? []);
    const parts = found.flatMap(({ holes, context: { kind } }) =>
      kind === 'keyword' || kind === 'unknown' || kind === 'identifier'
        ? holes.flatMap(({ node }) => (node.kind === 'name' ? [node.name] : []))
        : [],
    );
    const more = parts.filter((name) => !fragments.has(name));
    if (more.length === 0) return rewriteFound(assembly, found, options, context);
    for (const name of more) fragments.add(name);
  }
  return undefined;
}

/** The holes with what stands in them; holes of one quoted text are one. */
function holesOf(
  pieces: readonly Piece[],
  options: RewriteOptions,
  { text }: RuleContext,
): readonly Found[] | undefined {
  const sql = pieces.map((piece): SqlPiece => {
    const span = { start: piece.node.start, end: piece.node.end };
    if (piece.kind === 'hole') return { hole: span, kind: 'value' };
    if (piece.kind === 'fixed') return { text: piece.text, span };
    const raw = text.slice(span.start, span.end);
    // As it is written where nothing is escaped: an indented text has other offsets.
    return { text: raw.includes('\\') ? piece.node.value : raw, span, raw };
  });
  const before = sqlBefore(pieces, options);
  const contexts = (options.contexts ?? holeContexts)({
    pieces: before === '' ? sql : [{ text: before, span: { start: 0, end: 0 } }, ...sql],
  });
  const found: { holes: HolePiece[]; context: HoleContext; before: number }[] = [];
  let marks = 0;
  let number = 0;
  for (const piece of pieces) {
    if (piece.kind === 'text') marks += countMarks(piece.node.value, options.mark);
    if (piece.kind !== 'hole') continue;
    const of = contexts[number++];
    if (!of) return undefined;
    const last = found.at(-1);
    if (of.quoted && last?.context.quoted?.open.start === of.quoted.open.start) {
      last.holes.push(piece);
    } else {
      found.push({ holes: [piece], context: of, before: marks });
    }
  }
  return found;
}

/** JPQL may leave `SELECT` out. */
function sqlBefore(pieces: readonly Piece[], { before = '' }: RewriteOptions): string {
  const [first] = pieces;
  if (before !== '' || first?.kind !== 'text') return before;
  return /^\s*from\b/i.test(first.node.value) ? 'SELECT x ' : '';
}

function countMarks(text: string, mark: Mark): number {
  if (mark.kind === '?') return text.replace(/'[^']*'/g, '').split('?').length - 1;
  if (mark.kind === '%s') return text.split('%s').length - 1;
  return 0;
}

/** How many values the text counts already: the highest `$n`, or one more than the highest `{n}`. */
function numberedBefore(assembly: Assembly, mark: Mark): number {
  if (mark.kind !== '$' && mark.kind !== '{}') return 0;
  const [pattern, first] = mark.kind === '$' ? [/\$(\d+)/g, 0] : [/\{(\d+)\}/g, 1];
  let highest = 0;
  for (const piece of assembly.texts.flat()) {
    if (piece.kind !== 'text') continue;
    for (const [, n] of piece.node.value.matchAll(pattern)) {
      highest = Math.max(highest, Number(n) + first);
    }
  }
  return highest;
}

function rewriteFound(
  assembly: Assembly,
  found: readonly Found[],
  options: RewriteOptions,
  context: RuleContext,
): Rewrite | undefined {
  const { mark } = options;
  const edits: TextEdit[] = [];
  const params: Param[] = [];
  const names: { hole: HolePiece; kind: HoleKind }[] = [];
  const replaced = new Set<HolePiece>();
  const offset = numberedBefore(assembly, mark);
  const isNumbered = mark.kind === '$' || mark.kind === '{}';
  const taken = new Set(options.taken);
  for (const { holes, context: of, before } of found) {
    const [first] = holes;
    if (!first) return undefined;
    if (!takesValue(of.kind)) {
      for (const hole of holes) names.push({ hole, kind: of.kind });
      continue;
    }
    const elements = holes.length === 1 ? listElements(first.node, of, context) : undefined;
    const isList = elements !== undefined;
    if (isList && !options.lists) return undefined;
    const isLimit = of.kind === 'limit';
    const numbers = options.numbers === true || options.limitsStay === true;
    const isStrict = options.strict === true && isNumberColumn(columnBefore(first, assembly));
    const asNumber = isLimit ? numbers || options.strict === true : isStrict;
    const value = parameterValue(holes, of, asNumber, context);
    const written = elements === undefined ? value : listValue(elements, options, context);
    if (written === undefined) return undefined;
    if (isLimit && options.limitsStay) {
      const stays = { text: '', expr: written };
      const replacement = replaceHoles(holes, of, assembly, stays, context);
      if (!replacement) return undefined;
      edits.push(...replacement);
      continue;
    }
    const name = mark.kind === 'name' ? parameterName(first.node, taken, context) : '';
    const position = (isNumbered ? offset : before) + params.length;
    const column = columnBefore(first, assembly);
    const isNumber = isLimit || (!of.quoted && isNumberColumn(column));
    const place = options.literal
      ? { text: '', expr: options.literal(written) }
      : isList
        ? listMark(written, first, options, name, position, context)
        : isNumber && options.numberMark
          ? { text: options.numberMark }
          : markText(options, written, name, position);
    if (!place) return undefined;
    const replacement = replaceHoles(holes, of, assembly, place, context);
    if (!replacement) return undefined;
    edits.push(...replacement);
    for (const hole of holes) replaced.add(hole);
    const spreads = isList && options.lists === 'spread';
    const { node, unit } = first;
    params.push({ node, written, name, position, kind: of.kind, column, isList: spreads, unit });
  }
  const finished = finishBuilds(assembly, replaced, edits, options, context);
  if (!finished) return undefined;
  const opening = assembly.texts[0]?.find(({ kind }) => kind === 'text');
  const head = opening?.kind === 'text' ? opening.node.value : '';
  const verb = /^[\s({]*(\w+)/.exec(head)?.[1]?.toUpperCase() ?? '';
  return {
    edits: [...edits, ...finished],
    params,
    names,
    assembly,
    verb,
    before: options.before ?? '',
  };
}

/** `price` of `AND t.price >= '`. */
function columnBefore(hole: HolePiece, assembly: Assembly): string {
  for (const pieces of assembly.texts) {
    const before = pieces[pieces.indexOf(hole) - 1];
    if (before?.kind !== 'text') continue;
    return /(\w+)[\]"`]?\s*(?:=|<>|!=|<=?|>=?)\s*'?$/.exec(before.node.value)?.[1] ?? '';
  }
  return '';
}

function takesValue(kind: HoleKind): boolean {
  return (
    kind === 'value' ||
    kind === 'quoted-value' ||
    kind === 'like-value' ||
    kind === 'limit' ||
    kind === 'in-list'
  );
}

/** What stands in the text in the place of a value: text, then perhaps an expression. */
interface Place {
  readonly text: string;
  /** Behind the text, where its number is only known when the program runs. */
  readonly expr?: string;
  /** It takes the parentheses of `IN (…)` along, and `IN`. */
  readonly isAny?: boolean;
}

function markText(
  { mark, length }: RewriteOptions,
  written: string,
  name: string,
  position: number,
): Place | undefined {
  switch (mark.kind) {
    case '?':
    case '%s':
      return { text: mark.kind };
    case '$':
      return length ? { text: '$', expr: length(position) } : { text: `$${position + 1}` };
    case 'name':
      return { text: mark.before + name + mark.after };
    case '{}':
      return { text: `{${position}}` };
    case 'tag':
      return { text: '', expr: written };
  }
}

function listMark(
  written: string,
  { build }: HolePiece,
  options: RewriteOptions,
  name: string,
  position: number,
  context: RuleContext,
): Place | undefined {
  const { lists, mark } = options;
  if (lists === 'nested') return markText(options, written, name, position);
  if (lists === 'any') {
    const place = markText(options, written, name, position);
    return place && { ...place, isAny: true };
  }
  if (lists !== 'spread' || (mark.kind !== '?' && mark.kind !== '%s')) return undefined;
  // In an f-string the other quote stands inside.
  const around =
    build?.style === 'template' && build.parts[0]
      ? context.text[build.parts[0].start - 1]
      : undefined;
  return { text: '', expr: markList(written, mark.kind, around === "'" ? '"' : "'", context) };
}

/** A list as the driver takes it for `= ANY($1)`: PHP and Ruby write it as PostgreSQL does. */
function listValue(list: string, { lists }: RewriteOptions, { module }: RuleContext): string {
  if (lists !== 'any') return list;
  if (module.language === 'php') return `'{' . implode(',', ${list}) . '}'`;
  return module.language === 'ruby' ? `"{#{${list}.join(',')}}"` : list;
}

/** A placeholder for each element of a list, with commas between. */
function markList(list: string, mark: string, q: string, { module }: RuleContext): string {
  switch (module.language) {
    case 'javascript':
    case 'typescript':
      return `${list}.map(() => '${mark}').join(', ')`;
    case 'python':
      return `${q}, ${q}.join([${q}${mark}${q}] * len(${list}))`;
    case 'ruby':
      return `(['${mark}'] * ${list}.length).join(', ')`;
    case 'php':
      return `implode(', ', array_fill(0, count(${list}), '${mark}'))`;
    case 'java':
      return `String.join(", ", java.util.Collections.nCopies(${list}.size(), "${mark}"))`;
  }
}

// ---------------------------------------------------------------------------------------------
// One place

function replaceHoles(
  holes: readonly HolePiece[],
  of: HoleContext,
  assembly: Assembly,
  place: Place,
  context: RuleContext,
): readonly TextEdit[] | undefined {
  const { text } = context;
  const first = holes[0]!;
  const last = holes.at(-1)!;
  if (first.build !== last.build) return undefined;
  if (of.quoted && !isQuote(of.quoted.open, text)) return undefined;
  if (of.quoted && !isQuote(of.quoted.close, text)) return undefined;
  const open = of.quoted && { ...of.quoted.open, start: backslash(text, of.quoted.open.start) };
  const close = of.quoted?.close;
  const edits: TextEdit[] = [];
  const { build } = first;
  const left = build?.parts[first.index! - 1];
  const right = build?.parts[last.index! + 1];
  const opensLeft =
    open && left && isText(left) && left.start <= open.start && open.start <= left.end;
  const closesRight =
    close && right && isText(right) && right.start < close.end && close.end <= right.end;
  // The quotes stand in other parts of the text: what they leave there goes on its own.
  if (open && !opensLeft) {
    const piece = textAt(open, assembly);
    if (!piece) return undefined;
    edits.push({ start: open.start, end: piece.node.end, newText: '' });
  }
  if (close && !closesRight) {
    const piece = textAt(close, assembly);
    if (!piece) return undefined;
    edits.push({ start: piece.node.start, end: close.end, newText: '' });
  }
  const from = opensLeft ? open.start : undefined;
  const to = closesRight ? close.end : undefined;
  const replaced = replaceIn(first, last, from, to, place, context);
  return replaced && [...edits, ...replaced];
}

function isQuote(span: Span, text: string): boolean {
  return /^\\?[eEnNbBxX]?\\?['"]$/.test(text.slice(span.start, span.end));
}

/** Where a quote begins in the source when it may be escaped there. */
function backslash(text: string, quoteAt: number): number {
  return text[quoteAt - 1] === '\\' && text[quoteAt - 2] !== '\\' ? quoteAt - 1 : quoteAt;
}

function textAt(span: Span, assembly: Assembly): (Piece & { kind: 'text' }) | undefined {
  return assembly.texts
    .flat()
    .find(
      (piece): piece is Piece & { kind: 'text' } =>
        piece.kind === 'text' && piece.node.start <= span.start && span.end <= piece.node.end,
    );
}

/** The `{…}`, `${…}`, `#{…}` around an expression in a text, or the expression itself in PHP. */
function templateHole(node: Expr, { text, module }: RuleContext): Span | undefined {
  const before = /(?:\$\{|#\{|\{)[\s(]*$/.exec(
    text.slice(Math.max(0, node.start - 40), node.start),
  );
  if (before) {
    const end = assertedEnd(node, text);
    const after = /^[\s)]*\}/.exec(text.slice(end, end + 200))?.[0];
    if (after === undefined) return undefined;
    return { start: node.start - before[0].length, end: end + after.length };
  }
  return module.language === 'php' && text[node.start] === '$' ? node : undefined;
}

/** The end with a type assertion, which no tree has: `x!`, `x as string`. */
function assertedEnd({ end }: Span, text: string): number {
  const asserted = /^(?:!(?!=)|\s+as\s+[\w.]+(?:\[\])?)/.exec(text.slice(end, end + 80));
  return end + (asserted?.[0].length ?? 0);
}

/** Whether an expression stands in the quotes of a text, and not beside them. */
function isInside({ node, build, index }: HolePiece, context: RuleContext): boolean {
  if (!build || index === undefined) return false;
  if (build.style === 'template') return true;
  const hole = templateHole(node, context);
  const left = build.parts[index - 1];
  const right = build.parts[index + 1];
  if (!hole) return false;
  return (
    (left !== undefined && isText(left) && left.end === hole.start) ||
    (right !== undefined && isText(right) && right.start === hole.end)
  );
}

function replaceIn(
  first: HolePiece,
  last: HolePiece,
  from: number | undefined,
  to: number | undefined,
  place: Place,
  context: RuleContext,
): readonly TextEdit[] | undefined {
  const { build } = first;
  if (place.isAny) return replaceList(first, place, context);
  if (build?.holes) {
    // The format stays: its only value becomes that many placeholders.
    if (place.expr !== undefined) {
      const { start, end } = first.node;
      const isOnly = build.holes.length === 1 && from === undefined && place.text === '';
      return isOnly ? [{ start, end, newText: place.expr }] : undefined;
    }
    const start = build.holes[holeNumber(build, first.index!)];
    const end = build.holes[holeNumber(build, last.index!)];
    if (!start || !end) return undefined;
    return [{ start: from ?? start.start, end: to ?? end.end, newText: place.text }];
  }
  if (build && isInside(first, context) && isInside(last, context)) {
    const start = templateHole(first.node, context);
    const end = templateHole(last.node, context);
    if (!start || !end) return undefined;
    const newText = insideText(place, build, context);
    if (newText === undefined) return undefined;
    return [{ start: from ?? start.start, end: to ?? end.end, newText }];
  }
  return replaceOperand(first, last, from, to, place, context);
}

/** Puts another expression in the place of a name that stays in the text. */
export function replaceName(
  { node }: HolePiece,
  written: string,
  isName: boolean,
  { module, text }: RuleContext,
): readonly TextEdit[] | undefined {
  const { start, end } = node;
  // In a text of PHP only variables stand, and their braces stay.
  if (module.language === 'php' && !isName && /["\s]/.test(text[start - 1] ?? '')) return undefined;
  return [{ start, end, newText: written }];
}

/** `IN (${ids.join(',')})` → `= ANY($1)`. */
function replaceList(
  hole: HolePiece,
  place: Place,
  context: RuleContext,
): readonly TextEdit[] | undefined {
  const { node, build } = hole;
  const { text } = context;
  const isTemplate = isInside(hole, context);
  const around = isTemplate ? templateHole(node, context) : operandAround(hole, text);
  if (!build || build.holes || !around) return undefined;
  const head = /(\bNOT\s+)?\bIN\s*\(\s*'?$/i.exec(text.slice(build.start, around.start));
  const tail = /^'?\s*\)/.exec(text.slice(around.end, build.end));
  if (!head || !tail) return undefined;
  const from = around.start - head[0].length;
  const to = around.end + tail[0].length;
  const inner = { ...place, text: `${head[1] ? '<> ALL' : '= ANY'}(${place.text}` };
  if (isTemplate) {
    const newText = insideText(inner, build, context);
    return newText === undefined ? undefined : [{ start: from, end: to, newText: `${newText})` }];
  }
  if (place.expr !== undefined) return undefined;
  return replaceOperand(hole, hole, from, to, { text: `${inner.text})` }, context);
}

/** From the end of the literal in front to the start of the one behind. */
function operandAround({ build, index }: HolePiece, text: string): Span | undefined {
  const left = quotedNeighbour(build?.parts[index! - 1], 'left', text);
  const right = quotedNeighbour(build?.parts[index! + 1], 'right', text);
  return left && right && { start: left.end, end: right.start };
}

function insideText(
  { text, expr }: Place,
  build: StringBuild,
  { module, text: all }: RuleContext,
): string | undefined {
  if (expr === undefined) return text;
  switch (module.language) {
    case 'javascript':
    case 'typescript':
      return `${text}\${${expr}}`;
    case 'python':
      return `${text}{${expr}}`;
    case 'ruby':
      return `${text}#{${expr}}`;
    case 'php':
      return all[build.start] === '"' ? `${text}" . ${expr} . "` : undefined;
    case 'java':
      return undefined;
  }
}

function holeNumber(build: StringBuild, index: number): number {
  return build.parts.slice(0, index).filter((part) => !isText(part)).length;
}

/** A value between the quotes of its neighbours: `"… = '" + x + "' …"`. */
function replaceOperand(
  first: HolePiece,
  last: HolePiece,
  from: number | undefined,
  to: number | undefined,
  { text: inner, expr }: Place,
  context: RuleContext,
): readonly TextEdit[] | undefined {
  const { text, module } = context;
  const { build } = first;
  const limits = build ?? first.unit.expr;
  const start = withParentheses(first.node, limits, text).start;
  const end = withParentheses(last.node, limits, text).end;
  const left = quotedNeighbour(build?.parts[(first.index ?? 0) - 1], 'left', text);
  const right = quotedNeighbour(build?.parts[(last.index ?? -2) + 1], 'right', text);
  // What opens or closes a quoted text must not stay behind.
  if ((from !== undefined && !left) || (to !== undefined && !right)) return undefined;
  const operator = module.language === 'php' ? '.' : '+';
  if (expr !== undefined) {
    const q = left?.quote ?? right?.quote ?? defaultQuote(context);
    const head = left
      ? `${inner}${q} ${operator} `
      : inner === ''
        ? ''
        : `${q}${inner}${q} ${operator} `;
    const edits: TextEdit[] = [
      { start: left ? (from ?? left.end) : start, end, newText: head + expr },
    ];
    if (right && to !== undefined) edits.push({ start: right.start, end: to, newText: '' });
    return edits;
  }
  const cut = to ?? right?.start;
  const restIsEmpty = right !== undefined && cut === right.end;
  const joined = (a: number, b: number) => !/[\n#]|\/[/*]/.test(text.slice(a, b));
  if (left) {
    const at = from ?? left.end;
    if (right && right.quote === left.quote && joined(left.end, right.start)) {
      return [{ start: at, end: cut!, newText: inner }];
    }
    if (restIsEmpty && joined(end, right.start)) {
      return [{ start: at, end: right.end + 1, newText: inner + left.quote }];
    }
    return [
      { start: at, end, newText: inner + left.quote },
      ...(right && to !== undefined ? [{ start: right.start, end: to, newText: '' }] : []),
    ];
  }
  if (right && joined(end, right.start)) {
    return [{ start, end: cut!, newText: right.quote + inner }];
  }
  const q = right?.quote ?? defaultQuote(context);
  return [
    { start, end, newText: q + inner + q },
    ...(right && to !== undefined ? [{ start: right.start, end: to, newText: '' }] : []),
  ];
}

function defaultQuote({ text, module }: RuleContext): string {
  return module.language === 'java' ? '"' : quote(text);
}

function quotedNeighbour(
  part: Expr | undefined,
  side: 'left' | 'right',
  text: string,
): (Span & { readonly quote: string }) | undefined {
  if (!part || !isText(part)) return undefined;
  const at = side === 'left' ? part.end : part.start - 1;
  const mark = text[at];
  if (mark !== '"' && mark !== "'" && mark !== '`') return undefined;
  return { start: part.start, end: part.end, quote: mark };
}

function withParentheses(node: Span, limits: Span, text: string): Span {
  let { start } = node;
  let end = Math.min(assertedEnd(node, text), limits.end);
  for (;;) {
    const before = /\(\s*$/.exec(text.slice(limits.start, start));
    const after = /^\s*\)/.exec(text.slice(end, limits.end));
    if (!before || !after) return { start, end };
    start -= before[0].length;
    end += after[0].length;
  }
}

// ---------------------------------------------------------------------------------------------
// The rest of the text

/**
 * Takes away what made a literal a format: the `f` prefix, the `%` operand, the `format(…)` around;
 * what is left of them in the text (`%%`, `{{`) becomes what it stands for. Where the placeholders
 * make the driver read `%`, those that are there are doubled.
 */
function finishBuilds(
  assembly: Assembly,
  replaced: ReadonlySet<HolePiece>,
  done: readonly TextEdit[],
  options: RewriteOptions,
  context: RuleContext,
): readonly TextEdit[] | undefined {
  const edits: TextEdit[] = [];
  const pieces = assembly.texts.flat();
  const builds = new Set<StringBuild>();
  for (const piece of replaced) if (piece.build) builds.add(piece.build);
  for (const build of builds) {
    const isDone = build.parts.every(
      (part) => isText(part) || [...replaced].some(({ node }) => node === part),
    );
    if (build.holes && !isDone) {
      const kept = keepFormat(build, replaced, options, context);
      if (!kept) return undefined;
      edits.push(...kept);
      continue;
    }
    if (build.holes) {
      if (
        done.some(({ start }) => build.parts.some((part) => !isText(part) && part.start === start))
      ) {
        continue;
      }
      const finished = finishFormat(build, context);
      if (!finished) return undefined;
      edits.push(...finished, ...unescaped(build, options, context));
    } else if (isDone && context.module.language === 'python') {
      if (done.some(({ start, end, newText }) => inside(build, start, end) && /\{/.test(newText))) {
        continue;
      }
      edits.push(...withoutPrefix(build, context), ...unescaped(build, options, context));
    }
  }
  if (options.mark.kind === '%s' && !options.hasParams && replaced.size > 0) {
    for (const piece of pieces) {
      if (piece.kind !== 'text') continue;
      // In a format `%%` is what the driver reads as one sign too.
      if (
        [...builds].some((build) => build.style === 'percent' && build.parts.includes(piece.node))
      ) {
        continue;
      }
      edits.push(...doubled(piece.node, context));
    }
  }
  edits.push(...emptied(assembly, done, context));
  return edits.filter(
    ({ start, end }) =>
      !done.some(
        (other) =>
          start < other.end && other.start < end && !(start <= other.start && other.end <= end),
      ),
  );
}

function inside(outer: Span, start: number, end: number): boolean {
  return outer.start <= start && end <= outer.end;
}

function finishFormat(build: StringBuild, { text }: RuleContext): readonly TextEdit[] | undefined {
  const spans = [...build.parts.filter(isText), ...(build.holes ?? [])];
  const from = Math.min(...spans.map(({ start }) => start));
  const to = Math.max(...spans.map(({ end }) => end));
  const opening = /(?:(?<![a-zA-Z0-9_])[rRbBuUfF]{1,2})?('''|"""|['"])$/.exec(
    text.slice(build.start, from),
  );
  const closing = /^(?:'''|"""|['"])/.exec(text.slice(to));
  if (!opening || !closing) return undefined;
  const head = { start: build.start, end: from - opening[0].length };
  const behind = to + closing[0].length;
  if (/^[\s(]*$/.test(text.slice(head.start, head.end))) {
    const kept = /^(?:\s*\))*/.exec(text.slice(behind, build.end))?.[0].length ?? 0;
    const isBalanced =
      text.slice(head.start, head.end).split('(').length ===
      text.slice(behind, behind + kept).split(')').length;
    const start = isBalanced ? behind + kept : behind;
    if (!isBalanced && head.start !== head.end) return undefined;
    return [{ start, end: build.end, newText: '' }];
  }
  return [
    { ...head, newText: '' },
    { start: behind, end: build.end, newText: '' },
  ];
}

/** A format with names that stay: the values that left it leave its arguments too. */
function keepFormat(
  build: StringBuild,
  replaced: ReadonlySet<HolePiece>,
  { mark }: RewriteOptions,
  { text }: RuleContext,
): readonly TextEdit[] | undefined {
  // A placeholder with a sign that the format reads.
  if (build.style === 'percent' && mark.kind === '%s') return undefined;
  const edits: TextEdit[] = [];
  for (const { node, build: of } of replaced) {
    if (of !== build) continue;
    if (build.parts.filter((part) => part.start === node.start).length > 1) return undefined;
    const before = /,\s*(?:\w+\s*=\s*)?$/.exec(text.slice(build.start, node.start));
    const after = /^\s*,\s*/.exec(text.slice(node.end, build.end));
    if (before) {
      edits.push({ start: node.start - before[0].length, end: node.end, newText: '' });
    } else if (after) {
      const name = /\w+\s*=\s*$/.exec(text.slice(build.start, node.start))?.[0].length ?? 0;
      edits.push({ start: node.start - name, end: node.end + after[0].length, newText: '' });
    } else {
      return undefined;
    }
  }
  return edits;
}

function unescaped(
  build: StringBuild,
  { mark }: RewriteOptions,
  { text, module }: RuleContext,
): readonly TextEdit[] {
  const edits: TextEdit[] = [];
  const isPython = module.language === 'python' && build.style !== 'percent';
  const sign = isPython ? /\{\{|\}\}/g : /%%/g;
  if (sign.source === '%%' && mark.kind === '%s') return edits;
  for (const part of build.parts) {
    if (!isText(part)) continue;
    for (const match of text.slice(part.start, part.end).matchAll(sign)) {
      const start = part.start + match.index;
      edits.push({ start, end: start + 1, newText: '' });
    }
  }
  return edits;
}

/** The `f` of f-strings. */
function withoutPrefix(build: StringBuild, { text }: RuleContext): readonly TextEdit[] {
  const edits: TextEdit[] = [];
  const source = text.slice(build.start, build.end);
  for (const match of source.matchAll(/(?<![\w"'])([rR]?[fF][rR]?)(?='''|"""|['"])/g)) {
    const at = build.start + match.index + match[1]!.toLowerCase().indexOf('f');
    if (build.parts.some((part) => part.start <= at && at < part.end)) continue;
    edits.push({ start: at, end: at + 1, newText: '' });
  }
  return edits;
}

function doubled(node: Span, { text }: RuleContext): readonly TextEdit[] {
  const edits: TextEdit[] = [];
  for (const match of text.slice(node.start, node.end).matchAll(/%+/g)) {
    if (match[0].length % 2 === 0) continue;
    const at = node.start + match.index;
    edits.push({ start: at, end: at, newText: '%' });
  }
  return edits;
}

/** Calls and assignments that are left with nothing to add. */
function emptied(
  assembly: Assembly,
  done: readonly TextEdit[],
  { text }: RuleContext,
): readonly TextEdit[] {
  const edits: TextEdit[] = [];
  for (const { expr, adder, starts } of assembly.units) {
    if (!adder || starts || !isText(expr)) continue;
    const isEmpty = done.some(
      ({ start, end, newText }) => newText === '' && start === expr.start && end === expr.end,
    );
    if (!isEmpty) continue;
    if (adder.kind === 'call' && adder.callee.kind === 'member') {
      const { object } = adder.callee;
      if (object.kind === 'call') {
        edits.push({ start: object.end, end: adder.end, newText: '' });
        continue;
      }
    }
    const lineStart = text.lastIndexOf('\n', adder.start - 1) + 1;
    const lineEnd = text.indexOf('\n', adder.end);
    const line = text.slice(lineStart, lineEnd);
    const isOwn = text.slice(lineStart, adder.start).trim() === '' && lineEnd >= 0;
    if (isOwn && /^\s*;?\s*$/.test(line.slice(adder.end - lineStart))) {
      edits.push({ start: lineStart, end: lineEnd + 1, newText: '' });
    }
  }
  return edits;
}
