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

/** `"text $x {$y}"`, the body of a heredoc, and what stands between backticks. */
function interpolated(x: Context, node: number, whole: number): Expr {
  const parts: Expr[] = [];
  for (let part = x.first(node); part >= 0; part = x.next(node, part)) {
    if (x.is(part, x.s.string_content) || x.is(part, x.s.nowdoc_string)) {
      addText(parts, x.literal(part, x.textOf(part)));
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
  return { kind: 'string', style: 'template', ...x.span(whole), parts };
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
  return body < 0 ? x.literal(node, '') : interpolated(x, body, node);
};

/** Backticks run their text in a shell. */
export const shellCommand: PhpExpr = (x, node) =>
  x.print('shell_exec', x.span(node), [interpolated(x, node, node)]);

/** https://www.php.net/manual/en/function.sprintf.php */
const placeholder = /%(?:%|(?:(\d+)\$)?(?:[-+ 0]|'.)*(\*|\d+)?(?:\.(\*|\d+)?)?[bcdeEfFgGhHosuxX])/g;
const escapeInText = /\\(?:u\{[0-9a-f]{1,6}\}|x[0-9a-f]{1,2}|[0-7]{1,3}|[\s\S])/gi;

export function printfSyntax(x: Context): FormatSyntax {
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
        });
      }
      return found;
    },
    text: (_piece, from, to) =>
      x.text.slice(from, to).replace(escapeInText, unescaped).replaceAll('%%', '%'),
  };
}
