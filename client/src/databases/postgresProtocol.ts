/** What the worker that holds PostgreSQL and its owner say to each other. */

export interface WorkerData {
  readonly module: WebAssembly.Module;
  /** Folder with PGlite’s packed files. */
  readonly assets: string;
  /** Where the data are kept; absent: in memory. */
  readonly folder: string | undefined;
}

export type Request =
  | { readonly kind: 'statement'; readonly sql: string; readonly maxRows: number }
  | { readonly kind: 'close' };

export interface Answer {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly unknown[])[];
  /** As PostgreSQL writes it: `INSERT 0 3`. */
  readonly tag: string;
  readonly notices: readonly string[];
  readonly milliseconds: number;
  readonly error?: Failure;
}

export interface Failure {
  readonly message: string;
  readonly code?: string | undefined;
  /** As PostgreSQL counts: characters from 1. */
  readonly position?: number | undefined;
  readonly detail?: string | undefined;
  readonly hint?: string | undefined;
}

export type Reply =
  | { readonly kind: 'ready' }
  | { readonly kind: 'answer'; readonly answer: Answer }
  | { readonly kind: 'closed' }
  /** It did not start, or is broken. */
  | { readonly kind: 'failed'; readonly message: string };
