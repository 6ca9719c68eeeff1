import type { Tag } from './template';

/** A pair of marks and what stands between them. */
export interface Mark {
  readonly open: string;
  readonly close: string;
  readonly kind: Tag['kind'];
  /** Strings may hold the closing mark. */
  readonly strings?: boolean;
}

/**
 * The tags of a template, in order. What is never closed ends with its line.
 * @param marks the longest opening first, where one begins another
 */
export function readTags(text: string, marks: readonly Mark[]): Tag[] {
  const firsts = new Set(marks.map(({ open }) => open[0]));
  const tags: Tag[] = [];
  let at = 0;
  while (at < text.length) {
    const mark = firsts.has(text[at])
      ? marks.find(({ open }) => text.startsWith(open, at))
      : undefined;
    if (!mark) {
      at++;
      continue;
    }
    const inner = at + mark.open.length;
    const close = closing(text, inner, mark);
    const innerEnd = close < 0 ? lineEnd(text, inner) : close;
    const end = close < 0 ? innerEnd : close + mark.close.length;
    tags.push({
      kind: mark.kind,
      open: mark.open,
      start: at,
      end,
      inner: { start: inner, end: innerEnd },
    });
    at = Math.max(end, at + 1);
  }
  return tags;
}

/** Where a tag closes; below 0 when it does not, or when another one begins before. */
function closing(text: string, from: number, { open, close, kind, strings }: Mark): number {
  const at = strings ? closeBehindStrings(text, from, close) : text.indexOf(close, from);
  if (at < 0 || kind === 'comment' || kind === 'literal') return at;
  const next = text.indexOf(open.slice(0, 2), from);
  return next >= 0 && next < at && text.slice(from, next).includes('\n') ? -1 : at;
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}

/** Where the mark closes; an odd quote, as in half-typed text, falls back to the next mark at all. */
function closeBehindStrings(text: string, from: number, close: string): number {
  const plain = text.indexOf(close, from);
  if (plain < 0) return plain;
  const limit = Math.min(text.length, from + 2000);
  let quote = '';
  for (let at = from; at < limit; at++) {
    const char = text[at] ?? '';
    if (quote === '') {
      if (text.startsWith(close, at)) return at;
      if (char === '"' || char === "'") quote = char;
    } else if (char === '\\') at++;
    else if (char === quote) quote = '';
    else if (char === '\n') break;
  }
  return plain;
}
