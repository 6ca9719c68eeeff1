import { randomBytes } from 'node:crypto';
import * as vscode from 'vscode';
import type { FromPage, ShownResult, State, ToPage } from './protocol';
import { csv } from './texts';

const VIEW = 'backendTutor.results';
/** A run that is over sooner shows nothing of its being at work. */
const CALM_MS = 250;

/** The view in the panel that shows results. */
export class ResultsView implements vscode.WebviewViewProvider, vscode.Disposable {
  readonly #folder: vscode.Uri;
  readonly #cancel: () => void;
  readonly #registration: vscode.Disposable;
  #view: vscode.WebviewView | undefined;
  #waiting: NodeJS.Timeout | undefined;
  #source: vscode.Uri | undefined;
  #state: State = {
    run: 0,
    database: undefined,
    isRunning: false,
    results: [],
    error: undefined,
  };

  constructor(extension: vscode.Uri, cancel: () => void) {
    this.#folder = vscode.Uri.joinPath(extension, 'dist', 'extension', 'webview');
    this.#cancel = cancel;
    this.#registration = vscode.window.registerWebviewViewProvider(VIEW, this);
  }

  dispose(): void {
    clearTimeout(this.#waiting);
    this.#registration.dispose();
  }

  /** What is shown now. */
  get state(): State {
    return this.#state;
  }

  /** A run begins. @returns its number, by which it is ended */
  async begin(source: vscode.Uri, database: string): Promise<number> {
    clearTimeout(this.#waiting);
    this.#source = source;
    this.#state = {
      run: this.#state.run + 1,
      database,
      isRunning: true,
      results: [],
      error: undefined,
    };
    this.#waiting = setTimeout(() => this.#post(), CALM_MS);
    const { run } = this.#state;
    await this.#reveal();
    return run;
  }

  /** What came of a run; of no matter when another has begun since. */
  end(run: number, results: readonly ShownResult[], error: State['error']): void {
    if (run !== this.#state.run) return;
    clearTimeout(this.#waiting);
    this.#state = { ...this.#state, isRunning: false, results, error };
    this.#post();
  }

  async #reveal(): Promise<void> {
    if (this.#view !== undefined) this.#view.show(true);
    else await vscode.commands.executeCommand(`${VIEW}.focus`, { preserveFocus: true });
  }

  resolveWebviewView(view: vscode.WebviewView): void {
    this.#view = view;
    const { webview } = view;
    webview.options = { enableScripts: true, localResourceRoots: [this.#folder] };
    webview.html = this.#page(webview);
    webview.onDidReceiveMessage((message: FromPage) => void this.#receive(message));
    view.onDidDispose(() => {
      if (this.#view === view) this.#view = undefined;
    });
  }

  #page(webview: vscode.Webview): string {
    const nonce = randomBytes(16).toString('base64');
    const file = (name: string): vscode.Uri =>
      webview.asWebviewUri(vscode.Uri.joinPath(this.#folder, name));
    return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src ${webview.cspSource}; script-src 'nonce-${nonce}'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Results</title>
<link rel="stylesheet" href="${file('results.css')}">
</head>
<body>
<main></main>
<div id="live" role="status" aria-live="polite"></div>
<script nonce="${nonce}" src="${file('results.js')}"></script>
</body>
</html>`;
  }

  #post(): void {
    const message: ToPage = { kind: 'state', state: this.#state };
    void this.#view?.webview.postMessage(message);
  }

  async #receive(message: FromPage): Promise<void> {
    if (message.kind === 'ready') this.#post();
    else if (message.kind === 'cancel') this.#cancel();
    else if (message.kind === 'copy') {
      await vscode.env.clipboard.writeText(message.text);
      vscode.window.setStatusBarMessage(`Copied ${message.what}.`, 3000);
    } else if (message.kind === 'export') await this.#export(message.result);
    else if (message.kind === 'goTo' && this.#source !== undefined) {
      const at = new vscode.Position(message.line, 0);
      await vscode.window.showTextDocument(this.#source, { selection: new vscode.Range(at, at) });
    }
  }

  async #export(index: number): Promise<void> {
    const shown = this.#state.results[index]?.shown;
    if (shown?.kind !== 'rows' && shown?.kind !== 'documents') return;
    const isTable = shown.kind === 'rows';
    const ending = isTable ? 'csv' : 'json';
    const target = await vscode.window.showSaveDialog({
      title: 'Export the result',
      filters: isTable ? { CSV: ['csv'] } : { JSON: ['json'] },
      ...(vscode.workspace.workspaceFolders?.[0] && {
        defaultUri: vscode.Uri.joinPath(
          vscode.workspace.workspaceFolders[0].uri,
          `result.${ending}`,
        ),
      }),
    });
    if (target === undefined) return;
    const text = isTable
      ? csv(shown.columns, shown.rows)
      : `${JSON.stringify(shown.documents, null, 2)}\n`;
    await vscode.workspace.fs.writeFile(target, new TextEncoder().encode(text));
  }
}
