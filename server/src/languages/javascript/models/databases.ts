import type { FrameworkModel, SinkSpec } from '../../../engine/model';

const sql = (call: string, data: Record<string, string>): SinkSpec => ({
  kind: 'sql',
  at: { call },
  roles: { text: { position: 0 }, params: { position: 1 } },
  data,
});

const postgres = { driver: 'pg', dialect: 'postgresql', placeholder: '$n', params: 'array' };
const mysql = { driver: 'mysql2', dialect: 'mysql', placeholder: '?', params: 'array' };
const sqlite = { driver: 'better-sqlite3', dialect: 'sqlite', placeholder: '?', params: 'chained' };

/** node-postgres: the text, then an array of values for `$1`, `$2`, … */
export const pg: FrameworkModel = {
  name: 'pg',
  doc: 'https://node-postgres.com/features/queries',
  types: {
    'pg.Client()': 'pg.Client#',
    'pg.Pool()': 'pg.Client#',
    'pg.native.Client()': 'pg.Client#',
    'pg.native.Pool()': 'pg.Client#',
    'pg-pool()': 'pg.Client#',
    'pg.Client#connect()': 'pg.Client#',
    'pg.PoolClient()': 'pg.Client#',
  },
  sinks: [sql('pg.Client#query', postgres)],
  calls: [
    { call: 'pg.Client#query', result: 'clean' },
    { call: 'pg.escapeIdentifier', result: 'clean' },
    { call: 'pg.escapeLiteral', result: 'clean' },
    { call: 'pg.Client#escapeIdentifier', result: 'clean' },
    { call: 'pg.Client#escapeLiteral', result: 'clean' },
  ],
};

const mysqlModules = ['mysql', 'mysql2', 'mysql2/promise', 'promise-mysql'];

/** mysql and mysql2, with callbacks and with promises: the text, then an array of values for `?`. */
export const mysql2: FrameworkModel = {
  name: 'mysql2',
  doc: 'https://sidorares.github.io/node-mysql2/docs/documentation/prepared-statements',
  types: {
    ...Object.fromEntries(
      mysqlModules.flatMap((module) =>
        ['createConnection', 'createPool', 'createPoolPromise'].map((name) => [
          `${module}.${name}()`,
          'mysql2.Connection#',
        ]),
      ),
    ),
    'mysql2.Connection#promise()': 'mysql2.Connection#',
    'mysql2.Connection#getConnection()': 'mysql2.Connection#',
  },
  sinks: ['query', 'execute'].map((name) => sql(`mysql2.Connection#${name}`, mysql)),
  calls: [
    { call: 'mysql2.Connection#query', result: 'clean' },
    { call: 'mysql2.Connection#execute', result: 'clean' },
    { call: 'mysql2.Connection#escape', result: 'clean' },
    { call: 'mysql2.Connection#escapeId', result: 'clean' },
    ...mysqlModules.flatMap((module) =>
      ['escape', 'escapeId', 'format'].map(
        (name) => ({ call: `${module}.${name}`, result: 'clean' }) as const,
      ),
    ),
  ],
};

/** better-sqlite3: `prepare(text)`, then the values as arguments of `get`, `all`, `run`, `iterate`. */
export const betterSqlite3: FrameworkModel = {
  name: 'better-sqlite3',
  doc: 'https://github.com/WiseLibs/better-sqlite3/blob/master/docs/api.md',
  types: {
    'better-sqlite3()': 'better-sqlite3.Database#',
    'better-sqlite3.Database#prepare()': 'better-sqlite3.Statement#',
    'better-sqlite3.Statement#pluck()': 'better-sqlite3.Statement#',
    'better-sqlite3.Statement#raw()': 'better-sqlite3.Statement#',
  },
  sinks: [
    sql('better-sqlite3.Database#prepare', sqlite),
    sql('better-sqlite3.Database#exec', { ...sqlite, params: 'none' }),
    ...['get', 'all', 'run', 'iterate'].map(
      (name): SinkSpec => ({
        kind: 'sql-values',
        at: { call: `better-sqlite3.Statement#${name}` },
        data: sqlite,
      }),
    ),
  ],
  calls: [
    { call: 'better-sqlite3.Database#prepare', result: 'clean' },
    ...['get', 'all', 'run', 'iterate'].map(
      (name) => ({ call: `better-sqlite3.Statement#${name}`, result: 'clean' }) as const,
    ),
  ],
};

/** sqlite3 (node-sqlite3): the text, an array of values for `?`, a callback. */
export const sqlite3: FrameworkModel = {
  name: 'sqlite3',
  doc: 'https://github.com/TryGhost/node-sqlite3/wiki/API',
  types: {
    'sqlite3.verbose()': 'sqlite3',
    'sqlite3.Database()': 'sqlite3.Database#',
    'sqlite3.cached.Database()': 'sqlite3.Database#',
  },
  sinks: [
    ...['run', 'get', 'all', 'each', 'prepare'].map((name) =>
      sql(`sqlite3.Database#${name}`, { ...sqlite, driver: 'sqlite3', params: 'array' }),
    ),
    sql('sqlite3.Database#exec', { ...sqlite, driver: 'sqlite3', params: 'none' }),
  ],
};

/**
 * A database handle that another file exports: the method's name and a text that is SQL tell what it
 * is. The driver is not known, so there is no fix.
 */
export const unknownDatabase: FrameworkModel = {
  name: 'unknown-database',
  doc: 'https://developer.mozilla.org/docs/Learn_web_development/Extensions/Server-side/Express_Nodejs',
  sinks: [
    'query',
    'execute',
    'raw',
    'all',
    'get',
    'run',
    'each',
    'exec',
    'prepare',
    '$queryRawUnsafe',
  ].map(
    (method): SinkSpec => ({
      kind: 'sql',
      at: { method },
      roles: { text: { position: 0 }, params: { position: 1 } },
      data: { driver: 'unknown', certain: 'no' },
    }),
  ),
};
