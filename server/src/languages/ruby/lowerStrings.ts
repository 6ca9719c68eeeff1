import type { Arg, Expr, Literal, Span } from '../../ir/types';
import { buildFormat, type FormatSyntax, isFormat, type Placeholder } from '../formats';
import { flatParts } from '../lowering';
import { type Context, type ExprHandler, nameAt, type Quoting, valueFrom } from './lowerContext';

/**
 * Texts: strings, symbols, heredocs, regular expressions, backticks, and formats. A literal's span
 * covers its text without quotes.
 */

const escapeSequence =
  /\\(?:\r\n|u\{([0-9a-fA-F ]{1,80})\}|u([0-9a-fA-F]{4})|x([0-9a-fA-F]{1,2})|([0-7]{1,3})|(?:c|C-|M-)[^\\]|([\s\S]))/g;
const simpleEscapes: Readonly<Record<string, string>> = {
  a: '\x07',
  b: '\b',
  e: '\x1b',
  f: '\f',
  n: '\n',
  r: '\r',
  s: ' ',
  t: '\t',
  v: '\v',
  '\n': '',
};

function codePoint(hex: string): string {
  const code = Number.parseInt(hex, 16);
  return code <= 0x10ffff ? String.fromCodePoint(code) : '';
}

function cookEscapes(raw: string): string {
  return raw.replace(escapeSequence, (whole, points, unicode, hex, octal, char) => {
    if (points !== undefined) return points.trim().split(/ +/).map(codePoint).join('');
    if (unicode !== undefined || hex !== undefined) return codePoint(unicode ?? hex);
    if (octal !== undefined) return String.fromCharCode(Number.parseInt(octal, 8) & 0xff);
    if (char !== undefined) return simpleEscapes[char] ?? char;
    return whole === '\\\r\n' ? '' : whole;
  });
}

const indentation = /^[ \t]*/gm;

/** What the source text between two offsets means. */
function cook(x: Context, start: number, end: number, { escapes, indent = 0 }: Quoting): string {
  let raw = x.text.slice(start, end);
  if (indent > 0) {
    const opensLine = x.text[start - 1] === '\n';
    raw = raw.replace(indentation, (blank, at: number) =>
      at > 0 || opensLine ? blank.slice(indent) : blank,
    );
  }
  if (escapes === 'none' || !raw.includes('\\')) return raw;
  return escapes === 'double' ? cookEscapes(raw) : raw.replace(/\\([\\'])/g, '$1');
}

function text(x: Context, start: number, end: number, quoting: Quoting): Literal {
  const built: Literal = { kind: 'literal', start, end, value: cook(x, start, end, quoting) };
  x.quoting.set(built, quoting);
  return built;
}

/** The span between the marks that open and close a string. */
function between(x: Context, node: number): Span {
  const { tree } = x;
  let start = x.start(node);
  let end = tree.end[node]!;
  const opening = node + 1;
  const limit = tree.skip[node]!;
  if (opening < limit && tree.isNamed[opening] === 0) start = tree.end[opening]!;
  let last = opening;
  for (let at = opening; at < limit; at = tree.skip[at]!) last = at;
  if (last > opening && tree.isNamed[last] === 0) end = tree.start[last]!;
  return { start, end: Math.max(start, end) };
}

/** The statements of `#{…}`; `#@x` has its variable. */
function hole(x: Context, node: number): Expr | undefined {
  const items = x.items(node);
  const [only] = items;
  if (only === undefined) return undefined;
  if (items.length === 1 && x.isExpr(only)) return x.expr(only);
  return valueFrom(x, x.block(node, x.start(node), x.s.interpolation).body, x.span(node));
}

/** Text pieces and holes inside `node`; at least one piece. */
function pieces(x: Context, node: number, span: Span, quoting: Quoting): Expr[] {
  const out: Expr[] = [];
  let { start } = span;
  for (const part of x.children(node)) {
    if (!x.is(part, x.s.interpolation)) continue;
    if (start < x.start(part)) out.push(text(x, start, x.start(part), quoting));
    const value = hole(x, part);
    if (value) out.push(value);
    start = x.tree.end[part]!;
  }
  if (start < span.end || out.length === 0) {
    out.push(text(x, Math.min(start, span.end), span.end, quoting));
  }
  return out;
}

function joined(parts: readonly Expr[], span: Span): Expr {
  const [only] = parts;
  if (parts.length === 1 && only?.kind === 'literal') return only;
  return { kind: 'string', start: span.start, end: span.end, style: 'template', parts };
}

function quotingOf(x: Context, node: number): Quoting {
  const opening = x.textOf(node + 1);
  return { escapes: /^(?:'|%q)/.test(opening) ? 'single' : 'double' };
}

function stringPieces(x: Context, node: number): Expr[] {
  return pieces(x, node, between(x, node), quotingOf(x, node));
}

const string: ExprHandler = (x, node) => joined(stringPieces(x, node), x.span(node));

const chainedString: ExprHandler = (x, node) => {
  const parts = x.items(node).flatMap((part) => {
    if (x.is(part, x.s.string)) return stringPieces(x, part);
    return flatParts(x.expr(part));
  });
  const style = parts.every((part) => part.kind === 'literal') ? 'concat' : 'template';
  return { kind: 'string', start: x.start(node), end: x.end(node), style, parts };
};

const symbol: ExprHandler = (x, node) => {
  const value = x.textOf(node).slice(1);
  return { kind: 'literal', start: x.start(node) + 1, end: x.end(node), value };
};

const keySymbol: ExprHandler = (x, node) => x.literal(node, x.textOf(node));

const bare: ExprHandler = (x, node) =>
  joined(pieces(x, node, x.span(node), { escapes: 'single' }), x.span(node));

const character: ExprHandler = (x, node) =>
  text(x, x.start(node) + 1, x.end(node), { escapes: 'double' });

/** Columns that all lines of a squiggly heredoc are indented by. */
function commonIndent(x: Context, start: number, end: number): number {
  let least = Number.POSITIVE_INFINITY;
  for (const line of x.text.slice(start, end).split('\n')) {
    const blank = /^[ \t]*/.exec(line)![0].length;
    if (blank < line.trimEnd().length) least = Math.min(least, blank);
  }
  return Number.isFinite(least) ? least : 0;
}

const heredoc: ExprHandler = (x, node) => {
  const body = x.heredocBody(node);
  if (body < 0) return x.literal(node, '');
  const opening = x.textOf(node);
  const closing = x.childOf(body, x.s.heredoc_end);
  const start =
    x.start(body) + /^\r?\n?/.exec(x.text.slice(x.start(body), x.start(body) + 2))![0].length;
  let end = closing < 0 ? x.tree.end[body]! : x.start(closing);
  while (end > start && /[ \t]/.test(x.text[end - 1]!)) end--;
  end = Math.max(start, end);
  const escapes = opening.includes("'") ? 'none' : 'double';
  const indent = opening.startsWith('<<~') ? commonIndent(x, start, end) : 0;
  return joined(pieces(x, body, { start, end }, { escapes, indent }), x.span(node));
};

/**
 * A pattern as JavaScript writes it: Ruby's `m` is `s` there, and its `^` and `$` stand at every
 * line, as with the flag `m`.
 */
function literalPattern(source: string, closing: string): string {
  const anchored = /[$^]/.test(source.replace(/\\.|\[\^/g, ''));
  const flags = closing.slice(1).replace('m', 's').replace(/[^is]/g, '');
  return `/${source}/${flags}${anchored ? 'm' : ''}`;
}

/** With holes it is made when the program runs: `Regexp.new(text)`. */
const regex: ExprHandler = (x, node) => {
  const span = x.span(node);
  const inside = between(x, node);
  const parts = pieces(x, node, inside, { escapes: 'none' });
  if (parts.every((part) => part.kind === 'literal')) {
    const value = literalPattern(
      x.text.slice(inside.start, inside.end),
      x.text.slice(inside.end, span.end),
    );
    return { kind: 'literal', start: span.start, end: span.end, value, regex: true };
  }
  return {
    kind: 'call',
    start: span.start,
    end: span.end,
    callee: nameAt(span.start, 'Regexp'),
    args: [{ ...inside, value: { kind: 'string', ...inside, style: 'template', parts } }],
    isNew: true,
    argsSpan: inside,
  };
};

/** `` `ls` `` calls the function that is named like the mark. */
const subshell: ExprHandler = (x, node) => {
  const span = x.span(node);
  const inside = between(x, node);
  const value = joined(pieces(x, node, inside, { escapes: 'double' }), inside);
  return {
    kind: 'call',
    start: span.start,
    end: span.end,
    callee: { kind: 'name', start: span.start, end: span.start + 1, name: '`' },
    args: [{ ...inside, value }],
    isNew: false,
    argsSpan: span,
  };
};

const wordArray: ExprHandler = (x, node) => ({
  kind: 'list',
  start: x.start(node),
  end: x.end(node),
  of: 'list',
  elements: x
    .items(node)
    .map((item) => ({ start: x.start(item), end: x.end(item), value: x.expr(item) })),
});

export const stringHandlers: Readonly<Record<string, ExprHandler>> = {
  string,
  chained_string: chainedString,
  simple_symbol: symbol,
  delimited_symbol: string,
  hash_key_symbol: keySymbol,
  bare_string: bare,
  bare_symbol: bare,
  character,
  heredoc_beginning: heredoc,
  regex,
  subshell,
  string_array: wordArray,
  symbol_array: wordArray,
};

// Formats ------------------------------------------------------------------------------------

// The repetitions are bounded, so that no text makes the search slow.
const placeholder =
  /%(?:%|\{([^{}]{1,100})\}|(?:<([^<>]{1,100})>|(\d{1,3})\$)?[#0\- +]{0,8}(\*|\d{1,9})?(?:\.(\*|\d{1,9})?)?(?:<([^<>]{1,100})>)?[diouxXeEfgGaAcspbB])/g;

function formatSyntax(x: Context): FormatSyntax {
  return {
    scan(piece) {
      const found: Placeholder[] = [];
      for (const match of x.text.slice(piece.start, piece.end).matchAll(placeholder)) {
        if (match[0] === '%%') continue;
        const start = piece.start + match.index;
        const key = match[1] ?? match[2] ?? match[6];
        const position = match[3] === undefined ? undefined : Number(match[3]) - 1;
        const widths = (match[4] === '*' ? 1 : 0) + (match[5] === '*' ? 1 : 0);
        found.push({ start, end: start + match[0].length, key: key ?? position, widths });
      }
      return found;
    },
    text: (piece, start, end) =>
      cook(x, start, end, x.quoting.get(piece) ?? { escapes: 'none' }).replace(/%%/g, '%'),
  };
}

/** `format % right`, where the format's text is known. */
export function percent(x: Context, format: Expr, right: Expr, whole: Span): Expr | undefined {
  if (!isFormat(format)) return undefined;
  const syntax = formatSyntax(x);
  const build = (positional: readonly Expr[], named?: ReadonlyMap<string, Expr>, rest?: Expr) =>
    buildFormat('percent', format, syntax, { positional, named, rest }, whole);
  if (right.kind === 'list' && right.elements.every((element) => !element.spread)) {
    return build(right.elements.map((element) => element.value));
  }
  const named = right.kind === 'map' ? byKey(right.entries) : undefined;
  if (named) return build([], named);
  const holes = (format.kind === 'string' ? format.parts : [format]).flatMap((piece) =>
    piece.kind === 'literal' ? syntax.scan(piece) : [],
  );
  const isOne = holes.length === 1 && typeof holes[0]!.key !== 'string';
  return isOne ? build([right]) : build([], undefined, right);
}

function byKey(entries: readonly { readonly key?: Expr; readonly value: Expr }[]) {
  const named = new Map<string, Expr>();
  for (const { key, value } of entries) {
    if (key?.kind !== 'literal' || typeof key.value !== 'string') return undefined;
    if (named.has(key.value)) return undefined;
    named.set(key.value, value);
  }
  return named;
}

/** `format(text, …)`, where the text is known. */
export function formatCall(x: Context, args: readonly Arg[], whole: Span): Expr | undefined {
  const [format, ...values] = args;
  if (!format || format.name !== undefined || format.spread || !isFormat(format.value)) {
    return undefined;
  }
  const positional = values.filter((arg) => arg.name === undefined && !arg.spread);
  const named = values.flatMap((arg) =>
    arg.name === undefined ? [] : [[arg.name, arg.value] as const],
  );
  const rest = values.find((arg) => arg.spread)?.value;
  return buildFormat(
    'format',
    format.value,
    formatSyntax(x),
    { positional: positional.map((arg) => arg.value), named: new Map(named), rest },
    whole,
  );
}
