import path from 'node:path';
import { Worker } from 'node:worker_threads';
import {
  checkStopped,
  DatabaseError,
  type RunOptions,
  STOPPED,
  STOPPED_BY_PERSON,
} from '../engine';
import type { Field } from '../fields';
import { Queue } from '../queue';

export type Request = { readonly kind: 'run'; readonly text: string } | { readonly kind: 'schema' };

/** A result of the shell whose values are JSON, with ids and dates as `{"$oid": …}`, `{"$date": …}`. */
export interface WireResult {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly changes: boolean;
  readonly documents?: readonly unknown[];
  readonly value?: unknown;
}

export interface CollectionSchema {
  readonly name: string;
  readonly count: number;
  readonly fields: readonly Field[];
  readonly indexes: readonly { readonly name: string; readonly isUnique: boolean }[];
}

export interface Reply {
  readonly results?: readonly WireResult[];
  readonly milliseconds?: number;
  readonly error?: { readonly message: string; readonly position: number };
  readonly collections?: readonly CollectionSchema[];
}

export interface ShellRun {
  readonly results: readonly WireResult[];
  readonly milliseconds: number;
  /** What ended the script early. */
  readonly error: DatabaseError | undefined;
}

export type ShellOptions = Pick<RunOptions, 'timeoutMs' | 'signal'>;

/** Where MongoDB’s statements run: here, or on a server. */
export interface DocumentEngine {
  run(text: string, options?: ShellOptions): Promise<ShellRun>;
  schema(): Promise<readonly CollectionSchema[]>;
  cancel(): Promise<void>;
  close(): Promise<void>;
}

/** Collections in a file, or in memory, asked in a thread of its own. */
export class DocumentStore implements DocumentEngine {
  readonly #bundles: string;
  readonly #file: string | undefined;
  readonly #queue = new Queue();
  #worker: Worker | undefined;
  #stop: ((reason: string) => void) | undefined;

  /** @param bundles the folder `dist/extension` */
  constructor(bundles: string, file: string | undefined) {
    this.#bundles = bundles;
    this.#file = file;
  }

  async run(text: string, options: ShellOptions = {}): Promise<ShellRun> {
    const {
      results = [],
      milliseconds = 0,
      error,
    } = await this.#ask({ kind: 'run', text }, options);
    return {
      results,
      milliseconds,
      error: error && new DatabaseError(error.message, { position: error.position }),
    };
  }

  async schema(): Promise<readonly CollectionSchema[]> {
    return (await this.#ask({ kind: 'schema' }, {})).collections ?? [];
  }

  async cancel(): Promise<void> {
    this.#stop?.(STOPPED_BY_PERSON);
  }

  async close(): Promise<void> {
    await this.#queue.empty();
    await this.#end();
  }

  #ask(request: Request, { timeoutMs, signal }: ShellOptions): Promise<Reply> {
    return this.#queue.add(
      () =>
        new Promise<Reply>((resolve, reject) => {
          checkStopped(signal, 0);
          this.#worker ??= this.#start();
          const worker = this.#worker;
          const timer =
            timeoutMs === undefined
              ? undefined
              : setTimeout(
                  () => stop(`This took longer than ${timeoutMs / 1000} s and was stopped.`),
                  timeoutMs,
                );
          const finish = (): void => {
            clearTimeout(timer);
            this.#stop = undefined;
            signal?.removeEventListener('abort', onAbort);
            worker.off('message', onMessage).off('error', onError).off('exit', onExit);
          };
          const onMessage = (reply: Reply): void => {
            finish();
            resolve(reply);
          };
          const onError = (error: Error): void => {
            finish();
            reject(new DatabaseError(`The collections cannot be asked: ${error.message}`));
          };
          const onExit = (): void => onError(new Error('their thread ended.'));
          const stop = (reason: string): void => {
            finish();
            void this.#end();
            reject(new DatabaseError(reason, { code: STOPPED, position: 0 }));
          };
          const onAbort = (): void => stop(STOPPED_BY_PERSON);
          signal?.addEventListener('abort', onAbort);
          this.#stop = stop;
          worker.on('message', onMessage).on('error', onError).on('exit', onExit);
          worker.postMessage(request);
        }),
    );
  }

  #start(): Worker {
    const worker = new Worker(path.join(this.#bundles, 'documentsWorker.js'), {
      workerData: { file: this.#file },
      resourceLimits: { maxOldGenerationSizeMb: 512 },
    });
    const forget = (): void => {
      if (this.#worker === worker) this.#worker = undefined;
    };
    worker.on('exit', forget).on('error', forget);
    worker.unref();
    return worker;
  }

  async #end(): Promise<void> {
    const worker = this.#worker;
    this.#worker = undefined;
    await worker?.terminate();
  }
}
