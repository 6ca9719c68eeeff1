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
  openCopy,
  waitForFindings,
  workspaceFile,
} from './support';

async function progress(): Promise<Api['progress']> {
  return ((await extension().activate()) as Api).progress;
}

async function isDone(key: string): Promise<boolean> {
  return (await progress()).isDone(key);
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
    const { document } = await openCopy('injection.js');
    const [finding] = await waitForFindings(document, 'sql-injection', 2);
    assert.ok(finding);
    const [fix] = await actions(document, finding.range);
    assert.ok(fix);
    await apply(fix);
    await waitForFindings(document, 'sql-injection', 1);
    assert.equal(await isDone('did.fix.sql-injection'), false, 'done before it is saved');
    await document.save();
    await eventually('did.fix.sql-injection', () => isDone('did.fix.sql-injection'));
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
