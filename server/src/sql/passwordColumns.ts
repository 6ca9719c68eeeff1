import type { Span } from '../ir/types';
import type { SqlStatement } from './statements';
import type { SqlToken } from './tokens';

/** A password that a script keeps as text. */
export interface PasswordText extends Span {
  /** `short`: no password hash fits. `named`: only the name says so. `value`: the password itself. */
  readonly how: 'plain' | 'short' | 'named' | 'value';
  /** The column, as written. */
  readonly column: string;
  /** For `short`: how many characters fit. */
  readonly length?: number;
}

const passwordColumn = /^(?:[a-z\d]+_)*(?:password|passwd|passphrase|pwd)$|password$/i;
const plainColumn =
  /(?:plain|clear)(?:_?text)?_?(?:password|passwd|pwd)|(?:password|passwd|pwd)_?(?:plain|clear)/i;
const textType =
  /^(?:N?(?:VAR)?CHAR2?|CHARACTER|TEXT|CITEXT|STRING|(?:TINY|MEDIUM|LONG)TEXT|CLOB)$/;

/** The shortest hash of bcrypt, scrypt or Argon2 is bcrypt's: `$2b$12$` with 53 characters. */
const shortestHash = 59;

/** Columns for passwords in CREATE TABLE and ALTER TABLE, and passwords in INSERT. */
export function findPasswordText(
  { tokens, verb }: SqlStatement,
  text: string,
): readonly PasswordText[] {
  if (verb === 'INSERT' || verb === 'REPLACE') return passwordValues(tokens, text);
  if ((verb !== 'CREATE' && verb !== 'ALTER') || !isAboutTable(tokens)) return [];
  return tokens.flatMap((_, i) => {
    const before = tokens[i - 1]?.upper;
    const startsColumn =
      before === '(' ||
      before === ',' ||
      before === 'ADD' ||
      before === 'COLUMN' ||
      before === 'EXISTS';
    return (startsColumn && passwordAt(tokens, i, text)) || [];
  });
}

function isAboutTable(tokens: readonly SqlToken[]): boolean {
  return tokens.slice(1, 6).some(({ upper }) => upper === 'TABLE');
}

function nameOf(token: SqlToken, text: string): string {
  const written = text.slice(token.start, token.end);
  return token.kind === 'quoted' ? written.slice(1, -1) : written;
}

function isName(token: SqlToken | undefined): token is SqlToken {
  return token?.kind === 'word' || token?.kind === 'quoted';
}

function passwordAt(
  tokens: readonly SqlToken[],
  at: number,
  text: string,
): PasswordText | undefined {
  const token = tokens[at];
  const type = tokens[at + 1];
  if (!isName(token) || !type || !textType.test(type.upper)) return undefined;
  const column = nameOf(token, text);
  const span = { start: token.start, end: token.end, column };
  if (plainColumn.test(column)) return { ...span, how: 'plain' };
  if (!passwordColumn.test(column)) return undefined;
  const open = tokens[at + 2]?.upper === 'VARYING' ? at + 3 : at + 2;
  const length =
    tokens[open]?.upper === '('
      ? Number(text.slice(tokens[open + 1]!.start, tokens[open + 1]!.end))
      : Number.NaN;
  return length < shortestHash ? { ...span, how: 'short', length } : { ...span, how: 'named' };
}

/** What stands between the parentheses at `open`, by comma; and where they close. */
function listAt(
  tokens: readonly SqlToken[],
  open: number,
): { readonly items: readonly (readonly SqlToken[])[]; readonly end: number } | undefined {
  if (tokens[open]?.upper !== '(') return undefined;
  const items: SqlToken[][] = [[]];
  let depth = 0;
  for (let i = open + 1; i < tokens.length; i += 1) {
    const token = tokens[i]!;
    if (token.upper === ')' && depth === 0) return { items, end: i };
    if (token.upper === '(') depth += 1;
    if (token.upper === ')') depth -= 1;
    if (token.upper === ',' && depth === 0) items.push([]);
    else items.at(-1)!.push(token);
  }
  return undefined;
}

/** Hashes, markers to fill in, and texts that say that they are hashed. */
const noPassword = /^$|\$|^[\da-f]{32,}$|hash|crypt|pbkdf|argon|[<>{}*]|^x+$|^[\w+/]{40,}={0,2}$/i;

function passwordValues(tokens: readonly SqlToken[], text: string): readonly PasswordText[] {
  const open = tokens.findIndex(({ upper }) => upper === '(');
  const columns = open < 0 ? undefined : listAt(tokens, open);
  if (!columns || tokens[columns.end + 1]?.upper !== 'VALUES') return [];
  const index = columns.items.findIndex(
    ([name, ...rest]) =>
      rest.length === 0 && isName(name) && passwordColumn.test(nameOf(name, text)),
  );
  if (index < 0) return [];
  const column = nameOf(columns.items[index]![0]!, text);
  const found: PasswordText[] = [];
  for (let at = columns.end + 2; ; ) {
    const row = listAt(tokens, at);
    if (!row) return found;
    const [value, ...more] = row.items[index] ?? [];
    if (value?.kind === 'string' && more.length === 0) {
      const written = text.slice(value.start, value.end).replace(/^[A-Za-z]*'|'$/g, '');
      if (!noPassword.test(written)) {
        found.push({ start: value.start, end: value.end, how: 'value', column });
      }
    }
    if (tokens[row.end + 1]?.upper !== ',') return found;
    at = row.end + 2;
  }
}
