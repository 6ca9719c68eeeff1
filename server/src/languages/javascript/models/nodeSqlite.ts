import type { FrameworkModel, SinkSpec } from '../../../engine/model';

/** The methods of better-sqlite3, so that its repairs fit: `prepare(text)`, then the values as arguments. */
const data = { driver: 'better-sqlite3', dialect: 'sqlite', placeholder: '?', params: 'chained' };
const runs = ['get', 'all', 'run', 'iterate'];

/** SQLite in Node.js itself. */
export const nodeSqlite: FrameworkModel = {
  name: 'node-sqlite',
  doc: 'https://nodejs.org/api/sqlite.html',
  types: {
    'sqlite.DatabaseSync()': 'sqlite.DatabaseSync#',
    'sqlite.DatabaseSync#prepare()': 'sqlite.StatementSync#',
  },
  sinks: [
    ...['prepare', 'exec'].map(
      (name): SinkSpec => ({
        kind: 'sql',
        at: { call: `sqlite.DatabaseSync#${name}` },
        roles: { text: { position: 0 }, params: { position: 1 } },
        data: name === 'exec' ? { ...data, params: 'none' } : data,
      }),
    ),
    ...runs.map(
      (name): SinkSpec => ({
        kind: 'sql-values',
        at: { call: `sqlite.StatementSync#${name}` },
        roles: { values: { position: 0, rest: true } },
        data,
      }),
    ),
  ],
  calls: [
    { call: 'sqlite.DatabaseSync#prepare', result: 'clean' },
    ...runs.map((name) => ({ call: `sqlite.StatementSync#${name}`, result: 'clean' }) as const),
  ],
};
