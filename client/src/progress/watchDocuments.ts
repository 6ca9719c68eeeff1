import * as vscode from 'vscode';
import type { FindingsParams } from '../../../server/src/lsp/protocol';
import { analysedLanguages } from '../languages';
import type { Practice } from '../practice';
import type { SnippetLibrary } from '../snippetLibrary';
import { FixTracker } from './fixTracker';
import { findingCount, isEdited, isKept, isReadable, practiceFileOf } from './practiceText';
import { isCompleteReadme } from './readme';
import type { ProgressStore } from './store';

/** A shorter change is typed, not a snippet. */
const SNIPPET_MIN_LENGTH = 40;

/** Ticks what the learner's documents show: practice files, fixes, snippets and READMEs. */
export class DocumentWatcher implements vscode.Disposable {
  private readonly latest = new Map<string, FindingsParams>();
  private readonly fixes = new FixTracker();
  private readonly subscriptions: vscode.Disposable[];

  constructor(
    private readonly store: ProgressStore,
    private readonly practice: Practice,
    private readonly snippets: SnippetLibrary,
    private readonly log: vscode.LogOutputChannel,
  ) {
    this.subscriptions = [
      vscode.workspace.onDidOpenTextDocument((document) => this.try(() => this.opened(document))),
      vscode.workspace.onDidSaveTextDocument((document) => this.try(() => this.saved(document))),
      vscode.workspace.onDidChangeTextDocument((event) => this.try(() => this.changed(event))),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => {
        this.latest.delete(uri.toString());
        this.fixes.forget(uri.toString());
      }),
    ];
    for (const document of vscode.workspace.textDocuments) this.try(() => this.opened(document));
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

  private async opened(document: vscode.TextDocument): Promise<void> {
    const file = practiceFileOf(document.uri.path, await this.practice.files());
    if (file !== undefined) await this.store.complete(`did.open.${file}`);
  }

  private async saved(document: vscode.TextDocument): Promise<void> {
    const isReadme = /(^|\/)readme\.md$/i.test(document.uri.path);
    if (isReadme && isCompleteReadme(document.getText())) await this.store.complete('did.readme');
    await this.check(document);
  }

  /** Looks at a document whenever its text, its saved state or its findings are new. */
  private async check(document: vscode.TextDocument): Promise<void> {
    const name = document.uri.toString();
    const found = this.latest.get(name);
    const findings = found?.version === document.version ? found : undefined;
    if (findings === undefined && analysedLanguages.includes(document.languageId)) return;
    const settled = !document.isDirty || document.isUntitled;
    const text = document.getText();

    if (findings !== undefined) {
      const fixed = this.fixes.see(name, document.version, findings, settled);
      if (text.trim() !== '') {
        for (const rule of fixed) await this.store.complete(`did.fix.${rule}`);
      }
    }

    const file = practiceFileOf(document.uri.path, await this.practice.files());
    if (file === undefined) return;
    if (findings !== undefined && findingCount(findings) > 0) {
      await this.store.rememberFindings(file);
    }
    const awaited =
      this.store.isAwaited(`did.edit.${file}`) || this.store.isAwaited(`did.clean.${file}`);
    if (!awaited || document.isDirty) return;
    const starter = await this.practice.starter(file);
    if (!isEdited(starter, text) || (findings !== undefined && !isReadable(findings))) return;
    await this.store.complete(`did.edit.${file}`);
    const isClean = findings !== undefined && findingCount(findings) === 0;
    if (isClean && isKept(starter, text) && this.store.hadFindings(file)) {
      await this.store.complete(`did.clean.${file}`);
    }
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
