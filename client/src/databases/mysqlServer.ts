import { createConnection, type Connection as Driver, type FieldPacket } from 'mysql2';
import { DatabaseError, type SqlEngine } from './engine';
import { type Connection, type Given, ServerEngine } from './serverEngine';

const CONNECT_MS = 10_000;

/**
 * The learner's own MySQL or MariaDB.
 * @public loaded late, as a bundle of its own
 */
export function openMysqlServer(url: string): SqlEngine {
  return new ServerEngine('mysql', (lost) => connect(url.replace(/^mariadb:/, 'mysql:'), lost));
}

function open(url: string): Promise<Driver> {
  const driver = createConnection({
    uri: url,
    connectTimeout: CONNECT_MS,
    dateStrings: true,
    supportBigNumbers: true,
    // Files of this machine are not for the server to ask for.
    infileStreamFactory: () => {
      throw new Error('LOAD DATA LOCAL is not possible here.');
    },
  });
  return new Promise((resolve, reject) => {
    driver.connect((error) => (error ? reject(error) : resolve(driver)));
  });
}

async function connect(url: string, lost: () => void): Promise<Connection> {
  const driver = await open(url);
  driver.on('error', lost);
  driver.on('end', lost);
  return {
    query: (sql, maxRows) => query(driver, sql, maxRows),
    stop: async () => {
      const second = await open(url);
      await new Promise<void>((resolve) => {
        second.query(`KILL QUERY ${driver.threadId}`, () => resolve());
      });
      second.end();
    },
    close: () => new Promise((resolve) => driver.end(() => resolve())),
  };
}

function query(driver: Driver, sql: string, maxRows: number): Promise<Given> {
  return new Promise((resolve, reject) => {
    driver.query({ sql, rowsAsArray: true }, (error, result: unknown, fields) => {
      if (error) reject(failure(sql, error));
      else resolve(given(sql, result, fields, maxRows));
    });
  });
}

function given(sql: string, result: unknown, fields: FieldPacket[], maxRows: number): Given {
  const command = (/[a-z]+/i.exec(sql)?.[0] ?? '').toUpperCase();
  if (!Array.isArray(result)) {
    const { affectedRows } = result as { affectedRows: number };
    const counts = /^(INSERT|UPDATE|DELETE|REPLACE|WITH)$/.test(command);
    return {
      columns: [],
      rows: [],
      command,
      affected: counts ? affectedRows : undefined,
      notices: [],
    };
  }
  // CALL gives several results: the first is shown.
  const isNested = Array.isArray(fields?.[0]);
  const rows = (isNested ? result[0] : result) as unknown[][];
  const columns = (isNested ? fields[0] : fields) as unknown as FieldPacket[];
  return {
    columns: columns.map(({ name }) => name),
    rows: rows.slice(0, maxRows).map((row) => row.map(plain)),
    command,
    affected: rows.length,
    notices: [],
  };
}

/** Bytes and JSON as text. */
function plain(value: unknown): unknown {
  if (Buffer.isBuffer(value)) return `0x${value.toString('hex')}`;
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : value;
}

/** MySQL says near what text a mistake is, and in which line of the statement. */
function failure(sql: string, error: NodeJS.ErrnoException): DatabaseError {
  const { message, sqlState } = error as Error & { sqlState?: string };
  const near = /near '([\s\S]*)' at line (\d+)/.exec(message);
  const quoted = /(?:Unknown column|Unknown table|Table|Duplicate column name) '([^']+)'/.exec(
    message,
  );
  let position = 0;
  if (near !== null) {
    // It shows 80 characters at the most.
    const text = near[1] ?? '';
    const lineStart = startOfLine(sql, Number(near[2]));
    position = text === '' ? sql.length : Math.max(0, sql.indexOf(text, lineStart));
  } else if (quoted !== null) {
    const name = quoted[1]!.split('.').at(-1)!;
    position = Math.max(0, sql.search(new RegExp(`\\b${name.replace(/\W/g, '\\$&')}\\b`)));
  }
  return new DatabaseError(message, { code: sqlState, position });
}

function startOfLine(text: string, line: number): number {
  let start = 0;
  for (let n = 1; n < line; n += 1) start = text.indexOf('\n', start) + 1 || start;
  return start;
}
