import type { SqlDialect } from './dialects';
import { type SqlToken, tokenize } from './tokens';

/** Dialects of the drivers, by the ids of the framework models and by package names. */
const drivers: Readonly<Record<string, SqlDialect>> = {
  pg: 'postgresql',
  'pg-promise': 'postgresql',
  postgres: 'postgresql',
  psycopg: 'postgresql',
  psycopg2: 'postgresql',
  asyncpg: 'postgresql',
  mysql: 'mysql',
  mysql2: 'mysql',
  mariadb: 'mysql',
  pymysql: 'mysql',
  MySQLdb: 'mysql',
  'mysql.connector': 'mysql',
  aiomysql: 'mysql',
  sqlite: 'sqlite',
  sqlite3: 'sqlite',
  'better-sqlite3': 'sqlite',
  'node:sqlite': 'sqlite',
  aiosqlite: 'sqlite',
  mssql: 'transactsql',
  tedious: 'transactsql',
  pymssql: 'transactsql',
};

/** The dialect that a driver speaks; undefined for a driver that speaks several or that we do not know. */
export function dialectOfDriver(driver: string): SqlDialect | undefined {
  return Object.hasOwn(drivers, driver) ? drivers[driver] : undefined;
}

/** Words that only one dialect has. */
const tellingWords: Readonly<Record<string, SqlDialect>> = {
  SERIAL: 'postgresql',
  BIGSERIAL: 'postgresql',
  JSONB: 'postgresql',
  TIMESTAMPTZ: 'postgresql',
  BYTEA: 'postgresql',
  ILIKE: 'postgresql',
  PLPGSQL: 'postgresql',
  EXTENSION: 'postgresql',
  GEN_RANDOM_UUID: 'postgresql',
  AUTO_INCREMENT: 'mysql',
  ENGINE: 'mysql',
  UNSIGNED: 'mysql',
  DELIMITER: 'mysql',
  UTF8MB4: 'mysql',
  STRAIGHT_JOIN: 'mysql',
  AUTOINCREMENT: 'sqlite',
  PRAGMA: 'sqlite',
  SQLITE_MASTER: 'sqlite',
  ROWID: 'sqlite',
  IDENTITY: 'transactsql',
  UNIQUEIDENTIFIER: 'transactsql',
  DATETIME2: 'transactsql',
  GETDATE: 'transactsql',
  NOLOCK: 'transactsql',
  SYSDATETIME: 'transactsql',
  NONCLUSTERED: 'transactsql',
};

/** Enough to tell; a long dump need not be read to its end. */
const longestRead = 50_000;

/**
 * The dialect that a text is written in, by its peculiarities; undefined when it has none or they
 * point to several dialects alike.
 */
export function guessDialect(text: string): SqlDialect | undefined {
  const head = text.length > longestRead ? text.slice(0, longestRead) : text;
  const tokens = tokenize(head).filter(({ kind }) => kind !== 'comment');
  // Each peculiarity counts once: a thousand rows of data prove no more than one.
  const seen = new Set<string>();
  const count = (feature: string, dialect: SqlDialect, weight: number): void => {
    if (seen.has(feature)) return;
    seen.add(feature);
    score[dialect] += weight;
  };
  const score: Record<SqlDialect, number> = { postgresql: 0, mysql: 0, transactsql: 0, sqlite: 0 };
  for (const [i, token] of tokens.entries()) {
    const { kind, upper, start, end } = token;
    const before = tokens[i - 1];
    const after = tokens[i + 1];
    const source = head.slice(start, Math.min(end, start + 3));
    switch (kind) {
      case 'word': {
        const telling = Object.hasOwn(tellingWords, upper) ? tellingWords[upper] : undefined;
        // `GENERATED ALWAYS AS IDENTITY` and `RESTART IDENTITY` are PostgreSQL's.
        const standard =
          upper === 'IDENTITY' && /^(AS|RESTART|CONTINUE)$/.test(before?.upper ?? '');
        if (upper === 'NVARCHAR') count(upper, 'transactsql', 1);
        else if (standard) count('standard identity', 'postgresql', 2);
        else if (telling !== undefined) count(upper, telling, 2);
        else if (upper === 'TOP' && /^(SELECT|DISTINCT|DELETE|UPDATE)$/.test(before?.upper ?? '')) {
          count(upper, 'transactsql', 2);
        } else if (upper === 'GO' && aloneOnLine(head, before, token, after)) {
          count(upper, 'transactsql', 3);
        } else if (upper === 'RETURNING' || upper === 'CONFLICT') count(upper, 'postgresql', 1);
        else if (upper === 'ON' && after?.upper === 'DUPLICATE') count('DUPLICATE', 'mysql', 2);
        else if (upper === 'OR' && before?.upper === 'INSERT') count('INSERT OR', 'sqlite', 2);
        break;
      }
      case 'operator':
        if (/^(::|@>|<@|~\*|!~|!~\*)$/.test(upper)) count(upper, 'postgresql', 2);
        else if (upper === '||') count(upper, 'postgresql', 0.5);
        else if (upper === '<=>' || upper === ':=') count(upper, 'mysql', 1);
        break;
      case 'quoted':
        if (source.startsWith('`')) count('`', 'mysql', 2);
        else if (source.startsWith('[')) count('[', 'transactsql', 1);
        break;
      case 'variable':
        count('@', 'transactsql', source.startsWith('@@') ? 0.5 : 1);
        break;
      case 'placeholder':
        if (/^\$\d/.test(source)) count('$1', 'postgresql', 2);
        break;
      case 'string':
        if (source.startsWith('$')) count('$$', 'postgresql', 2);
        else if (/^[nN]'/.test(source)) count("N''", 'transactsql', 0.5);
        break;
      case 'command':
        count('\\', 'postgresql', 2);
        break;
    }
  }
  const [best, second] = Object.entries(score).sort(([, a], [, b]) => b - a) as [
    SqlDialect,
    number,
  ][];
  return best![1] >= 1 && best![1] > second![1] ? best![0] : undefined;
}

function aloneOnLine(
  text: string,
  before: SqlToken | undefined,
  { start, end }: SqlToken,
  after: SqlToken | undefined,
): boolean {
  const starts = before === undefined || text.slice(before.end, start).includes('\n');
  return starts && (after === undefined || text.slice(end, after.start).includes('\n'));
}
