import * as vscode from 'vscode';
import type { Snippet, SnippetGroup } from '../../snippets/load';

interface Loaded {
  readonly groups: readonly SnippetGroup[];
  readonly snippets: readonly Snippet[];
}

/** The framework snippets, read when they are first needed. */
export class SnippetLibrary {
  private loaded: Promise<Loaded> | undefined;

  constructor(private readonly extensionUri: vscode.Uri) {}

  /** In the order of the index. */
  async groups(): Promise<readonly SnippetGroup[]> {
    return (await this.load()).groups;
  }

  async snippetsOf(group: string): Promise<Snippet[]> {
    return (await this.load()).snippets.filter((snippet) => snippet.group === group);
  }

  /** The group of the snippet that was inserted when this text appeared, if it was one. */
  async groupOf(text: string): Promise<string | undefined> {
    const { snippets } = await this.load();
    const plain = withoutSpace(text);
    return snippets.find(({ expandedText }) => withoutSpace(expandedText) === plain)?.group;
  }

  private load(): Promise<Loaded> {
    this.loaded ??= this.read();
    this.loaded.catch(() => {
      this.loaded = undefined;
    });
    return this.loaded;
  }

  private async read(): Promise<Loaded> {
    const { loadSnippets } = await import('../../snippets/load');
    const readFile = async (file: string) => {
      const uri = vscode.Uri.joinPath(this.extensionUri, 'snippets', file);
      return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
    };
    const groups = JSON.parse(await readFile('index.json')) as SnippetGroup[];
    return {
      groups: groups.sort((a, b) => a.order - b.order),
      snippets: await loadSnippets(readFile),
    };
  }
}

/** Editors indent a snippet to fit: text is compared without its space. */
function withoutSpace(text: string): string {
  return text.replace(/\s+/g, '');
}
