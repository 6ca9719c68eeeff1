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
import { Queue } from './queue';
import { type Dialect, type Statement, statementsOf } from './statements';

/** What a statement gave, without its place. */
export type Given = Omit<StatementResult, 'sql' | 'start' | 'end' | 'milliseconds'>;

/** One connection to a server: what differs from driver to driver. */
export interface Connection {
  /** @throws {DatabaseError} with a position in the statement, if it has one */
  query(sql: string, maxRows: number): Promise<Given>;
  /** Asks the server, by a second connection, to stop what this one does. */
  stop(): Promise<void>;
  close(): Promise<void>;
}

/** SQL on the learner's own server. It connects with the first script, and anew when it was cut off. */
export class ServerEngine implements SqlEngine {
  readonly #dialect: Dialect;
  readonly #connect: (lost: () => void) => Promise<Connection>;
  readonly #queue = new Queue();
  #connection: Promise<Connection> | undefined;
  #stopReason: string | undefined;
  #isRunning = false;

  /** @param connect calls `lost` when the connection is no more */
  constructor(dialect: Dialect, connect: (lost: () => void) => Promise<Connection>) {
    this.#dialect = dialect;
    this.#connect = connect;
  }

  run(script: string, options: RunOptions = {}): Promise<StatementResult[]> {
    return this.#queue.add(() => this.#run(script, options));
  }

  async cancel(): Promise<void> {
    await this.#stop(STOPPED_BY_PERSON);
  }

  async reset(): Promise<void> {
    throw new DatabaseError('This is your own server: nothing is reset there from here.');
  }

  async close(): Promise<void> {
    await this.#queue.empty();
    const connection = await this.#connection?.catch(() => undefined);
    this.#connection = undefined;
    await connection?.close();
  }

  async #run(script: string, options: RunOptions): Promise<StatementResult[]> {
    const done: StatementResult[] = [];
    const { signal } = options;
    checkStopped(signal, 0);
    const connection = await this.#open();
    const stop = (): void => void this.#stop(STOPPED_BY_PERSON);
    signal?.addEventListener('abort', stop);
    const limit = options.timeoutMs;
    const timer =
      limit === undefined
        ? undefined
        : setTimeout(
            () => void this.#stop(`This took longer than ${limit / 1000} s and was stopped.`),
            limit,
          );
    this.#stopReason = undefined;
    this.#isRunning = true;
    try {
      for (const statement of statementsOf(script, this.#dialect)) {
        checkStopped(signal, statement.start, done);
        done.push(await this.#runOne(connection, statement, options.maxRows ?? MAX_ROWS, done));
      }
    } finally {
      clearTimeout(timer);
      signal?.removeEventListener('abort', stop);
      this.#isRunning = false;
    }
    return done;
  }

  async #runOne(
    connection: Connection,
    { sql, start, end }: Statement,
    maxRows: number,
    done: readonly StatementResult[],
  ): Promise<StatementResult> {
    const started = performance.now();
    try {
      const given = await connection.query(sql, maxRows);
      return { sql, start, end, ...given, milliseconds: performance.now() - started };
    } catch (error) {
      const { message } = error as Error;
      if (this.#stopReason !== undefined) {
        throw new DatabaseError(this.#stopReason, { code: STOPPED, position: start, done });
      }
      const about = error instanceof DatabaseError ? error : undefined;
      throw new DatabaseError(message, {
        ...about,
        position: start + (about?.position ?? 0),
        done,
      });
    }
  }

  async #stop(reason: string): Promise<void> {
    if (!this.#isRunning) return;
    this.#stopReason = reason;
    const connection = await this.#connection;
    await connection?.stop();
  }

  async #open(): Promise<Connection> {
    if (this.#connection === undefined) {
      const opening: Promise<Connection> = this.#connect(() => {
        if (this.#connection === opening) this.#connection = undefined;
      });
      this.#connection = opening;
      opening.catch(() => {
        if (this.#connection === opening) this.#connection = undefined;
      });
    }
    return this.#connection.catch((error: unknown): never => {
      throw new DatabaseError(`The server cannot be reached: ${reasonOf(error)}`);
    });
  }
}

/** Several addresses of one name fail together, with an empty message. */
function reasonOf(error: unknown): string {
  if (error instanceof AggregateError && error.errors.length > 0) return reasonOf(error.errors[0]);
  return error instanceof Error ? error.message : String(error);
}
