/** What a statement of a script gave. */
export interface StatementResult {
  readonly sql: string;
  /** Where the statement stands in the script, without its `;`. */
  readonly start: number;
  readonly end: number;
  /** Empty where the statement gives no rows. */
  readonly columns: readonly string[];
  /**
   * Values are null, booleans, numbers, or text as the database writes it: dates, exact numbers,
   * JSON and arrays stay text.
   */
  readonly rows: readonly (readonly unknown[])[];
  /** What was done, such as `SELECT`, `INSERT` or `CREATE TABLE`. */
  readonly command: string;
  /** How many rows were given, inserted, changed or deleted; undefined where there is no such number. */
  readonly affected: number | undefined;
  /** What the database said beside, such as what `RAISE NOTICE` writes. */
  readonly notices: readonly string[];
  readonly milliseconds: number;
}

/** What a database says of a statement that it did not run. */
export class DatabaseError extends Error {
  override readonly name = 'DatabaseError';
  /** SQLSTATE, such as `23505`. */
  readonly code: string | undefined;
  /** Offset in the script: of the mistake, or else of the statement. */
  readonly position: number | undefined;
  readonly detail: string | undefined;
  readonly hint: string | undefined;
  /** Results of the statements before. */
  readonly done: readonly StatementResult[];

  constructor(
    message: string,
    about: {
      readonly code?: string | undefined;
      readonly position?: number | undefined;
      readonly detail?: string | undefined;
      readonly hint?: string | undefined;
      readonly done?: readonly StatementResult[];
    } = {},
  ) {
    super(message);
    this.code = about.code;
    this.position = about.position;
    this.detail = about.detail;
    this.hint = about.hint;
    this.done = about.done ?? [];
  }
}

/** SQLSTATE of a statement that was stopped from outside. */
export const STOPPED = '57014';

export const STOPPED_BY_PERSON = 'You stopped this statement.';

/** @throws {DatabaseError} when the script is to be stopped */
export function checkStopped(
  signal: AbortSignal | undefined,
  position: number,
  done: readonly StatementResult[] = [],
): void {
  if (signal?.aborted)
    throw new DatabaseError(STOPPED_BY_PERSON, { code: STOPPED, position, done });
}

export interface RunOptions {
  /** After that the statement is stopped, and the error has the code `57014`. */
  readonly timeoutMs?: number;
  /** Stops the script, also one that still waits for its turn; the error has the code `57014`. */
  readonly signal?: AbortSignal;
  /** Rows of one result that are kept: 100,000 when absent. `affected` counts all of them. */
  readonly maxRows?: number;
}

export const MAX_ROWS = 100_000;

/** A database that runs SQL. Scripts wait for each other. */
export interface SqlEngine {
  /**
   * Runs the statements of a script one after the other, and ends at the first mistake. An open
   * transaction stays open for the next script.
   * @throws {DatabaseError}
   */
  run(script: string, options?: RunOptions): Promise<StatementResult[]>;
  /** Stops the script that is running, if any; it fails with the code `57014`. The data stay. */
  cancel(): Promise<void>;
  /** Makes the database empty. */
  reset(): Promise<void>;
  close(): Promise<void>;
}
