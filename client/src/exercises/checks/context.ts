import type { SqlEngine } from '../../databases/engine';
import type { GitSpecification } from '../git/specification';
import type { Specification } from '../http/specification';
import type { Exercise, ScanFinding, Track } from '../model';
import type { Runtime, Tools } from '../runtimes/runtime';
import type { DocumentStore } from './documents';

/** What checks need of the world around them. */
export interface Services {
  readonly tools: Tools;
  /** Where installed packages are, above the exercises. */
  readonly practice: string;
  runtime(track: Track): Runtime | undefined;
  /** The program of `check.ts` beside the exercise. */
  specification(id: string): Specification | GitSpecification | undefined;
  /** An empty PostgreSQL, for one check at a time; the caller gives it back. */
  sql(): Promise<{ engine: SqlEngine; release(): Promise<void> }>;
  /** Collections of documents in memory, filled with a copy of these. */
  documents(collections: Readonly<Record<string, readonly unknown[]>>): DocumentStore;
  /** What the scanner finds in a folder. */
  scan(folder: string): Promise<readonly ScanFinding[]>;
}

/** One check of one learner's folder. */
export interface CheckContext extends Services {
  readonly exercise: Exercise;
  readonly track: Track;
  /** The learner's files. */
  readonly folder: string;
  readonly signal?: AbortSignal | undefined;
}
