import { readFile } from 'node:fs/promises';
import path from 'node:path';
import * as vscode from 'vscode';
import { explainTerms, type Term } from './terms';

/** Our Markdown pages as HTML, by the editor's own renderer, with the glossary's words explained. */

let terms: Promise<readonly Term[]> | undefined;

/** @param walkthroughs the extension's folder of that name */
function glossary(walkthroughs: string): Promise<readonly Term[]> {
  terms ??= readFile(path.join(walkthroughs, 'glossary.json'), 'utf8').then(
    (text) => (JSON.parse(text) as { terms: Term[] }).terms,
    () => [],
  );
  return terms;
}

/** @throws {Error} when the editor's Markdown extension is switched off */
export async function renderMarkdown(text: string, walkthroughs: string): Promise<string> {
  const html = await vscode.commands.executeCommand<string>('markdown.api.render', text);
  return explainTerms(html, await glossary(walkthroughs));
}
