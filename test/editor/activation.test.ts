import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { extension, findings, open, waitForFindings } from './support';

describe('the extension', () => {
  it('activates when a file of a language it knows is opened', async () => {
    const { document } = await open('injection.js');
    await waitForFindings(document, 'sql-injection', 2);
    assert.equal(extension().isActive, true);
  });

  it('registers every command of its manifest', async () => {
    const known = new Set(await vscode.commands.getCommands(true));
    const declared: { command: string }[] = extension().packageJSON.contributes.commands;
    assert.ok(declared.length > 0);
    assert.deepEqual(
      declared.map(({ command }) => command).filter((command) => !known.has(command)),
      [],
    );
  });

  it('finds as you type, and takes the finding back', async () => {
    const document = await vscode.workspace.openTextDocument({ language: 'sql', content: '' });
    const editor = await vscode.window.showTextDocument(document);
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), 'DELETE FROM users;'));
    await waitForFindings(document, 'missing-where', 1);
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 17), ' WHERE id = 1'));
    await waitForFindings(document, 'missing-where', 0);
    assert.deepEqual(findings(document), []);
  });
});
