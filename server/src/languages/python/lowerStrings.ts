import type { Arg, Expr, Literal, Span, StringBuild } from '../../ir/types';
import { type Context, type ExprHandler, repeat, spanOf } from './lowerContext';

/**
 * Strings. A string literal's span covers its text without prefix and quotes. Adjacent literals
 * ("implicit concatenation") and `+` become one flat `StringBuild`, so that every piece of text
 * keeps its place in the source.
 */

// Prefix letters, as bits.
const RAW = 1;
const BYTES = 2;
const FORMATTED = 4;

function prefixOf(x: Context, stringStart: number): number {
  let flags = 0;
  for (let at = x.start(stringStart); at < x.end(stringStart); at++) {
    switch (x.text.charCodeAt(at) | 0x20) {
      case 0x72: // r
        flags |= RAW;
        break;
      case 0x62: // b
        flags |= BYTES;
        break;
      case 0x66: // f
      case 0x74: // t
        flags |= FORMATTED;
        break;
    }
  }
  return flags;
}

const ESCAPE =
  /\\(?:\r\n|N\{[^{}\\]{0,100}\}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|x[0-9a-fA-F]{2}|[0-7]{1,3}|[\s\S])/g;

const SIMPLE_ESCAPES: Readonly<Record<string, string>> = {
  a: '\x07',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
  '\\': '\\',
  "'": "'",
  '"': '"',
  '\n': '',
  '\r\n': '',
};

function cookEscapes(raw: string, isBytes: boolean): string {
  return raw.replace(ESCAPE, (sequence) => {
    const body = sequence.slice(1);
    const simple = SIMPLE_ESCAPES[body];
    if (simple !== undefined) return simple;
    const lead = body[0]!;
    if (lead >= '0' && lead <= '7') return String.fromCharCode(Number.parseInt(body, 8));
    if (lead === 'x' && body.length === 3) {
      return String.fromCharCode(Number.parseInt(body.slice(1), 16));
    }
    if (isBytes || body.length === 1) return sequence;
    // A character by its Unicode name: the name table is too large to carry, any letter will do.
    if (lead === 'N') return '\ufffd';
    const code = Number.parseInt(body.slice(1), 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd';
  });
}

/** The value of the literal text between two offsets. */
function cook(text: string, start: number, end: number, flags: number): string {
  let value = text.slice(start, end);
  if (value.includes('\r')) value = value.replace(/\r\n?/g, '\n');
  if ((flags & FORMATTED) !== 0) value = value.replace(/\{\{/g, '{').replace(/\}\}/g, '}');
  if ((flags & RAW) === 0 && value.includes('\\'))
    value = cookEscapes(value, (flags & BYTES) !== 0);
  return value;
}

function literal(x: Context, start: number, end: number, flags: number): Literal {
  const value = cook(x.text, start, end, flags);
  const built: Literal = { kind: 'literal', start, end, value };
  if (flags !== 0) x.prefixes.set(built, flags);
  return built;
}

/** Appends the text pieces and holes of one `string` node; returns whether it has holes. */
function pushPieces(x: Context, node: number, out: Expr[]): boolean {
  const { sym } = x;
  const opening = x.childOf(node, sym.string_start);
  const flags = opening < 0 ? 0 : prefixOf(x, opening);
  let from = opening < 0 ? x.start(node) : x.end(opening);
  let holes = false;
  for (let part = x.first(node); part >= 0; part = x.next(node, part)) {
    if (x.symbol(part) !== sym.interpolation) continue;
    holes = true;
    if (from < x.start(part)) out.push(literal(x, from, x.start(part), flags));
    pushHole(x, part, out);
    from = x.end(part);
  }
  const closing = x.childOf(node, sym.string_end);
  const to = closing < 0 ? x.end(node) : x.start(closing);
  if (from < to || !holes) out.push(literal(x, from, Math.max(from, to), flags));
  return holes;
}

/**
 * Appends what stands between the braces of an f-string. Nested fields (`{x:{width}}`) are
 * evaluated before the value, as the items of a sequence; `{x=}` also writes its own text.
 */
function pushHole(x: Context, node: number, out: Expr[]): void {
  const { sym, fld } = x;
  const inner = x.child(node, fld.expression);
  let value = x.exprOr(inner, x.start(node) + 1);
  const equals = x.childOf(node, sym.equals);
  if (equals >= 0) out.push(literal(x, x.start(node) + 1, x.end(equals), RAW));
  const nested: Expr[] = [];
  const format = x.child(node, fld.format_specifier);
  if (format >= 0) {
    for (let part = x.first(format); part >= 0; part = x.next(format, part)) {
      if (x.symbol(part) === sym.format_expression) pushHole(x, part, nested);
    }
    if (NUMBER_FORMAT.test(x.textOf(format))) value = number(value);
  }
  if (nested.length === 0) out.push(value);
  else {
    const items = [...nested, value];
    out.push({ kind: 'sequence', ...spanOf(items), items });
  }
}

const lowerString: ExprHandler = (x, node) => {
  const parts: Expr[] = [];
  if (!pushPieces(x, node, parts)) return parts[0]!;
  return { kind: 'string', start: x.start(node), end: x.end(node), style: 'template', parts };
};

const lowerAdjacent: ExprHandler = (x, node) => {
  const parts: Expr[] = [];
  let holes = false;
  for (let part = x.first(node); part >= 0; part = x.next(node, part)) {
    if (x.symbol(part) !== x.sym.string) parts.push(x.unknown(part));
    else if (pushPieces(x, part, parts)) holes = true;
  }
  const style = holes ? 'template' : 'concat';
  return { kind: 'string', start: x.start(node), end: x.end(node), style, parts };
};

export const STRING_HANDLERS: Readonly<Record<string, ExprHandler>> = {
  string: lowerString,
  concatenated_string: lowerAdjacent,
};

/** Whether the expression is known to be a string by its form. */
export function isString(expr: Expr): boolean {
  return expr.kind === 'string' || (expr.kind === 'literal' && typeof expr.value === 'string');
}

/** Appends an operand of `+`: what was itself put together from pieces gives its pieces. */
export function pushOperand(operand: Expr, out: Expr[]): void {
  if (operand.kind !== 'string' || operand.holes !== undefined) out.push(operand);
  else for (const part of operand.parts) out.push(part);
}

// `%` and `.format()` ------------------------------------------------------------------------

/** A placeholder of a format string. */
interface Hole extends Span {
  /** Name or number of the value; undefined when it takes the next one. */
  readonly key?: string;
  /** What is read from the value: `{0.name}`, `{0[name]}`. */
  readonly path: readonly string[];
  /** Further placeholders inside this one (`%*d`, `{:{width}}`), which are not written out. */
  readonly inner: readonly Hole[];
  /** It takes numbers only: `%d`, `{:.2f}`. */
  readonly isNumber: boolean;
}

type Scanner = (raw: string, offset: number) => Hole[];

// The repetitions are bounded, so that no text makes the search slow.
const PERCENT =
  /%(?:%|(?:\(([^()]{0,200})\))?[#0\- +]{0,8}(\*|\d{1,9})?(?:\.(\*|\d{1,9})?)?[hlL]?[diouxXeEfFgGcrsab])/g;
/** The types of a format that take numbers only: https://docs.python.org/3/library/string.html#formatspec */
const NUMBER_FORMAT = /:[^{}]{0,20}[bdeEfFgGnoxX%]$/;
const PATH_STEP = /\.([^.[]{1,200})|\[([^\]]{0,200})\]/g;
const MAX_PATH = 8;

const scanPercent: Scanner = (raw, offset) => {
  const holes: Hole[] = [];
  for (const match of raw.matchAll(PERCENT)) {
    if (match[0] === '%%') continue;
    const start = offset + match.index;
    const end = start + match[0].length;
    const inner: Hole[] = [];
    const width: Hole = { start, end, path: [], inner: [], isNumber: true };
    if (match[2] === '*') inner.push(width);
    if (match[3] === '*') inner.push(width);
    const isNumber = !/[crsab]$/.test(match[0]);
    holes.push({ start, end, key: match[1], path: [], inner, isNumber });
  }
  return holes;
};

/** The fields of a format string: `{}`, `{0}`, `{name.attr[key]!r:>{width}}`. */
const scanFields: Scanner = (raw, offset) => scanFieldsAt(raw, offset, 0);

function scanFieldsAt(raw: string, offset: number, level: number): Hole[] {
  const holes: Hole[] = [];
  for (let at = 0; at < raw.length; at++) {
    const char = raw[at];
    if (char === '\\' && raw[at + 1] === 'N') at += 2;
    else if ((char === '{' || char === '}') && raw[at + 1] === char) at++;
    else if (char === '{') {
      let depth = 1;
      let end = at + 1;
      for (; end < raw.length && depth > 0; end++) {
        if (raw[end] === '{') depth++;
        else if (raw[end] === '}') depth--;
      }
      if (depth > 0) break;
      holes.push(field(raw.slice(at + 1, end - 1), offset + at, level));
      at = end - 1;
    }
  }
  return holes;
}

function field(body: string, start: number, level: number): Hole {
  const [head = ''] = body.split(/[!:]/, 1);
  const [name = ''] = head.split(/[.[]/, 1);
  const path = [...head.slice(name.length).matchAll(PATH_STEP)]
    .slice(0, MAX_PATH)
    .map((match) => match[1] ?? match[2] ?? '');
  // Python takes fields inside a field's format, and none inside those.
  const inner =
    level === 0 ? scanFieldsAt(body.slice(head.length), start + 1 + head.length, 1) : [];
  const key = name === '' ? undefined : name;
  const isNumber = NUMBER_FORMAT.test(body);
  return { start, end: start + body.length + 2, key, path, inner, isNumber };
}

/** Where the values of the placeholders come from; each is asked for in order. */
interface Values {
  take(hole: Hole): Expr;
  /** What was given and not used: still evaluated. */
  unused(): Expr[];
}

/**
 * The string that a format makes: the text pieces of `format`, and at each placeholder its value.
 * `start` and `end` are those of the whole operation.
 */
function formatted(
  x: Context,
  style: 'percent' | 'format',
  format: Expr,
  values: Values,
  { start, end }: Span,
): Expr {
  const pieces = format.kind === 'string' ? format.parts : [format];
  const scan = style === 'percent' ? scanPercent : scanFields;
  const parts: Expr[] = [];
  const holes: Span[] = [];
  const text = (from: number, to: number, flags: number): void => {
    if (from >= to) return;
    const value = cook(x.text, from, to, flags);
    const plain =
      style === 'percent'
        ? value.replace(/%%/g, '%')
        : value.replace(/\{\{/g, '{').replace(/\}\}/g, '}');
    parts.push({ kind: 'literal', start: from, end: to, value: plain });
  };
  for (const piece of pieces) {
    if (piece.kind !== 'literal' || typeof piece.value !== 'string') {
      parts.push(piece);
      holes.push({ start: piece.start, end: piece.end });
      continue;
    }
    const flags = x.prefixes.get(piece) ?? 0;
    let from = piece.start;
    for (const hole of scan(x.text.slice(piece.start, piece.end), piece.start)) {
      text(from, hole.start, flags);
      const value = fill(hole, style, values);
      parts.push(value);
      // A string literal as the value is text like the rest.
      const isText = value.kind === 'literal' && typeof value.value === 'string';
      if (!isText) holes.push({ start: hole.start, end: hole.end });
      from = hole.end;
    }
    text(from, piece.end, flags);
  }
  const build: StringBuild = { kind: 'string', start, end, style, parts, holes };
  const unused = values.unused();
  return unused.length === 0 ? build : { kind: 'sequence', start, end, items: [...unused, build] };
}

function fill(hole: Hole, style: 'percent' | 'format', values: Values): Expr {
  const widths: Expr[] = [];
  const takeWidths = (): void => {
    for (const inner of hole.inner) widths.push(fill(inner, style, values));
  };
  // `%` takes a width before its value, `format` after it.
  if (style === 'percent') takeWidths();
  let value = values.take(hole);
  for (const key of hole.path) value = element(value, key);
  if (style === 'format') takeWidths();
  if (hole.isNumber) value = number(value);
  if (widths.length === 0) return value;
  const items = [...widths, value];
  return { kind: 'sequence', ...spanOf(items), items };
}

/** `int(value)`: what is no number raises an error. */
function number(value: Expr): Expr {
  if (value.kind === 'literal' || value.kind === 'unknown') return value;
  const { start, end } = value;
  const callee: Expr = { kind: 'name', start, end: start, name: 'int' };
  const argsSpan = { start, end };
  const args = [{ start, end, value }];
  return { kind: 'call', start, end, callee, args, isNew: false, argsSpan };
}

/** `value[key]`, where the key is not written as an expression: it has an empty span. */
function element(value: Expr, key: string | number): Expr {
  const { start, end } = value;
  const index: Literal = { kind: 'literal', start: end, end, value: key };
  return { kind: 'index', start, end, object: value, index };
}

/** A value for a placeholder that has none, or whose value is used up by another one. */
function noValue(at: Span): Expr {
  return { kind: 'unknown', start: at.start, end: at.end, syntax: 'placeholder', children: [] };
}

/** Each value once; again only where a repetition has no effects. */
class Pool {
  private readonly used = new Set<Expr>();

  take(value: Expr | undefined, otherwise: Span): Expr {
    if (value === undefined) return noValue(otherwise);
    if (!this.used.has(value)) {
      this.used.add(value);
      return value;
    }
    return repeat(value) ?? noValue(value);
  }

  unused(values: Iterable<Expr>): Expr[] {
    return [...values].filter((value) => !this.used.has(value));
  }
}

/** `format % values`; undefined when `format` is no string whose text is known. */
export function lowerPercent(
  x: Context,
  format: Expr,
  right: number,
  whole: Span,
): Expr | undefined {
  if (!isString(format) || (format.kind === 'string' && format.holes !== undefined)) {
    return undefined;
  }
  const node = x.unwrap(right);
  const nowhere = { start: x.start(right), end: x.start(right) };
  const pool = new Pool();

  if (x.symbol(node) === x.sym.tuple && x.childOf(node, x.sym.list_splat) < 0) {
    const values = x.children(node).map((child) => x.expr(child));
    let next = 0;
    return formatted(
      x,
      'percent',
      format,
      {
        take: () => pool.take(values[next++], nowhere),
        unused: () => pool.unused(values),
      },
      whole,
    );
  }

  const value = x.expr(right);
  const pieces = format.kind === 'string' ? format.parts : [format];
  const holes = pieces.flatMap((piece) =>
    piece.kind === 'literal' ? scanPercent(x.text.slice(piece.start, piece.end), 0) : [],
  );
  const byName = holes.some((hole) => hole.key !== undefined);
  const entries = byName ? entriesByKey(value) : undefined;
  if (entries !== undefined) {
    return formatted(
      x,
      'percent',
      format,
      {
        take: ({ key = '' }) => pool.take(entries.get(key), nowhere),
        unused: () => pool.unused(entries.values()),
      },
      whole,
    );
  }

  // One value for all placeholders: a tuple or a mapping by name, or a single plain value.
  let next = 0;
  return formatted(
    x,
    'percent',
    format,
    {
      take: ({ key }) => {
        const given = pool.take(value, value);
        if (key !== undefined) return element(given, key);
        return holes.length > 1 ? element(given, next++) : given;
      },
      unused: () => pool.unused([value]),
    },
    whole,
  );
}

/** The values of a mapping whose keys are all written as different strings. */
function entriesByKey(value: Expr): Map<string, Expr> | undefined {
  if (value.kind !== 'map') return undefined;
  const entries = new Map<string, Expr>();
  for (const { key, value: entry } of value.entries) {
    if (key?.kind !== 'literal' || typeof key.value !== 'string') return undefined;
    if (entries.has(key.value)) return undefined;
    entries.set(key.value, entry);
  }
  return entries;
}

/** `format.format(args)`; undefined when the text of `format` is not known. */
export function lowerFormat(
  x: Context,
  format: Expr,
  args: readonly Arg[],
  whole: Span,
): Expr | undefined {
  if (!isString(format) || (format.kind === 'string' && format.holes !== undefined)) {
    return undefined;
  }
  // In the text of an f-string the braces of `format` are doubled: leave that to the call.
  const pieces = format.kind === 'string' ? format.parts : [format];
  for (const piece of pieces) {
    const flags = piece.kind === 'literal' ? (x.prefixes.get(piece) ?? 0) : 0;
    if ((flags & FORMATTED) !== 0 && /[{}]/.test(x.text.slice(piece.start, piece.end))) {
      return undefined;
    }
  }
  const pool = new Pool();
  const positional = args.filter((arg) => arg.name === undefined && arg.spread === undefined);
  const named = new Map(
    args.flatMap((arg) => (arg.name === undefined ? [] : [[arg.name, arg.value]])),
  );
  const list = args.find((arg) => arg.spread === 'list')?.value;
  const map = args.find((arg) => arg.spread === 'map')?.value;
  const nowhere = { start: whole.end, end: whole.end };
  let next = 0;
  return formatted(
    x,
    'format',
    format,
    {
      take: ({ key }) => {
        const index = key === undefined ? next++ : /^\d+$/.test(key) ? Number(key) : -1;
        if (index < 0) {
          const value = named.get(key!);
          if (value !== undefined || map === undefined) return pool.take(value, nowhere);
          return element(pool.take(map, nowhere), key!);
        }
        const value = positional[index]?.value;
        if (value !== undefined || list === undefined) return pool.take(value, nowhere);
        return element(pool.take(list, nowhere), index - positional.length);
      },
      unused: () => pool.unused(args.map((arg) => arg.value)),
    },
    whole,
  );
}
