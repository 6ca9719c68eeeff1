import type { Expr, Literal } from '../../ir/types';
import type { FormatSyntax, Placeholder } from '../formats';
import type { Context, PhpExpr } from './lowerContext';

/** Texts: https://www.php.net/manual/en/language.types.string.php */

const simple: Readonly<Record<string, string>> = {
  n: '\n',
  t: '\t',
  r: '\r',
  v: '\v',
  e: '\u001b',
  f: '\f',
  '\\': '\\',
  $: '$',
  '"': '"',
};

/** What an escape in double quotes stands for; one that PHP does not know stands for itself. */
function unescaped(written: string): string {
  const rest = written.slice(1);
  const known = simple[rest];
  if (known !== undefined) return known;
  const unicode = /^u\{([0-9a-f]{1,6})\}$/i.exec(rest)?.[1];
  const code = unicode === undefined ? Number.NaN : Number.parseInt(unicode, 16);
  if (code <= 0x10ffff) return String.fromCodePoint(code);
  const hex = /^x([0-9a-f]{1,2})$/i.exec(rest)?.[1];
  if (hex !== undefined) return String.fromCharCode(Number.parseInt(hex, 16));
  const octal = /^([0-7]{1,3})$/.exec(rest)?.[1];
  return octal === undefined ? written : String.fromCharCode(Number.parseInt(octal, 8) & 0xff);
}

/** `'text'`: only the backslash and the quote are escaped. */
export const singleQuoted: PhpExpr = (x, node) => {
  const written = x.textOf(node);
  const open = written.indexOf("'") + 1;
  const close = written.length > open && written.endsWith("'") ? 1 : 0;
  const inside = written.slice(open, written.length - close);
  const value = inside.replace(/\\([\\'])/g, '$1');
  return { kind: 'literal', start: x.start(node) + open, end: x.end(node) - close, value };
};

/**
 * `"text $x {$y}"`, the body of a heredoc, and what stands between backticks.
 * @param indent how many blanks each line of a heredoc loses
 */
function interpolated(x: Context, node: number, whole: number, indent = 0): Expr {
  const written = (start: number, end: number): Literal => {
    const text = x.text.slice(start, end);
    const value = indent === 0 ? text : withoutIndent(text, indent, x.text[start - 1] === '\n');
    return { kind: 'literal', start, end, value };
  };
  const parts: Expr[] = [];
  let end = -1;
  for (let part = x.first(node); part >= 0; part = x.next(node, part)) {
    // The grammar has no node for the ends of lines between the parts.
    const between = end < 0 ? '' : x.text.slice(end, x.start(part));
    const [lines] = /(?:\r?\n)+/.exec(between) ?? [];
    if (lines !== undefined) {
      const start = end + between.indexOf(lines);
      addText(parts, written(start, start + lines.length));
    }
    end = x.end(part);
    if (x.is(part, x.s.string_content) || x.is(part, x.s.nowdoc_string)) {
      addText(parts, written(x.start(part), end));
    } else if (x.is(part, x.s.escape_sequence)) {
      addText(parts, x.literal(part, unescaped(x.textOf(part))));
    } else {
      parts.push(x.expr(part));
    }
  }
  const [only] = parts;
  // A literal's span has no quotes in it.
  if (only === undefined) {
    const at = Math.min(x.start(node) + 1, x.end(node));
    return { kind: 'literal', start: at, end: at, value: '' };
  }
  if (parts.length === 1 && only.kind === 'literal') return only;
  return { kind: 'string', style: 'template', start: x.start(whole), end: x.end(whole), parts };
}

/** @param isLineStart whether the text begins a line */
function withoutIndent(text: string, indent: number, isLineStart: boolean): string {
  const blanks = new RegExp(`${isLineStart ? '(^|\\n)' : '(\\n)'}[ \\t]{1,${indent}}`, 'g');
  return text.replace(blanks, '$1');
}

/** Neighbouring pieces of text are one. */
function addText(parts: Expr[], text: Literal): void {
  const last = parts.at(-1);
  if (last?.kind === 'literal' && typeof last.value === 'string' && last.end === text.start) {
    parts[parts.length - 1] = { ...last, end: text.end, value: last.value + String(text.value) };
  } else {
    parts.push(text);
  }
}

export const doubleQuoted: PhpExpr = (x, node) => interpolated(x, node, node);

export const heredoc: PhpExpr = (x, node) => {
  const body = x.child(node, x.f.value);
  if (body < 0) return x.literal(node, '');
  const last = x.childOf(node, x.s.heredoc_end);
  const at = last < 0 ? 0 : x.start(last);
  return interpolated(x, body, node, at - Math.max(0, x.text.lastIndexOf('\n', at - 1) + 1));
};

/** Backticks run their text in a shell. */
export const shellCommand: PhpExpr = (x, node) =>
  x.print('shell_exec', x.span(node), [interpolated(x, node, node)]);

/** https://www.php.net/manual/en/function.sprintf.php */
const placeholder =
  /%(?:%|(?:(\d+)\$)?(?:[-+ 0]|'.)*(\*|\d+)?(?:\.(\*|\d+)?)?([bcdeEfFgGhHosuxX]))/g;
const escapeInText = /\\(?:u\{[0-9a-f]{1,6}\}|x[0-9a-f]{1,2}|[0-7]{1,3}|[\s\S])/gi;

export function printfSyntax(x: Context): FormatSyntax {
  // All but `%s` make a number of what they are given.
  const convert = (value: Expr): Expr =>
    value.kind === 'literal' || value.kind === 'unknown'
      ? value
      : x.print('(int)', { start: value.start, end: value.end }, [value]);
  return {
    scan(piece) {
      const found: Placeholder[] = [];
      for (const match of x.text.slice(piece.start, piece.end).matchAll(placeholder)) {
        if (match[0] === '%%') continue;
        const start = piece.start + match.index;
        const widths = (match[2] === '*' ? 1 : 0) + (match[3] === '*' ? 1 : 0);
        const end = start + match[0].length;
        const position = match[1];
        found.push({
          start,
          end,
          widths,
          ...(position !== undefined && { key: Number(position) - 1 }),
          ...(match[4] !== 's' && { convert }),
        });
      }
      return found;
    },
    text: (_piece, from, to) =>
      x.text.slice(from, to).replace(escapeInText, unescaped).replaceAll('%%', '%'),
  };
}
