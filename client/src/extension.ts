import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import {
  type FindingsParams,
  findingsNotification,
  openRuleCommand,
} from '../../server/src/lsp/protocol';
import { openRule, openSettings, openWalkthrough, resetPractice, resetProgress } from './commands';
import { walkthroughs } from './manifest';
import { Practice } from './practice';
import { Progress } from './progress/progress';
import { Watcher } from './progress/watch';
import { SnippetPicker } from './snippetPicker';
import { createStatusBar } from './statusBar';

/** What the extension gives to other extensions, and to its own tests. */
export interface Api {
  /** Settles when the language server has started. */
  readonly ready: Promise<void>;
  readonly progress: Pick<Progress, 'isDone' | 'doneSteps' | 'stepCount'>;
}

let client: LanguageClient | undefined;

export function activate(context: vscode.ExtensionContext): Api {
  const output = vscode.window.createOutputChannel('Backend Tutor', { log: true });
  const progress = new Progress(context, walkthroughs(context));
  const practice = new Practice(context);
  const watcher = new Watcher(progress, practice);
  const snippets = new SnippetPicker(context);

  const starting = start();
  // Other parts must work when the server does not.
  starting.catch((error: unknown) => {
    output.error(String(error));
    void vscode.window.showErrorMessage(
      'Backend Tutor’s language server did not start, so code is not checked. The output “Backend Tutor” says why.',
    );
  });

  async function start(): Promise<LanguageClient> {
    // The library is big: it must not hold up the activation.
    const { createClient } = await import('./languageClient');
    const created = createClient(context, output, () => void progress.reach('did.sql.format'));
    created.onNotification(findingsNotification, (params: FindingsParams) =>
      watcher.onFindings(params),
    );
    client = created;
    await created.start();
    return created;
  }

  let scan: import('./scanWorkspace').WorkspaceScan | undefined;
  const scanWorkspace = async () => {
    const { WorkspaceScan } = await import('./scanWorkspace');
    if (!scan) {
      scan = new WorkspaceScan(() => starting);
      context.subscriptions.push(scan);
    }
    if (await scan.run()) await progress.reach('did.scan.workspace');
  };

  const insertSnippet = async (framework?: string) => {
    const inserted = await snippets.insert(framework);
    if (inserted !== undefined) await progress.reach(`did.snippet.${inserted}`);
  };

  const register = vscode.commands.registerCommand;
  context.subscriptions.push(
    output,
    progress,
    watcher,
    snippets,
    createStatusBar(progress),
    register('backendTutor.openPractice', (id: string) => practice.open(id)),
    register('backendTutor.resetPractice', () => resetPractice(practice)),
    register('backendTutor.insertSnippet', insertSnippet),
    register('backendTutor.openWalkthrough', (id?: string) =>
      openWalkthrough(context, progress, id),
    ),
    register('backendTutor.openSettings', (query?: string) => openSettings(query ?? '')),
    register('backendTutor.scanWorkspace', scanWorkspace),
    register('backendTutor.resetProgress', () => resetProgress(progress)),
    register('backendTutor.showOutput', () => output.show()),
    register('backendTutor.restartServer', async () => (await starting).restart()),
    register(openRuleCommand, (id: string) => openRule(context, id)),
  );
  void progress.restore();
  return { ready: starting.then(() => undefined), progress };
}

export async function deactivate(): Promise<void> {
  await client?.stop();
}
