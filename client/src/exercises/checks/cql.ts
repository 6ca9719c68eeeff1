import { parseCql } from '../cql/parse';
import { type Judged, judge } from '../cql/rules';
import { keyOf, type Select, type Table } from '../cql/statements';
import type { CqlError } from '../cql/tokens';
import type { CqlCheck, CqlQuery, RequirementResult } from '../model';

/** Checks Cassandra's tables and queries by what the tables can answer. Nothing is run. */

export interface CqlProblem {
  readonly name: string;
  readonly expected: string;
  readonly seen: string;
  readonly tryNext: string;
  /** Where in the script, when it is about a place. */
  readonly offset?: number;
}

export interface CqlAnswer {
  readonly requirements: readonly RequirementResult[];
  readonly problems: readonly CqlProblem[];
}

type Check = Pick<CqlCheck, 'queries' | 'rows' | 'inserts'>;

/**
 * @param script what the learner wrote
 * @param setup statements that are given; they come first
 */
export function checkCql(
  script: string,
  { queries, rows, inserts = false }: Check,
  setup = '',
): CqlAnswer {
  const given = parseCql(setup).statements.filter((statement) => statement.kind === 'table');
  const { statements, errors } = parseCql(script);
  if (errors.length > 0) {
    return {
      requirements: queries.map(({ name }) => ({ name, passed: false })),
      problems: errors.map((error) => problem(`Line ${lineOf(script, error.offset)}`, error)),
    };
  }
  const judged = judge(statements, given);
  const requirements: RequirementResult[] = [];
  const problems: CqlProblem[] = judged.errors.map((error) =>
    problem(`Line ${lineOf(script, error.offset)}`, error),
  );
  const told = new Set<Judged<Select>>();
  for (const [index, query] of queries.entries()) {
    const tried = judged.selects
      .map((select, at) => ({ select, score: closeness(select.statement, query, at === index) }))
      .sort((one, other) => other.score - one.score)
      .filter(({ score }) => score > 0)
      .map(({ select }) => ({ select, why: answerProblem(select, query, rows ?? []) }));
    const found = tried.find(({ why }) => why === undefined) ?? tried[0];
    if (found) told.add(found.select);
    const why = found
      ? found.why
      : {
          name: query.name,
          expected: `a SELECT that knows ${words(query.where)}`,
          seen: judged.selects.length === 0 ? 'no SELECT' : 'no SELECT that asks this',
          tryNext: query.try,
        };
    if (why) problems.push(why);
    requirements.push({ name: query.name, passed: why === undefined });
  }
  if (inserts) {
    const filled = new Set(judged.inserts.map(({ statement }) => statement.table.name));
    const empty = [...told].flatMap(({ table }) =>
      table && !filled.has(table.name) ? [table] : [],
    );
    const name = 'A row in each table';
    requirements.push({ name, passed: empty.length === 0 });
    const [table] = empty;
    if (table) {
      problems.push({
        name,
        expected: `an INSERT into ${table.name}`,
        seen: 'none',
        tryNext:
          'Write a row into every table that must be able to find it: nothing is copied by itself.',
        offset: table.offset,
      });
    }
  }
  for (const item of [...judged.selects.filter((select) => !told.has(select)), ...judged.inserts]) {
    if (item.error) {
      const at = item.statement.offset;
      problems.push(problem(`The statement in line ${lineOf(script, at)}`, item.error));
    }
  }
  return { requirements, problems };
}

function problem(name: string, { expected, seen, tryNext, offset }: CqlError): CqlProblem {
  return { name, expected, seen, tryNext, offset };
}

function lineOf(script: string, offset: number): number {
  return script.slice(0, offset).split('\n').length;
}

/** How much of a query a SELECT asks for: decides which of them is meant. */
function closeness(select: Select, { columns, where }: CqlQuery, sameplace: boolean): number {
  const read = new Set(select.columns.map(({ name }) => name));
  const known = new Set(select.where.map(({ column }) => column));
  return (
    columns.filter((column) => select.all || read.has(column)).length +
    2 * where.filter((entry) => known.has(columnOf(entry))).length +
    (sameplace ? 1 : 0)
  );
}

function columnOf(entry: string): string {
  return entry.split(' ')[0]!;
}

/** Why a SELECT with its table is no answer to a query, or undefined. */
function answerProblem(
  { statement: select, table, error }: Judged<Select>,
  query: CqlQuery,
  rows: NonNullable<Check['rows']>,
): CqlProblem | undefined {
  if (error || !table) return error && problem(query.name, error);
  const wrong = (expected: string, seen: string, tryNext: string, offset = select.offset) => ({
    name: query.name,
    expected,
    seen,
    tryNext,
    offset,
  });
  const read = new Set(select.all ? table.columns.map(({ name }) => name) : []);
  for (const { name, inFunction } of select.columns) if (!inFunction) read.add(name);
  const missing = query.columns.filter((column) => !read.has(column));
  if (missing.length > 0) {
    return wrong(
      `the columns ${words(query.columns)}`,
      `no ${words(missing)}`,
      'Read these columns, and store them in the table that the query asks.',
    );
  }
  const conditions = select.where.map(({ column, operator }) => `${column} ${operator}`);
  const fits = (entry: string, condition: string) => {
    const [column, operator = '='] = entry.split(' ');
    return operator === 'range'
      ? /^[<>]=?$/.test(condition.split(' ')[1]!) && condition.startsWith(`${column} `)
      : condition === `${column} ${operator}`;
  };
  const unknown = query.where.filter((entry) => !conditions.some((has) => fits(entry, has)));
  const extra = conditions.find((has) => !query.where.some((entry) => fits(entry, has)));
  if (unknown.length > 0 || extra !== undefined) {
    return wrong(
      `a WHERE with exactly what the query knows: ${words(query.where)}`,
      conditions.length === 0 ? 'no WHERE' : `WHERE with ${words(conditions)}`,
      query.try,
      select.where[0]?.offset ?? select.offset,
    );
  }
  const order = orderOf(select, table);
  const wanted = (query.order ?? []).map((entry) => entry.toLowerCase());
  if (wanted.some((entry, index) => normal(entry) !== order[index])) {
    return wrong(
      `rows in the order ${words(wanted)}`,
      order.length === 0 ? 'rows in no order' : `rows in the order ${words(order)}`,
      `Make ${columnOf(wanted[0]!)} the first clustering column, and say its direction in CLUSTERING ORDER BY.`,
      table.offset,
    );
  }
  return rowsProblem(table, query, rows, wrong);
}

function normal(entry: string): string {
  return / (?:asc|desc)$/.test(entry) ? entry : `${entry} asc`;
}

/** The order in which the rows of an answer come; columns with one value are left out. */
function orderOf(select: Select, table: Table): string[] {
  const fixed = new Set(
    select.where.filter(({ operator }) => operator === '=').map(({ column }) => column),
  );
  if (!table.partition.every((name) => fixed.has(name))) return [];
  const first = select.order[0];
  const natural = table.clustering.find(({ name }) => name === first?.name);
  const reversed = first && natural && first.descending !== natural.descending;
  return table.clustering
    .filter(({ name }) => !fixed.has(name))
    .map(({ name, descending }) => `${name} ${descending !== Boolean(reversed) ? 'desc' : 'asc'}`);
}

/** What goes wrong when the table is filled: rows that replace each other, too large partitions. */
function rowsProblem(
  table: Table,
  { largestPartition }: CqlQuery,
  rows: NonNullable<Check['rows']>,
  wrong: (expected: string, seen: string, tryNext: string, offset?: number) => CqlProblem,
): CqlProblem | undefined {
  /** What the learner's own columns hold is not known: taken as different in each row. */
  const placed = (columns: readonly string[]) => {
    const places = new Map<string, number>();
    for (const [index, row] of rows.entries()) {
      const place = columns.map((column) => row[column] ?? `#${index}`).join(' · ');
      places.set(place, (places.get(place) ?? 0) + 1);
    }
    return [...places].sort(([, one], [, other]) => other - one)[0];
  };
  const key = keyOf(table);
  const [same, count] = placed(key) ?? ['', 0];
  if (count > 1) {
    return wrong(
      `each row kept: ${count} rows have ${words(key)} = ${same}`,
      `one row, because a second row with the same key replaces the first`,
      `Add a column to the key of ${table.name} that tells such rows apart.`,
      table.offset,
    );
  }
  const [partition, size] = placed(table.partition) ?? ['', 0];
  if (largestPartition !== undefined && size > largestPartition) {
    return wrong(
      'partitions that stay small however long the program runs',
      `the partition ${words(table.partition)} = ${partition} grows with every new row`,
      'Put a second column that the query knows into the inner parentheses of the key.',
      table.offset,
    );
  }
  return undefined;
}

function words(names: readonly string[]): string {
  return names.join(', ');
}
