import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import {
  type CheckWorkspaceParams,
  type CheckWorkspaceResult,
  checkWorkspaceRequest,
  type ScanFileParams,
  type ScanFileResult,
  scanFileRequest,
} from '../../../server/src/lsp/protocol';
import { scannedFiles } from '../../../server/src/lsp/scannedFiles';
import { isOpen, uriOf } from '../tabs';

/** Folders that hold what others wrote or what tools made. */
const EXCLUDED = '**/{node_modules,.git,.venv,venv,__pycache__,site-packages}/**';
const MAX_FILES = 5000;
/** A bigger file is not read: the server would refuse it. */
const MAX_BYTES = 10 * 1024 * 1024;
const SUMMARY_MS = 10_000;

type Progress = vscode.Progress<{ message?: string; increment?: number }>;

const nothing: CheckWorkspaceResult = { finished: true, files: 0, problems: 0, limited: false };

/**
 * Findings of files that are not open, after the learner asked for them. They follow the files:
 * one that is opened gets its findings from the server, one that changes is looked at again. The
 * server reads and follows the files of its own machine; those of virtual folders are read here.
 */
export class WorkspaceScan implements vscode.Disposable {
  private readonly findings = vscode.languages.createDiagnosticCollection('backend-tutor-scan');
  private readonly subscriptions: vscode.Disposable[] = [this.findings];
  /** Addresses of the files of virtual folders that the last scan read. */
  private scanned = new Set<string>();

  constructor(
    private readonly client: () => Promise<LanguageClient>,
    private readonly log: vscode.LogOutputChannel,
    private readonly onProgress: typeof import('../languageClient').onProgress,
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

  private async scanAll(progress: Progress, token: vscode.CancellationToken): Promise<boolean> {
    const folders = vscode.workspace.workspaceFolders ?? [];
    const virtual = folders.filter(({ uri }) => uri.scheme !== 'file');
    const local =
      virtual.length < folders.length ? await this.checkLocal(progress, token) : nothing;
    const rest = await this.scanVirtual(virtual, progress, token);
    if (!local.finished || !rest.finished) return false;
    const files = local.files + rest.files;
    const more = local.limited || rest.limited ? `, the first ${files}` : '';
    const problems = count(local.problems + rest.problems, 'problem');
    vscode.window.setStatusBarMessage(
      `Backend Tutor: ${problems} in ${count(files, 'file')}${more}`,
      SUMMARY_MS,
    );
    return true;
  }

  private async checkLocal(
    progress: Progress,
    token: vscode.CancellationToken,
  ): Promise<CheckWorkspaceResult> {
    const client = await this.client();
    const workDoneToken = `check-${Date.now()}`;
    let reached = 0;
    const heard = this.onProgress(client, workDoneToken, ({ percentage = 0, message }) => {
      progress.report({
        increment: Math.max(0, percentage - reached),
        ...(message === undefined ? {} : { message }),
      });
      reached = Math.max(reached, percentage);
    });
    try {
      const params: CheckWorkspaceParams = { workDoneToken };
      return await client.sendRequest<CheckWorkspaceResult>(checkWorkspaceRequest, params, token);
    } catch (error) {
      if (!token.isCancellationRequested) throw error;
      return { ...nothing, finished: false };
    } finally {
      heard.dispose();
    }
  }

  private async scanVirtual(
    folders: readonly vscode.WorkspaceFolder[],
    progress: Progress,
    token: vscode.CancellationToken,
  ): Promise<CheckWorkspaceResult> {
    const files: vscode.Uri[] = [];
    for (const folder of folders) {
      const pattern = new vscode.RelativePattern(folder, scannedFiles);
      const left = MAX_FILES - files.length;
      files.push(...(await vscode.workspace.findFiles(pattern, EXCLUDED, left, token)));
    }
    this.findings.clear();
    this.scanned = new Set(files.map(String));
    let problems = 0;
    for (const [index, uri] of files.entries()) {
      if (token.isCancellationRequested) break;
      progress.report({
        increment: 100 / files.length,
        message: `${index + 1} of ${files.length}`,
      });
      problems += await this.scan(uri, token);
    }
    return {
      finished: !token.isCancellationRequested,
      files: files.length,
      problems,
      limited: files.length === MAX_FILES,
    };
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

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
