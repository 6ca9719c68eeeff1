import { existsSync } from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';
import type { WireResult } from '../databases/documents/store';
import { type DatabaseError, STOPPED, type StatementResult } from '../databases/engine';
import { readPlan } from '../databases/explain';
import { asDatabaseError, Databases } from './databases';
import { DiagramPage, PlanPage } from './pages';
import type { ShownError, ShownResult, State } from './protocol';
import { ResultsView } from './resultsView';
import { type SchemaNode, SchemaView } from './schemaView';
import { type FileKind, kindOfFile, type Place, placeAt, placesIn } from './statements';

/** So many rows go to the page; how many there are is said. */
const MOST_ROWS = 10_000;
const MOST_DOCUMENTS = 2000;
const MOST_RESULTS = 50;
/** A run that takes longer shows a notification with a way to stop it. */
const NOTIFY_MS = 2000;
const RUNNING = 'backendTutor.isRunning';

/** A text of a file that is to be run. */
interface Task {
  readonly document: vscode.TextDocument;
  readonly kind: FileKind;
  readonly text: string;
  /** Where the text begins in the file. */
  readonly offset: number;
}

/** Runs what stands in files, and shows what comes of it. */
export class Playground implements vscode.Disposable {
  readonly databases: Databases;
  readonly #log: vscode.LogOutputChannel;
  readonly #diagnostics = vscode.languages.createDiagnosticCollection('backendTutor.database');
  readonly #results: ResultsView;
  readonly #schema = new SchemaView();
  readonly #diagram = new DiagramPage();
  readonly #plan = new PlanPage();
  readonly #listeners: vscode.Disposable[];
  /** Stop what is at work. */
  readonly #running = new Set<AbortController>();

  constructor(context: vscode.ExtensionContext, log: vscode.LogOutputChannel) {
    this.databases = new Databases(context);
    this.#log = log;
    this.#results = new ResultsView(context.extensionUri, () => this.cancel());
    this.#listeners = [
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (contentChanges.length > 0) this.#diagnostics.delete(document.uri);
      }),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => this.#diagnostics.delete(uri)),
    ];
    void this.refresh(false);
  }

  dispose(): void {
    for (const each of [
      ...this.#listeners,
      this.#diagnostics,
      this.#results,
      this.#schema,
      this.#diagram,
      this.#plan,
      this.databases,
    ]) {
      each.dispose();
    }
  }

  /** What the panel shows. */
  get state(): State {
    return this.#results.state;
  }

  /** Runs the statement that begins at an offset, or else the chosen text, or that at the cursor. */
  async runStatement(uri?: vscode.Uri, start?: number): Promise<void> {
    const task = await this.#taskAt(uri, start);
    if (task !== undefined) await this.#run(task);
  }

  async runAll(uri?: vscode.Uri): Promise<void> {
    const document = await documentOf(uri);
    const kind = document && kindOfFile(document.uri.path, document.languageId);
    if (document === undefined || kind === undefined) return;
    if (!(await isTrusted())) return;
    await this.#run({ document, kind, text: document.getText(), offset: 0 });
  }

  async #taskAt(uri: vscode.Uri | undefined, start: number | undefined): Promise<Task | undefined> {
    const document = await documentOf(uri);
    const kind = document && kindOfFile(document.uri.path, document.languageId);
    if (document === undefined || kind === undefined) {
      void vscode.window.showInformationMessage(
        'Open a .sql or .mongodb.js file: its statements can be run.',
      );
      return undefined;
    }
    if (!(await isTrusted())) return undefined;
    const editor = vscode.window.visibleTextEditors.find((each) => each.document === document);
    if (start === undefined && editor !== undefined && !editor.selection.isEmpty) {
      const { selection } = editor;
      return {
        document,
        kind,
        text: document.getText(selection),
        offset: document.offsetAt(selection.start),
      };
    }
    const text = document.getText();
    const places = placesIn(text, kind, this.databases.dialect);
    const cursor = editor === undefined ? 0 : document.offsetAt(editor.selection.active);
    const place: Place | undefined = placeAt(places, text, start ?? cursor);
    if (place === undefined) {
      void vscode.window.showInformationMessage('There is no statement here.');
      return undefined;
    }
    return { document, kind, text: text.slice(place.start, place.end), offset: place.start };
  }

  async #run(task: Task): Promise<void> {
    const title = task.kind === 'sql' ? this.databases.sqlTitle : this.databases.documentsTitle;
    this.#diagnostics.delete(task.document.uri);
    let run = 0;
    const outcome = await this.#busy(title, async (signal) => {
      run = await this.#results.begin(task.document.uri, title);
      return task.kind === 'sql' ? this.#runSql(task, signal) : this.#runDocuments(task, signal);
    }).catch(
      (error: unknown): Outcome => ({ results: [], error: asDatabaseError(error), changes: false }),
    );
    const { results, error, changes } = outcome;
    this.#results.end(run, lastOf(results), error && this.#report(task, error, title));
    if (changes) await this.refresh(true, task.kind);
  }

  async #runSql({ document, text, offset }: Task, signal: AbortSignal): Promise<Outcome> {
    let results: readonly StatementResult[];
    let error: DatabaseError | undefined;
    try {
      results = await this.databases.withSql((engine) =>
        engine.run(text, { maxRows: MOST_ROWS, signal, ...timeLimit() }),
      );
    } catch (reason) {
      error = asDatabaseError(reason);
      results = error.done;
    }
    return {
      results: results.map((result, i) =>
        showSql(result, i + 1, lineAt(document, offset + result.start)),
      ),
      error,
      changes: results.some(({ command }) => !/^(SELECT|SHOW|EXPLAIN|SET|BEGIN)\b/.test(command)),
    };
  }

  async #runDocuments({ document, text, offset }: Task, signal: AbortSignal): Promise<Outcome> {
    const run = await this.databases.withDocuments((engine) =>
      engine.run(text, { signal, ...timeLimit() }),
    );
    return {
      results: run.results.map((result, i) =>
        showDocuments(
          result,
          i + 1,
          lineAt(document, offset + result.start),
          i === run.results.length - 1 ? run.milliseconds : undefined,
        ),
      ),
      error: run.error,
      changes: run.error !== undefined || run.results.some(({ changes }) => changes),
    };
  }

  /** Marks the mistake in its file, and says it in the panel. */
  #report({ document, offset }: Task, error: DatabaseError, source: string): ShownError {
    const at = document.positionAt(offset + (error.position ?? 0));
    const hint = error.hint ?? hintFor(error, document);
    if (error.code !== STOPPED) {
      const word = document.getWordRangeAtPosition(at, /[\w$]+|\S/);
      const range = word ?? new vscode.Range(at, at.translate(0, 1));
      const text = [error.message, error.detail, hint && `Hint: ${hint}`]
        .filter(Boolean)
        .join('\n');
      const diagnostic = new vscode.Diagnostic(range, text, vscode.DiagnosticSeverity.Error);
      diagnostic.source = source;
      if (error.code !== undefined) diagnostic.code = error.code;
      this.#diagnostics.set(document.uri, [diagnostic]);
    }
    const { message, code, detail } = error;
    return { message, code, detail, hint, line: at.line };
  }

  /** Lets a slow run be stopped. */
  async #busy<T>(title: string, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
    const controller = new AbortController();
    this.#running.add(controller);
    void vscode.commands.executeCommand('setContext', RUNNING, true);
    const done = work(controller.signal);
    const timer = setTimeout(() => {
      void vscode.window.withProgress(
        {
          location: vscode.ProgressLocation.Notification,
          title: `${title} is at work …`,
          cancellable: true,
        },
        (_progress, token) => {
          token.onCancellationRequested(() => controller.abort());
          return done.then(
            () => undefined,
            () => undefined,
          );
        },
      );
    }, NOTIFY_MS);
    try {
      return await done;
    } finally {
      clearTimeout(timer);
      this.#running.delete(controller);
      if (this.#running.size === 0) {
        void vscode.commands.executeCommand('setContext', RUNNING, false);
      }
    }
  }

  /** Stops what is at work, and what waits for its turn. */
  cancel(): void {
    for (const controller of this.#running) controller.abort();
  }

  /** @param isFresh asks the databases, also where that starts them */
  async refresh(isFresh: boolean, kind?: FileKind): Promise<void> {
    const { databases } = this;
    try {
      const tables = await databases.tables(isFresh && kind !== 'mongodb');
      const collections = await databases.collections(isFresh && kind !== 'sql');
      this.#schema.message = undefined;
      this.#schema.show({
        sql: { title: databases.sqlTitle, tables },
        documents: { title: databases.documentsTitle, collections },
      });
      this.#diagram.update(tables);
    } catch (error) {
      // A transaction that failed answers nothing until it is rolled back: the tree stays.
      if (asDatabaseError(error).code === '25P02') return;
      this.#schema.message = asDatabaseError(error).message;
      this.#log.debug(`The schema could not be read: ${asDatabaseError(error).message}`);
    }
  }

  async showDiagram(): Promise<void> {
    try {
      this.#diagram.show(
        await this.#busy(this.databases.sqlTitle, () => this.databases.tables(true)),
      );
    } catch (error) {
      complain(error);
    }
  }

  async explain(uri?: vscode.Uri, start?: number): Promise<void> {
    const task = await this.#taskAt(uri, start);
    if (task === undefined || task.kind !== 'sql') return;
    if (this.databases.dialect !== 'postgresql') {
      void vscode.window.showInformationMessage('Only PostgreSQL’s plans can be shown.');
      return;
    }
    const sql = task.text.replace(/^explain(?:\s*\([^)]*\)|\s+(?:analyze|verbose)\b)*\s*/i, '');
    const prefix = 'EXPLAIN (FORMAT JSON) ';
    this.#diagnostics.delete(task.document.uri);
    try {
      const [result] = await this.#busy(this.databases.sqlTitle, (signal) =>
        this.databases.withSql((engine) => engine.run(prefix + sql, { signal, ...timeLimit() })),
      );
      this.#plan.show(sql, readPlan(String(result?.rows[0]?.[0])));
    } catch (reason) {
      const error = asDatabaseError(reason);
      const skipped = task.text.length - sql.length - prefix.length;
      const title = this.databases.sqlTitle;
      const moved = { ...task, offset: task.offset + skipped };
      const run = await this.#results.begin(task.document.uri, title);
      this.#results.end(run, [], this.#report(moved, error, title));
    }
  }

  async reset(): Promise<void> {
    const answer = await vscode.window.showWarningMessage(
      'Empty the playground’s databases?',
      {
        modal: true,
        detail:
          'All tables and collections of the playground go. They are kept once, and can be restored. Your own servers and your files are not touched.',
      },
      'Empty',
    );
    if (answer === 'Empty') await this.resetNow();
  }

  /** The same without a question. */
  async resetNow(): Promise<void> {
    try {
      await this.databases.local.reset();
      await this.databases.forgetSchema();
      await this.refresh(false);
    } catch (error) {
      complain(error);
      return;
    }
    void vscode.window
      .showInformationMessage('The playground’s databases are empty.', 'Restore')
      .then((choice) => (choice === 'Restore' ? this.restore() : undefined));
  }

  async restore(): Promise<void> {
    if (!this.databases.local.canRestore) {
      void vscode.window.showInformationMessage(
        'There is nothing to restore: the playground was not emptied.',
      );
      return;
    }
    try {
      await this.databases.local.restore();
      await this.databases.forgetSchema();
      await this.refresh(true);
      void vscode.window.showInformationMessage(
        'The playground’s databases are as they were before. Restoring again brings back what was there just now.',
      );
    } catch (error) {
      complain(error);
    }
  }

  /** Puts a question for a table or collection into the editor, or into a new file. */
  async insertSelect(node?: SchemaNode): Promise<void> {
    if (node?.name === undefined) return;
    const isTable = node.context !== 'collection';
    const text = isTable
      ? `SELECT *\nFROM ${node.name}\nLIMIT 100;\n`
      : `${collectionReference(node.name)}.find({}).limit(100);\n`;
    const kind: FileKind = isTable ? 'sql' : 'mongodb';
    const editor = vscode.window.activeTextEditor;
    const document = editor?.document;
    if (editor && document && kindOfFile(document.uri.path, document.languageId) === kind) {
      const end = document.lineAt(editor.selection.active.line).range.end;
      const isBlank = document.lineAt(end.line).isEmptyOrWhitespace;
      await editor.edit((edit) => edit.insert(end, isBlank ? text : `\n\n${text}`));
      return;
    }
    await newFile(kind, text);
  }
}

interface Outcome {
  readonly results: readonly ShownResult[];
  readonly error: DatabaseError | undefined;
  /** There may be other tables or collections now. */
  readonly changes: boolean;
}

/** Of a dump with a thousand statements, the last are shown. */
function lastOf(results: readonly ShownResult[]): readonly ShownResult[] {
  return results.slice(-MOST_RESULTS);
}

function complain(error: unknown): void {
  void vscode.window.showErrorMessage(asDatabaseError(error).message);
}

async function documentOf(uri: vscode.Uri | undefined): Promise<vscode.TextDocument | undefined> {
  if (uri instanceof vscode.Uri) return vscode.workspace.openTextDocument(uri);
  return vscode.window.activeTextEditor?.document;
}

async function isTrusted(): Promise<boolean> {
  if (vscode.workspace.isTrusted) return true;
  const choice = await vscode.window.showInformationMessage(
    'Statements run when you trust this folder.',
    'Manage Trust',
  );
  if (choice !== undefined) await vscode.commands.executeCommand('workbench.trust.manage');
  return false;
}

function timeLimit(): { timeoutMs?: number } {
  const seconds = vscode.workspace
    .getConfiguration('backendTutor')
    .get<number>('database.timeout', 30);
  return seconds > 0 ? { timeoutMs: seconds * 1000 } : {};
}

function lineAt(document: vscode.TextDocument, offset: number): number {
  return document.positionAt(offset).line;
}

function showSql(result: StatementResult, number: number, line: number): ShownResult {
  const { columns, rows, command, affected, milliseconds, notices } = result;
  const rowsText = affected === 1 ? '1 row' : `${affected} rows`;
  const hasRows = columns.length > 0;
  return {
    number,
    title: hasRows || affected !== undefined ? `${command} ${affected ?? rows.length}` : command,
    line,
    milliseconds,
    notices,
    shown: hasRows
      ? { kind: 'rows', columns, rows, total: affected ?? rows.length }
      : {
          kind: 'message',
          text: affected === undefined ? `${command}: done` : `${command}: ${rowsText}`,
        },
  };
}

function showDocuments(
  { text, documents, value }: WireResult,
  number: number,
  line: number,
  milliseconds: number | undefined,
): ShownResult {
  const method = /\.(\w+)\(/.exec(text.replace(/^db\.getCollection\([^)]*\)/, ''))?.[1] ?? text;
  return {
    number,
    title: documents === undefined ? method.slice(0, 20) : `${method} ${documents.length}`,
    line,
    milliseconds,
    notices: [],
    shown:
      documents !== undefined
        ? {
            kind: 'documents',
            documents: documents.slice(0, MOST_DOCUMENTS),
            total: documents.length,
          }
        : typeof value === 'string'
          ? { kind: 'message', text: value }
          : { kind: 'value', value },
  };
}

/** Help of ours, where the database gives none. */
function hintFor({ code }: DatabaseError, document: vscode.TextDocument): string | undefined {
  if (code === '25P02') return 'A statement of this transaction failed. Run ROLLBACK to end it.';
  if (code === '42P01' && document.uri.scheme === 'file') {
    const setup = path.join(path.dirname(document.uri.fsPath), 'setup.sql');
    if (setup !== document.uri.fsPath && existsSync(setup)) {
      return 'setup.sql in the same folder makes the tables: open it and choose Run all.';
    }
  }
  if (code === STOPPED) {
    return 'The setting backendTutor.database.timeout says how long a statement may run.';
  }
  return undefined;
}

function collectionReference(name: string): string {
  return /^[A-Za-z_]\w*$/.test(name) ? `db.${name}` : `db[${JSON.stringify(name)}]`;
}

const SAMPLES: Readonly<Record<FileKind, string>> = {
  sql: `-- PostgreSQL runs inside the editor. Ctrl+Enter (Cmd+Enter on a Mac) runs the statement at the cursor.

CREATE TABLE authors (
  id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  name text NOT NULL
);

CREATE TABLE posts (
  id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  author_id int NOT NULL REFERENCES authors,
  title text NOT NULL,
  published date
);

INSERT INTO authors (name) VALUES ('Ada'), ('Lin');

INSERT INTO posts (author_id, title, published) VALUES
  (1, 'Trees', '2026-01-15'),
  (1, 'Queues', NULL),
  (2, 'Keys', '2026-02-02');

SELECT name, count(posts.id) AS posts
FROM authors
LEFT JOIN posts ON posts.author_id = authors.id
GROUP BY name
ORDER BY name;
`,
  mongodb: `// Collections of documents, inside the editor. Ctrl+Enter (Cmd+Enter on a Mac) runs the statement at the cursor.

db.posts.insertMany([
  { title: 'Trees', author: { name: 'Ada' }, tags: ['data'], likes: 3 },
  { title: 'Keys', author: { name: 'Lin' }, tags: ['data', 'sql'], likes: 9 },
]);

db.posts.find({ tags: 'data', likes: { $gt: 5 } }, { title: 1, likes: 1 });

db.posts.aggregate([{ $group: { _id: '$author.name', likes: { $sum: '$likes' } } }]);
`,
};

/** A file that is not stored yet; a document’s kind is in its name. */
export async function newFile(kind: FileKind, text = SAMPLES[kind]): Promise<void> {
  if (kind === 'sql') {
    const document = await vscode.workspace.openTextDocument({ language: 'sql', content: text });
    await vscode.window.showTextDocument(document);
    return;
  }
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  let uri: vscode.Uri;
  for (let n = 1; ; n += 1) {
    const name = `playground${n === 1 ? '' : `-${n}`}.mongodb.js`;
    uri =
      folder === undefined
        ? vscode.Uri.from({ scheme: 'untitled', path: name })
        : vscode.Uri.joinPath(folder, name).with({ scheme: 'untitled' });
    const isOpen = vscode.workspace.textDocuments.some(
      ({ uri: { path: other } }) => other === uri.path,
    );
    if (!isOpen && !(folder !== undefined && existsSync(uri.fsPath))) break;
  }
  const document = await vscode.workspace.openTextDocument(uri);
  const editor = await vscode.window.showTextDocument(document);
  await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), text));
}
