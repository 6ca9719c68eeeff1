import * as vscode from 'vscode';
import {
  dialectOf,
  openDocumentServer,
  openServer,
  readTarget,
  type Target,
} from '../databases/connection';
import type { CollectionSchema, DocumentEngine } from '../databases/documents/store';
import { DatabaseError, type SqlEngine } from '../databases/engine';
import { LocalDatabases } from '../databases/local';
import { readSchema, type Table } from '../databases/schema';
import type { Dialect } from '../databases/statements';

const SETTING = 'database.connection';
/** What tables there were is remembered, so that the tree is there without a start of PostgreSQL. */
const TABLES = 'backendTutor.playground.tables';
const COLLECTIONS = 'backendTutor.playground.collections';

/** Which databases files run on: the ones that come with the extension, or the learner’s own. */
export class Databases implements vscode.Disposable {
  readonly local: LocalDatabases;
  readonly #memory: vscode.Memento;
  #server: { readonly url: string; readonly engine: SqlEngine } | undefined;
  #documents: { readonly url: string; readonly engine: DocumentEngine } | undefined;

  constructor(context: vscode.ExtensionContext) {
    this.local = new LocalDatabases(
      vscode.Uri.joinPath(context.globalStorageUri, 'playground').fsPath,
      vscode.Uri.joinPath(context.extensionUri, 'dist', 'extension').fsPath,
    );
    this.#memory = context.globalState;
  }

  dispose(): void {
    void this.close();
  }

  async close(): Promise<void> {
    await Promise.all([this.local.close(), this.#closeServers()]);
  }

  /** What the setting names. @throws {DatabaseError} when it cannot be used */
  get target(): Target | undefined {
    if (!vscode.workspace.isTrusted) return undefined;
    const setting = vscode.workspace.getConfiguration('backendTutor').get<string>(SETTING, '');
    return readTarget(setting, process.env);
  }

  /** The target, where the setting is right. */
  #targetOrNone(): Target | undefined {
    try {
      return this.target;
    } catch {
      return undefined;
    }
  }

  get dialect(): Dialect {
    return dialectOf(this.#targetOrNone());
  }

  get sqlTitle(): string {
    const target = this.#targetOrNone();
    if (target === undefined || target.kind === 'mongodb') return 'PostgreSQL (playground)';
    return target.label;
  }

  get documentsTitle(): string {
    const target = this.#targetOrNone();
    return target?.kind === 'mongodb' ? target.label : 'Documents (playground)';
  }

  async withSql<T>(work: (engine: SqlEngine) => Promise<T>): Promise<T> {
    const { target } = this;
    if (target === undefined || target.kind === 'mongodb') return this.local.withSql(work);
    if (this.#server?.url !== target.url) {
      await this.#closeServers();
      this.#server = { url: target.url, engine: openServer(target) };
    }
    return work(this.#server.engine);
  }

  async withDocuments<T>(work: (engine: DocumentEngine) => Promise<T>): Promise<T> {
    const { target } = this;
    if (target?.kind !== 'mongodb') return this.local.withDocuments(work);
    if (this.#documents?.url !== target.url) {
      await this.#documents?.engine.close();
      this.#documents = { url: target.url, engine: openDocumentServer(target) };
    }
    return work(this.#documents.engine);
  }

  async #closeServers(): Promise<void> {
    const [server, documents] = [this.#server, this.#documents];
    this.#server = undefined;
    this.#documents = undefined;
    await Promise.all([server?.engine.close(), documents?.engine.close()]);
  }

  /** @param isFresh asks the database, also where that starts it */
  async tables(isFresh: boolean): Promise<readonly Table[]> {
    const target = this.#targetOrNone();
    if (target !== undefined && target.kind !== 'mongodb') {
      if (!isFresh && this.#server?.url !== target.url) return [];
      return this.withSql((engine) => readSchema(engine, dialectOf(target)));
    }
    if (!this.local.hasData.sql) return [];
    const remembered = this.#memory.get<readonly Table[]>(TABLES);
    if (!isFresh && remembered !== undefined) return remembered;
    const tables = await this.local.withSql((engine) => readSchema(engine, 'postgresql'));
    await this.#memory.update(TABLES, tables);
    return tables;
  }

  async collections(isFresh: boolean): Promise<readonly CollectionSchema[]> {
    const target = this.#targetOrNone();
    if (target?.kind === 'mongodb') {
      if (!isFresh && this.#documents?.url !== target.url) return [];
      return this.withDocuments((engine) => engine.schema());
    }
    if (!this.local.hasData.documents) return [];
    const remembered = this.#memory.get<readonly CollectionSchema[]>(COLLECTIONS);
    if (!isFresh && remembered !== undefined) return remembered;
    const collections = await this.withDocuments((engine) => engine.schema());
    await this.#memory.update(COLLECTIONS, collections);
    return collections;
  }

  async forgetSchema(): Promise<void> {
    await this.#memory.update(TABLES, undefined);
    await this.#memory.update(COLLECTIONS, undefined);
  }
}

export function asDatabaseError(error: unknown): DatabaseError {
  if (error instanceof DatabaseError) return error;
  return new DatabaseError(error instanceof Error ? error.message : String(error));
}
