import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import * as vscode from 'vscode';
import { actions, apply, eventually, open, workspaceFile } from './support';

const UNTIDY = 'select id,name from users where id=1 and active=true';

describe('SQL formatting', () => {
  it('formats a .sql file', async () => {
    await writeFile(workspaceFile('untidy.sql'), `${UNTIDY};\n`);
    const { document } = await open('untidy.sql');
    const edits = await eventually('a formatter', async () => {
      const offered = await vscode.commands.executeCommand<vscode.TextEdit[] | undefined>(
        'vscode.executeFormatDocumentProvider',
        document.uri,
        { tabSize: 2, insertSpaces: true },
      );
      return offered !== undefined && offered.length > 0 && offered;
    });
    const change = new vscode.WorkspaceEdit();
    change.set(document.uri, edits);
    assert.ok(await vscode.workspace.applyEdit(change));
    const lines = document.getText().trim().split('\n');
    assert.ok(lines.length > 3, document.getText());
    assert.equal(lines[0], 'SELECT');
  });

  it('formats SQL in a string and keeps its placeholder', async () => {
    const code = [
      "const { Pool } = require('pg');",
      'const pool = new Pool();',
      '',
      'exports.find = (id) =>',
      "  pool.query('select id, name from users where id = $1 and active', [id]);",
      '',
    ].join('\n');
    await writeFile(workspaceFile('embedded.js'), code);
    const { document } = await open('embedded.js');
    const at = document.positionAt(code.indexOf('name from'));
    const action = await eventually('a rewrite', async () =>
      (
        await actions(document, new vscode.Range(at, at), vscode.CodeActionKind.RefactorRewrite)
      ).find(({ title }) => title.includes('SQL')),
    );
    await apply(action);
    const formatted = document.getText();
    assert.match(formatted, /SELECT\n/);
    assert.ok(formatted.includes('id = $1'), formatted);
  });
});
