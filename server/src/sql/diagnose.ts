import type { Span } from '../ir/types';
import type { SqlDialect } from './dialects';
import { distance } from './distance';
import { statementVerbs } from './grammar';
import type { SqlToken } from './tokens';

/** A mistake that the tokens alone show, whatever the parser says. */
export interface Diagnosis extends Span {
  readonly message: string;
}

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** A string, quoted name or comment without its end. */
export function findUnclosed(tokens: readonly SqlToken[], text: string): Diagnosis | undefined {
  const token = tokens.find(({ closed }) => !closed);
  if (token === undefined) return undefined;
  const source = text.slice(token.start, token.end);
  const firstLine = source.indexOf('\n') < 0 ? source.length : source.search(/\r?\n/);
  const quote = /['"`]|\$[^$]*\$|\[/.exec(source)?.[0] ?? "'";
  const message =
    token.kind === 'comment'
      ? 'This comment is never closed: `*/` is missing.'
      : token.kind === 'quoted'
        ? `This quoted name is never closed: a ${show(quote === '[' ? ']' : quote)} is missing.`
        : `This string is never closed: a ${show(quote)} is missing.`;
  return { start: token.start, end: token.start + firstLine, message };
}

/** A parenthesis without its partner. */
export function findUnbalanced(tokens: readonly SqlToken[]): Diagnosis | undefined {
  const open: SqlToken[] = [];
  for (const token of tokens) {
    if (token.upper === '(') open.push(token);
    else if (token.upper === ')' && open.pop() === undefined) {
      return { ...place(token), message: 'There is no `(` for this `)`.' };
    }
  }
  const unclosed = open.at(-1);
  return unclosed && { ...place(unclosed), message: 'This `(` is never closed: a `)` is missing.' };
}

/** A first word with which no statement starts. */
export function findUnknownVerb(tokens: readonly SqlToken[], text: string): Diagnosis | undefined {
  const first = tokens.find(({ upper }) => upper !== '(');
  if (first?.kind !== 'word' || statementVerbs.has(first.upper)) return undefined;
  // `label: LOOP` in a routine, `name = value` in a settings file: not for us.
  const second = tokens[tokens.indexOf(first) + 1];
  if (second?.upper === ':' || second?.upper === '=') return undefined;
  const word = text.slice(first.start, first.end);
  const near = [
    'SELECT',
    'INSERT',
    'UPDATE',
    'DELETE',
    'CREATE',
    'ALTER',
    'DROP',
    'WITH',
    'TRUNCATE',
  ].find((verb) => distance(verb, first.upper) <= (verb.length > 4 ? 2 : 1));
  const message =
    near !== undefined
      ? `${show(word)} is not an SQL word. Did you mean ${show(near)}?`
      : `A statement cannot start with ${show(word)}. It starts with a word such as \`SELECT\`, \`INSERT\`, \`UPDATE\`, \`DELETE\` or \`CREATE\`.`;
  return { ...place(first), message };
}

/** Reserved in every dialect, and never the start of a list's element. */
const clauseStarts = words('FROM WHERE HAVING GROUP ORDER');

const needsMore = words(
  'SELECT FROM WHERE AND OR JOIN ON SET BY HAVING LIKE BETWEEN IN INTO UNION THEN WHEN TABLE UPDATE AS VALUES',
);
const cannotFollow = words('WHERE GROUP ORDER HAVING AND OR UNION THEN');
const comparison = words('= <> != < > <= >=');

/** Clauses of one SELECT in the order in which they must stand. */
const clauseOrder: Readonly<Record<string, number>> = {
  WHERE: 1,
  GROUP: 2,
  HAVING: 3,
  ORDER: 4,
  LIMIT: 5,
};

/** A mistake in the order of the words: a comma too many, a clause twice or in the wrong place, an early end. */
export function findMisplaced(
  tokens: readonly SqlToken[],
  text: string,
  dialect: SqlDialect,
): Diagnosis | undefined {
  const seen: (string | undefined)[] = [];
  let depth = 0;
  for (let i = 0; i < tokens.length; i += 1) {
    const token = tokens[i]!;
    const previous = tokens[i - 1];
    const next = tokens[i + 1];
    const { upper } = token;
    if (upper === '(') {
      depth += 1;
      seen[depth] = undefined;
    } else if (upper === ')') depth -= 1;
    if (depth < 0) return undefined;

    if (upper === ',' || upper === ')') {
      const empty = previous?.upper === ',' || (upper === ',' && previous?.upper === '(');
      // SQL Server lets the list of a new table end in a comma.
      const allowed = dialect === 'transactsql' && upper === ')' && tokens[0]!.upper === 'CREATE';
      if (empty && !allowed && previous !== undefined)
        return extraComma(upper === ',' ? token : previous, token, text);
    }
    if (upper === ',' && next === undefined) {
      return {
        ...place(token),
        message: 'Nothing follows this comma. Remove it, or finish the list.',
      };
    }
    if (upper === ',' && next?.kind === 'word' && isClause(tokens, i + 1)) {
      return extraComma(token, next, text);
    }
    if (token.kind === 'operator' && comparison.has(upper)) {
      if (next === undefined || next.upper === ')' || isBareClause(next)) {
        return { ...place(token), message: `A value is missing after ${show(upper)}.` };
      }
    }
    if (token.kind !== 'word') continue;

    if (previous?.upper !== '.' && needsMore.has(upper)) {
      const early = next === undefined || next.upper === ';' || next.upper === ')';
      if (early && !isName(tokens, i) && !mayEnd(upper, next, dialect)) {
        const what = show(text.slice(token.start, token.end));
        return {
          ...place(token),
          message: `Something is missing after ${what}${next ? '' : ': the statement ends here'}.`,
        };
      }
      if (
        next?.kind === 'word' &&
        cannotFollow.has(next.upper) &&
        // SQLite's `UPDATE OR IGNORE`.
        upper !== 'UPDATE' &&
        !isName(tokens, i) &&
        (next.upper !== 'GROUP' && next.upper !== 'ORDER' ? true : tokens[i + 2]?.upper === 'BY') &&
        !(dialect === 'postgresql' && upper === 'SELECT')
      ) {
        const [a, b] = [token, next].map((t) => show(text.slice(t.start, t.end)));
        return { ...place(next), message: `Something is missing between ${a} and ${b}.` };
      }
    }

    if (
      /^(SELECT|UNION|EXCEPT|INTERSECT|INSERT|UPDATE|DELETE|CONFLICT|DO|WHEN|DUPLICATE)$/.test(
        upper,
      )
    ) {
      seen[depth] = undefined;
      continue;
    }
    const rank = isClause(tokens, i) || upper === 'LIMIT' ? clauseOrder[upper] : undefined;
    if (rank === undefined || previous?.upper === '.' || previous?.upper === 'AS') continue;
    if (
      upper === 'LIMIT' &&
      (dialect === 'transactsql' || next === undefined || next.kind === 'operator')
    )
      continue;
    const last = seen[depth];
    if (last === upper) {
      const name = show(text.slice(token.start, token.end));
      const hint = upper === 'WHERE' ? ' Join the conditions with `AND` or `OR`.' : '';
      return { ...place(token), message: `A statement has only one ${name}.${hint}` };
    }
    if (last !== undefined && clauseOrder[last]! > rank) {
      return {
        ...place(token),
        message: `${show(clauseName(upper))} must stand before ${show(clauseName(last))}.`,
      };
    }
    seen[depth] = upper;
  }
  return findMissingSet(tokens, text) ?? findInsertMistake(tokens, text, dialect);
}

/** `UPDATE users name = 'a'`, `UPDATE users STE name = 'a'`. */
function findMissingSet(tokens: readonly SqlToken[], text: string): Diagnosis | undefined {
  if (tokens[0]?.upper !== 'UPDATE' || tokens.some(({ upper }) => upper === 'SET'))
    return undefined;
  const equals = tokens.findIndex(({ upper }) => upper === '=');
  const column = tokens[equals - 1];
  const before = tokens[equals - 2];
  // A join's condition comes first in MySQL: then where SET belongs is not clear.
  if (column === undefined || before?.kind !== 'word' || equals < 3 || before.upper === 'ON')
    return undefined;
  if (equals > 3 && distance('SET', before.upper) <= 1) {
    const source = show(text.slice(before.start, before.end));
    return { ...place(before), message: `${source} cannot stand here. Did you mean \`SET\`?` };
  }
  if (before.upper === 'WHERE' || before.upper === 'AND') return undefined;
  const name = show(text.slice(column.start, column.end));
  return { ...place(column), message: `\`SET\` is missing before ${name}.` };
}

/** `INSERT users …`, `INSERT INTO t (a, b) ('x', 'y')`, `DELETE FORM users`. */
function findInsertMistake(
  tokens: readonly SqlToken[],
  text: string,
  dialect: SqlDialect,
): Diagnosis | undefined {
  const [verb, second, third] = tokens;
  const source = (token: SqlToken): string => show(text.slice(token.start, token.end));
  const expected =
    verb?.upper === 'INSERT' ? 'INTO' : verb?.upper === 'DELETE' ? 'FROM' : undefined;
  if (expected === undefined || second === undefined) return undefined;
  if (second.kind === 'word' && second.upper !== expected && third?.kind === 'word') {
    const spelt = distance(expected, second.upper) <= 1;
    if (spelt) {
      return {
        ...place(second),
        message: `${source(second)} cannot stand here. Did you mean ${show(expected)}?`,
      };
    }
  }
  if (expected !== 'INTO') return undefined;
  if (second.upper !== 'INTO') {
    const optional = dialect === 'mysql' || dialect === 'transactsql' || second.upper === 'OR';
    const into = tokens.some(({ upper }) => upper === 'INTO');
    if (optional || into) return undefined;
    return { ...place(second), message: `\`INTO\` is missing before ${source(second)}.` };
  }
  let i = 3;
  while (tokens[i]?.upper === '.') i += 2;
  if (
    tokens[i]?.upper !== '(' ||
    /^(SELECT|WITH|VALUES|TABLE|\()$/.test(tokens[i + 1]?.upper ?? '')
  )
    return undefined;
  for (let depth = 0; i < tokens.length; i += 1) {
    if (tokens[i]!.upper === '(') depth += 1;
    else if (tokens[i]!.upper === ')' && --depth === 0) break;
  }
  const after = tokens[i + 1];
  if (after === undefined) {
    const end = tokens.at(-1)!;
    return {
      ...place(end),
      message: '`VALUES` and the values are missing after the list of columns.',
    };
  }
  if (after.kind === 'word' && after.upper !== 'VALUES' && distance('VALUES', after.upper) <= 2) {
    if (after.upper !== 'VALUE') {
      return {
        ...place(after),
        message: `${source(after)} cannot stand here. Did you mean \`VALUES\`?`,
      };
    }
  }
  if (after.upper !== '(' || /^(SELECT|WITH|VALUES|TABLE|\()$/.test(tokens[i + 2]?.upper ?? ''))
    return undefined;
  return { ...place(after), message: '`VALUES` is missing before the list of values.' };
}

function extraComma(comma: SqlToken, before: SqlToken, text: string): Diagnosis {
  const what = show(text.slice(before.start, before.end));
  const message =
    before.upper === ','
      ? 'There is a comma too many.'
      : `There is a comma too many before ${what}.`;
  return { ...place(comma), message };
}

/** `WHERE`, `FROM`, `HAVING`, `GROUP BY`, `ORDER BY`. */
function isClause(tokens: readonly SqlToken[], i: number): boolean {
  const { upper, kind } = tokens[i]!;
  if (kind !== 'word' || !clauseStarts.has(upper)) return false;
  return (upper !== 'GROUP' && upper !== 'ORDER') || tokens[i + 1]?.upper === 'BY';
}

function isBareClause(token: SqlToken): boolean {
  return token.kind === 'word' && /^(WHERE|GROUP|ORDER|HAVING|AND|OR|LIMIT)$/.test(token.upper);
}

function clauseName(word: string): string {
  return word === 'GROUP' || word === 'ORDER' ? `${word} BY` : word;
}

/** Not the keyword but a name: `t.on`, `x AS by`. */
function isName(tokens: readonly SqlToken[], i: number): boolean {
  const before = tokens[i - 1]?.upper;
  return before === '.' || before === 'AS' || tokens[i + 1]?.upper === '.';
}

function mayEnd(word: string, next: SqlToken | undefined, dialect: SqlDialect): boolean {
  if (word === 'SELECT') return dialect === 'postgresql';
  // `ON DUPLICATE KEY UPDATE`, `FOR UPDATE`, `DEFAULT VALUES`, `ALL TABLE`, `GRANT SELECT, UPDATE ON`.
  if (
    word === 'UPDATE' ||
    word === 'VALUES' ||
    word === 'TABLE' ||
    word === 'SET' ||
    word === 'ON' ||
    word === 'AS'
  )
    return true;
  // `EXTRACT (… FROM)` is not complete, but `LEFT`/`IN` may be names in parentheses.
  return next !== undefined && (word === 'IN' || word === 'BY' || word === 'LIKE');
}

function place({ start, end }: Span): Span {
  return { start, end };
}

/** Source text in a message: short, on one line, as code. */
export function show(source: string): string {
  const line = source.replace(/\s+/g, ' ');
  const short = line.length > 30 ? `${line.slice(0, 29)}…` : line;
  return short.includes('`') ? `‘${short}’` : `\`${short}\``;
}
