import { formatDialect, mysql, postgresql, sqlite, transactsql } from 'sql-formatter';
import type { Span } from '../ir/types';
import type { TextEdit } from '../report/finding';
import type { SqlDialect } from './dialects';
import { compose, type SqlText } from './holes';
import { applyKeywordCase } from './keywordCase';
import { splitStatements } from './statements';
import { type SqlToken, type TokenizeOptions, tokenize } from './tokens';

export interface SqlFormatOptions {
  readonly keywordCase: 'upper' | 'lower' | 'preserve';
  readonly tabWidth: number;
}

/** Why a statement was left as it is. */
export type SkipReason =
  /** It is data rather than a query: formatting would take seconds. */
  | 'too-long'
  /** It holds other statements: a trigger, a routine, control flow. */
  | 'compound'
  /** The formatter could not read it, most often for a syntax error. */
  | 'syntax'
  /** The formatter would have changed more than white space and the case of keywords. */
  | 'unsafe';

export interface SqlFormatResult {
  /** Sorted, without overlap; empty when the text is formatted. */
  readonly edits: readonly TextEdit[];
  readonly skipped: readonly (Span & { readonly reason: SkipReason })[];
}

/**
 * Formats a script, statement by statement. What stands between statements (comments, lines for the
 * client such as psql's, `DELIMITER`, `GO`) stays, and so does a statement that cannot be formatted.
 * Formatting twice changes nothing more. Never throws.
 */
export function formatSql(
  text: string,
  dialect: SqlDialect,
  options: SqlFormatOptions,
): SqlFormatResult {
  return formatScript(text, { dialect }, options);
}

function formatScript(
  text: string,
  tokenizing: TokenizeOptions,
  options: SqlFormatOptions,
): SqlFormatResult {
  const edits: TextEdit[] = [];
  const skipped: (Span & { reason: SkipReason })[] = [];
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  let previousEnd: number | undefined;
  let previousSeveral = false;
  for (const statement of splitStatements(text, tokenizing)) {
    const { start, end } = statement;
    const source = text.slice(start, end);
    const result = statement.compound ? 'compound' : formatStatement(source, tokenizing, options);
    if (typeof result === 'string') skipped.push({ start, end, reason: result });
    else {
      const newText = eol === '\n' ? result.text : result.text.replaceAll('\n', eol);
      const several = newText.includes('\n');
      const lead = leadingEdit(text, start, previousEnd, several || previousSeveral, eol);
      if (lead !== undefined) edits.push(lead);
      if (newText !== source) edits.push({ start, end, newText });
    }
    previousEnd = end;
    previousSeveral =
      text.slice(start, end).includes('\n') ||
      (typeof result !== 'string' && result.text.includes('\n'));
  }
  return { edits, skipped };
}

/**
 * A statement starts on its own line, without indentation, and behind a blank line where it or the
 * one before it takes several lines.
 */
function leadingEdit(
  text: string,
  start: number,
  previousEnd: number | undefined,
  several: boolean,
  eol: string,
): TextEdit | undefined {
  const between = previousEnd === undefined ? '' : text.slice(previousEnd, start);
  const [, space] = /^\s*;(\s*)$/.exec(between) ?? [];
  if (space !== undefined) {
    const breaks = space.split('\n').length - 1;
    const newText = eol.repeat(Math.min(Math.max(breaks, several ? 2 : 1), 2));
    return newText === space ? undefined : { start: start - space.length, end: start, newText };
  }
  let from = start;
  while (from > 0 && (text[from - 1] === ' ' || text[from - 1] === '\t')) from -= 1;
  const ownLine = from === 0 || text[from - 1] === '\n';
  return ownLine && from < start ? { start: from, end: start, newText: '' } : undefined;
}

const longestFormatted = 50_000;

const formatters = { postgresql, mysql, sqlite, transactsql };

function formatStatement(
  source: string,
  tokenizing: TokenizeOptions,
  options: SqlFormatOptions,
): { readonly text: string } | SkipReason {
  if (source.length > longestFormatted) return 'too-long';
  const text = source.replaceAll('\r\n', '\n');
  const once = formatOnce(text, tokenizing, options);
  if (typeof once === 'string') return once;
  if (!sameTokens(text, once.text, tokenizing)) return 'unsafe';
  // Without semicolons, a line break may end a statement (Transact-SQL).
  if (splitStatements(once.text, tokenizing).length !== 1) return 'unsafe';
  // What does not settle would change on each save.
  const twice = formatOnce(once.text, tokenizing, options);
  return typeof twice !== 'string' && twice.text === once.text ? once : 'unsafe';
}

function formatOnce(
  text: string,
  tokenizing: TokenizeOptions,
  { keywordCase, tabWidth }: SqlFormatOptions,
): { readonly text: string } | SkipReason {
  const tokens = tokenize(text, tokenizing);
  if (tokens.some(({ closed }) => !closed)) return 'syntax';
  const shield = shieldTokens(text, tokens);
  let formatted: string;
  try {
    formatted = formatDialect(shield.text, {
      dialect: formatters[tokenizing.dialect ?? 'postgresql'],
      tabWidth,
      keywordCase: 'preserve',
    });
  } catch {
    return 'syntax';
  }
  const restored = joinCalls(shield.restore(formatted), tokens, tokenizing);
  return { text: applyKeywordCase(restored, keywordCase, tokenizing).trimEnd() };
}

/**
 * Puts a plain name of the same length in place of every token that the formatter may read in
 * another way than we do: strings, quoted names, placeholders, variables.
 */
function shieldTokens(
  text: string,
  tokens: readonly SqlToken[],
): { readonly text: string; restore(formatted: string): string } {
  let stem = 'q';
  while (new RegExp(`${stem}\\d+z`).test(text)) stem += 'q';
  const originals: string[] = [];
  let result = '';
  let at = 0;
  for (const { kind, start, end } of tokens) {
    if (kind !== 'string' && kind !== 'quoted' && kind !== 'placeholder' && kind !== 'variable')
      continue;
    // A name that touches a word would become one word with it.
    const before = /[\p{L}\p{N}_$]$/u.test(text.slice(at, start)) ? ' ' : '';
    const after = /^[\p{L}\p{N}_$]/u.test(text.slice(end, end + 1)) ? ' ' : '';
    const name = `${stem}${originals.length}z`.padEnd(Math.min(end - start, 60), '_');
    originals.push(text.slice(start, end));
    result += `${text.slice(at, start)}${before}${name}${after}`;
    at = end;
  }
  const pattern = new RegExp(`${stem}(\\d+)z_*`, 'g');
  return {
    text: result + text.slice(at),
    restore: (formatted) =>
      formatted.replace(pattern, (name, index: string) => originals[Number(index)] ?? name),
  };
}

/** Takes out the blank that the formatter puts between a function's name and its parenthesis. */
function joinCalls(
  formatted: string,
  tokens: readonly SqlToken[],
  tokenizing: TokenizeOptions,
): string {
  const after = tokenize(formatted, tokenizing);
  if (after.length !== tokens.length) return formatted;
  let result = '';
  let at = 0;
  for (let i = 1; i < after.length; i += 1) {
    const touched = tokens[i - 1]!.end === tokens[i]!.start;
    const [name, open] = [after[i - 1]!, after[i]!];
    if (
      touched &&
      open.upper === '(' &&
      /^(word|quoted)$/.test(name.kind) &&
      formatted.slice(name.end, open.start) === ' '
    ) {
      result += formatted.slice(at, name.end);
      at = open.start;
    }
  }
  return result + formatted.slice(at);
}

/** Whether two texts differ only in white space and in the case of words. */
export function sameTokens(a: string, b: string, tokenizing: TokenizeOptions): boolean {
  const before = tokenize(a, tokenizing);
  const after = tokenize(b, tokenizing);
  return (
    before.length === after.length &&
    before.every((token, i) => {
      const other = after[i]!;
      if (token.kind !== other.kind || token.closed !== other.closed) return false;
      if (token.kind === 'word') return token.upper === other.upper;
      const [one, two] = [a.slice(token.start, token.end), b.slice(other.start, other.end)];
      return token.kind === 'comment' ? squeeze(one) === squeeze(two) : one === two;
    })
  );
}

function squeeze(comment: string): string {
  return comment.replace(/\s+/g, ' ').trim();
}

/** A part of formatted SQL: text, or a hole by its number. */
type FormattedPiece = { readonly text: string } | { readonly hole: number };

export type PiecesFormatResult =
  | { readonly ok: true; readonly pieces: readonly FormattedPiece[]; readonly changed: boolean }
  | { readonly ok: false; readonly reason: SkipReason };

/**
 * Formats SQL that stands in a string of a program. Every hole and placeholder stays exactly as it
 * is and in its order; lines are not indented as a whole.
 */
export function formatSqlPieces(
  sql: SqlText,
  dialect: SqlDialect,
  options: SqlFormatOptions,
): PiecesFormatResult {
  const { text, holes } = compose(sql);
  const { edits, skipped } = formatScript(text.trim(), { dialect, embedded: true }, options);
  const [first] = skipped;
  if (first !== undefined) return { ok: false, reason: first.reason };
  let formatted = text.trim();
  for (const { start, end, newText } of edits.toReversed()) {
    formatted = formatted.slice(0, start) + newText + formatted.slice(end);
  }
  const pieces: FormattedPiece[] = [];
  let at = 0;
  for (const [i, { start, end }] of holes.entries()) {
    const found = formatted.indexOf(text.slice(start, end), at);
    if (found < 0) return { ok: false, reason: 'unsafe' };
    if (found > at) pieces.push({ text: formatted.slice(at, found) });
    pieces.push({ hole: i });
    at = found + end - start;
  }
  if (at < formatted.length) pieces.push({ text: formatted.slice(at) });
  return { ok: true, pieces, changed: edits.length > 0 };
}
