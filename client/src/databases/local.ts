import {
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { DocumentStore } from './documents/store';
import { DatabaseError, type SqlEngine } from './engine';
import { openPostgres } from './postgres';

/** Moved with PostgreSQL’s own version: the next one cannot read these files. */
const POSTGRES = 'postgres-18';
const DOCUMENTS = 'documents.json';
const KEPT = 'before-reset';
const IDLE_MS = 5 * 60_000;
const LOCK_PATIENCE_MS = 5000;
const BEAT_MS = 20_000;
/** A lock that was not renewed for so long belongs to nobody. */
const STALE_MS = 5 * 60_000;

/**
 * The databases that come with the extension: PostgreSQL and collections of documents, kept in one
 * folder. They start when they are asked, and end when they are idle.
 */
export class LocalDatabases {
  readonly #folder: string;
  readonly #bundles: string;
  #sql: Promise<SqlEngine> | undefined;
  #documents: DocumentStore | undefined;
  #users = 0;
  #idle: NodeJS.Timeout | undefined;
  /** Runs while the folder is ours. */
  #heartbeat: NodeJS.Timeout | undefined;

  /** @param bundles the folder `dist/extension` */
  constructor(folder: string, bundles: string) {
    this.#folder = folder;
    this.#bundles = bundles;
  }

  /** Works with PostgreSQL; it does not end before the work. */
  async withSql<T>(work: (engine: SqlEngine) => Promise<T>): Promise<T> {
    return this.#using(async () => {
      await this.#lock();
      this.#sql ??= openPostgres({
        folder: path.join(this.#folder, POSTGRES),
        assets: path.join(this.#bundles, 'pglite'),
      });
      return work(await this.#sql);
    });
  }

  async withDocuments<T>(work: (store: DocumentStore) => Promise<T>): Promise<T> {
    return this.#using(async () => {
      await this.#lock();
      this.#documents ??= new DocumentStore(this.#bundles, path.join(this.#folder, DOCUMENTS));
      return work(this.#documents);
    });
  }

  /** Whether there is anything: asking an empty database needs no start. */
  get hasData(): { readonly sql: boolean; readonly documents: boolean } {
    return {
      sql: existsSync(path.join(this.#folder, POSTGRES, 'complete')),
      documents: existsSync(path.join(this.#folder, DOCUMENTS)),
    };
  }

  /** Everything empty. What was there can be brought back once, by `restore`. */
  async reset(): Promise<void> {
    await this.#lock();
    await this.#stop();
    rmSync(this.#kept, { recursive: true, force: true });
    mkdirSync(this.#kept, { recursive: true });
    for (const name of [POSTGRES, DOCUMENTS]) this.#move(this.#folder, this.#kept, name);
  }

  get canRestore(): boolean {
    return existsSync(this.#kept);
  }

  /** Brings back what the last reset removed; what is there now takes its place. */
  async restore(): Promise<void> {
    if (!this.canRestore) throw new DatabaseError('There is nothing to restore.');
    await this.#lock();
    await this.#stop();
    const now = `${this.#kept}.now`;
    rmSync(now, { recursive: true, force: true });
    mkdirSync(now, { recursive: true });
    for (const name of [POSTGRES, DOCUMENTS]) {
      this.#move(this.#folder, now, name);
      this.#move(this.#kept, this.#folder, name);
    }
    rmSync(this.#kept, { recursive: true, force: true });
    renameSync(now, this.#kept);
  }

  async close(): Promise<void> {
    await this.#stop();
    this.#unlock();
  }

  get #kept(): string {
    return path.join(this.#folder, KEPT);
  }

  #move(from: string, to: string, name: string): void {
    if (existsSync(path.join(from, name))) {
      renameSync(path.join(from, name), path.join(to, name));
    }
  }

  async #using<T>(work: () => Promise<T>): Promise<T> {
    this.#users += 1;
    clearTimeout(this.#idle);
    try {
      return await work();
    } finally {
      this.#users -= 1;
      if (this.#users === 0) {
        this.#idle = setTimeout(() => void this.close(), IDLE_MS);
        this.#idle.unref();
      }
    }
  }

  async #stop(): Promise<void> {
    clearTimeout(this.#idle);
    const sql = this.#sql;
    const documents = this.#documents;
    this.#sql = undefined;
    this.#documents = undefined;
    const engine = await sql?.catch(() => undefined);
    // What still runs would be waited for.
    await Promise.all([engine?.cancel(), documents?.cancel()]);
    await Promise.all([engine?.close(), documents?.close()]);
  }

  /** Two windows of the editor must not write to the same files. */
  async #lock(): Promise<void> {
    if (this.#heartbeat !== undefined) return;
    mkdirSync(this.#folder, { recursive: true });
    const end = Date.now() + LOCK_PATIENCE_MS;
    while (!this.#tryLock()) {
      if (Date.now() > end) {
        throw new DatabaseError(
          'The playground is in use in another window. It is free when that window is closed or has not used it for five minutes.',
        );
      }
      // A window that is just being reloaded is gone in a moment.
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    this.#heartbeat = setInterval(() => this.#beat(), BEAT_MS);
    this.#heartbeat.unref();
  }

  /** Shows other windows that this one is there: a process number may have come to another program. */
  #beat(): void {
    const now = new Date();
    try {
      utimesSync(path.join(this.#folder, 'lock'), now, now);
    } catch {
      // The folder was removed by hand: then there is nothing to protect.
    }
  }

  #tryLock(): boolean {
    const file = path.join(this.#folder, 'lock');
    try {
      writeFileSync(file, String(process.pid), { flag: 'wx' });
      return true;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    const changed = statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
    const isFresh = Date.now() - changed < STALE_MS;
    if (isFresh && isAlive(Number(readFileSync(file, 'utf8')))) return false;
    rmSync(file, { force: true });
    return false;
  }

  #unlock(): void {
    if (this.#heartbeat === undefined) return;
    clearInterval(this.#heartbeat);
    this.#heartbeat = undefined;
    rmSync(path.join(this.#folder, 'lock'), { force: true });
  }
}

function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
