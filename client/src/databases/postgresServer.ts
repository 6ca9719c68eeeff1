import { Client, type QueryArrayResult } from 'pg';
import { DatabaseError, type SqlEngine } from './engine';
import { type Connection, type Given, ServerEngine } from './serverEngine';
import { offsetOfCharacter } from './statements';

const CONNECT_MS = 10_000;

/**
 * The learner's own PostgreSQL.
 * @public loaded late, as a bundle of its own
 */
export function openPostgresServer(url: string): SqlEngine {
  return new ServerEngine('postgresql', (lost) => connect(url, lost));
}

async function connect(url: string, lost: () => void): Promise<Connection> {
  const options = {
    connectionString: url,
    connectionTimeoutMillis: CONNECT_MS,
    application_name: 'Backend Tutor',
  };
  const client = new Client(options);
  const notices: string[] = [];
  client.on('notice', ({ message }) => notices.push(message ?? ''));
  client.on('error', lost);
  client.on('end', lost);
  await client.connect();
  return {
    query: async (sql, maxRows) => {
      notices.length = 0;
      const result = await client
        .query<unknown[]>({ text: sql, rowMode: 'array', types: { getTypeParser: converterOf } })
        .catch((error: unknown): never => {
          throw failure(sql, error);
        });
      return given(result, maxRows, [...notices]);
    },
    stop: async () => {
      const { processID } = client as unknown as { processID: number };
      const second = new Client(options);
      await second.connect();
      await second.query('SELECT pg_cancel_backend($1)', [processID]);
      await second.end();
    },
    close: () => client.end(),
  };
}

function given(result: QueryArrayResult<unknown[]>, maxRows: number, notices: string[]): Given {
  return {
    columns: result.fields.map(({ name }) => name),
    rows: result.rows.slice(0, maxRows),
    command: result.command ?? '',
    affected: result.rowCount ?? undefined,
    notices,
  };
}

interface ServerFailure {
  readonly message: string;
  readonly code?: string;
  readonly position?: string;
  readonly detail?: string;
  readonly hint?: string;
}

function failure(sql: string, error: unknown): DatabaseError {
  const { message, code, position, detail, hint } = error as ServerFailure;
  return new DatabaseError(message, {
    code,
    position: position === undefined ? 0 : offsetOfCharacter(sql, Number(position)),
    detail,
    hint,
  });
}

/** As the embedded database does: whole numbers, real ones and truth; all else is text. */
function converterOf(type: number): (text: string) => unknown {
  return (text) => {
    if (type === 16) return text === 't';
    const isNumber = [20, 21, 23, 26, 700, 701].includes(type);
    const value = Number(text);
    if (!isNumber || !Number.isFinite(value)) return text;
    return Number.isInteger(value) && !Number.isSafeInteger(value) ? text : value;
  };
}
