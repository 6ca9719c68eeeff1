import type { Column, Insert, Select, Statement, Table, Value } from './statements';
import { keyOf } from './statements';
import { CqlError } from './tokens';

/** What Cassandra asks of a statement that can be read: what the keys of the tables allow. */

const numbers = new Set(
  'bigint counter decimal double float int smallint tinyint varint'.split(' '),
);
const texts = new Set(['text', 'varchar', 'ascii', 'inet', 'date', 'time', 'blob']);

/** @returns why a value cannot be one of this column, or undefined */
function valueError({ name, type }: Column, { kind, text, offset }: Value): CqlError | undefined {
  if (kind === 'marker' || kind === 'other' || kind === 'null') return undefined;
  const fits =
    type === 'timestamp'
      ? kind === 'text' || kind === 'number'
      : type === 'uuid' || type === 'timeuuid'
        ? kind === 'uuid'
        : type === 'boolean'
          ? kind === 'boolean'
          : numbers.has(type)
            ? kind === 'number'
            : !texts.has(type) || kind === 'text';
  if (fits) return undefined;
  return new CqlError(
    offset,
    `a value of the type ${type} for ${name}`,
    kind === 'text' ? `the text '${text}'` : text,
    numbers.has(type)
      ? 'Write the number without quotes.'
      : type === 'uuid' || type === 'timeuuid'
        ? 'Write the id without quotes, as 8-4-4-4-12 hexadecimal digits, or `?`.'
        : type === 'boolean'
          ? 'Write true or false, without quotes.'
          : 'Put the value in single quotes.',
  );
}

/** The table that a statement names. */
function tableOf({ table }: Select | Insert, tables: ReadonlyMap<string, Table>): Table | CqlError {
  const known = tables.get(table.name);
  if (known) return known;
  const all = [...tables.keys()].join(', ') || 'none yet';
  return new CqlError(
    table.offset,
    `a table that was created before (${all})`,
    `\`${table.name}\``,
    'Correct the name, or create the table above this statement.',
  );
}

function unknownColumn(table: Table, name: string, offset: number): CqlError {
  return new CqlError(
    offset,
    `a column of ${table.name} (${table.columns.map((column) => column.name).join(', ')})`,
    `\`${name}\``,
    'Correct the name, or add the column to this table.',
  );
}

function insertError(insert: Insert, table: Table): CqlError | undefined {
  for (const [index, { name, offset }] of insert.columns.entries()) {
    const column = table.columns.find((candidate) => candidate.name === name);
    if (!column) return unknownColumn(table, name, offset);
    const value = insert.values[index]!;
    if (value.kind === 'null' && keyOf(table).includes(name)) {
      return new CqlError(
        value.offset,
        `a value for ${name}, which is part of the key`,
        'null',
        'Give each column of the key a value.',
      );
    }
    const wrong = valueError(column, value);
    if (wrong) return wrong;
  }
  const given = new Set(insert.columns.map(({ name }) => name));
  const missing = keyOf(table).filter((name) => !given.has(name));
  if (missing.length === 0) return undefined;
  return new CqlError(
    insert.offset,
    `a value for each column of the key: ${keyOf(table).join(', ')}`,
    `none for ${missing.join(', ')}`,
    'Add the missing columns to the INSERT. The key says where the row is stored.',
  );
}

function selectError(select: Select, table: Table): CqlError | undefined {
  const named = [...select.columns, ...select.group, ...select.order];
  for (const { name, offset } of named) {
    if (!table.columns.some((column) => column.name === name)) {
      return unknownColumn(table, name, offset);
    }
  }
  for (const { column: name, values, operator, offset } of select.where) {
    const column = table.columns.find((candidate) => candidate.name === name);
    if (!column) return unknownColumn(table, name, offset);
    if (operator === 'contains') continue;
    for (const value of values) {
      const wrong = valueError(column, value);
      if (wrong) return wrong;
    }
  }
  if (select.filtering !== undefined) {
    return new CqlError(
      select.filtering,
      'an answer from one partition',
      'ALLOW FILTERING, which reads every row of every machine and throws most of them away',
      'Remove ALLOW FILTERING, and give the query a table whose key begins with what it knows.',
    );
  }
  return whereError(select, table) ?? orderError(select, table) ?? groupError(select, table);
}

function whereError({ where }: Select, table: Table): CqlError | undefined {
  if (where.length === 0) return undefined;
  const key = keyOf(table);
  for (const { column, offset } of where) {
    if (key.includes(column)) continue;
    return new CqlError(
      offset,
      `conditions on the key of ${table.name} (${key.join(', ')})`,
      `\`${column}\`, which is not in the key`,
      'Make a table whose key holds this column: Cassandra finds rows by their key only.',
    );
  }
  const partition = `(${table.partition.join(', ')})`;
  for (const name of table.partition) {
    const conditions = where.filter(({ column }) => column === name);
    if (conditions.length === 0) {
      return new CqlError(
        where[0]!.offset,
        `a value for each partition column ${partition} of ${table.name}`,
        `no condition on \`${name}\``,
        'Either ask for this column too, or let the partition key hold only what the query knows.',
      );
    }
    const range = conditions.find(({ operator }) => operator !== '=' && operator !== 'in');
    if (!range) continue;
    return new CqlError(
      range.offset,
      `\`${name} = value\`, because ${name} is a partition column`,
      `\`${name} ${range.operator}\``,
      'Rows are in order only inside a partition: make the column with the range a clustering column.',
    );
  }
  let open: { name: string; range: boolean } | undefined;
  for (const { name } of table.clustering) {
    const conditions = where.filter(({ column }) => column === name);
    const first = conditions[0];
    if (first && open) {
      return new CqlError(
        first.offset,
        open.range
          ? `nothing after the range on \`${open.name}\``
          : `a condition on \`${open.name}\` before one on \`${name}\``,
        `a condition on \`${name}\``,
        `Clustering columns are used from the left: ${table.clustering.map((column) => column.name).join(', ')}. Change their order in the key, or the query.`,
      );
    }
    const range = conditions.some(({ operator }) => operator !== '=' && operator !== 'in');
    if (!first || range) open = { name, range };
  }
  return undefined;
}

function orderError(select: Select, table: Table): CqlError | undefined {
  const [first] = select.order;
  if (!first) return undefined;
  const fixed = new Set(
    select.where.filter(({ operator }) => operator === '=').map(({ column }) => column),
  );
  if (!table.partition.every((name) => select.where.some(({ column }) => column === name))) {
    return new CqlError(
      first.offset,
      'ORDER BY inside of one partition',
      'ORDER BY without a value for the partition',
      `Ask for one partition: WHERE ${table.partition.map((name) => `${name} = …`).join(' AND ')}.`,
    );
  }
  const clustering = table.clustering.map(({ name }) => name).join(', ') || 'none';
  let at = 0;
  let reversed: boolean | undefined;
  for (const { name, descending, offset } of select.order) {
    while (table.clustering[at] && table.clustering[at]!.name !== name) {
      if (!fixed.has(table.clustering[at]!.name)) break;
      at++;
    }
    const column = table.clustering[at];
    if (column?.name !== name) {
      return new CqlError(
        offset,
        `ORDER BY with the clustering columns of ${table.name}, from the left (${clustering})`,
        `\`${name}\``,
        'Put the column for the order first among the clustering columns.',
      );
    }
    const turned = descending !== column.descending;
    if (reversed !== undefined && turned !== reversed) {
      return new CqlError(
        offset,
        'the order of the table, or all of it reversed',
        `\`${name}\` reversed and another column not`,
        'Say the directions in WITH CLUSTERING ORDER BY when you create the table.',
      );
    }
    reversed = turned;
    at++;
  }
  return undefined;
}

function groupError(select: Select, table: Table): CqlError | undefined {
  const key = keyOf(table);
  for (const [index, { name, offset }] of select.group.entries()) {
    if (key[index] === name) continue;
    return new CqlError(
      offset,
      `GROUP BY with the key from the left: ${key.join(', ')}`,
      `\`${name}\``,
      'Group by the columns of the key in their order.',
    );
  }
  return undefined;
}

export interface Judged<Kind extends Select | Insert> {
  readonly statement: Kind;
  readonly table: Table | undefined;
  readonly error: CqlError | undefined;
}

export interface Script {
  readonly tables: ReadonlyMap<string, Table>;
  readonly selects: readonly Judged<Select>[];
  readonly inserts: readonly Judged<Insert>[];
  /** Two tables of one name. */
  readonly errors: readonly CqlError[];
}

/** Goes through the statements in order, as Cassandra would. */
export function judge(statements: readonly Statement[], given: Iterable<Table> = []): Script {
  const tables = new Map<string, Table>([...given].map((table) => [table.name, table]));
  const selects: Judged<Select>[] = [];
  const inserts: Judged<Insert>[] = [];
  const errors: CqlError[] = [];
  for (const statement of statements) {
    if (statement.kind === 'table') {
      if (tables.has(statement.name)) {
        errors.push(
          new CqlError(
            statement.offset,
            'tables with different names',
            `a second table \`${statement.name}\``,
            'Give this table a name that says which question it answers.',
          ),
        );
      } else tables.set(statement.name, statement);
      continue;
    }
    const table = tableOf(statement, tables);
    if (statement.kind === 'select') {
      selects.push(
        table instanceof CqlError
          ? { statement, table: undefined, error: table }
          : { statement, table, error: selectError(statement, table) },
      );
    } else {
      inserts.push(
        table instanceof CqlError
          ? { statement, table: undefined, error: table }
          : { statement, table, error: insertError(statement, table) },
      );
    }
  }
  return { tables, selects, inserts, errors };
}
