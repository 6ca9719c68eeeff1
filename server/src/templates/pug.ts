import type { Comment, Span } from '../ir/types';
import { closingBracket, outsideStrings } from './outside';
import { type Output, type Place, type Template, textPlace } from './template';

/**
 * Reads Pug, where the indentation makes the elements.
 * https://pugjs.org/language/code.html, https://pugjs.org/language/interpolation.html
 */
export function parsePug(text: string): Template {
  const outputs: Output[] = [];
  const code: Span[] = [];
  const comments: Comment[] = [];
  /** What the deeper lines belong to: a comment, or the text of a script. */
  let block:
    | { readonly indent: number; readonly kind: 'comment' | 'script' | 'style' | 'text' }
    | undefined;
  let at = 0;
  while (at < text.length) {
    const end = lineEnd(text, at);
    const line = text.slice(at, end);
    const indent = /^[ \t]*/.exec(line)?.[0].length ?? 0;
    const start = at + indent;
    at = end + 1;
    if (start >= end) continue;
    if (block && indent <= block.indent) block = undefined;
    if (block?.kind === 'comment') continue;
    if (block) {
      const kind = block.kind;
      outputs.push(...interpolations(text, start, end, { ...textPlace, kind }));
      continue;
    }
    if (text.startsWith('//', start)) {
      comments.push({
        start,
        end,
        text: text
          .slice(start, end)
          .replace(/^\/\/-?/, '')
          .trim(),
      });
      block = { indent, kind: 'comment' };
      continue;
    }
    if (text[start] === '-') {
      code.push({ start: start + 1, end });
      continue;
    }
    const element = readElement(text, start, end);
    at = Math.max(at, lineEnd(text, element.end) + 1);
    const rest = lineEnd(text, element.end);
    const isScript = element.name === 'script' || element.name === 'style';
    const kind = isScript ? (element.name as 'script' | 'style') : 'text';
    outputs.push(...element.outputs);
    const sign = /^!?=/.exec(text.slice(element.end, rest))?.[0];
    if (sign !== undefined) {
      const isEscaped = sign === '=';
      outputs.push(
        output(
          text,
          element.end + sign.length,
          rest,
          isEscaped,
          sign,
          { ...textPlace, kind },
          start,
        ),
      );
    } else {
      outputs.push(...interpolations(text, element.end, rest, { ...textPlace, kind }));
    }
    if (text[element.end] === '.' || isScript) block = { indent, kind };
  }
  return { language: 'pug', text, isPage: true, outputs, code, comments };
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}

function output(
  text: string,
  from: number,
  to: number,
  isEscaped: boolean,
  by: string,
  place: Place,
  start: number,
): Output {
  const raw = text.slice(from, to);
  const first = from + (raw.length - raw.trimStart().length);
  const expression = raw.trim();
  return {
    start,
    end: first + expression.length,
    expression,
    expressionAt: { start: first, end: first + expression.length },
    filters: [],
    isEscaped,
    by: isEscaped ? '' : by,
    place,
  };
}

/** `#{x}` and `!{x}` in a text. */
function interpolations(text: string, from: number, to: number, place: Place): Output[] {
  const found: Output[] = [];
  for (const match of text.slice(from, to).matchAll(/(?<!\\)([#!])\{([^{}]*)\}/g)) {
    const start = from + match.index;
    const end = start + match[0].length;
    const made = output(text, start + 2, end - 1, match[1] === '#', '!{ }', place, start);
    found.push({ ...made, end });
  }
  return found;
}

/** `tag#id.class(attributes)` up to where its content begins. */
function readElement(
  text: string,
  start: number,
  end: number,
): { readonly name: string; readonly end: number; readonly outputs: readonly Output[] } {
  const head = /^(?:[a-zA-Z][\w:-]*)?(?:[#.][\w-]+)*/.exec(text.slice(start, end))?.[0] ?? '';
  const name = /^[a-zA-Z][\w:-]*/.exec(head)?.[0].toLowerCase() ?? '';
  const open = start + head.length;
  if (
    text[open] !== '(' ||
    /^(?:if|unless|each|while|case|when|include|extends|block|mixin|else)$/.test(name)
  ) {
    return { name, end: open, outputs: [] };
  }
  // Half typed, they end with the line.
  const close = closingBracket(text, open, open + maxAttributes) ?? lineEnd(text, open);
  const outputs: Output[] = [];
  const attributes = text.slice(open + 1, close);
  const code = new Set([...outsideStrings(text, open + 1, close)].map(({ at }) => at));
  for (const match of attributes.matchAll(/([\w:@-]+)\s*(!?=)(?!=)\s*/g)) {
    const from = open + 1 + match.index + match[0].length;
    if (!code.has(open + 1 + match.index)) continue;
    const place: Place = {
      kind: 'attribute',
      element: name,
      attribute: (match[1] ?? '').toLowerCase(),
      isStart: true,
      isQuoted: false,
    };
    const isEscaped = match[2] === '=';
    const to = valueEnd(text, from, close);
    outputs.push(output(text, from, to, isEscaped, '!=', place, open + 1 + match.index));
  }
  const behind = text[close] === ')' ? close + 1 : close;
  return { name, end: behind, outputs };
}

/** Attributes are no longer than this. */
const maxAttributes = 3000;

/** Where the value of an attribute ends: at a comma, or where the next name with `=` begins. */
function valueEnd(text: string, from: number, to: number): number {
  for (const { at, char, depth } of outsideStrings(text, from, to)) {
    if (
      depth === 0 &&
      (char === ',' || (/\s/.test(char) && /^\s+[\w:@-]+\s*!?=[^=]/.test(text.slice(at, at + 60))))
    ) {
      return at;
    }
  }
  return to;
}
