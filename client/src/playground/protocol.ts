/** What the extension and the page of results say to each other. */

/** One result, as it is shown. Values of documents are JSON: `{"$oid": …}`, `{"$date": …}`. */
export type Shown =
  | {
      readonly kind: 'rows';
      readonly columns: readonly string[];
      readonly rows: readonly (readonly unknown[])[];
      /** How many there are, which may be more than are here. */
      readonly total: number;
    }
  | { readonly kind: 'documents'; readonly documents: readonly unknown[]; readonly total: number }
  | { readonly kind: 'value'; readonly value: unknown }
  | { readonly kind: 'message'; readonly text: string };

export interface ShownResult {
  /** Which statement of the script, from 1. */
  readonly number: number;
  /** Short, for the tab. */
  readonly title: string;
  /** The statement’s line in its file, from 0. */
  readonly line: number;
  readonly milliseconds: number | undefined;
  readonly notices: readonly string[];
  readonly shown: Shown;
}

export interface ShownError {
  readonly message: string;
  readonly code: string | undefined;
  readonly detail: string | undefined;
  readonly hint: string | undefined;
  /** Where it is in its file, from 0. */
  readonly line: number;
}

export interface State {
  /** Which run this is: the page begins anew with each. */
  readonly run: number;
  /** What was asked, such as `PostgreSQL (playground)`; undefined before the first run. */
  readonly database: string | undefined;
  readonly isRunning: boolean;
  readonly results: readonly ShownResult[];
  readonly error: ShownError | undefined;
}

export type ToPage = { readonly kind: 'state'; readonly state: State };

export type FromPage =
  | { readonly kind: 'ready' }
  | { readonly kind: 'cancel' }
  | { readonly kind: 'copy'; readonly text: string; readonly what: string }
  | { readonly kind: 'export'; readonly result: number }
  | { readonly kind: 'goTo'; readonly line: number };
