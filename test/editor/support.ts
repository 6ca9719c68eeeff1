import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import * as vscode from 'vscode';

/** What the tests share: opening files, waiting, and asking the editor. */

const SOURCE = 'Backend Tutor';
export const EXTENSION = 'backend-tutor.backend-tutor';

const POLL_MS = 50;
const PATIENCE_MS = 20_000;

/** The extension under test. */
export function extension(): vscode.Extension<unknown> {
  const found = vscode.extensions.getExtension(EXTENSION);
  assert.ok(found, `${EXTENSION} is not installed`);
  return found;
}

/**
 * Asks again and again until the answer is neither undefined nor false.
 *
 * @param what said when the patience is over, with the last state if `describe` gives one.
 */
export async function eventually<T>(
  what: string,
  ask: () => T | undefined | false | Thenable<T | undefined | false>,
  describe: () => string = () => '',
): Promise<T> {
  const end = Date.now() + PATIENCE_MS;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined && answer !== false) return answer;
    if (Date.now() > end) throw new Error(`Waited in vain for ${what}. ${describe()}`);
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
}

function workspaceFolder(): string {
  const folder = vscode.workspace.workspaceFolders?.[0];
  assert.ok(folder, 'no folder is open');
  return folder.uri.fsPath;
}

/** A file of the open folder, which is a copy of the fixtures. */
export function workspaceFile(name: string): string {
  return path.join(workspaceFolder(), name);
}

/** Opens a file of the folder in an editor. */
export async function open(name: string): Promise<vscode.TextEditor> {
  return vscode.window.showTextDocument(vscode.Uri.file(workspaceFile(name)), { preview: false });
}

let copies = 0;

/** Opens a fresh copy of a fixture, so that a test may change it. */
export async function openCopy(name: string): Promise<vscode.TextEditor> {
  copies += 1;
  const copy = `copy-${copies}-${name}`;
  await writeFile(workspaceFile(copy), await readFile(workspaceFile(name)));
  return open(copy);
}

/** Our findings in a document at this moment, of one rule or of all. */
export function findings(document: vscode.TextDocument, rule?: string): vscode.Diagnostic[] {
  return vscode.languages
    .getDiagnostics(document.uri)
    .filter(({ source }) => source === SOURCE)
    .filter((diagnostic) => rule === undefined || ruleOf(diagnostic) === rule);
}

/** The rule that a diagnostic is of. */
function ruleOf({ code }: vscode.Diagnostic): string {
  return String(typeof code === 'object' ? code.value : code);
}

/** Waits until a document has exactly so many findings of a rule. */
export async function waitForFindings(
  document: vscode.TextDocument,
  rule: string,
  count: number,
): Promise<vscode.Diagnostic[]> {
  return eventually(
    `${count} of ${rule} in ${path.basename(document.fileName)}`,
    () => {
      const found = findings(document, rule);
      return found.length === count && found;
    },
    () => `Found: ${findings(document).map(ruleOf).join(', ') || 'none'}.\n${document.getText()}`,
  );
}

/** The code actions at a range. */
export async function actions(
  document: vscode.TextDocument,
  range: vscode.Range,
  kind: vscode.CodeActionKind = vscode.CodeActionKind.QuickFix,
): Promise<vscode.CodeAction[]> {
  const RESOLVED = 20;
  return vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    document.uri,
    range,
    kind.value,
    RESOLVED,
  );
}

/** Applies what a code action would. */
export async function apply(action: vscode.CodeAction): Promise<void> {
  assert.ok(action.edit, `"${action.title}" has no edit`);
  assert.ok(await vscode.workspace.applyEdit(action.edit), `"${action.title}" did not apply`);
}
