import { readFile } from 'node:fs/promises';
import path from 'node:path';
import * as vscode from 'vscode';
import { escapeHtml } from './html';

/** Our Markdown pages as HTML, by the editor's own renderer, with the glossary's words explained. */

export interface Term {
  readonly term: string;
  readonly also?: readonly string[];
  readonly means: string;
  readonly lesson?: string;
}

let terms: Promise<readonly Term[]> | undefined;

/** @param walkthroughs the extension's folder of that name */
export function glossary(walkthroughs: string): Promise<readonly Term[]> {
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

/** Marks the first use of each term in running text: its meaning is shown on hover and to screen readers. */
export function explainTerms(html: string, list: readonly Term[]): string {
  const meanings = new Map(
    list.flatMap(({ term, also = [], means }) =>
      [term, ...also].map((word): [string, { term: string; means: string }] => [
        word.toLowerCase(),
        { term, means },
      ]),
    ),
  );
  if (meanings.size === 0) return html;
  const words = [...meanings.keys()].sort((a, b) => b.length - a.length);
  const pattern = new RegExp(`(?<![\\w-])(${words.map(escapePattern).join('|')})(?![\\w-])`, 'gi');
  const told = new Set<string>();
  let skip = 0;
  return html
    .split(/(<[^>]+>)/)
    .map((part) => {
      const tag = /^<(\/?)(pre|code|a|h1|h2|h3|button|abbr|svg)\b/i.exec(part);
      if (tag) skip += tag[1] === '/' ? -1 : 1;
      if (part.startsWith('<') || skip > 0) return part;
      return part.replace(pattern, (word) => {
        const found = meanings.get(word.toLowerCase());
        if (!found || told.has(found.term)) return word;
        told.add(found.term);
        return `<abbr tabindex="0" title="${escapeHtml(found.means)}">${word}</abbr>`;
      });
    })
    .join('');
}

function escapePattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
