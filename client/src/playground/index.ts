import * as vscode from 'vscode';
import { StatementLenses } from './codeLenses';
import { newFile, Playground } from './controller';
import type { SchemaNode } from './schemaView';
import { kindOfFile } from './statements';

const PREFIX = 'backendTutor.database.';
const CAN_RUN = 'backendTutor.canRun';

/**
 * The database playground: statements of `.sql` and `.mongodb.js` files run in the editor.
 * @public loaded by `require`, as a bundle of its own
 */
export function registerPlayground(
  context: vscode.ExtensionContext,
  log: vscode.LogOutputChannel,
): Playground {
  const playground = new Playground(context, log);
  const lenses = new StatementLenses((document) => dialectFor(document, playground));
  const commands: Readonly<Record<string, (...args: never[]) => unknown>> = {
    runStatement: (uri?: vscode.Uri, start?: number) => playground.runStatement(uri, start),
    runAll: (uri?: vscode.Uri) => playground.runAll(uri),
    explain: (uri?: vscode.Uri, start?: number) => playground.explain(uri, start),
    cancel: () => playground.cancel(),
    newQuery: (kind?: unknown) => choose(kind),
    refresh: () => playground.refresh(true),
    showDiagram: () => playground.showDiagram(),
    insertSelect: (node?: SchemaNode) => playground.insertSelect(node),
    reset: () => playground.reset(),
    restore: () => playground.restore(),
  };
  const setCanRun = (): void => {
    void vscode.commands.executeCommand('setContext', CAN_RUN, vscode.workspace.isTrusted);
    lenses.refresh();
  };
  setCanRun();
  context.subscriptions.push(
    playground,
    vscode.languages.registerCodeLensProvider(
      [{ language: 'sql' }, { pattern: '**/*.mongodb.js' }],
      lenses,
    ),
    vscode.workspace.onDidGrantWorkspaceTrust(setCanRun),
    vscode.workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration('backendTutor.database.connection')) {
        void playground.refresh(false);
      }
      if (
        change.affectsConfiguration('backendTutor.database.connection') ||
        change.affectsConfiguration('backendTutor.sql.dialect')
      ) {
        lenses.refresh();
      }
    }),
    ...Object.entries(commands).map(([id, run]) =>
      vscode.commands.registerCommand(PREFIX + id, run as (...args: unknown[]) => unknown),
    ),
  );
  return playground;
}

/** A file that is said to be of another dialect than the database’s is not offered to it. */
function dialectFor(
  document: vscode.TextDocument,
  { databases }: Playground,
): 'postgresql' | 'mysql' | undefined {
  const { dialect } = databases;
  if (kindOfFile(document.uri.path, document.languageId) === 'mongodb') return dialect;
  const said = vscode.workspace
    .getConfiguration('backendTutor', document)
    .get<string>('sql.dialect', 'auto');
  return said === 'auto' || said === dialect ? dialect : undefined;
}

async function choose(kind: unknown): Promise<void> {
  if (kind === 'sql' || kind === 'mongodb') return newFile(kind);
  const choice = await vscode.window.showQuickPick(
    [
      { label: 'PostgreSQL', description: 'a .sql file', file: 'sql' as const },
      { label: 'Documents', description: 'a .mongodb.js file', file: 'mongodb' as const },
    ],
    { title: 'New playground file' },
  );
  if (choice !== undefined) await newFile(choice.file);
}
