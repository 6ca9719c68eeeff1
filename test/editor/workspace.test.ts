import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import * as vscode from 'vscode';
import type { Api } from '../../client/src/extension';
import {
  actions,
  apply,
  eventually,
  extension,
  findings,
  waitForFindings,
  workspaceFile,
} from './support';

async function progress(): Promise<Api['progress']> {
  return ((await extension().activate()) as Api).progress;
}

async function isDone(key: string): Promise<boolean> {
  return (await progress()).isDone(key);
}

async function openPractice(file: string): Promise<vscode.TextDocument> {
  await vscode.commands.executeCommand('backendTutor.openPractice', file);
  const document = vscode.window.activeTextEditor?.document;
  assert.ok(document);
  assert.ok(document.uri.path.endsWith(`/${file}`), `${document.uri.path} is open`);
  return document;
}

async function replace(document: vscode.TextDocument, from: string, to: string): Promise<void> {
  const at = document.getText().indexOf(from);
  assert.ok(at >= 0, `${from} is not in the file`);
  const range = new vscode.Range(document.positionAt(at), document.positionAt(at + from.length));
  const edit = new vscode.WorkspaceEdit();
  edit.replace(document.uri, range, to);
  assert.ok(await vscode.workspace.applyEdit(edit));
}

describe('the progress', () => {
  it('forgets what was done when it is reset', async () => {
    const store = await progress();
    const keys = store.walkthroughs.flatMap(({ steps }) => steps.map(({ key }) => key));
    await store.reset();
    assert.deepEqual(
      keys.filter((key) => store.isDone(key)),
      [],
    );
  });

  it('sees that a finding was repaired, once it is saved', async () => {
    const document = await openPractice('2-databases/search.js');
    const [finding] = await waitForFindings(document, 'sql-injection', 1);
    assert.ok(finding);
    const [fix] = await actions(document, finding.range);
    assert.ok(fix);
    await apply(fix);
    await waitForFindings(document, 'sql-injection', 0);
    assert.equal(await isDone('did.fix.sql-injection'), false, 'done before it is saved');
    await document.save();
    await eventually('did.fix.sql-injection', () => isDone('did.fix.sql-injection'));
  });

  it('sees that a practice file is clean', async () => {
    const key = 'did.clean.2-databases/changes.sql';
    const document = await openPractice('2-databases/changes.sql');
    await waitForFindings(document, 'missing-where', 2);
    await replace(document, 'published = TRUE;', 'published = TRUE WHERE id = 3;');
    await document.save();
    await waitForFindings(document, 'missing-where', 1);
    assert.equal(await isDone(key), false, 'done with one finding left');
    await replace(document, 'FROM comments;', 'FROM comments WHERE id = 17;');
    await waitForFindings(document, 'missing-where', 0);
    await document.save();
    await eventually(key, () => isDone(key));
  });

  it('sees that SQL was formatted', async () => {
    await openPractice('2-databases/subqueries.sql');
    await eventually('did.sql.format', async () => {
      await vscode.commands.executeCommand('editor.action.formatDocument');
      return isDone('did.sql.format');
    });
    await vscode.commands.executeCommand('workbench.action.files.revert');
  });
});

describe('a practice file', () => {
  const file = '1-fundamentals/visits.js';

  it('is not overwritten when it is opened again', async () => {
    const document = await openPractice(file);
    await replace(document, document.lineAt(0).text, '// mine');
    await document.save();
    assert.match((await openPractice(file)).getText(), /^\/\/ mine/);
  });

  it('is put back by a reset, and the version before it can be restored', async () => {
    const document = await openPractice(file);
    assert.match(document.getText(), /^\/\/ mine/);
    await vscode.commands.executeCommand('backendTutor.resetPractice', file);
    assert.doesNotMatch(document.getText(), /\/\/ mine/);
    const restored = vscode.commands.executeCommand('backendTutor.restorePractice', file);
    await eventually('the version to be restored', async () => {
      if (/^\/\/ mine/.test(document.getText())) return true;
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      return false;
    });
    await restored;
    assert.equal(document.isDirty, false);
  });
});

describe('the check of the folder', () => {
  it('finds what is wrong in closed files, and follows them', async () => {
    const uri = vscode.Uri.file(workspaceFile('closed.sql'));
    await writeFile(uri.fsPath, 'DELETE FROM users;\n');
    const shown = () => vscode.languages.getDiagnostics(uri).map(({ source }) => source);
    assert.deepEqual(shown(), []);
    await vscode.commands.executeCommand('backendTutor.scanWorkspace');
    assert.deepEqual(shown(), ['Backend Tutor']);

    const document = await vscode.workspace.openTextDocument(uri);
    await vscode.window.showTextDocument(document);
    await waitForFindings(document, 'missing-where', 1);
    await replace(document, 'users', 'users WHERE id = 1');
    await document.save();
    await eventually('no finding', () => findings(document).length === 0);

    await writeFile(uri.fsPath, 'DELETE FROM users;\n');
    await eventually('the file in the editor', () => !document.getText().includes('WHERE'));
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
    await eventually('the finding of the closed file', () => shown().length === 1);
  });

  it('finds what comes from another file', async () => {
    await writeFile(
      workspaceFile('closed-db.js'),
      "const { Pool } = require('pg');\nconst pool = new Pool();\nexports.find = (id) => pool.query('SELECT * FROM t WHERE id = ' + id);\n",
    );
    await writeFile(
      workspaceFile('closed-app.js'),
      "const app = require('express')();\nconst db = require('./closed-db');\napp.get('/', (req) => db.find(req.query.id));\n",
    );
    await vscode.commands.executeCommand('backendTutor.scanWorkspace');
    const uri = vscode.Uri.file(workspaceFile('closed-db.js'));
    const [finding] = vscode.languages.getDiagnostics(uri);
    assert.equal(finding?.severity, vscode.DiagnosticSeverity.Error);
    const files = finding.relatedInformation?.map(({ location }) => location.uri.path);
    assert.ok(files?.some((file) => file.endsWith('/closed-app.js')));
  });

  it('leaves excluded files out', async () => {
    const configuration = vscode.workspace.getConfiguration('backendTutor');
    await configuration.update('exclude', ['cors.js'], true);
    try {
      await vscode.commands.executeCommand('workbench.action.closeAllEditors');
      const cors = vscode.Uri.file(workspaceFile('cors.js'));
      const others = vscode.Uri.file(workspaceFile('passwords.js'));
      assert.ok(existsSync(cors.fsPath));
      await eventually('the findings of the others alone', async () => {
        await vscode.commands.executeCommand('backendTutor.scanWorkspace');
        const count = (uri: vscode.Uri) => vscode.languages.getDiagnostics(uri).length;
        return count(others) > 0 && count(cors) === 0;
      });
    } finally {
      await configuration.update('exclude', undefined, true);
    }
  });
});
