import type { Span } from '../ir/types';
import type { SqlDialect } from './dialects';
import { type CheckOptions, checkSql, type SqlProblem } from './parse';
import { type SqlToken, tokenize } from './tokens';

/** SQL that a program builds: literal text, and holes that are filled when it runs. */
export interface SqlText {
  readonly pieces: readonly SqlPiece[];
}

export type SqlPiece = SqlLiteral | SqlHole;

interface SqlLiteral {
  /** The value: after the host language has read its escapes. */
  readonly text: string;
  /** In the program, without quotes. */
  readonly span: Span;
  /** The source text of `span`. Without it, offsets are exact only where the text has no escapes. */
  readonly raw?: string;
}

interface SqlHole {
  /** The expression or the marker that is filled, in the program. */
  readonly hole: Span;
  /** `value`: text is spliced in. `placeholder`: the driver binds a value here. */
  readonly kind: 'value' | 'placeholder';
}

/** SQL text in which every hole is a name, with the way back to the program. */
export interface ComposedSql {
  readonly text: string;
  /** In the order of the holes in `pieces`, in `text`. */
  readonly holes: readonly Span[];
  /** The span in the program; touches no more than the pieces that it lies in. */
  toProgram(span: Span): Span;
}

/** Puts a name that occurs nowhere else into each hole. */
export function compose(sql: SqlText): ComposedSql {
  const literal = sql.pieces.map((piece) => ('text' in piece ? piece.text : ' ')).join('');
  let stem = 'hole';
  while (literal.includes(stem)) stem += '_';
  let text = '';
  const holes: Span[] = [];
  const segments: (Span & {
    readonly piece: SqlPiece;
    readonly offsets: readonly number[] | undefined;
  })[] = [];
  for (const piece of sql.pieces) {
    const start = text.length;
    if ('text' in piece) text += piece.text;
    else {
      text += `${stem}${holes.length}`;
      holes.push({ start, end: text.length });
    }
    const offsets = 'text' in piece ? rawOffsets(piece) : undefined;
    segments.push({ start, end: text.length, piece, offsets });
  }

  const position = (offset: number, isEnd: boolean): number => {
    // An end belongs to the piece before it.
    const segment =
      segments.find(({ start, end }) =>
        isEnd ? start < offset && offset <= end : start <= offset && offset < end,
      ) ??
      (isEnd
        ? segments.find(({ start }) => start === offset)
        : segments.findLast(({ end }) => end === offset));
    if (segment === undefined) return 0;
    const { piece, offsets } = segment;
    const span = 'text' in piece ? piece.span : piece.hole;
    if (offsets === undefined) return isEnd ? span.end : span.start;
    return span.start + offsets[offset - segment.start]!;
  };
  return {
    text,
    holes,
    toProgram: ({ start, end }) => {
      const from = position(start, false);
      return { start: from, end: start === end ? from : Math.max(from, position(end, true)) };
    },
  };
}

/** For each offset in the text (and its end) the offset in the source; undefined when it cannot be told. */
function rawOffsets({ text, span, raw }: SqlLiteral): readonly number[] | undefined {
  const length = span.end - span.start;
  if (text.length === length) return Array.from({ length: length + 1 }, (_, i) => i);
  if (raw === undefined || raw.length !== length) return undefined;
  const offsets: number[] = [];
  let at = 0;
  while (at < raw.length) {
    const unit = readUnit(raw, at, text, offsets.length);
    if (unit === undefined) return undefined;
    for (let i = 0; i < unit.value.length; i += 1) offsets.push(at);
    at += unit.length;
  }
  offsets.push(at);
  return offsets.length === text.length + 1 ? offsets : undefined;
}

const simpleEscapes: Readonly<Record<string, string>> = {
  n: '\n',
  t: '\t',
  r: '\r',
  b: '\b',
  f: '\f',
  v: '\v',
  a: '\x07',
};

/** One character of a literal: plain, escaped (JavaScript and Python agree on most), or doubled. */
function readUnit(
  raw: string,
  at: number,
  text: string,
  index: number,
): { readonly value: string; readonly length: number } | undefined {
  const wanted = text[index];
  const c = raw[at]!;
  if (c === '\\' && at + 1 < raw.length) {
    const next = raw[at + 1]!;
    if (next === '\n') return { value: '', length: 2 };
    if (next === '\r') return { value: '', length: raw[at + 2] === '\n' ? 3 : 2 };
    const code =
      /^\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|u\{([0-9a-fA-F]+)\}|U([0-9a-fA-F]{8})|([0-7]{1,3}))/.exec(
        raw.slice(at, at + 12),
      );
    if (code !== null) {
      const hex = code[1] ?? code[2] ?? code[3] ?? code[4];
      const point = hex === undefined ? Number.parseInt(code[5]!, 8) : Number.parseInt(hex, 16);
      if (point > 0x10ffff) return undefined;
      const value = String.fromCodePoint(point);
      if (text.startsWith(value, index)) return { value, length: code[0].length };
    }
    const value = simpleEscapes[next] ?? next;
    if (wanted === value) return { value, length: 2 };
    // Python keeps a backslash that escapes nothing.
    return wanted === '\\' ? { value: '\\', length: 1 } : undefined;
  }
  if (c === '\r' && raw[at + 1] === '\n' && wanted === '\n') return { value: '\n', length: 2 };
  if (c !== wanted) return undefined;
  // `{{` in an f-string and `%%` in a format stand for one sign.
  const doubled =
    (c === '{' || c === '}' || c === '%') && raw[at + 1] === c && text[index + 1] !== c;
  return { value: c, length: doubled ? 2 : 1 };
}

/** Syntax errors of SQL in a program, with spans in the program. Silent where a hole may be more than a value or name. */
export function checkSqlText(
  sql: SqlText,
  dialect: SqlDialect,
  options: CheckOptions = {},
): SqlProblem[] {
  const composed = compose(sql);
  const contexts = holeContextsOf(composed, dialect);
  if (contexts.some(({ kind }) => kind === 'keyword' || kind === 'unknown' || kind === 'in-list'))
    return [];
  const limits = composed.holes.filter((_, i) => contexts[i]!.kind === 'limit');
  let text = composed.text;
  for (const { start, end } of limits)
    text = text.slice(0, start) + '1'.repeat(end - start) + text.slice(end);
  return checkSql(text, dialect, { ...options, embedded: true }).map((problem) => ({
    ...problem,
    message: withoutHoleNames(problem.message, composed),
    ...composed.toProgram(problem),
  }));
}

function withoutHoleNames(message: string, { text, holes }: ComposedSql): string {
  return holes.reduceRight(
    (result, { start, end }) => result.replaceAll(text.slice(start, end), '…'),
    message,
  );
}

/**
 * What stands in a hole.
 * - `value`: a whole value, not quoted: a driver's placeholder may stand here;
 * - `quoted-value`: in a quoted string; `like-value`: in the quoted pattern of LIKE and its relatives;
 * - `identifier`: a name of a table or column, or a part of one;
 * - `in-list`: all that is in the parentheses of IN, so perhaps several values;
 * - `limit`: the number of LIMIT, OFFSET, TOP, FETCH;
 * - `keyword`: a piece of syntax, such as a direction or a whole clause;
 * - `unknown`: anything else; also values in statements that take no placeholders (CREATE, ALTER, …).
 */
export type HoleKind =
  | 'value'
  | 'quoted-value'
  | 'like-value'
  | 'identifier'
  | 'in-list'
  | 'limit'
  | 'keyword'
  | 'unknown';

export interface HoleContext {
  readonly kind: HoleKind;
  /** For `quoted-value` and `like-value`: the string that the hole lies in. */
  readonly quoted?: QuotedHole;
  /** For `in-list`: the parentheses with what is in them, in the program. */
  readonly list?: Span;
}

interface QuotedHole {
  /** The opening quote with its prefix (`'`, `N'`, `E'`) and the closing quote, in the program. */
  readonly open: Span;
  readonly close: Span;
  /** What is between the quotes: text (with `''` already read as `'`) and numbers of holes, in order. */
  readonly parts: readonly (string | number)[];
}

/** The contexts of all holes, in their order. */
export function holeContexts(sql: SqlText, dialect?: SqlDialect): readonly HoleContext[] {
  return holeContextsOf(compose(sql), dialect);
}

function holeContextsOf(
  composed: ComposedSql,
  dialect: SqlDialect | undefined,
): readonly HoleContext[] {
  if (composed.holes.length === 0) return [];
  const all = tokenize(composed.text, { dialect, embedded: true });
  const comments = all.filter(({ kind }) => kind === 'comment');
  const tokens = all.filter(({ kind }) => kind !== 'comment');
  const places = clausePlaces(tokens);
  return composed.holes.map((hole) => {
    if (comments.some((comment) => comment.start < hole.end && hole.start < comment.end))
      return { kind: 'unknown' };
    const at = tokens.findIndex(({ end }) => hole.start < end);
    const token = tokens[at];
    if (token === undefined) return { kind: 'unknown' };
    return contextAt(composed, hole, tokens, at, places);
  });
}

/** Statements in which a driver can bind values. */
const bindable = new Set([
  'SELECT',
  'INSERT',
  'UPDATE',
  'DELETE',
  'REPLACE',
  'WITH',
  'VALUES',
  'MERGE',
  'CALL',
  'EXEC',
  'EXECUTE',
  'EXPLAIN',
]);

const likeWords = new Set(['LIKE', 'ILIKE', 'TO', 'GLOB', 'REGEXP', 'RLIKE', 'LIKE_REGEX']);
const likeOperators = new Set(['~', '~*', '!~', '!~*', '~~', '~~*']);
const comparisons = new Set(['=', '<>', '!=', '<', '>', '<=', '>=', '==', '<=>']);

/** Words behind which a name stands. */
const beforeName = new Set(
  'FROM JOIN INTO UPDATE TABLE INDEX VIEW DATABASE SCHEMA COLUMN CONSTRAINT AS DISTINCT RETURNING USE EXISTS TRUNCATE ONLY KEY'.split(
    ' ',
  ),
);
/** Words behind which a value stands. */
const beforeValue = new Set([
  'LIKE',
  'ILIKE',
  'THEN',
  'ELSE',
  'ESCAPE',
  'ZONE',
  'GLOB',
  'REGEXP',
  'RLIKE',
  'BETWEEN',
  'DIV',
  'MOD',
  'MATCH',
  'VALUE',
]);
const beforeLimit = new Set(['LIMIT', 'OFFSET', 'TOP']);
/** Words that are functions although they are keywords too, or that are no functions although a parenthesis follows. */
const notFunctions = new Set(
  'IN VALUES AND OR NOT WHERE ON HAVING SELECT FROM AS ANY SOME ALL EXISTS BY SET UNION USING WHEN THEN ELSE CASE OVER INTO JOIN TABLE KEY'.split(
    ' ',
  ),
);
const columnFunctions = new Set(['COUNT', 'SUM', 'AVG', 'MIN', 'MAX']);

/** The clause that a token lies in, and the parenthesis that encloses it. */
interface Place {
  /** `SELECT`, `FROM`, `WHERE`, `GROUP`, `ORDER`, `SET`, `VALUES`, `INTO`, `LIMIT`, …; at the depth of the token. */
  readonly clause: string;
  /** Index of the enclosing `(`. */
  readonly open: number | undefined;
  /** First word of the statement. */
  readonly verb: string;
}

const clauseWords = new Set(
  'SELECT FROM WHERE GROUP ORDER HAVING SET VALUES INTO LIMIT OFFSET RETURNING ON JOIN UPDATE DELETE USING FETCH'.split(
    ' ',
  ),
);

function clausePlaces(tokens: readonly SqlToken[]): readonly Place[] {
  const stack: { clause: string; open: number | undefined }[] = [{ clause: '', open: undefined }];
  let verb = '';
  return tokens.map(({ kind, upper }, i) => {
    const top = stack.at(-1)!;
    if (upper === ';') {
      stack.length = 1;
      stack[0] = { clause: '', open: undefined };
      verb = '';
    } else if (verb === '' && kind === 'word') verb = upper;
    const place = { clause: top.clause, open: top.open, verb };
    if (kind === 'word' && clauseWords.has(upper) && tokens[i - 1]?.upper !== '.')
      top.clause = upper;
    if (upper === '(') stack.push({ clause: '', open: i });
    else if (upper === ')' && stack.length > 1) stack.pop();
    return place;
  });
}

function contextAt(
  composed: ComposedSql,
  hole: Span,
  tokens: readonly SqlToken[],
  at: number,
  places: readonly Place[],
): HoleContext {
  const token = tokens[at]!;
  const place = places[at]!;
  const previous = tokens[at - 1];
  const binds = bindable.has(place.verb);

  if (token.kind === 'string' || token.kind === 'quoted') {
    const source = composed.text.slice(token.start, token.end);
    if (!token.closed || source.startsWith('$')) return { kind: 'unknown' };
    if (token.kind === 'quoted') {
      // `WHERE name = "…"` means a value: MySQL and SQLite read it so, and elsewhere it is the same mistake.
      const value =
        source.startsWith('"') &&
        previous !== undefined &&
        (comparisons.has(previous.upper) ||
          likeWords.has(previous.upper) ||
          inValues(tokens, places, at));
      if (!value) return { kind: 'identifier' };
    }
    if (!binds) return { kind: 'unknown' };
    const like =
      previous !== undefined &&
      (likeWords.has(previous.upper) || likeOperators.has(previous.upper));
    return {
      kind: like ? 'like-value' : 'quoted-value',
      quoted: quotedParts(composed, token, source),
    };
  }
  if (token.kind === 'placeholder' || token.kind === 'variable') return { kind: 'unknown' };
  // The hole is a part of a word: `users_${year}`.
  if (token.start !== hole.start || token.end !== hole.end) {
    const numberBefore = previous?.kind === 'number' && previous.end === token.start;
    const onlyHoles = wholeOf(composed, token);
    return { kind: onlyHoles || numberBefore ? 'unknown' : 'identifier' };
  }
  const next = tokens[at + 1];
  const touches = (other: SqlToken | undefined): boolean =>
    other !== undefined &&
    (other.end === token.start || token.end === other.start) &&
    !/^(operator|punctuation)$/.test(other.kind);
  if (touches(previous) || touches(next)) return { kind: 'unknown' };

  const kind = plainKind(tokens, at, places);
  if (kind === 'in-list') {
    const open = tokens[at - 1]!;
    return { kind, list: composed.toProgram({ start: open.start, end: next!.end }) };
  }
  if ((kind === 'value' || kind === 'limit') && !binds) return { kind: 'unknown' };
  return { kind };
}

function plainKind(tokens: readonly SqlToken[], at: number, places: readonly Place[]): HoleKind {
  const { clause, open, verb } = places[at]!;
  const previous = tokens[at - 1];
  const next = tokens[at + 1];
  if (previous === undefined) return next?.upper === '.' ? 'identifier' : 'keyword';
  if (previous.upper === '.' || next?.upper === '.') return 'identifier';
  if (previous.upper === '::') return 'keyword';
  // A function's name.
  if (next?.upper === '(' && next.start === tokens[at]!.end) return 'unknown';

  if (previous.kind === 'operator') {
    if (previous.upper === '*' && isStar(tokens, at - 1)) return 'keyword';
    return 'value';
  }
  if (previous.upper === '[')
    return next?.upper === ']' && tokens[at - 2]?.upper === 'ARRAY' ? 'unknown' : 'value';
  if (previous.upper === '(' || previous.upper === ',') return inParentheses(tokens, at, places);
  if (previous.kind === 'word') {
    const word = previous.upper;
    const beforeThat = tokens[at - 2]?.upper ?? '';
    if (beforeThat === '.') return 'keyword';
    if (beforeLimit.has(word)) return 'limit';
    if ((word === 'FIRST' || word === 'NEXT') && beforeThat === 'FETCH') return 'limit';
    if (word === 'TO')
      return beforeThat === 'SIMILAR' ? 'value' : verb === 'ALTER' ? 'identifier' : 'unknown';
    if (word === 'FROM') {
      const inFunction = open !== undefined && clause !== 'SELECT' && clause !== 'DELETE';
      return inFunction || beforeThat === 'DISTINCT' ? 'value' : 'identifier';
    }
    if (word === 'SET') return next?.upper === '=' ? 'identifier' : 'unknown';
    if (word === 'SELECT') return 'identifier';
    if (word === 'BY') return 'identifier';
    if (word === 'AND' && isBetween(tokens, at - 1)) return 'value';
    if (word === 'INTERVAL') return next?.kind === 'word' ? 'value' : 'unknown';
    if (word === 'IS') return 'keyword';
    if (word === 'IN' || word === 'VALUES') return 'unknown';
    if (beforeValue.has(word)) return 'value';
    if (beforeName.has(word)) return 'identifier';
    if (/^(WHERE|AND|OR|ON|HAVING|NOT|WHEN|CASE)$/.test(word))
      return operandBefore(next, tokens[at + 2]);
    return 'keyword';
  }
  // Behind a complete operand only syntax can stand.
  return 'keyword';
}

/** The left side of a comparison is a column where the right side is no column. */
function operandBefore(next: SqlToken | undefined, right: SqlToken | undefined): HoleKind {
  const compares =
    next !== undefined &&
    (comparisons.has(next.upper) || /^(LIKE|ILIKE|IN|IS|BETWEEN|NOT)$/.test(next.upper));
  if (!compares) return 'unknown';
  const value = right !== undefined && /^(string|number|placeholder|variable)$/.test(right.kind);
  return value || next.upper === 'IS' || next.upper === 'BETWEEN' ? 'identifier' : 'unknown';
}

function inParentheses(
  tokens: readonly SqlToken[],
  at: number,
  places: readonly Place[],
): HoleKind {
  const { clause, open } = places[at]!;
  const previous = tokens[at - 1]!;
  const next = tokens[at + 1];
  const inner = open !== undefined && clause === '';
  if (!inner) {
    switch (clause) {
      case 'SELECT':
      case 'RETURNING':
      case 'GROUP':
      case 'ORDER':
      case 'FROM':
        return 'identifier';
      case 'SET':
        return next?.upper === '=' ? 'identifier' : 'unknown';
      case 'LIMIT':
        return 'limit';
      default:
        return 'unknown';
    }
  }
  const head = tokens[open - 1];
  const alone = previous.upper === '(' && next?.upper === ')';
  if (head === undefined) return 'unknown';
  if (head.upper === 'IN') return alone ? 'in-list' : 'value';
  if (head.upper === 'TOP') return 'limit';
  if (inValues(tokens, places, at)) {
    return alone && columnCount(tokens) !== 1 ? 'unknown' : 'value';
  }
  // The list of columns: `INSERT INTO t (…)`.
  const names = tokens[open - 2]?.upper;
  if (
    names === 'INTO' ||
    names === 'JOIN' ||
    head.upper === 'USING' ||
    head.upper === 'CONFLICT' ||
    names === '.'
  ) {
    return 'identifier';
  }
  if (head.upper === 'ANY' || head.upper === 'SOME') return 'value';
  if (head.kind === 'word' && !notFunctions.has(head.upper)) {
    if (columnFunctions.has(head.upper)) return 'identifier';
    const definition = /^(TABLE|INDEX|REFERENCES|VIEW|EXISTS)$/.test(names ?? '');
    return definition ? 'identifier' : 'value';
  }
  if (/^(WHERE|AND|OR|ON|NOT|\()$/.test(head.upper)) return operandBefore(next, tokens[at + 2]);
  return head.kind === 'operator' ? 'value' : 'unknown';
}

/** Whether a token lies directly in a row of VALUES. */
function inValues(tokens: readonly SqlToken[], places: readonly Place[], at: number): boolean {
  const { open, clause } = places[at]!;
  if (open === undefined || clause !== '') return false;
  // `VALUES (…), (…)`: the clause around the parenthesis.
  const around = places[open]!;
  const head = tokens[open - 1]?.upper;
  return around.clause === 'VALUES' && (head === 'VALUES' || head === ',' || head === 'ROW');
}

/** Count of the columns that an INSERT names; undefined when it names none. */
function columnCount(tokens: readonly SqlToken[]): number | undefined {
  const into = tokens.findIndex(({ upper }) => upper === 'INTO');
  let i = into + 2;
  while (tokens[i]?.upper === '.') i += 2;
  if (into < 0 || tokens[i]?.upper !== '(') return undefined;
  let count = 1;
  for (i += 1; i < tokens.length && tokens[i]!.upper !== ')'; i += 1) {
    if (tokens[i]!.upper === ',') count += 1;
  }
  return count;
}

function isStar(tokens: readonly SqlToken[], i: number): boolean {
  const before = tokens[i - 1];
  return before === undefined || /^(SELECT|,|\.|\(|DISTINCT|RETURNING|ALL)$/.test(before.upper);
}

function isBetween(tokens: readonly SqlToken[], and: number): boolean {
  let depth = 0;
  for (let i = and - 1; i >= 0; i -= 1) {
    const { upper } = tokens[i]!;
    if (upper === ')') depth += 1;
    else if (upper === '(' && --depth < 0) return false;
    else if (depth === 0) {
      if (upper === 'BETWEEN') return true;
      if (upper === 'AND' || upper === 'OR' || upper === 'WHERE' || upper === ';') return false;
    }
  }
  return false;
}

/** Whether a word consists of holes that touch each other, and nothing else. */
function wholeOf({ holes }: ComposedSql, { start, end }: Span): boolean {
  let covered = 0;
  for (const hole of holes)
    if (start <= hole.start && hole.end <= end) covered += hole.end - hole.start;
  return covered === end - start;
}

function quotedParts(composed: ComposedSql, token: SqlToken, source: string): QuotedHole {
  const quoteAt = source.search(/['"]/);
  const quote = source[quoteAt]!;
  const from = token.start + quoteAt + 1;
  const to = token.end - 1;
  const parts: (string | number)[] = [];
  let at = from;
  const pushText = (end: number): void => {
    if (end > at) parts.push(composed.text.slice(at, end).replaceAll(quote + quote, quote));
  };
  for (const [i, hole] of composed.holes.entries()) {
    if (hole.start < from || hole.end > to) continue;
    pushText(hole.start);
    parts.push(i);
    at = hole.end;
  }
  pushText(to);
  return {
    open: composed.toProgram({ start: token.start, end: from }),
    close: composed.toProgram({ start: to, end: token.end }),
    parts,
  };
}
