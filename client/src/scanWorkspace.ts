import * as vscode from 'vscode';
import { DocumentDiagnosticRequest, type LanguageClient } from 'vscode-languageclient/node';

const included = '**/*.{js,mjs,cjs,jsx,ts,mts,cts,tsx,py,sql}';
const excluded = '**/{node_modules,.git,.venv,venv,__pycache__,site-packages,dist,build}/**';
const maxFiles = 2000;

/** Findings of files that are not open. Open ones get theirs from the server as ever. */
export class WorkspaceScan implements vscode.Disposable {
  private readonly findings = vscode.languages.createDiagnosticCollection('backend-tutor-scan');
  private readonly disposables = [
    this.findings,
    vscode.window.onDidChangeVisibleTextEditors((editors) => {
      for (const { document } of editors) this.findings.delete(document.uri);
    }),
    vscode.workspace.onDidDeleteFiles(({ files }) => {
      for (const uri of files) this.findings.delete(uri);
    }),
  ];

  constructor(private readonly client: () => Promise<LanguageClient>) {}

  dispose(): void {
    for (const disposable of this.disposables) disposable.dispose();
  }

  /** @returns whether the scan ran to its end. */
  async run(): Promise<boolean> {
    const files = await vscode.workspace.findFiles(included, excluded, maxFiles);
    if (files.length === 0) {
      void vscode.window.showInformationMessage(
        'Backend Tutor found no JavaScript, TypeScript, Python or SQL file in this folder.',
      );
      return false;
    }
    const client = await this.client();
    this.findings.clear();
    const finished = await vscode.window.withProgress(
      {
        location: vscode.ProgressLocation.Notification,
        title: 'Backend Tutor looks at this folder',
        cancellable: true,
      },
      async (progress, token) => {
        for (const [i, uri] of files.entries()) {
          if (token.isCancellationRequested) return false;
          progress.report({
            increment: 100 / files.length,
            message: `${i + 1} of ${files.length}`,
          });
          await this.scan(client, uri);
        }
        return true;
      },
    );
    await vscode.commands.executeCommand('workbench.actions.view.problems');
    return finished;
  }

  private async scan(client: LanguageClient, uri: vscode.Uri): Promise<void> {
    const isVisible = vscode.window.visibleTextEditors.some(
      ({ document }) => document.uri.toString() === uri.toString(),
    );
    if (isVisible) return;
    try {
      // Opening the document, without showing it, gives the server its text.
      await vscode.workspace.openTextDocument(uri);
      const report = await client.sendRequest(DocumentDiagnosticRequest.type, {
        textDocument: { uri: client.code2ProtocolConverter.asUri(uri) },
      });
      if (report.kind !== 'full') return;
      this.findings.set(uri, await client.protocol2CodeConverter.asDiagnostics(report.items));
    } catch {
      // Binary, too big, or gone meanwhile: there is nothing to say of it.
    }
  }
}
