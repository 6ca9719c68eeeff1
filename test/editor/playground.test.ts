import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import * as vscode from 'vscode';
import type { Api } from '../../client/src/extension';
import type { Playground } from '../../client/src/playground/controller';
import { eventually, extension, open, workspaceFile } from './support';

const RUN = 'backendTutor.database.runStatement';
const RUN_ALL = 'backendTutor.database.runAll';

async function playground(): Promise<Playground> {
  return ((await extension().activate()) as Api).playground();
}

async function fileWith(name: string, text: string): Promise<vscode.TextEditor> {
  await writeFile(workspaceFile(name), text);
  const editor = await open(name);
  if (editor.document.getText() !== text) {
    await vscode.commands.executeCommand('workbench.action.files.revert');
  }
  return editor;
}

/** Puts the cursor behind a text. */
function cursorAt(editor: vscode.TextEditor, text: string): void {
  const at = editor.document.positionAt(editor.document.getText().indexOf(text) + text.length);
  editor.selection = new vscode.Selection(at, at);
}

async function rowsOf(sql: string): Promise<unknown> {
  const { databases } = await playground();
  return databases.withSql(async (engine) => (await engine.run(sql)).at(-1)?.rows);
}

function mistakes({ uri }: vscode.TextDocument): vscode.Diagnostic[] {
  return vscode.languages
    .getDiagnostics(uri)
    .filter(({ source }) => source?.includes('(playground)') === true);
}

describe('the database playground', () => {
  before(async () => {
    await (await playground()).resetNow();
  });

  it('runs a whole file, and shows one result for each statement', async () => {
    const { state } = await playground();
    assert.equal(state.isRunning, false);
    await fileWith(
      'tables.sql',
      "CREATE TABLE people (id int PRIMARY KEY, name text);\nINSERT INTO people VALUES (1, 'Ada'), (2, NULL), (3, '');\n",
    );
    await vscode.commands.executeCommand(RUN_ALL);
    const { results, error, database } = (await playground()).state;
    assert.equal(error, undefined);
    assert.equal(database, 'PostgreSQL (playground)');
    assert.deepEqual(
      results.map(({ shown }) => shown),
      [
        { kind: 'message', text: 'CREATE TABLE: done' },
        { kind: 'message', text: 'INSERT: 3 rows' },
      ],
    );
  });

  it('runs the statement under the cursor, and only that', async () => {
    const editor = await fileWith(
      'ask.sql',
      'DELETE FROM people;\n\nSELECT *\nFROM people\nORDER BY id;\n',
    );
    cursorAt(editor, 'FROM people\n');
    await vscode.commands.executeCommand(RUN);
    const { results } = (await playground()).state;
    assert.deepEqual(results[0]?.shown, {
      kind: 'rows',
      columns: ['id', 'name'],
      rows: [
        [1, 'Ada'],
        [2, null],
        [3, ''],
      ],
      total: 3,
    });
    assert.equal(results[0]?.line, 2);
  });

  it('offers to run each statement above it', async () => {
    const { document } = await open('ask.sql');
    const titles = await eventually('lenses', async () => {
      const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>(
        'vscode.executeCodeLensProvider',
        document.uri,
      );
      const found = lenses
        .filter(({ command }) => command?.command.startsWith('backendTutor.database.'))
        .map(({ command, range }) => `${range.start.line} ${command?.title}`);
      return found.length > 0 && found;
    });
    assert.deepEqual(titles.sort(), [
      '0 $(play) Run',
      '0 Explain',
      '0 Run all',
      '2 $(play) Run',
      '2 Explain',
    ]);
  });

  it('marks a mistake at its place, and takes the mark back', async () => {
    const editor = await fileWith('wrong.sql', 'SELECT 1;\n\nSELECT nmae FROM people;\n');
    cursorAt(editor, 'nmae');
    await vscode.commands.executeCommand(RUN);
    const { error } = (await playground()).state;
    assert.equal(error?.code, '42703');
    assert.equal(error?.line, 2);
    const [mistake] = mistakes(editor.document);
    assert.ok(mistake);
    assert.equal(editor.document.getText(mistake.range), 'nmae');
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), ' '));
    await eventually('no mark', () => mistakes(editor.document).length === 0);
    await vscode.commands.executeCommand('workbench.action.files.revert');
  });

  it('stops a statement that does not end, and the data stay', async () => {
    await fileWith(
      'endless.sql',
      'SELECT count(*) FROM generate_series(1, 1000000000) a, people;\n',
    );
    const running = vscode.commands.executeCommand(RUN);
    await eventually('a run', async () => (await playground()).state.isRunning);
    await vscode.commands.executeCommand('backendTutor.database.cancel');
    await running;
    assert.equal((await playground()).state.error?.message, 'You stopped this statement.');
    assert.deepEqual(await rowsOf('SELECT count(*) FROM people'), [[3]]);
  });

  it('keeps the data when the database was ended', async () => {
    await (await playground()).databases.close();
    assert.deepEqual(await rowsOf('SELECT count(*) FROM people'), [[3]]);
  });

  it('runs questions of documents, and marks their mistakes', async () => {
    const editor = await fileWith(
      'posts.mongodb.js',
      'db.posts.insertMany([{ title: "Trees", likes: 3 }, { title: "Keys", likes: 9 }]);\n\ndb.posts.find({ likes: { $gt: 5 } }, { _id: 0 });\n\ndb.posts.find({ likes: { $over: 5 } });\n',
    );
    cursorAt(editor, 'insertMany');
    await vscode.commands.executeCommand(RUN);
    cursorAt(editor, '$gt');
    await vscode.commands.executeCommand(RUN);
    assert.deepEqual((await playground()).state.results[0]?.shown, {
      kind: 'documents',
      documents: [{ title: 'Keys', likes: 9 }],
      total: 1,
    });
    cursorAt(editor, '$over');
    await vscode.commands.executeCommand(RUN);
    const [mistake] = mistakes(editor.document);
    assert.ok(mistake);
    assert.equal(editor.document.getText(mistake.range), '$over');
  });

  it('shows a plan and the picture of the tables', async () => {
    const editor = await open('ask.sql');
    cursorAt(editor, 'FROM people\n');
    await vscode.commands.executeCommand('backendTutor.database.explain');
    await vscode.commands.executeCommand('backendTutor.database.showDiagram');
    const tabs = (): string[] =>
      vscode.window.tabGroups.all.flatMap((group) => group.tabs).map(({ label }) => label);
    const pages = ['Query Plan', 'Entity-Relationship Picture'];
    await eventually(
      'both pages',
      () => pages.every((page) => tabs().includes(page)),
      () => tabs().join(),
    );
  });

  it('has a first file of each kind, which runs', async () => {
    for (const [kind, count] of [
      ['sql', 5],
      ['mongodb', 3],
    ] as const) {
      await vscode.commands.executeCommand('backendTutor.database.newQuery', kind);
      await vscode.commands.executeCommand(RUN_ALL);
      const { results, error } = (await playground()).state;
      assert.equal(error, undefined);
      assert.equal(results.length, count);
      assert.match(results.at(-1)?.title ?? '', kind === 'sql' ? /^SELECT 2/ : /^aggregate/);
      await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    }
  });

  it('is emptied, and brought back', async () => {
    const { databases } = await playground();
    await (await playground()).resetNow();
    await assert.rejects(rowsOf('SELECT * FROM people'), /does not exist/);
    await vscode.commands.executeCommand('backendTutor.database.restore');
    assert.deepEqual(await rowsOf('SELECT count(*) FROM people'), [[3]]);
    assert.equal((await databases.collections(true))[0]?.name, 'posts');
  });

  it('says what is wrong with a connection, and not its password', async () => {
    const configuration = vscode.workspace.getConfiguration('backendTutor');
    const key = 'database.connection';
    await configuration.update(key, 'postgres://ada:top-secret@127.0.0.1:1/shop', true);
    try {
      const editor = await fileWith('remote.sql', 'SELECT 1;\n');
      cursorAt(editor, 'SELECT');
      await vscode.commands.executeCommand(RUN);
      const { error, database } = (await playground()).state;
      assert.equal(database, 'postgres://127.0.0.1:1/shop');
      assert.match(error?.message ?? '', /cannot be reached/);
      assert.doesNotMatch(JSON.stringify((await playground()).state), /secret/);
    } finally {
      await configuration.update(key, undefined, true);
    }
  });
});
