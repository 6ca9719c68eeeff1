import type { Comment } from '../ir/types';
import type { ConfigNode } from './file';

export interface Parsed {
  readonly children: readonly ConfigNode[];
  readonly comments: readonly Comment[];
  readonly hasSyntaxError: boolean;
}

/**
 * Reads Java properties: `key=value`, `key: value` or `key value`, comments with `#` and `!`, a `\` at
 * the end of a line that goes on. Every text is valid.
 * https://docs.oracle.com/en/java/javase/21/docs/api/java.base/java/util/Properties.html#load(java.io.Reader)
 */
export function parseProperties(text: string): Parsed {
  const children: ConfigNode[] = [];
  const comments: Comment[] = [];
  let offset = 0;
  while (offset < text.length) {
    const first = lineEnd(text, offset);
    const start = offset + (/^[ \t\f]*/.exec(text.slice(offset, first))?.[0].length ?? 0);
    if (text[start] === '#' || text[start] === '!') {
      const end = start + text.slice(start, first).trimEnd().length;
      comments.push({ start, end, text: text.slice(start + 1, end).trim() });
      offset = first + 1;
      continue;
    }
    let end = first;
    while (end < text.length && goesOn(text, start, end)) end = lineEnd(text, end + 1);
    if (start < end) {
      const node = property(text, start, end);
      if (node) children.push(node);
    }
    offset = end + 1;
  }
  return { children, comments, hasSyntaxError: false };
}

function lineEnd(text: string, from: number): number {
  const found = text.indexOf('\n', from);
  return found < 0 ? text.length : found;
}

/** Whether an odd number of backslashes stands at the end of the line. */
function goesOn(text: string, start: number, lineFeed: number): boolean {
  let at = text[lineFeed - 1] === '\r' ? lineFeed - 1 : lineFeed;
  let count = 0;
  while (at > start && text[at - 1] === '\\') {
    at--;
    count++;
  }
  return count % 2 === 1;
}

function property(text: string, start: number, end: number): ConfigNode | undefined {
  const line = text.slice(start, end);
  const raw = /^(?:\\[\s\S]|[^\\=:\s])*/.exec(line)?.[0] ?? '';
  const key = cooked(raw);
  if (key.trim() === '') return undefined;
  const rest = line.slice(raw.length);
  const separator = /^[ \t\f]*[=:]?[ \t\f]*/.exec(rest)?.[0].length ?? 0;
  const valueStart = Math.min(start + raw.length + separator, end);
  const value = text.slice(valueStart, end);
  return {
    key,
    keyAt: { start, end: start + raw.length },
    start: valueStart,
    end: valueStart + value.trimEnd().length,
    value: cooked(value).trimEnd(),
    isList: false,
    children: [],
  };
}

function cooked(text: string): string {
  return text.replace(/\\(?:\r?\n[ \t\f]*|u([0-9a-fA-F]{4})|([\s\S]))/g, (_, code, char) => {
    if (code !== undefined) return String.fromCharCode(Number.parseInt(code, 16));
    if (char === undefined) return '';
    return ({ n: '\n', t: '\t', r: '\r', f: '\f' } as Record<string, string>)[char] ?? char;
  });
}
