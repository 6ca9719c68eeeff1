import type { Span } from '../ir/types';
import type { SqlDialect } from './dialects';
import { type ComposedSql, compose, type HoleKind, holeContexts, type SqlText } from './holes';
import { splitStatements } from './statements';
import type { SqlToken } from './tokens';

/** A statement that changes every row of a table. */
export interface MissingWhere extends Span {
  readonly kind: 'missing-where';
  readonly verb: 'UPDATE' | 'DELETE';
  /** The table as it is written. */
  readonly table: string;
  /** `LIMIT` or `TOP` bounds the count of rows, though not which ones. */
  readonly limited: boolean;
  /** Where a WHERE belongs; undefined behind a value that the program puts in. */
  readonly whereAt: number | undefined;
}

/**
 * UPDATE and DELETE statements without WHERE, also behind WITH, EXPLAIN and in other statements'
 * common table expressions. The span is the verb with the table.
 */
export function lintSql(
  text: string,
  dialect: SqlDialect | undefined,
  embedded = false,
): MissingWhere[] {
  return splitStatements(text, { dialect, embedded })
    .filter(({ compound }) => !compound)
    .flatMap(({ tokens }) => lintStatement(tokens, text));
}

/** The same for SQL in a program, with spans in the program. Silent where a hole may bring the WHERE. */
export function lintSqlText(sql: SqlText, dialect: SqlDialect | undefined): MissingWhere[] {
  const composed = compose(sql);
  const contexts = holeContexts(sql, dialect);
  return lintSql(composed.text, dialect, true)
    .filter((found) => {
      const end = endOfStatement(composed.text, found.end, dialect);
      return !composed.holes.some(
        (hole, i) =>
          hole.start >= found.end && hole.start < end && mayBeClause.has(contexts[i]!.kind),
      );
    })
    .map((found) => ({
      ...found,
      ...composed.toProgram(found),
      table: withoutHoles(found.table, composed),
      whereAt: found.whereAt === undefined ? undefined : endInProgram(found.whereAt, composed),
    }));
}

function endInProgram(at: number, composed: ComposedSql): number | undefined {
  if (composed.holes.some(({ end }) => end === at)) return undefined;
  return composed.toProgram({ start: at - 1, end: at }).end;
}

const mayBeClause: ReadonlySet<HoleKind> = new Set(['keyword', 'unknown']);

function withoutHoles(
  table: string,
  { text, holes }: { readonly text: string; readonly holes: readonly Span[] },
): string {
  return holes.reduceRight(
    (result, { start, end }) => result.replaceAll(text.slice(start, end), '…'),
    table,
  );
}

function endOfStatement(text: string, from: number, dialect: SqlDialect | undefined): number {
  return (
    splitStatements(text, { dialect, embedded: true }).find(({ end }) => end >= from)?.end ??
    text.length
  );
}

function lintStatement(tokens: readonly SqlToken[], text: string): MissingWhere[] {
  const found: MissingWhere[] = [];
  for (let i = 0; i < tokens.length; i += 1) {
    const { kind, upper } = tokens[i]!;
    if (kind !== 'word' || (upper !== 'UPDATE' && upper !== 'DELETE') || !startsHere(tokens, i))
      continue;
    const result = upper === 'UPDATE' ? updateAt(tokens, i) : deleteAt(tokens, i);
    if (result === undefined) continue;
    const { first, last, limited } = result;
    const body = bodyOf(tokens, i);
    const stop = body.findIndex(({ upper }) => behindWhere.test(upper));
    const lastOfBody = tokens[i + (stop < 0 ? body.length : stop)]!;
    const table = text.slice(tokens[first]!.start, tokens[last]!.end);
    found.push({
      kind: 'missing-where',
      verb: upper,
      table,
      limited,
      whereAt: lastOfBody.end,
      start: tokens[i]!.start,
      end: tokens[last]!.end,
    });
  }
  return found;
}

/** Words and signs that stand behind a WHERE. */
const behindWhere = /^(?:RETURNING|ORDER|LIMIT|OPTION|;)$/;

/** A statement, and not a word of one: `ON DELETE`, `FOR UPDATE`, `GRANT UPDATE`, `THEN UPDATE`. */
function startsHere(tokens: readonly SqlToken[], i: number): boolean {
  if (i === 0) return true;
  const previous = tokens[i - 1]!.upper;
  if (previous === '(')
    return tokens[i - 2]?.upper === 'AS' || tokens[i - 2]?.upper === 'MATERIALIZED';
  const verb = tokens[0]!.upper;
  if (verb === 'WITH') return previous === ')';
  return (
    verb === 'EXPLAIN' &&
    i < 6 &&
    tokens
      .slice(1, i)
      .every(({ upper }) => /^(ANALYZE|VERBOSE|QUERY|PLAN|FORMAT|=|JSON|TREE|[A-Z]+)$/.test(upper))
  );
}

interface Bare {
  /** The table's first and last token. */
  readonly first: number;
  readonly last: number;
  readonly limited: boolean;
}

function updateAt(tokens: readonly SqlToken[], at: number): Bare | undefined {
  const body = bodyOf(tokens, at);
  const words = body.map(({ upper }) => upper);
  const set = words.indexOf('SET');
  // Half typed, or a word that is no statement.
  if (set < 0 || set === body.length - 1 || words.includes('WHERE')) return undefined;
  let first = at + 1;
  while (
    /^(ONLY|OR|IGNORE|REPLACE|ABORT|FAIL|ROLLBACK|LOW_PRIORITY|TOP|\(|\))$/.test(
      tokens[first]!.upper,
    ) ||
    tokens[first]!.kind === 'number'
  ) {
    first += 1;
  }
  return {
    first,
    last: nameEnd(tokens, first),
    limited: words.includes('LIMIT') || words.includes('TOP'),
  };
}

function deleteAt(tokens: readonly SqlToken[], at: number): Bare | undefined {
  const body = bodyOf(tokens, at);
  const words = body.map(({ upper }) => upper);
  const from = words.indexOf('FROM');
  if (words.includes('WHERE') || words.includes('SET')) return undefined;
  if (from < 0 || from === body.length - 1) return undefined;
  let first = at + 1 + from + 1;
  if (tokens[first]!.upper === 'ONLY') first += 1;
  if (!isNameToken(tokens[first])) return undefined;
  return {
    first,
    last: nameEnd(tokens, first),
    limited: words.includes('LIMIT') || words.includes('TOP'),
  };
}

/** The tokens behind the verb at its own depth, up to the end or the parenthesis that closes around it. */
function bodyOf(tokens: readonly SqlToken[], at: number): SqlToken[] {
  const body: SqlToken[] = [];
  let depth = 0;
  for (const token of tokens.slice(at + 1)) {
    if (token.upper === ')' && --depth < 0) break;
    if (token.upper === '(') depth += 1;
    // What is deeper keeps its place but not its words.
    body.push(depth > 0 || token.upper === ')' ? { ...token, upper: '' } : token);
  }
  return body;
}

function nameEnd(tokens: readonly SqlToken[], first: number): number {
  let last = first;
  while (tokens[last + 1]?.upper === '.' && isNameToken(tokens[last + 2])) last += 2;
  return last;
}

function isNameToken(token: SqlToken | undefined): boolean {
  return (
    token !== undefined &&
    (token.kind === 'word' ||
      token.kind === 'quoted' ||
      token.kind === 'variable' ||
      token.kind === 'placeholder')
  );
}
