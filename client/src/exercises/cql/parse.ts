import type { Column, Condition, Named, Operator, Select, Statement, Value } from './statements';
import { CqlError, type Token, tokensOf } from './tokens';

const types = new Set(
  `ascii bigint blob boolean counter date decimal double duration float inet int smallint text time
  timestamp timeuuid tinyint uuid varchar varint`.split(/\s+/),
);
const collections: Readonly<Record<string, number>> = { list: 1, set: 1, map: 2, frozen: 1 };

/** Types of other databases, and what Cassandra calls them. */
const foreignTypes: Readonly<Record<string, string>> = {
  integer: 'int',
  serial: 'uuid',
  bigserial: 'uuid',
  identity: 'uuid',
  string: 'text',
  char: 'text',
  character: 'text',
  nvarchar: 'text',
  datetime: 'timestamp',
  timestamptz: 'timestamp',
  bool: 'boolean',
  real: 'float',
  numeric: 'decimal',
  number: 'decimal',
  json: 'text',
};

const operators = ['=', '<', '<=', '>', '>='];

/** A row of words, read from left to right. */
class Reader {
  private at = 0;

  constructor(private readonly tokens: readonly Token[]) {}

  get next(): Token {
    return this.tokens[Math.min(this.at, this.tokens.length - 1)]!;
  }

  take(): Token {
    const token = this.next;
    if (this.at < this.tokens.length - 1) this.at++;
    return token;
  }

  is(...words: string[]): boolean {
    return words.every((word, index) => {
      const token = this.tokens[this.at + index];
      return token !== undefined && isWord(token, word);
    });
  }

  /** Takes these words when all of them come next. */
  accept(...words: string[]): boolean {
    if (!this.is(...words)) return false;
    for (const _ of words) this.take();
    return true;
  }

  expect(word: string, tryNext: string): Token {
    if (this.is(word)) return this.take();
    throw this.error(`\`${shown(word)}\``, tryNext);
  }

  name(what: string, tryNext: string): Named {
    if (this.next.kind !== 'name') throw this.error(what, tryNext);
    const { text, offset } = this.take();
    return { name: text, offset };
  }

  error(expected: string, tryNext: string): CqlError {
    const { kind, text, offset } = this.next;
    const seen =
      kind === 'end' || text === ';'
        ? 'the end of the statement'
        : kind === 'text'
          ? `the text '${text}'`
          : `\`${text}\``;
    return new CqlError(offset, expected, seen, tryNext);
  }

  endStatement(): void {
    if (this.next.kind === 'end') return;
    this.expect(';', 'End each statement with a semicolon, and remove what does not belong.');
  }

  skipStatement(): void {
    while (this.next.kind !== 'end' && !isWord(this.next, ';')) this.take();
    this.accept(';');
  }
}

function isWord(token: Token, word: string): boolean {
  return (token.kind === 'name' || token.kind === 'mark') && !token.quoted && token.text === word;
}

function shown(word: string): string {
  return /^\w/.test(word) ? word.toUpperCase() : word;
}

/** Reads a script. Statements that cannot be read are left out and told in `errors`. */
export function parseCql(script: string): { statements: Statement[]; errors: CqlError[] } {
  const statements: Statement[] = [];
  const errors: CqlError[] = [];
  let reader: Reader;
  try {
    reader = new Reader(tokensOf(script));
  } catch (error) {
    if (error instanceof CqlError) return { statements, errors: [error] };
    throw error;
  }
  while (reader.next.kind !== 'end') {
    if (reader.accept(';')) continue;
    try {
      statements.push(statement(reader));
      reader.endStatement();
    } catch (error) {
      if (!(error instanceof CqlError)) throw error;
      errors.push(error);
      reader.skipStatement();
    }
  }
  return { statements, errors };
}

function statement(reader: Reader): Statement {
  const { offset } = reader.next;
  if (reader.accept('create', 'table') || reader.accept('create', 'columnfamily')) {
    return table(reader, offset);
  }
  if (reader.accept('select')) return select(reader, offset);
  if (reader.accept('insert')) return insert(reader, offset);
  if (reader.is('create', 'index') || reader.is('create', 'custom', 'index')) {
    throw reader.error(
      'a table for each question',
      'Leave the index out: make a table whose key begins with what the query knows.',
    );
  }
  throw reader.error(
    'CREATE TABLE, INSERT or SELECT',
    'Use one of these three statements; this exercise reads no others.',
  );
}

function tableName(reader: Reader): Named {
  const first = reader.name('the name of a table', 'Write the name of the table here.');
  if (!reader.accept('.')) return first;
  return reader.name('the name of a table', 'Write the name of the table after the point.');
}

function table(reader: Reader, offset: number): Statement {
  if (reader.accept('if')) {
    reader.expect('not', 'Write IF NOT EXISTS.');
    reader.expect('exists', 'Write IF NOT EXISTS.');
  }
  const { name } = tableName(reader);
  reader.expect('(', 'Open a parenthesis before the columns.');
  const columns: Column[] = [];
  let partition: Named[] | undefined;
  let clustering: Named[] = [];
  do {
    if (reader.is(')')) throw reader.error('a column', 'Remove the comma before the `)`.');
    if (reader.is('primary', 'key')) {
      const { offset: second } = reader.next;
      if (partition) throw twoKeys(second);
      reader.accept('primary', 'key');
      ({ partition, clustering } = primaryKey(reader));
      continue;
    }
    if (reader.is('foreign') || reader.is('constraint') || reader.is('unique', '(')) {
      throw noConstraint(reader);
    }
    const column = reader.name('a column', 'Write the name of a column, then its type.');
    columns.push({ ...column, type: type(reader) });
    reader.accept('static');
    if (reader.is('primary', 'key')) {
      if (partition) throw twoKeys(reader.next.offset);
      reader.accept('primary', 'key');
      partition = [column];
    }
    if (!reader.is(',') && !reader.is(')') && reader.next.kind === 'name') {
      throw noConstraint(reader);
    }
  } while (reader.accept(','));
  reader.expect(')', 'Put a comma between two columns, and a `)` after the last one.');
  if (!partition) {
    throw new CqlError(
      offset,
      `a PRIMARY KEY for ${name}`,
      'a table without one',
      'Say which columns make the key: PRIMARY KEY ((partition columns), clustering columns).',
    );
  }
  checkColumns(columns, [...partition, ...clustering]);
  const descending = reader.accept('with') ? options(reader, clustering) : new Set<string>();
  return {
    kind: 'table',
    name,
    offset,
    columns,
    partition: partition.map((column) => column.name),
    clustering: clustering.map((column) => ({
      name: column.name,
      descending: descending.has(column.name),
    })),
  };
}

function twoKeys(offset: number): CqlError {
  return new CqlError(
    offset,
    'one PRIMARY KEY',
    'a second one',
    'Name all columns of the key in one PRIMARY KEY at the end of the table.',
  );
}

function noConstraint(reader: Reader): CqlError {
  const word = reader.next.text.toUpperCase();
  return reader.error(
    'a comma or the end of the columns',
    `Remove \`${word}\`: a column in Cassandra has a name and a type, and no further rules.`,
  );
}

function checkColumns(columns: readonly Column[], key: readonly Named[]): void {
  const names = new Set<string>();
  for (const { name, offset } of columns) {
    if (names.has(name)) {
      throw new CqlError(
        offset,
        'each column once',
        `\`${name}\` twice`,
        'Remove one of the two, or give it another name.',
      );
    }
    names.add(name);
  }
  const inKey = new Set<string>();
  for (const { name, offset } of key) {
    if (!names.has(name)) {
      throw new CqlError(
        offset,
        'a column of this table in its key',
        `\`${name}\`, which is none`,
        'Add the column with its type, or correct the name.',
      );
    }
    if (inKey.has(name)) {
      throw new CqlError(
        offset,
        'each column once in the key',
        `\`${name}\` twice`,
        'Name the column once: either for the partition or for the order inside it.',
      );
    }
    inKey.add(name);
    const { type } = columns.find((column) => column.name === name)!;
    if (/^(?:list|set|map)</.test(type) || type === 'counter' || type === 'duration') {
      throw new CqlError(
        offset,
        'a plain value in the key',
        `\`${name}\` of the type ${type}`,
        'Use a column with a single value that can be compared, such as text or timestamp.',
      );
    }
  }
}

function type(reader: Reader): string {
  const { text, kind, quoted } = reader.next;
  if (kind !== 'name' || quoted) {
    throw reader.error('a type', 'Write a type after the name of the column, such as text.');
  }
  const count = collections[text];
  if (count !== undefined || text === 'tuple') {
    reader.take();
    reader.expect('<', `Write what the ${text} holds, such as ${text}<text>.`);
    const inner = [type(reader)];
    while (reader.accept(',')) inner.push(type(reader));
    if (count !== undefined && inner.length !== count) {
      throw reader.error(`${count} type${count > 1 ? 's' : ''} in ${text}<…>`, 'Count the types.');
    }
    reader.expect('>', 'Close the type with `>`.');
    return `${text}<${inner.join(', ')}>`;
  }
  if (!types.has(text)) {
    const better = foreignTypes[text];
    throw reader.error(
      'a type of Cassandra',
      better
        ? `Use \`${better}\`, which is what Cassandra has for it.`
        : 'Use one of text, int, bigint, decimal, double, boolean, timestamp, date, uuid, timeuuid.',
    );
  }
  reader.take();
  if (reader.is('(')) throw reader.error(`\`${text}\` alone`, 'Leave the length out.');
  return text;
}

function primaryKey(reader: Reader): { partition: Named[]; clustering: Named[] } {
  const tryNext = 'Write PRIMARY KEY ((partition columns), clustering columns).';
  reader.expect('(', tryNext);
  const column = () => reader.name('a column of the key', tryNext);
  const partition: Named[] = [];
  if (reader.accept('(')) {
    do partition.push(column());
    while (reader.accept(','));
    reader.expect(')', 'Close the parentheses around the partition columns.');
  } else partition.push(column());
  const clustering: Named[] = [];
  while (reader.accept(',')) clustering.push(column());
  reader.expect(')', 'Close the parentheses of the key.');
  return { partition, clustering };
}

/** What stands after WITH; returns the clustering columns that go from high to low. */
function options(reader: Reader, clustering: readonly Named[]): Set<string> {
  const descending = new Set<string>();
  do {
    if (reader.accept('clustering')) {
      reader.expect('order', 'Write CLUSTERING ORDER BY (column DESC).');
      reader.expect('by', 'Write CLUSTERING ORDER BY (column DESC).');
      reader.expect('(', 'Put the columns of CLUSTERING ORDER BY in parentheses.');
      let at = 0;
      do {
        const { name, offset } = reader.name('a clustering column', 'Name a clustering column.');
        if (clustering[at]?.name !== name) {
          throw new CqlError(
            offset,
            clustering.length > 0
              ? `the clustering columns in their order in the key: ${names(clustering)}`
              : 'a key with clustering columns',
            `\`${name}\` at place ${at + 1}`,
            'Name the clustering columns as in the PRIMARY KEY, those after the partition columns.',
          );
        }
        if (reader.accept('desc')) descending.add(name);
        else reader.accept('asc');
        at++;
      } while (reader.accept(','));
      reader.expect(')', 'Close the parentheses of CLUSTERING ORDER BY.');
    } else {
      reader.name('an option', 'Write an option such as CLUSTERING ORDER BY (column DESC).');
      reader.expect('=', 'Write `=` and a value after the name of the option.');
      value(reader);
    }
  } while (reader.accept('and'));
  return descending;
}

function names(columns: readonly Named[]): string {
  return columns.map(({ name }) => name).join(', ');
}

function value(reader: Reader): Value {
  const { kind, text, offset } = reader.next;
  if (kind === 'text' || kind === 'uuid') {
    reader.take();
    return { kind, text, offset };
  }
  const sign = reader.accept('-') ? '-' : '';
  if (reader.next.kind === 'number') {
    return { kind: 'number', text: sign + reader.take().text, offset };
  }
  if (reader.accept('?')) return { kind: 'marker', text: '?', offset };
  if (reader.accept(':')) {
    const { name } = reader.name('a name after `:`', 'Name the value, such as :room.');
    return { kind: 'marker', text: `:${name}`, offset };
  }
  if (reader.accept('null')) return { kind: 'null', text: 'null', offset };
  if (reader.is('true') || reader.is('false')) {
    return { kind: 'boolean', text: reader.take().text, offset };
  }
  const close = ({ '{': '}', '[': ']', '(': ')' } as Record<string, string>)[text];
  if (kind === 'mark' && close) {
    reader.take();
    while (!reader.accept(close)) {
      value(reader);
      if (!reader.accept(',') && !reader.accept(':') && !reader.is(close)) {
        throw reader.error(`\`${close}\``, `Close it with \`${close}\`.`);
      }
    }
    return { kind: 'other', text, offset };
  }
  if (kind === 'name') {
    reader.take();
    if (!reader.accept('(')) {
      throw new CqlError(
        offset,
        'a value',
        `\`${text}\``,
        `Put a text in single quotes: '${text}'. A column cannot stand here.`,
      );
    }
    while (!reader.accept(')')) {
      value(reader);
      if (!reader.accept(',') && !reader.is(')')) {
        throw reader.error('`)`', 'Close the parentheses of the function.');
      }
    }
    return { kind: 'other', text: `${text}()`, offset };
  }
  throw reader.error('a value', 'Write a number, a text in single quotes, or `?`.');
}

function insert(reader: Reader, offset: number): Statement {
  reader.expect('into', 'Write INSERT INTO and the name of the table.');
  const into = tableName(reader);
  const columns: Named[] = [];
  reader.expect('(', 'Name the columns in parentheses after the table: Cassandra asks for them.');
  do columns.push(reader.name('a column', 'Name a column.'));
  while (reader.accept(','));
  reader.expect(')', 'Close the parentheses after the columns.');
  reader.expect('values', 'Write VALUES and the values in parentheses.');
  reader.expect('(', 'Put the values in parentheses.');
  const values: Value[] = [];
  do values.push(value(reader));
  while (reader.accept(','));
  reader.expect(')', 'Close the parentheses after the values.');
  if (reader.is(',')) {
    throw reader.error(
      'one row in each INSERT',
      'Write an INSERT of its own for each row: Cassandra takes one row at a time.',
    );
  }
  if (values.length !== columns.length) {
    throw new CqlError(
      offset,
      `${columns.length} values, one for each column`,
      `${values.length}`,
      'Compare the list of columns with the list of values.',
    );
  }
  if (reader.accept('if')) {
    reader.expect('not', 'Write IF NOT EXISTS.');
    reader.expect('exists', 'Write IF NOT EXISTS.');
  }
  if (reader.accept('using')) {
    do {
      reader.name('TTL or TIMESTAMP', 'Write USING TTL and a number of seconds.');
      value(reader);
    } while (reader.accept('and'));
  }
  return { kind: 'insert', table: into, offset, columns, values };
}

function select(reader: Reader, offset: number): Select {
  reader.accept('distinct');
  const columns: (Named & { inFunction: boolean })[] = [];
  let all = false;
  do {
    if (reader.accept('*')) all = true;
    else {
      const item = reader.name('a column', 'Name the columns to read, or write `*`.');
      if (reader.accept('(')) {
        if (!reader.accept('*') && reader.next.kind === 'number') reader.take();
        while (!reader.accept(')')) {
          const inner = reader.name('a column', 'Name a column inside the function.');
          if (reader.accept('(')) reader.expect(')', 'Close the parentheses of the function.');
          else columns.push({ ...inner, inFunction: true });
          reader.accept(',');
        }
      } else columns.push({ ...item, inFunction: false });
      if (reader.accept('as')) reader.name('a name', 'Write a name after AS.');
    }
  } while (reader.accept(','));
  reader.expect('from', 'Write FROM and the table; put commas between columns.');
  const from = tableName(reader);
  if (reader.is('join') || reader.is('inner') || reader.is('left') || reader.is(',')) {
    throw reader.error(
      'one table',
      'Leave the join out: store all that the query needs in one table.',
    );
  }
  const where: Condition[] = [];
  if (reader.accept('where')) {
    do where.push(condition(reader));
    while (reader.accept('and'));
    if (reader.is('or')) {
      throw reader.error('AND', 'Use AND only: CQL has no OR. Ask two queries instead.');
    }
  }
  const group: Named[] = [];
  if (reader.accept('group')) {
    reader.expect('by', 'Write GROUP BY.');
    do group.push(reader.name('a column', 'Name a column of the key.'));
    while (reader.accept(','));
  }
  const order: (Named & { descending: boolean })[] = [];
  if (reader.accept('order')) {
    reader.expect('by', 'Write ORDER BY.');
    do {
      const column = reader.name('a column', 'Name a clustering column.');
      const descending = reader.accept('desc');
      if (!descending) reader.accept('asc');
      order.push({ ...column, descending });
    } while (reader.accept(','));
  }
  if (reader.accept('per')) {
    reader.expect('partition', 'Write PER PARTITION LIMIT and a number.');
    reader.expect('limit', 'Write PER PARTITION LIMIT and a number.');
    value(reader);
  }
  if (reader.accept('limit')) value(reader);
  const filtering = reader.is('allow', 'filtering') ? reader.next.offset : undefined;
  reader.accept('allow', 'filtering');
  const read = { kind: 'select', table: from, offset, all, columns, where, group, order } as const;
  return filtering === undefined ? read : { ...read, filtering };
}

function condition(reader: Reader): Condition {
  const { name, offset } = reader.name(
    'a column in WHERE',
    'Begin each condition with a column: column = value.',
  );
  if (reader.accept('in')) {
    if (reader.is('?')) return { column: name, operator: 'in', values: [value(reader)], offset };
    reader.expect('(', 'Put the values of IN in parentheses.');
    const values: Value[] = [];
    do values.push(value(reader));
    while (reader.accept(','));
    reader.expect(')', 'Close the parentheses of IN.');
    return { column: name, operator: 'in', values, offset };
  }
  if (reader.accept('contains')) {
    reader.accept('key');
    return { column: name, operator: 'contains', values: [value(reader)], offset };
  }
  const operator = operators.find((word) => reader.accept(word)) as Operator | undefined;
  if (!operator) {
    throw reader.error(
      'one of = < <= > >= IN',
      'Compare the column with a value by one of these; CQL has no others here.',
    );
  }
  return { column: name, operator, values: [value(reader)], offset };
}
