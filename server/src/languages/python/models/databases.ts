import type { FrameworkModel, SinkSpec } from '../../../engine/model';

const sql = (call: string, data: Record<string, string>): SinkSpec => ({
  kind: 'sql',
  at: { call },
  roles: { text: { position: 0 }, params: { position: 1 } },
  data,
});

const sqlite = { driver: 'sqlite3', dialect: 'sqlite', placeholder: '?', params: 'tuple' };
const postgres = { driver: 'psycopg', dialect: 'postgresql', placeholder: '%s', params: 'tuple' };

/** The standard library's sqlite3 (PEP 249, paramstyle `qmark`). */
export const sqlite3: FrameworkModel = {
  name: 'sqlite3',
  doc: 'https://docs.python.org/3/library/sqlite3.html#sqlite3-placeholders',
  types: {
    'sqlite3.connect()': 'sqlite3.Connection#',
    'sqlite3.Connection()': 'sqlite3.Connection#',
    'sqlite3.Connection#cursor()': 'sqlite3.Cursor#',
    'sqlite3.Cursor()': 'sqlite3.Cursor#',
    'sqlite3.Cursor#execute()': 'sqlite3.Cursor#',
  },
  sinks: [
    ...['Connection', 'Cursor'].flatMap((type) => [
      sql(`sqlite3.${type}#execute`, sqlite),
      sql(`sqlite3.${type}#executemany`, sqlite),
      sql(`sqlite3.${type}#executescript`, { ...sqlite, params: 'none' }),
    ]),
  ],
  calls: [
    { call: 'sqlite3.Connection#execute', result: 'clean' },
    { call: 'sqlite3.Cursor#execute', result: 'clean' },
  ],
};

/** Psycopg 3 and psycopg2 (paramstyle `pyformat`: `%s`). */
export const psycopg: FrameworkModel = {
  name: 'psycopg',
  doc: 'https://www.psycopg.org/psycopg3/docs/basic/params.html',
  types: {
    ...Object.fromEntries(
      [
        'psycopg.connect()',
        'psycopg.Connection.connect()',
        'psycopg.AsyncConnection.connect()',
        'psycopg2.connect()',
        'psycopg_pool.ConnectionPool#connection()',
      ].map((call) => [call, 'psycopg.Connection#']),
    ),
    'psycopg_pool.ConnectionPool()': 'psycopg_pool.ConnectionPool#',
    'psycopg.Connection()': 'psycopg.Connection#',
    'psycopg.Cursor()': 'psycopg.Cursor#',
    'psycopg.Connection#cursor()': 'psycopg.Cursor#',
  },
  sinks: ['Connection', 'Cursor'].flatMap((type) => [
    sql(`psycopg.${type}#execute`, postgres),
    sql(`psycopg.${type}#executemany`, postgres),
  ]),
  calls: [
    { call: 'psycopg.Connection#execute', result: 'clean' },
    { call: 'psycopg.Cursor#execute', result: 'clean' },
    // psycopg.sql composes identifiers and literals safely.
    ...['psycopg', 'psycopg2'].flatMap((module) =>
      ['Identifier', 'Literal', 'Placeholder'].map(
        (name) => ({ call: `${module}.sql.${name}`, result: 'clean' }) as const,
      ),
    ),
  ],
};

/** A cursor or connection that another file gives: its method's name and a text that is SQL tell. */
export const unknownDatabase: FrameworkModel = {
  name: 'unknown-database',
  doc: 'https://peps.python.org/pep-0249/#cursor-methods',
  sinks: ['execute', 'executemany', 'executescript'].map(
    (method): SinkSpec => ({
      kind: 'sql',
      at: { method },
      roles: { text: { position: 0 }, params: { position: 1 } },
      data: { driver: 'unknown', certain: 'no' },
    }),
  ),
};
