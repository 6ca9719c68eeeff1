import type { Span } from '../ir/types';
import type { SqlStatement } from './statements';
import type { SqlToken } from './tokens';

/** Two tables of a query that nothing connects. */
export interface UnconnectedJoin extends Span {
  /** Both as written. */
  readonly left: string;
  readonly right: string;
  /** It is the second of two, with a comma or a bare JOIN in front: then `CROSS JOIN` says the same. */
  readonly isOnly: boolean;
}

const afterFrom =
  /^(?:WHERE|GROUP|HAVING|ORDER|LIMIT|OFFSET|FETCH|FOR|WINDOW|UNION|INTERSECT|EXCEPT|QUALIFY|;)$/;
const afterWhere =
  /^(?:GROUP|HAVING|ORDER|LIMIT|OFFSET|FETCH|FOR|WINDOW|UNION|INTERSECT|EXCEPT|QUALIFY|;)$/;

/**
 * Queries over several tables, with a comma or a JOIN between them, of which no condition compares
 * columns. Marks the second table.
 */
export function findUnconnectedJoins(
  { tokens }: SqlStatement,
  text: string,
): readonly UnconnectedJoin[] {
  const found: UnconnectedJoin[] = [];
  tokens.forEach(({ upper }, i) => {
    if (upper !== 'SELECT') return;
    const join = unconnected(level(tokens.slice(i + 1)), text);
    if (join) found.push(join);
  });
  return found;
}

interface Leveled {
  readonly token: SqlToken;
  readonly depth: number;
}

/** The tokens up to the parenthesis that closes around them, with their depth. */
function level(tokens: readonly SqlToken[]): readonly Leveled[] {
  const out: Leveled[] = [];
  let depth = 0;
  for (const token of tokens) {
    if (token.upper === ')') {
      depth -= 1;
      if (depth < 0) break;
      out.push({ token, depth });
      continue;
    }
    out.push({ token, depth });
    if (token.upper === '(') depth += 1;
  }
  return out;
}

function unconnected(query: readonly Leveled[], text: string): UnconnectedJoin | undefined {
  const at = (pattern: RegExp, from: number) =>
    query.findIndex(({ token, depth }, i) => i >= from && depth === 0 && pattern.test(token.upper));
  const from = at(/^FROM$/, 0);
  if (from < 0) return undefined;
  const end = at(afterFrom, from + 1);
  const tables = query.slice(from + 1, end < 0 ? undefined : end);
  const join = commaJoin(tables) ?? bareJoin(tables);
  if (join === undefined) return undefined;
  if (end >= 0 && query[end]!.token.upper === 'WHERE') {
    const stop = at(afterWhere, end + 1);
    if (comparesColumns(query.slice(end + 1, stop < 0 ? undefined : stop))) return undefined;
  }
  const name = nameAt(tables, join);
  const left = nameAt(tables, 0);
  if (!name || !left) return undefined;
  const written = (span: Span) => text.slice(span.start, span.end);
  const isOnly =
    tables.filter(({ token, depth }) => depth === 0 && /^(?:,|JOIN)$/.test(token.upper)).length ===
    1;
  return { ...name, left: written(left), right: written(name), isOnly };
}

/** Index of the table behind the first comma; undefined for functions and what refers back. */
function commaJoin(tables: readonly Leveled[]): number | undefined {
  const comma = tables.findIndex(({ token, depth }) => depth === 0 && token.upper === ',');
  if (comma < 0) return undefined;
  const isPlain = tables.every(
    ({ token, depth }) => depth > 0 || !/^(?:LATERAL|UNNEST|TABLE|JOIN)$/.test(token.upper),
  );
  const callsFunction = tables.some(
    ({ token, depth }, i) => depth === 0 && token.upper === '(' && isName(tables[i - 1]?.token),
  );
  return isPlain && !callsFunction ? comma + 1 : undefined;
}

/** Index of the table behind a JOIN, when no JOIN of the query has a condition. */
function bareJoin(tables: readonly Leveled[]): number | undefined {
  const words = tables.map(({ token, depth }) => (depth === 0 ? token.upper : ''));
  if (words.some((word) => /^(?:ON|USING|NATURAL|CROSS|LATERAL|APPLY|,)$/.test(word))) {
    return undefined;
  }
  const join = words.indexOf('JOIN');
  return join > 0 ? join + 1 : undefined;
}

/** A comparison with a name on both sides. */
function comparesColumns(condition: readonly Leveled[]): boolean {
  return condition.some(
    ({ token }, i) =>
      (token.kind === 'operator' || /^(?:IN|LIKE|BETWEEN|IS)$/.test(token.upper)) &&
      isColumn(condition[i - 1]?.token) &&
      (isColumn(condition[i + 1]?.token) || condition[i + 1]?.token.upper === '('),
  );
}

const literals = /^(?:TRUE|FALSE|NULL|NOT|CURRENT_DATE|CURRENT_TIMESTAMP|DATE|INTERVAL|ANY|ALL)$/;

function isColumn(token: SqlToken | undefined): boolean {
  return token?.upper === ')' || (isName(token) && !literals.test(token?.upper ?? ''));
}

function isName(token: SqlToken | undefined): boolean {
  return token?.kind === 'word' || token?.kind === 'quoted';
}

/** `schema.table` from this index on. */
function nameAt(tables: readonly Leveled[], index: number): Span | undefined {
  const first = tables[index]?.token;
  if (!first || !isName(first)) return undefined;
  let last = index;
  while (tables[last + 1]?.token.upper === '.' && isName(tables[last + 2]?.token)) last += 2;
  return { start: first.start, end: tables[last]!.token.end };
}
