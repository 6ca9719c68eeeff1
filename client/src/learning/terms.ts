import { escapeHtml } from './html';

/** The glossary's words in our pages. */

export interface Term {
  readonly term: string;
  readonly also?: readonly string[];
  readonly means: string;
  readonly lesson?: string;
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
