import * as vscode from 'vscode';
import type { FindingsParams } from '../../../server/src/lsp/protocol';
import type { SnippetLibrary } from '../snippetLibrary';
import { FixTracker } from './fixTracker';
import type { ProgressStore } from './store';

/** A shorter change is typed, not a snippet. */
const SNIPPET_MIN_LENGTH = 40;

/** Ticks what the learner's documents show: fixes and snippets. */
export class DocumentWatcher implements vscode.Disposable {
  private readonly latest = new Map<string, FindingsParams>();
  private readonly fixes = new FixTracker();
  private readonly subscriptions: vscode.Disposable[];

  constructor(
    private readonly store: ProgressStore,
    private readonly snippets: SnippetLibrary,
    private readonly log: vscode.LogOutputChannel,
  ) {
    this.subscriptions = [
      vscode.workspace.onDidSaveTextDocument((document) => this.try(() => this.check(document))),
      vscode.workspace.onDidChangeTextDocument((event) => this.try(() => this.changed(event))),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => {
        this.latest.delete(uri.toString());
        this.fixes.forget(uri.toString());
      }),
    ];
  }

  /** Takes what the server found in a document. */
  findings(uri: vscode.Uri, params: FindingsParams): void {
    const name = uri.toString();
    if (params.notAnalysed !== undefined) return;
    this.latest.set(name, params);
    const document = vscode.workspace.textDocuments.find((each) => each.uri.toString() === name);
    if (document?.version === params.version) this.try(() => this.check(document));
  }

  dispose(): void {
    vscode.Disposable.from(...this.subscriptions).dispose();
  }

  /** Looks at a document when its findings are new or it was saved. */
  private async check(document: vscode.TextDocument): Promise<void> {
    const name = document.uri.toString();
    const found = this.latest.get(name);
    if (found?.version !== document.version) return;
    const settled = !document.isDirty || document.isUntitled;
    const fixed = this.fixes.see(name, document.version, found, settled);
    // To empty a file is no repair of it.
    if (document.getText().trim() === '') return;
    for (const rule of fixed) await this.store.complete(`did.fix.${rule}`);
  }

  /** A snippet may also be inserted by its prefix, through completion. */
  private async changed({
    document,
    contentChanges,
  }: vscode.TextDocumentChangeEvent): Promise<void> {
    if (!this.store.awaitsAny('did.snippet.')) return;
    if (document.uri.scheme !== 'file' && !document.isUntitled) return;
    for (const { text } of contentChanges) {
      if (text.length < SNIPPET_MIN_LENGTH || !text.includes('\n')) continue;
      const group = await this.snippets.groupOf(text);
      if (group !== undefined) await this.store.complete(`did.snippet.${group}`);
    }
  }

  private try(body: () => Promise<void>): void {
    body().catch((error: unknown) => this.log.error('Recording the progress failed.', error));
  }
}
