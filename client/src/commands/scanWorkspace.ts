import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import {
  type ScanFileParams,
  type ScanFileResult,
  scanFileRequest,
} from '../../../server/src/lsp/protocol';
import { scannedFiles } from '../../../server/src/lsp/scannedFiles';

/** Folders that hold what others wrote or what tools made. */
const EXCLUDED = '**/{node_modules,.git,.venv,venv,__pycache__,site-packages}/**';
const MAX_FILES = 5000;
/** A bigger file is not read: the server would refuse it. */
const MAX_BYTES = 10 * 1024 * 1024;
const SUMMARY_MS = 10_000;

/**
 * Findings of files that are not open, after the learner asked for them. They follow the files:
 * one that is opened gets its findings from the server, one that changes is looked at again.
 */
export class WorkspaceScan implements vscode.Disposable {
  private readonly findings = vscode.languages.createDiagnosticCollection('backend-tutor-scan');
  private readonly subscriptions: vscode.Disposable[] = [this.findings];
  /** Addresses of the files of the last scan. */
  private scanned = new Set<string>();

  constructor(
    private readonly client: () => Promise<LanguageClient>,
    private readonly log: vscode.LogOutputChannel,
  ) {
    const watcher = vscode.workspace.createFileSystemWatcher(scannedFiles);
    this.subscriptions.push(
      watcher,
      watcher.onDidChange((uri) => this.again(uri)),
      watcher.onDidDelete((uri) => this.findings.delete(uri)),
      // The language client goes by tabs, too: a document may outlive its tab, without findings.
      vscode.window.tabGroups.onDidChangeTabs(({ opened, closed }) => {
        for (const uri of opened.flatMap(uriOf)) this.findings.delete(uri);
        for (const uri of closed.flatMap(uriOf)) this.again(uri);
      }),
    );
  }

  dispose(): void {
    vscode.Disposable.from(...this.subscriptions).dispose();
  }

  /** @returns whether the scan ran to its end */
  async run(): Promise<boolean> {
    if (vscode.workspace.workspaceFolders === undefined) {
      void vscode.window.showInformationMessage(
        'Open a folder first; then Backend Tutor can check its files.',
      );
      return false;
    }
    const finished = await vscode.window.withProgress(
      {
        location: vscode.ProgressLocation.Notification,
        title: 'Backend Tutor checks the files of this folder',
        cancellable: true,
      },
      (progress, token) => this.scanAll(progress, token),
    );
    await vscode.commands.executeCommand('workbench.actions.view.problems');
    return finished;
  }

  private async scanAll(
    progress: vscode.Progress<{ message?: string; increment?: number }>,
    token: vscode.CancellationToken,
  ): Promise<boolean> {
    const files = await vscode.workspace.findFiles(scannedFiles, EXCLUDED, MAX_FILES, token);
    this.findings.clear();
    this.scanned = new Set(files.map(String));
    let problems = 0;
    for (const [index, uri] of files.entries()) {
      if (token.isCancellationRequested) return false;
      progress.report({
        increment: 100 / files.length,
        message: `${index + 1} of ${files.length}`,
      });
      problems += await this.scan(uri, token);
    }
    const more = files.length === MAX_FILES ? `, the first ${MAX_FILES}` : '';
    vscode.window.setStatusBarMessage(
      `Backend Tutor: ${count(problems, 'problem')} in ${count(files.length, 'file')}${more}`,
      SUMMARY_MS,
    );
    return !token.isCancellationRequested;
  }

  private again(uri: vscode.Uri): void {
    if (this.scanned.has(uri.toString())) void this.scan(uri);
  }

  /** @returns how many problems the file has */
  private async scan(uri: vscode.Uri, token?: vscode.CancellationToken): Promise<number> {
    try {
      if (isOpen(uri)) {
        return vscode.languages
          .getDiagnostics(uri)
          .filter(({ source }) => source === 'Backend Tutor').length;
      }
      if ((await vscode.workspace.fs.stat(uri)).size > MAX_BYTES) return 0;
      const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
      const client = await this.client();
      const params: ScanFileParams = { uri: client.code2ProtocolConverter.asUri(uri), text };
      const { diagnostics } = await client.sendRequest<ScanFileResult>(
        scanFileRequest,
        params,
        token,
      );
      const shown = await client.protocol2CodeConverter.asDiagnostics(diagnostics);
      if (isOpen(uri)) return shown.length;
      this.findings.set(uri, shown);
      return shown.length;
    } catch (error) {
      // Gone meanwhile, or cancelled.
      this.findings.delete(uri);
      this.log.debug(`${uri.toString()} was not checked: ${String(error)}`);
      return 0;
    }
  }
}

function isOpen(uri: vscode.Uri): boolean {
  const name = uri.toString();
  return vscode.window.tabGroups.all
    .flatMap(({ tabs }) => tabs.flatMap(uriOf))
    .some((each) => each.toString() === name);
}

function uriOf({ input }: vscode.Tab): vscode.Uri[] {
  return input instanceof vscode.TabInputText ? [input.uri] : [];
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
