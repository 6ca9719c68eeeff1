import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import * as vscode from 'vscode';
import {
  actions,
  apply,
  eventually,
  open,
  openCopy,
  waitForFindings,
  workspaceFile,
} from './support';

async function lenses(document: vscode.TextDocument): Promise<vscode.CodeLens[]> {
  const found = await vscode.commands.executeCommand<vscode.CodeLens[]>(
    'vscode.executeCodeLensProvider',
    document.uri,
  );
  return found.filter(({ command }) =>
    /^\$\(pass\) Fixed|^Open the lesson/.test(command?.title ?? ''),
  );
}

/** As the lightbulb does: first the change, then the command that belongs to it. */
async function choose(action: vscode.CodeAction): Promise<void> {
  await apply(action);
  const { command } = action;
  if (command) await vscode.commands.executeCommand(command.command, ...(command.arguments ?? []));
}

async function fixFirst(): Promise<vscode.TextDocument> {
  const { document } = await openCopy('injection.js');
  const [finding] = await waitForFindings(document, 'sql-injection', 2);
  assert.ok(finding);
  const [fix] = await actions(document, finding.range);
  assert.ok(fix);
  await choose(fix);
  await waitForFindings(document, 'sql-injection', 1);
  return document;
}

describe('a note after a fix', () => {
  it('says above the line and on hover what it prevents, and leads to the lesson', async () => {
    const document = await fixFirst();
    const [note, lesson] = await eventually('the note', async () => {
      const found = await lenses(document);
      return found.length === 2 && found;
    });
    assert.match(note?.command?.title ?? '', /Fixed: SQL built from untrusted data/);
    assert.deepEqual(lesson?.command?.arguments, ['security', 'sql-injection']);
    const line = note?.range.start.line ?? 0;
    assert.match(document.lineAt(line).text, /\$1|\?/);
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      document.uri,
      new vscode.Position(line, 1),
    );
    const text = hovers
      .flatMap(({ contents }) => contents)
      .map((content) => (typeof content === 'string' ? content : content.value))
      .join('\n');
    assert.match(text, /This is what the change prevents/);
  });

  it('moves with its line, and goes when the line is edited', async () => {
    const document = await fixFirst();
    const [note] = await eventually('the note', async () => {
      const found = await lenses(document);
      return found.length > 0 && found;
    });
    const line = note?.range.start.line ?? 0;
    const above = new vscode.WorkspaceEdit();
    above.insert(document.uri, new vscode.Position(0, 0), '// A line above.\n');
    await vscode.workspace.applyEdit(above);
    const [moved] = await lenses(document);
    assert.equal(moved?.range.start.line, line + 1);
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, new vscode.Position(line + 1, 2), ' ');
    await vscode.workspace.applyEdit(edit);
    assert.deepEqual(await lenses(document), []);
  });
});

describe('fix all in all files', () => {
  it('changes files that are open and files that are not', async () => {
    const text = "require('bcrypt').hash(password, 4);\n";
    for (const name of ['cost-open.js', 'cost-stored.js']) {
      await writeFile(workspaceFile(name), text);
    }
    const { document } = await open('cost-open.js');
    const [finding] = await waitForFindings(document, 'weak-work-factor', 1);
    assert.ok(finding);
    const offered = await actions(document, finding.range);
    const everywhere = offered.find(({ title }) => title.endsWith('in all files'))?.command;
    assert.ok(everywhere, offered.map(({ title }) => title).join('; '));
    const stored = await vscode.workspace.openTextDocument(workspaceFile('cost-stored.js'));
    await eventually('the change', async () => {
      await vscode.commands.executeCommand(everywhere.command, ...(everywhere.arguments ?? []));
      return /hash\(password, 12\)/.test(document.getText() + stored.getText());
    });
    await eventually('both changes', () =>
      [document, stored].every((each) => each.getText().includes('hash(password, 12)')),
    );
  });
});
