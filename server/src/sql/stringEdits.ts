import type { Span } from '../ir/types';
import type { TextEdit } from '../report/finding';
import type { SqlDialect } from './dialects';
import { formatSqlPieces, type SkipReason, type SqlFormatOptions, sameTokens } from './format';
import { compose, type SqlPiece, type SqlText } from './holes';
import { tokenize } from './tokens';

/** One string literal of a program that holds SQL. Several that are joined are not one literal. */
export interface HostString {
  readonly language: 'javascript' | 'python';
  readonly quote: "'" | '"' | '`' | "'''" | '"""';
  /** Python's `r`, `f`, `b` and their combinations, as written; empty in JavaScript. */
  readonly prefix: string;
  /** The whole literal with prefix and quotes, in the program. */
  readonly span: Span;
  /** In the order of the literal, inside `span`. */
  readonly pieces: readonly SqlPiece[];
}

export type StringFormatResult =
  | { readonly ok: true; readonly edits: readonly TextEdit[] }
  | { readonly ok: false; readonly reason: SkipReason };

/**
 * Formats the SQL in a string literal. SQL of several lines needs a literal of several lines: a
 * template literal in JavaScript, triple quotes in Python. Then every line is indented below the line
 * on which the literal starts. The SQL keeps its tokens, which is checked; no edits when it is
 * formatted already.
 * @param program the text of the whole file
 */
export function formatSqlString(
  host: HostString,
  program: string,
  dialect: SqlDialect,
  options: SqlFormatOptions,
): StringFormatResult {
  const sql: SqlText = { pieces: host.pieces };
  const formatted = formatSqlPieces(sql, dialect, options);
  if (!formatted.ok) return formatted;
  const holes = holeSources(host, program);
  if (holes === undefined) return { ok: false, reason: 'unsafe' };

  const eol = program.includes('\r\n') ? '\r\n' : '\n';
  const text = formatted.pieces.map((piece) => ('text' in piece ? piece.text : ' ')).join('');
  const several = text.includes('\n');
  const composed = compose(sql);
  const tokenizing = { dialect, embedded: true };
  const broken = tokenize(composed.text, tokenizing).some(
    ({ kind, start, end }) => kind !== 'comment' && composed.text.slice(start, end).includes('\n'),
  );
  // Indenting would change the text of a string of several lines.
  if (several && broken) return { ok: false, reason: 'unsafe' };

  const multiline = several ? multilineQuote(host) : host.quote;
  const indent = indentationAt(program, host.span.start);
  const inner = indent.includes('\t') ? `${indent}\t` : indent + ' '.repeat(options.tabWidth);
  let content = '';
  let check = '';
  for (const piece of formatted.pieces) {
    const part =
      'text' in piece ? piece.text : composed.text.slice(...range(composed.holes[piece.hole]!));
    check += part.replaceAll('\n', `\n${inner}`);
    if ('hole' in piece) content += holes[piece.hole]!;
    else {
      const encoded = encode(piece.text.replaceAll('\n', `\n${inner}`), host, multiline);
      if (encoded === undefined) return { ok: false, reason: 'unsafe' };
      content += encoded;
    }
  }
  if (!sameTokens(composed.text, check, tokenizing)) return { ok: false, reason: 'unsafe' };
  // A quote at the end would become a part of the closing ones.
  if (!several && multiline.length === 3 && content.endsWith(multiline[0]!)) {
    return { ok: false, reason: 'unsafe' };
  }
  // A blank line has no indentation.
  const lines = content.replaceAll(`\n${inner}\n`, '\n\n').replaceAll('\n', eol);
  const body = several ? `${eol}${inner}${lines}${eol}${indent}` : lines;
  const newText = `${host.prefix}${multiline}${body}${multiline}`;
  const { start, end } = host.span;
  return {
    ok: true,
    edits: program.slice(start, end) === newText ? [] : [{ start, end, newText }],
  };
}

function range({ start, end }: Span): [number, number] {
  return [start, end];
}

function multilineQuote({ language, quote }: HostString): HostString['quote'] {
  if (language === 'javascript') return '`';
  return quote === "'''" ? quote : '"""';
}

/**
 * The source of each hole with its marks (`${…}`, `{…!r}`): all that stands between two pieces of
 * text. Of several holes in a row the first stands for all.
 */
function holeSources(
  { span, prefix, quote, pieces }: HostString,
  program: string,
): string[] | undefined {
  const sources: string[] = [];
  let at = span.start + prefix.length + quote.length;
  let inRow = false;
  for (const [i, piece] of pieces.entries()) {
    if ('text' in piece) {
      if (piece.span.start < at) return undefined;
      at = piece.span.end;
      inRow = false;
      continue;
    }
    if (inRow) {
      sources.push('');
      continue;
    }
    const next = pieces.slice(i + 1).find((other) => 'text' in other);
    const end = next === undefined ? span.end - quote.length : (next as { span: Span }).span.start;
    // A marker such as `%s` lies in the literal, and its value elsewhere.
    if (piece.hole.start < at || piece.hole.end > end) return undefined;
    sources.push(program.slice(at, end));
    inRow = true;
  }
  return sources;
}

/** Text as it is written between the quotes; undefined when it cannot be. */
function encode(
  text: string,
  { language, prefix }: HostString,
  quote: HostString['quote'],
): string | undefined {
  if (language === 'javascript') {
    const escaped = text.replace(/\\/g, '\\\\').replace(/\r/g, '\\r');
    return quote === '`'
      ? escaped.replace(/`/g, '\\`').replace(/\$(?=\{)/g, '\\$')
      : escaped.replaceAll(quote, `\\${quote}`);
  }
  const marks = prefix.toLowerCase();
  const doubled = marks.includes('f') ? text.replace(/[{}]/g, '$&$&') : text;
  if (marks.includes('r')) {
    // A raw string has no escapes.
    return doubled.includes(quote) || /\r|\\$/.test(doubled) ? undefined : doubled;
  }
  const escaped = doubled.replace(/\\/g, '\\\\').replace(/\r/g, '\\r');
  if (quote.length === 1) return escaped.replaceAll(quote, `\\${quote}`);
  const mark = quote[0]!;
  return escaped.replace(new RegExp(`${mark}{3,}`, 'g'), (row) =>
    row.replaceAll(mark, `\\${mark}`),
  );
}

function indentationAt(program: string, offset: number): string {
  const lineStart = program.lastIndexOf('\n', offset - 1) + 1;
  return /^[ \t]*/.exec(program.slice(lineStart, offset))![0];
}
