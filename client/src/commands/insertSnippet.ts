import * as vscode from 'vscode';
import type { Snippet, SnippetGroup } from '../../../snippets/load';
import type { ProgressStore } from '../progress/store';
import { fits, previewText, wholeFileBody } from '../snippetChoice';
import type { SnippetLibrary } from '../snippetLibrary';

const SCHEME = 'backend-tutor-snippet';

interface SnippetItem extends vscode.QuickPickItem {
  readonly snippet: Snippet;
}

/** The command "Insert framework snippet": choose, see it beside, insert. */
export class SnippetInserter implements vscode.TextDocumentContentProvider {
  private readonly previews = new Map<string, Snippet>();

  constructor(
    private readonly library: SnippetLibrary,
    private readonly store: ProgressStore,
  ) {}

  register(): vscode.Disposable {
    return vscode.workspace.registerTextDocumentContentProvider(SCHEME, this);
  }

  provideTextDocumentContent({ path }: vscode.Uri): string {
    const snippet = this.previews.get(path);
    return snippet === undefined ? '' : previewText(snippet);
  }

  /**
   * @param framework id of a group, such as `express`; asked for when absent or unknown
   * @param id of a snippet, such as `bt-express-app`; asked for when absent or unknown
   */
  async run(framework?: unknown, id?: unknown): Promise<void> {
    const target = vscode.window.activeTextEditor ?? vscode.window.visibleTextEditors[0];
    await this.makeRoom();
    const chosen = await this.ask(framework, id).finally(() => this.closePreviews());
    if (chosen === undefined) return;
    await this.insert(chosen.group, chosen.snippet, target);
    await this.store.complete(`did.snippet.${chosen.group.id}`);
  }

  private async ask(
    framework: unknown,
    id: unknown,
  ): Promise<{ group: SnippetGroup; snippet: Snippet } | undefined> {
    const groups = await this.library.groups();
    const group = groups.find((each) => each.id === framework) ?? (await this.askGroup(groups));
    if (group === undefined) return undefined;
    const snippets = await this.library.snippetsOf(group.id);
    const snippet =
      snippets.find((each) => each.id === id) ?? (await this.askSnippet(group, snippets));
    return snippet && { group, snippet };
  }

  /**
   * A walkthrough's page takes the keyboard back when a list closes or a preview opens. So the
   * preview's editor comes first, and the page is out of the way.
   */
  private async makeRoom(): Promise<void> {
    if (isTextActive()) return;
    const uri = vscode.Uri.from({ scheme: SCHEME, path: '/Preview' });
    const viewColumn = previewColumn();
    await vscode.window.showTextDocument(uri, { viewColumn, preview: true });
  }

  private async askGroup(groups: readonly SnippetGroup[]): Promise<SnippetGroup | undefined> {
    const items = groups.map((group) => ({ label: group.label, group }));
    const chosen = await vscode.window.showQuickPick(items, {
      title: 'Insert framework snippet (1 of 2)',
      placeHolder: 'Choose a framework or language',
    });
    return chosen?.group;
  }

  private async askSnippet(
    group: SnippetGroup,
    snippets: readonly Snippet[],
  ): Promise<Snippet | undefined> {
    const picker = vscode.window.createQuickPick<SnippetItem>();
    picker.title = `Insert framework snippet: ${group.label}`;
    picker.placeholder = 'Choose a snippet; it is shown in the editor beside';
    picker.matchOnDescription = true;
    picker.matchOnDetail = true;
    // Opening the preview would close the list otherwise.
    picker.ignoreFocusOut = true;
    picker.items = snippets.map((snippet) => ({
      label: snippet.name.replace(`${group.label}: `, ''),
      description: snippet.id,
      detail: snippet.description,
      snippet,
    }));
    // One after the other, and only the newest: the arrow keys are faster than the editor.
    let wanted: Snippet | undefined;
    let showing: Promise<void> | undefined;
    const column = previewColumn();
    const show = async () => {
      for (let shown: Snippet | undefined; wanted !== undefined && shown !== wanted; ) {
        shown = wanted;
        await this.preview(shown, column);
      }
      showing = undefined;
    };
    try {
      return await new Promise<Snippet | undefined>((resolve) => {
        picker.onDidChangeActive(([item]) => {
          wanted = item?.snippet;
          showing ??= show().catch(() => {
            showing = undefined;
          });
        });
        picker.onDidAccept(() => {
          const [item] = picker.activeItems;
          if (item === undefined) return;
          resolve(item.snippet);
          picker.hide();
        });
        picker.onDidHide(() => resolve(undefined));
        picker.show();
      });
    } finally {
      wanted = undefined;
      picker.dispose();
      await showing;
    }
  }

  private async preview(snippet: Snippet, viewColumn: vscode.ViewColumn): Promise<void> {
    const path = `/Preview of ${snippet.name.replace(/[/\\]/g, '-')}`;
    this.previews.set(path, snippet);
    const uri = vscode.Uri.from({ scheme: SCHEME, path });
    const document = await vscode.workspace.openTextDocument(uri);
    const colored = await vscode.languages
      .setTextDocumentLanguage(document, snippet.language)
      // Not every editor has every language; the text is shown without colors then.
      .then(undefined, () => document);
    await vscode.window.showTextDocument(colored, {
      viewColumn,
      preview: true,
      preserveFocus: true,
    });
  }

  private async closePreviews(): Promise<void> {
    const tabs = vscode.window.tabGroups.all
      .flatMap((each) => each.tabs)
      .filter(({ input }) => input instanceof vscode.TabInputText && input.uri.scheme === SCHEME);
    await vscode.window.tabGroups.close(tabs, true);
    this.previews.clear();
  }

  /** At the cursor where the snippet fits, else in a new document. */
  private async insert(
    group: SnippetGroup,
    snippet: Snippet,
    target: vscode.TextEditor | undefined,
  ): Promise<void> {
    const document = target?.document;
    const isEmpty = document?.isUntitled === true && document.getText().trim() === '';
    if (document !== undefined && target !== undefined && !document.isClosed) {
      if (fits(group, snippet, document.languageId) && !isEmpty) {
        const editor = await vscode.window.showTextDocument(document, target.viewColumn);
        await editor.insertSnippet(new vscode.SnippetString(snippet.body));
        return;
      }
    }
    const fresh =
      isEmpty && document !== undefined && !document.isClosed
        ? document
        : await vscode.workspace.openTextDocument({});
    const named = fits(group, snippet, fresh.languageId)
      ? fresh
      : await vscode.languages
          .setTextDocumentLanguage(fresh, snippet.language)
          .then(undefined, () => fresh);
    const editor = await vscode.window.showTextDocument(named);
    await editor.insertSnippet(new vscode.SnippetString(wholeFileBody(snippet)));
  }
}

/** Whether the learner looks at a text that is no preview of ours. */
function isTextActive(): boolean {
  const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
  return input instanceof vscode.TabInputText && input.uri.scheme !== SCHEME;
}

/** Beside the text that the learner looks at, or in the same place when that is no text. */
function previewColumn(): vscode.ViewColumn {
  const { all, activeTabGroup } = vscode.window.tabGroups;
  const other = all.find((each) => each !== activeTabGroup);
  if (!isTextActive()) return activeTabGroup.viewColumn;
  return other?.viewColumn ?? vscode.ViewColumn.Beside;
}
