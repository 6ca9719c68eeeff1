import type { SqlDialect } from './dialects';
import { tokenize } from './tokens';

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
  NVARCHAR: 'transactsql',
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
  const score: Record<SqlDialect, number> = { postgresql: 0, mysql: 0, transactsql: 0, sqlite: 0 };
  for (const [i, { kind, upper, start, end }] of tokens.entries()) {
    const previous = tokens[i - 1];
    const next = tokens[i + 1];
    const first = head[start];
    if (kind === 'word') {
      if (Object.hasOwn(tellingWords, upper)) {
        // `GENERATED ALWAYS AS IDENTITY` and `RESTART IDENTITY` are PostgreSQL's.
        const standard =
          upper === 'IDENTITY' && /^(AS|RESTART|CONTINUE)$/.test(previous?.upper ?? '');
        score[standard ? 'postgresql' : tellingWords[upper]!] += 2;
      } else if (upper === 'TOP' && /^(SELECT|DISTINCT|DELETE|UPDATE)$/.test(previous?.upper ?? ''))
        score.transactsql += 2;
      else if (
        upper === 'GO' &&
        /^\s*(\r?\n|$)/.test(head.slice(end)) &&
        /(^|\n)\s*$/.test(head.slice(0, start))
      ) {
        score.transactsql += 3;
      } else if (upper === 'RETURNING') score.postgresql += 1;
      else if (upper === 'CONFLICT') score.postgresql += 1;
      else if (upper === 'ON' && next?.upper === 'DUPLICATE') score.mysql += 2;
      else if (upper === 'OR' && previous?.upper === 'INSERT') score.sqlite += 2;
    } else if (kind === 'operator') {
      if (upper === '::') score.postgresql += 2;
      else if (/^(@>|<@|~\*|!~|!~\*|\|\|)$/.test(upper))
        score.postgresql += upper === '||' ? 0.5 : 2;
      else if (upper === '<=>' || upper === ':=') score.mysql += 1;
    } else if (kind === 'quoted') {
      if (first === '`') score.mysql += 2;
      else if (first === '[') score.transactsql += 2;
    } else if (kind === 'variable') score.transactsql += head.startsWith('@@', start) ? 0.5 : 1;
    else if (kind === 'placeholder') {
      if (/^\$\d/.test(head.slice(start, end))) score.postgresql += 2;
    } else if (kind === 'string') {
      if (first === '$') score.postgresql += 2;
      else if (/^[nN]'/.test(head.slice(start))) score.transactsql += 1;
    } else if (kind === 'command') score.postgresql += 2;
  }
  const [best, second] = Object.entries(score).sort(([, a], [, b]) => b - a) as [
    SqlDialect,
    number,
  ][];
  return best![1] >= 1 && best![1] > second![1] ? best![0] : undefined;
}
