import type { Span } from '../ir/types';
import type { SqlDialect } from './dialects';

/** A piece of SQL text. Between tokens there is only white space. */
export interface SqlToken extends Span {
  readonly kind: SqlTokenKind;
  /** Word: upper case. Operator, punctuation: as written. Else empty. */
  readonly upper: string;
  /** False for a string, quoted name or comment that the text ends in. */
  readonly closed: boolean;
}

/**
 * - `word`: a keyword or a plain name; `variable`: `@x`, `@@x`, `#temporary`;
 * - `quoted`: a quoted name; `string`: with its prefix (`E'…'`, `N'…'`) or dollar quotes;
 * - `placeholder`: `?`, `$1`, `:name`, `%s`, `%d`, `%(name)s`, `{name}`;
 * - `command`: a line for the client and not for the server (psql's `\d`, sqlite's `.tables`);
 * - `other`: a character that has no place in SQL.
 */
type SqlTokenKind =
  | 'word'
  | 'variable'
  | 'quoted'
  | 'string'
  | 'number'
  | 'operator'
  | 'punctuation'
  | 'placeholder'
  | 'comment'
  | 'command'
  | 'other';

export interface TokenizeOptions {
  /** Undefined reads what most dialects have in common. */
  readonly dialect?: SqlDialect | undefined;
  /** The text stands in a program: `%s` and `{name}` are placeholders, and no line is a client's command. */
  readonly embedded?: boolean;
}

/** Words after which an operand follows, so that `?` or `%s` behind them is a placeholder. */
const operandExpected = new Set(
  (
    'SELECT DISTINCT ALL FROM WHERE AND OR NOT IN LIKE ILIKE BETWEEN VALUES VALUE SET BY LIMIT OFFSET ON HAVING ' +
    'WHEN THEN ELSE CASE IS AS TOP RETURNING INTO UPDATE JOIN TABLE INTERVAL ANY SOME EXISTS USING ESCAPE ' +
    'FIRST NEXT GLOB REGEXP RLIKE MATCH AGAINST DIV MOD XOR ZONE TO DEFAULT CALL EXEC EXECUTE SIMILAR ONLY'
  ).split(' '),
);

const wordStart = /[\p{L}_]/u;
const sticky = {
  word: /[\p{L}\p{N}_$]+/uy,
  number: /0[xX][0-9a-fA-F]+|(?:\d+(?:\.(?!\.)\d*)?|\.\d+)(?:[eE][+-]?\d+)?/y,
  dollarTag: /\$(?:[\p{L}_][\p{L}\p{N}_]*)?\$/uy,
  named: /[:$][\p{L}_][\p{L}\p{N}_]*/uy,
  numbered: /[?$:]\d+/y,
  variable: /@@?[\p{L}_$#][\p{L}\p{N}_$#.]*|##?[\p{L}_][\p{L}\p{N}_$#]*/uy,
  percent: /%(?:(?:\([^()\s]*\)|\d+\$)?s|(?:\d+\$)?[dfFi](?!\w))/y,
  brace: /\{[^{}'"\n;]*\}/y,
  operator:
    /<=>|->>|#>>|!~\*|!~~\*?|::|:=|<=|>=|<>|!=|!~|!<|!>|==|\|\|\/?|\|\/|&&|@>|<@|@@|@\?|\?\||\?&|#>|#-|->|<<|>>|~\*|~~\*?|[-+*/%^&|=]=?|[<>~!#@?]/y,
  bracketName: /\[[^\]\n]*\]/y,
};

function match(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}

/** The last text and its tokens: several rules look at one text, one after the other. */
let last: (TokenizeOptions & { text: string; tokens: readonly SqlToken[] }) | undefined;

/** Splits SQL text into tokens. Never throws; every character lies in a token or is white space. */
export function tokenize(text: string, options: TokenizeOptions = {}): readonly SqlToken[] {
  const { dialect, embedded = false } = options;
  if (last?.text !== text || last.dialect !== dialect || last.embedded !== embedded)
    last = { text, dialect, embedded, tokens: split(text, dialect, embedded) };
  return last.tokens;
}

function split(text: string, dialect: SqlDialect | undefined, embedded: boolean): SqlToken[] {
  const postgres = dialect === 'postgresql';
  const mysql = dialect === 'mysql';
  const sqlite = dialect === 'sqlite';
  const tsql = dialect === 'transactsql';
  const tokens: SqlToken[] = [];
  const length = text.length;
  let at = 0;
  let lineStart = true;
  let atStatementStart = true;

  const push = (kind: SqlTokenKind, end: number, upper = '', closed = true): void => {
    tokens.push({ kind, start: at, end, upper, closed });
    at = end;
    if (kind !== 'comment') {
      lineStart = false;
      atStatementStart = upper === ';' || kind === 'command';
    }
  };
  /** Whether an operand may stand here: then `?` and `%s` are placeholders and no operators. */
  const operandPlace = (): boolean => {
    let i = tokens.length - 1;
    while (i >= 0 && tokens[i]!.kind === 'comment') i -= 1;
    const previous = tokens[i];
    if (previous === undefined) return true;
    if (previous.kind === 'word') return operandExpected.has(previous.upper);
    if (previous.kind === 'operator') return true;
    return previous.kind === 'punctuation' && !/[)\].]/.test(previous.upper);
  };
  /** End of quoted text that starts behind `from`; the quote is doubled to stand for itself. */
  const quotedEnd = (quote: string, from: number, backslash: boolean): [number, boolean] => {
    for (let i = from; i < length; i += 1) {
      const c = text[i];
      if (c === '\\' && backslash) i += 1;
      else if (c === quote) {
        if (text[i + 1] === quote) i += 1;
        else return [i + 1, true];
      }
    }
    return [length, false];
  };
  const lineEnd = (from: number): number => {
    const end = text.indexOf('\n', from);
    return end < 0 ? length : end > from && text[end - 1] === '\r' ? end - 1 : end;
  };

  while (at < length) {
    const c = text[at]!;
    if (c === '\n') {
      lineStart = true;
      at += 1;
      continue;
    }
    if (c <= ' ' || c === '\u00a0' || c === '\ufeff' || (c > '\u007f' && /\s/.test(c))) {
      at += 1;
      continue;
    }
    const next = text[at + 1];

    if (lineStart && !embedded) {
      const command =
        (c === '\\' && (postgres || dialect === undefined)) ||
        (c === '.' && sqlite && atStatementStart && next !== undefined && /[a-z]/.test(next));
      if (command) {
        push('command', lineEnd(at));
        continue;
      }
    }
    if (c === '-' && next === '-' && !(mysql && /[^\s]/.test(text[at + 2] ?? ' '))) {
      push('comment', lineEnd(at));
      continue;
    }
    if (c === '#' && (mysql || (dialect === undefined && /\s/.test(next ?? ' ')))) {
      push('comment', lineEnd(at));
      continue;
    }
    if (c === '/' && next === '*') {
      let depth = 1;
      let i = at + 2;
      while (i < length && depth > 0) {
        if (text[i] === '*' && text[i + 1] === '/') {
          depth -= 1;
          i += 2;
        } else if ((postgres || tsql) && text[i] === '/' && text[i + 1] === '*') {
          depth += 1;
          i += 2;
        } else i += 1;
      }
      push('comment', Math.min(i, length), '', depth === 0);
      continue;
    }

    if (c === "'") {
      push('string', ...withUpper(quotedEnd("'", at + 1, mysql)));
      continue;
    }
    if (c === '"') {
      push(mysql ? 'string' : 'quoted', ...withUpper(quotedEnd('"', at + 1, mysql)));
      continue;
    }
    if (c === '`' && !postgres && !tsql) {
      push('quoted', ...withUpper(quotedEnd('`', at + 1, false)));
      continue;
    }
    if (c === '[' && (tsql || sqlite || dialect === undefined)) {
      // Without a dialect, `a[1]` is an array element and `[a b]` a name.
      const name = match(sticky.bracketName, text, at);
      if (name !== undefined && (tsql || sqlite || (operandPlace() && /^\[[\p{L}_]/u.test(name)))) {
        push('quoted', at + name.length);
        continue;
      }
    }
    if (
      /[eEnNbBxXuU]/.test(c) &&
      (next === "'" || (next === '&' && /['"]/.test(text[at + 2] ?? '')))
    ) {
      const prefix = next === '&' ? 3 : 2;
      const backslash = mysql || (postgres && (c === 'e' || c === 'E'));
      push('string', ...withUpper(quotedEnd(text[at + prefix - 1]!, at + prefix, backslash)));
      continue;
    }
    if (wordStart.test(c) || isHighSurrogate(c)) {
      const word = match(sticky.word, text, at);
      if (word !== undefined) {
        push('word', at + word.length, word.toUpperCase());
        continue;
      }
    }
    if (c === '$') {
      const tag = postgres || dialect === undefined ? match(sticky.dollarTag, text, at) : undefined;
      if (tag !== undefined) {
        const end = text.indexOf(tag, at + tag.length);
        push('string', end < 0 ? length : end + tag.length, '', end >= 0);
        continue;
      }
      const parameter = match(sticky.numbered, text, at) ?? match(sticky.named, text, at);
      if (parameter !== undefined) {
        push('placeholder', at + parameter.length);
        continue;
      }
    }
    if (/\d/.test(c) || (c === '.' && next !== undefined && /\d/.test(next) && operandPlace())) {
      push('number', at + match(sticky.number, text, at)!.length);
      continue;
    }
    if (c === '@' || c === '#') {
      const variable = match(sticky.variable, text, at);
      if (variable !== undefined && (c === '@' || tsql)) {
        push('variable', at + variable.length, variable.toUpperCase());
        continue;
      }
    }
    if (c === ':' && next !== ':' && next !== '=' && operandPlace()) {
      const parameter = match(sticky.named, text, at) ?? match(sticky.numbered, text, at);
      if (parameter !== undefined) {
        push('placeholder', at + parameter.length);
        continue;
      }
      // psql's :'name' and :"name".
      if (postgres && (next === "'" || next === '"')) {
        const [end, closed] = quotedEnd(next, at + 2, false);
        push('placeholder', end, '', closed);
        continue;
      }
    }
    if (c === '?' && operandPlace()) {
      push('placeholder', at + (match(sticky.numbered, text, at) ?? '?').length);
      continue;
    }
    if (embedded && (c === '%' || c === '{')) {
      const parameter =
        c === '{'
          ? match(sticky.brace, text, at)
          : next === '(' || next === 'i' || operandPlace()
            ? match(sticky.percent, text, at)
            : undefined;
      if (parameter !== undefined) {
        push('placeholder', at + parameter.length);
        continue;
      }
    }
    if (';,().[]{}:'.includes(c) && !(c === ':' && (next === ':' || next === '='))) {
      push('punctuation', at + 1, c);
      continue;
    }
    const operator = match(sticky.operator, text, at);
    if (operator !== undefined) push('operator', at + operator.length, operator);
    else push('other', at + (isHighSurrogate(c) && at + 1 < length ? 2 : 1));
  }
  return tokens;
}

function withUpper([end, closed]: [number, boolean]): [number, string, boolean] {
  return [end, '', closed];
}

function isHighSurrogate(c: string): boolean {
  return c >= '\ud800' && c <= '\udbff';
}

/** The tokens that mean something to the server: without comments. */
export function significant(tokens: readonly SqlToken[]): SqlToken[] {
  return tokens.filter((token) => token.kind !== 'comment');
}
