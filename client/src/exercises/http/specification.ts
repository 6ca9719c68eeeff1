import type { ScanFinding, Track } from '../model';
import type { Answer, RequestOptions } from './exchange';

/** What a check of kind `http` is made of: requirements that a server fulfils, whatever its framework. */

export type { Answer, RequestOptions } from './exchange';

/** A browser-like client with cookies of its own. Redirects are not followed. */
export interface Visitor {
  get(path: string, options?: RequestOptions): Promise<Answer>;
  post(path: string, options?: RequestOptions): Promise<Answer>;
  put(path: string, options?: RequestOptions): Promise<Answer>;
  patch(path: string, options?: RequestOptions): Promise<Answer>;
  delete(path: string, options?: RequestOptions): Promise<Answer>;
  /** @param method any method, such as `OPTIONS` */
  request(method: string, path: string, options?: RequestOptions): Promise<Answer>;
  /** The cookies that it would send, by name. Can be changed. */
  readonly cookies: Map<string, string>;
  /** Opens a WebSocket. @throws {CheckFailure} when the server refuses it */
  websocket(path: string, options?: { headers?: Record<string, string> }): Promise<Socket>;
}

/** An open WebSocket. */
export interface Socket {
  send(message: string | object): void;
  /**
   * The next message that was not taken yet, JSON read where it is JSON.
   * @throws {CheckFailure} when none comes within the time, 3 s when not given
   */
  next(words?: string, timeoutMs?: number): Promise<unknown>;
  /** Whether nothing more comes within the time, 300 ms when not given. */
  quiet(timeoutMs?: number): Promise<boolean>;
  /** Resolves when the server has closed it. @throws {CheckFailure} when it stays open for 3 s */
  closed(): Promise<void>;
  close(): void;
}

/** A small server of ours on 127.0.0.1, for what a learner's server asks others. */
export interface Listener {
  /** `http://127.0.0.1:PORT` */
  readonly url: string;
  /** What arrived so far. */
  readonly requests: readonly {
    readonly method: string;
    readonly path: string;
    readonly headers: Readonly<Record<string, string>>;
    readonly body: string;
  }[];
}

/** What a listener answers; `{}` is an empty 200. */
export interface ListenerAnswer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string | undefined>>;
  readonly body?: string;
  readonly json?: unknown;
}

/** Throws {@link CheckFailure} with what was expected and what was seen. */
export interface Expect {
  status(answer: Answer, status: number | readonly number[]): void;
  /** @param value the header's whole value, or a pattern for it; absent: any value */
  header(answer: Answer, name: string, value?: string | RegExp): void;
  noHeader(answer: Answer, name: string, value?: RegExp): void;
  /**
   * The body is JSON and equals a value, or fulfils a condition.
   * @param words what was expected, in words; needed for a condition
   */
  json(answer: Answer, value: unknown | ((body: never) => boolean), words?: string): void;
  /** The body has a text in it, or matches. @param words what was expected, in words */
  text(answer: Answer, part: string | RegExp, words?: string): void;
  noText(answer: Answer, part: string | RegExp, words?: string): void;
  /** @param seen what is there instead */
  that(condition: boolean, expected: string, seen: string): void;
}

/** The learner's server, and what can be done with it. */
export interface World {
  readonly track: Track;
  /** `http://127.0.0.1:PORT` */
  readonly url: string;
  readonly expect: Expect;
  visitor(): Visitor;
  /** Ends the server and starts it again, with more environment variables if given. */
  restart(env?: Readonly<Record<string, string>>): Promise<void>;
  /**
   * Starts a second server with more environment variables, for as long as it takes to see whether
   * it listens, and ends it.
   */
  startWith(
    env: Readonly<Record<string, string>>,
  ): Promise<{ readonly started: boolean; readonly output: string }>;
  /** All that the server printed so far. */
  output(): string;
  /** Starts a server of ours, which ends with the check. */
  listen(
    answer?: (request: { method: string; path: string; body: string }) => ListenerAnswer,
  ): Promise<Listener>;
  /** The text of a file of the learner's, or undefined when it is not there. */
  read(file: string): Promise<string | undefined>;
  /** Names of the files in a folder of the learner's, sorted. */
  list(folder: string): Promise<string[]>;
  /** What the scanner finds in the learner's folder. */
  findings(): Promise<readonly ScanFinding[]>;
  /** A whole number, both ends included, anew each time. */
  number(low: number, high: number): number;
  /** A lower-case word of 8 letters, anew each time. */
  word(): string;
  /** Values that a requirement leaves for those after it. */
  readonly notes: Map<string, unknown>;
}

export interface Requirement {
  readonly name: string;
  /** One thing to try when it is not fulfilled; per track where they differ. */
  readonly tryNext: string | (Partial<Record<Track, string>> & { readonly other: string });
  readonly check: (world: World) => Promise<void>;
}

export interface Specification {
  readonly kind: 'http';
  readonly requirements: readonly Requirement[];
  /** Environment variables of the server beside PORT. */
  readonly env?: Readonly<Record<string, string>>;
  /**
   * Runs before the server starts, such as an identity provider of ours that the server must know.
   * @returns more environment variables
   */
  readonly before?: (
    world: Pick<World, 'listen' | 'notes' | 'word' | 'number'>,
  ) => Promise<Record<string, string>>;
}

/** What was expected and what was seen, for the learner. */
export class CheckFailure extends Error {
  constructor(
    readonly expected: string,
    readonly seen: string,
  ) {
    super(`expected ${expected}, seen ${seen}`);
  }
}

export function requirement(
  name: string,
  tryNext: Requirement['tryNext'],
  check: Requirement['check'],
): Requirement {
  return { name, tryNext, check };
}

export function specification(
  requirements: readonly Requirement[],
  options: Pick<Specification, 'env' | 'before'> = {},
): Specification {
  return { kind: 'http', requirements, ...options };
}
