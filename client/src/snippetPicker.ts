import * as vscode from 'vscode';
import { loadSnippets, type Snippet, type SnippetGroup } from '../../snippets/load';

const previewScheme = 'backend-tutor-snippet';

/** "Insert framework snippet": choose a framework, then a snippet with its preview beside the editor. */
export class SnippetPicker implements vscode.Disposable {
  private snippets: Promise<readonly Snippet[]> | undefined;
  private readonly previews = new Map<string, string>();
  private readonly changed = new vscode.EventEmitter<vscode.Uri>();
  private readonly registration: vscode.Disposable;

  constructor(private readonly context: vscode.ExtensionContext) {
    this.registration = vscode.workspace.registerTextDocumentContentProvider(previewScheme, {
      onDidChange: this.changed.event,
      provideTextDocumentContent: (uri) => this.previews.get(uri.path) ?? '',
    });
  }

  dispose(): void {
    this.registration.dispose();
    this.changed.dispose();
  }

  /** @returns the framework whose snippet was inserted; undefined when the person cancelled. */
  async insert(framework: string | undefined): Promise<string | undefined> {
    const editor = vscode.window.activeTextEditor;
    const groups = JSON.parse(await this.read('index.json')) as readonly SnippetGroup[];
    const group = groups.find(({ id }) => id === framework) ?? (await pickGroup(groups));
    if (!group) return undefined;
    const snippet = await this.pickSnippet(group);
    if (!snippet) return undefined;
    const target = editor && !editor.document.isClosed ? editor : await this.newEditor(snippet);
    const shown = await vscode.window.showTextDocument(target.document, target.viewColumn);
    await shown.insertSnippet(new vscode.SnippetString(snippet.body));
    return group.id;
  }

  private async newEditor(snippet: Snippet): Promise<vscode.TextEditor> {
    const document = await vscode.workspace.openTextDocument({
      language: snippet.language,
      content: '',
    });
    return vscode.window.showTextDocument(document);
  }

  private async read(file: string): Promise<string> {
    const uri = vscode.Uri.joinPath(this.context.extensionUri, 'snippets', file);
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
  }

  private async pickSnippet(group: SnippetGroup): Promise<Snippet | undefined> {
    this.snippets ??= loadSnippets((file) => this.read(file));
    const all = await this.snippets;
    const items = all
      .filter((snippet) => snippet.group === group.id)
      .map((snippet) => ({
        label: snippet.name,
        description: snippet.id,
        detail: snippet.description,
        snippet,
      }));
    const picker = vscode.window.createQuickPick<(typeof items)[number]>();
    picker.title = `Insert a ${group.label} snippet`;
    picker.placeholder = 'Type to filter; the preview shows what will be inserted';
    picker.matchOnDescription = true;
    picker.matchOnDetail = true;
    picker.items = items;
    // Choosing a line opens the preview, which must not close the list.
    picker.ignoreFocusOut = true;
    const chosen = await new Promise<Snippet | undefined>((resolve) => {
      picker.onDidChangeActive(([item]) => item && void this.preview(item.snippet));
      picker.onDidAccept(() => resolve(picker.activeItems[0]?.snippet));
      picker.onDidHide(() => resolve(undefined));
      picker.show();
    });
    picker.dispose();
    await this.closePreview();
    return chosen;
  }

  private async preview(snippet: Snippet): Promise<void> {
    const uri = vscode.Uri.from({ scheme: previewScheme, path: `/Preview: ${snippet.name}` });
    this.previews.set(uri.path, snippet.expandedText);
    this.changed.fire(uri);
    const document = await vscode.workspace.openTextDocument(uri);
    await vscode.languages
      .setTextDocumentLanguage(document, snippet.language)
      .then(undefined, () => {});
    await vscode.window.showTextDocument(document, {
      preview: true,
      preserveFocus: true,
      viewColumn: vscode.ViewColumn.Beside,
    });
  }

  private async closePreview(): Promise<void> {
    const tabs = vscode.window.tabGroups.all
      .flatMap(({ tabs }) => tabs)
      .filter(
        ({ input }) => input instanceof vscode.TabInputText && input.uri.scheme === previewScheme,
      );
    if (tabs.length > 0) await vscode.window.tabGroups.close(tabs, true);
    this.previews.clear();
  }
}

async function pickGroup(groups: readonly SnippetGroup[]): Promise<SnippetGroup | undefined> {
  const items = groups.map((group) => ({
    label: group.label,
    description: group.languages.join(', '),
    group,
  }));
  const picked = await vscode.window.showQuickPick(items, {
    title: 'Insert framework snippet',
    placeHolder: 'For which framework or language?',
  });
  return picked?.group;
}
