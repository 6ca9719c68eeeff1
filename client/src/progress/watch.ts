import * as vscode from 'vscode';
import type { FindingsParams } from '../../../server/src/lsp/protocol';
import type { Practice } from '../practice';
import { watchGit } from './git';
import { type Counts, fixedRules, isReadme, practiceKeys } from './judge';
import type { Progress } from './progress';

/** Hidden command through which other parts note that something was done. */
export const reachCommand = 'backendTutor.internal.reach';

/** Watches documents and the repository, and tells the progress what the learner did. */
export class Watcher implements vscode.Disposable {
  private readonly states = new Map<string, Counts & { readonly version: number }>();
  private readonly saved = new Map<string, number>();
  private readonly disposables: vscode.Disposable[];

  constructor(
    private readonly progress: Progress,
    private readonly practice: Practice,
  ) {
    this.disposables = [
      vscode.commands.registerCommand(reachCommand, (key: string) => progress.reach(key)),
      vscode.workspace.onDidSaveTextDocument((document) => this.onSave(document)),
      vscode.workspace.onDidOpenTextDocument((document) => this.onOpen(document)),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => {
        this.states.delete(uri.toString());
        this.saved.delete(uri.toString());
      }),
      watchGit(
        (key) => void progress.reach(key),
        (key) => progress.isWanted(key),
      ),
    ];
    for (const document of vscode.workspace.textDocuments) this.onOpen(document);
  }

  dispose(): void {
    for (const disposable of this.disposables) disposable.dispose();
  }

  /** The server computed the findings of a document. */
  onFindings(params: FindingsParams): void {
    const uri = vscode.Uri.parse(params.uri).toString();
    for (const key of fixedRules(this.states.get(uri), params)) void this.progress.reach(key);
    // Half-typed text has lost findings for a moment only: the state before it stays the measure.
    if (!params.hasSyntaxError || !this.states.has(uri)) this.states.set(uri, params);
    else
      this.states.set(uri, {
        ...this.states.get(uri)!,
        hasSyntaxError: true,
        version: params.version,
      });
    const document = vscode.workspace.textDocuments.find((open) => open.uri.toString() === uri);
    if (document) void this.judgePractice(document);
  }

  private onOpen(document: vscode.TextDocument): void {
    const id = this.practice.idOf(document.uri);
    if (id !== undefined) void this.progress.reach(`did.open.${id}`);
  }

  private onSave(document: vscode.TextDocument): void {
    this.saved.set(document.uri.toString(), document.version);
    void this.judgePractice(document);
    if (/(?:^|\/)readme\.md$/i.test(document.uri.path) && isReadme(document.getText())) {
      void this.progress.reach('did.readme');
    }
  }

  /** A practice file counts when it is saved and the findings are those of the saved text. */
  private async judgePractice(document: vscode.TextDocument): Promise<void> {
    const id = this.practice.idOf(document.uri);
    if (id === undefined || document.isDirty) return;
    if (!this.progress.isWanted(`did.edit.${id}`) && !this.progress.isWanted(`did.clean.${id}`))
      return;
    const state = this.states.get(document.uri.toString());
    if (!state || state.version !== document.version) return;
    const starter = await this.practice.starterText(id);
    if (starter === undefined) return;
    for (const key of practiceKeys(id, document.getText(), starter, state))
      await this.progress.reach(key);
  }
}
