import path from 'node:path';
import { Worker } from 'node:worker_threads';
import {
  checkStopped,
  DatabaseError,
  MAX_ROWS,
  type RunOptions,
  type SqlEngine,
  STOPPED,
  STOPPED_BY_PERSON,
  type StatementResult,
} from './engine';
import type { Answer, Reply, Request, WorkerData } from './postgresProtocol';
import { Queue } from './queue';
import { offsetOfCharacter, readTag, type Statement, statementsOf } from './statements';
import { unpack } from './unpack';
import { compile } from './webAssembly';

export interface PostgresOptions {
  /** Keeps the data; made when it is not there. Absent: in memory, gone when a statement is stopped. */
  readonly folder?: string;
  /** The folder `dist/extension/pglite`; the worker is beside it. */
  readonly assets: string;
}

/** Opens PostgreSQL (PGlite) in a thread of its own, which starts with the first script. */
export async function openPostgres(options: PostgresOptions): Promise<SqlEngine> {
  return new Postgres(options);
}

/** A heap of JavaScript that large results may fill: then the thread ends, and nobody else. */
const MAX_HEAP_MB = 1024;

/** Enough for functions that call themselves, up to PostgreSQL’s own limit. */
const STACK_MB = 32;

/** Empties the database: everything that scripts may have made, without a new start. */
const RESET = [
  'ROLLBACK',
  `DO $reset$
DECLARE name text;
BEGIN
  FOR name IN SELECT quote_ident(evtname) FROM pg_event_trigger LOOP
    EXECUTE 'DROP EVENT TRIGGER ' || name || ' CASCADE';
  END LOOP;
  FOR name IN SELECT quote_ident(nspname) FROM pg_namespace
    WHERE nspname NOT LIKE 'pg\\_%' AND nspname <> 'information_schema' LOOP
    EXECUTE 'DROP SCHEMA ' || name || ' CASCADE';
  END LOOP;
  FOR name IN SELECT quote_ident(rolname) FROM pg_roles
    WHERE rolname NOT LIKE 'pg\\_%' AND oid > 16383 LOOP
    EXECUTE 'DROP OWNED BY ' || name || ' CASCADE';
    EXECUTE 'DROP ROLE ' || name;
  END LOOP;
END
$reset$`,
  'CREATE SCHEMA public AUTHORIZATION pg_database_owner',
  'GRANT USAGE ON SCHEMA public TO PUBLIC',
  'DISCARD ALL',
];

/** Compiled once, since that takes a third of a start. */
let compiled: Promise<WebAssembly.Module> | undefined;

class Postgres implements SqlEngine {
  readonly #options: PostgresOptions;
  #session: Promise<Session> | undefined;
  readonly #queue = new Queue();
  #isClosed = false;

  constructor(options: PostgresOptions) {
    this.#options = options;
  }

  run(script: string, options: RunOptions = {}): Promise<StatementResult[]> {
    return this.#inTurn(() => this.#run(script, options));
  }

  async cancel(): Promise<void> {
    const session = await this.#session?.catch(() => undefined);
    if (session?.isBusy) await session.stop(STOPPED_BY_PERSON);
  }

  reset(): Promise<void> {
    return this.#inTurn(async () => {
      const session = await this.#open();
      for (const sql of RESET) {
        const { error } = await session.ask(sql, 0);
        if (error !== undefined) {
          throw new DatabaseError(`The database cannot be emptied: ${error.message}`, error);
        }
      }
    });
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    await this.#queue.empty();
    const session = await this.#session?.catch(() => undefined);
    this.#session = undefined;
    await session?.close();
  }

  #inTurn<T>(task: () => Promise<T>): Promise<T> {
    if (this.#isClosed) return Promise.reject(new DatabaseError('The database is closed.'));
    return this.#queue.add(task);
  }

  async #run(script: string, options: RunOptions): Promise<StatementResult[]> {
    const statements = statementsOf(script, 'postgresql');
    const done: StatementResult[] = [];
    if (statements.length === 0) {
      refusePsql(script);
      return done;
    }
    const { signal } = options;
    checkStopped(signal, statements[0]!.start);
    const session = await this.#open();
    const stop = (): void => {
      if (session.isBusy) void session.stop(STOPPED_BY_PERSON);
    };
    signal?.addEventListener('abort', stop);
    const limit = options.timeoutMs;
    const timer =
      limit === undefined
        ? undefined
        : setTimeout(
            () => void session.stop(`This took longer than ${limit / 1000} s and was stopped.`),
            limit,
          );
    try {
      for (const statement of statements) {
        checkStopped(signal, statement.start, done);
        done.push(await runOne(session, statement, options.maxRows ?? MAX_ROWS, done));
      }
    } finally {
      clearTimeout(timer);
      signal?.removeEventListener('abort', stop);
    }
    return done;
  }

  async #open(): Promise<Session> {
    if (this.#session === undefined) {
      const { assets, folder } = this.#options;
      const opening = Session.open(assets, folder, () => {
        if (this.#session === opening) this.#session = undefined;
      });
      this.#session = opening;
      opening.catch(() => {
        if (this.#session === opening) this.#session = undefined;
      });
    }
    return this.#session;
  }
}

/** The protocol of COPY needs a client that sends or takes files. */
const CLIENT_COPY = /^copy\b[^;]*\b(?:stdin|stdout)\b/i;

/** Lines such as `\\d` are for psql, which is another program: a script may hold them, and they are left out. */
function refusePsql(script: string): void {
  const match = /^[ \t]*(\\[a-z?!]+)/im.exec(script);
  if (match?.[1] === undefined) return;
  throw new DatabaseError(`${match[1]} is a command of the program psql, and no SQL.`, {
    position: match.index + match[0].length - match[1].length,
    hint: 'The view Databases shows tables, columns and indexes.',
  });
}

async function runOne(
  session: Session,
  { sql, start, end }: Statement,
  maxRows: number,
  done: readonly StatementResult[],
): Promise<StatementResult> {
  if (CLIENT_COPY.test(sql)) {
    throw new DatabaseError('COPY cannot read from or write to a client here.', {
      code: '0A000',
      position: start,
      hint: 'Write the rows with INSERT, and read them with SELECT.',
      done,
    });
  }
  const { columns, rows, tag, notices, milliseconds, error } = await session
    .ask(sql, maxRows)
    .catch((reason: unknown): never => {
      const { message, code } = reason as DatabaseError;
      throw new DatabaseError(message, { code, position: start, done });
    });
  if (error !== undefined) {
    const at = error.position === undefined ? 0 : offsetOfCharacter(sql, error.position);
    throw new DatabaseError(error.message, { ...error, position: start + at, done });
  }
  return { sql, start, end, columns, rows, ...readTag(tag), notices, milliseconds };
}

/** One thread, from its start to its end. */
class Session {
  readonly #worker: Worker;
  #waiting: { resolve(answer: Answer): void; reject(error: Error): void } | undefined;
  /** Why it is over. */
  #over: DatabaseError | undefined;

  static async open(
    assets: string,
    folder: string | undefined,
    ended: () => void,
  ): Promise<Session> {
    compiled ??= unpack(assets, 'pglite.wasm').then((bytes) => compile(bytes));
    const module = await compiled.catch((error: unknown): never => {
      compiled = undefined;
      throw new DatabaseError(`PostgreSQL cannot be started: ${(error as Error).message}`);
    });
    const workerData: WorkerData = { module, assets, folder };
    const worker = new Worker(path.join(assets, '../postgresWorker.js'), {
      workerData,
      // What PostgreSQL writes into its log is not for the editor's.
      stdout: true,
      stderr: true,
      resourceLimits: { maxOldGenerationSizeMb: MAX_HEAP_MB, stackSizeMb: STACK_MB },
    });
    return new Promise((resolve, reject) => {
      const session: Session = new Session(worker, ended, () => resolve(session), reject);
    });
  }

  private constructor(
    worker: Worker,
    ended: () => void,
    ready: () => void,
    failed: (error: Error) => void,
  ) {
    this.#worker = worker;
    worker.stdout.resume();
    worker.stderr.resume();
    const finish = (error: DatabaseError): void => {
      this.#over ??= error;
      ended();
      failed(this.#over);
      this.#waiting?.reject(this.#over);
      this.#waiting = undefined;
    };
    worker.on('message', (reply: Reply) => {
      if (reply.kind === 'ready') ready();
      else if (reply.kind === 'failed') {
        finish(new DatabaseError(`PostgreSQL ended: ${reply.message}`));
        void worker.terminate();
      } else if (reply.kind === 'answer') {
        this.#waiting?.resolve(reply.answer);
        this.#waiting = undefined;
      }
    });
    worker.on('error', (error: NodeJS.ErrnoException) => {
      finish(
        new DatabaseError(
          error.code === 'ERR_WORKER_OUT_OF_MEMORY'
            ? 'The result is too large for the memory. Ask for fewer rows, with LIMIT.'
            : `PostgreSQL ended: ${error.message}`,
        ),
      );
    });
    worker.on('exit', () => finish(new DatabaseError('PostgreSQL ended.')));
  }

  get isBusy(): boolean {
    return this.#waiting !== undefined;
  }

  /** One statement at a time. */
  ask(sql: string, maxRows: number): Promise<Answer> {
    if (this.#over !== undefined) return Promise.reject(this.#over);
    return new Promise((resolve, reject) => {
      this.#waiting = { resolve, reject };
      this.#send({ kind: 'statement', sql, maxRows });
    });
  }

  /** Ends the thread, whatever it does. What was committed is in the folder. */
  async stop(reason: string): Promise<void> {
    this.#over ??= new DatabaseError(reason, { code: STOPPED });
    await this.#worker.terminate();
  }

  async close(): Promise<void> {
    if (this.#over !== undefined) return;
    const exited = new Promise((resolve) => this.#worker.once('exit', resolve));
    this.#send({ kind: 'close' });
    const timer = setTimeout(() => void this.#worker.terminate(), 5000);
    await exited;
    clearTimeout(timer);
  }

  #send(request: Request): void {
    this.#worker.postMessage(request);
  }
}
