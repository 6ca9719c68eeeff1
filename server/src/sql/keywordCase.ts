import { type TokenizeOptions, tokenize } from './tokens';

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/**
 * Reserved in the dialects that we read, so never an unquoted name. Names keep their case: MySQL's
 * tables differ by it, and result columns are named as the query writes them.
 */
const reserved = words(
  'SELECT DISTINCT FROM WHERE AND OR NOT IN IS NULL LIKE BETWEEN EXISTS CASE WHEN THEN ELSE AS ON JOIN INNER LEFT RIGHT ' +
    'OUTER CROSS GROUP ORDER BY HAVING UNION INSERT INTO VALUES UPDATE SET DELETE CREATE TABLE ALTER DROP PRIMARY FOREIGN ' +
    'REFERENCES DEFAULT CHECK CONSTRAINT UNIQUE WITH ASC DESC',
);

/** Keywords only behind (or before) one of these words. */
const behind: Readonly<Record<string, ReadonlySet<string>>> = {
  ALL: words('UNION EXCEPT INTERSECT SELECT'),
  KEY: words('PRIMARY FOREIGN UNIQUE DUPLICATE'),
  INDEX: words('CREATE UNIQUE DROP'),
  VIEW: words('CREATE DROP REPLACE'),
  REPLACE: words('OR'),
  IF: words('TABLE INDEX VIEW'),
  COLUMN: words('ADD DROP ALTER RENAME'),
  CASCADE: words('DELETE UPDATE'),
  CONFLICT: words('ON'),
  DO: words(')'),
  NOTHING: words('DO'),
  RECURSIVE: words('WITH'),
  OVER: words(')'),
  PARTITION: words('('),
};

/** Writes the keywords of formatted SQL in one case. */
export function applyKeywordCase(
  text: string,
  keywordCase: 'upper' | 'lower' | 'preserve',
  tokenizing: TokenizeOptions,
): string {
  if (keywordCase === 'preserve') return text;
  const tokens = tokenize(text, tokenizing).filter(({ kind }) => kind !== 'comment');
  let result = '';
  let at = 0;
  let cases = 0;
  for (const [i, { kind, upper, start, end }] of tokens.entries()) {
    if (kind !== 'word') continue;
    const previous = tokens[i - 1]?.upper ?? '';
    const next = tokens[i + 1];
    if (previous === '.' || next?.upper === '.') continue;
    let keyword = reserved.has(upper);
    if (upper === 'CASE') cases += 1;
    else if (upper === 'END' && cases > 0) {
      cases -= 1;
      keyword = true;
    } else if (upper === 'LIMIT' || upper === 'OFFSET') {
      // `LIMIT 10`, `LIMIT $1`, `LIMIT hole`: not behind a comma or as an operand.
      keyword =
        next !== undefined &&
        /^(number|placeholder|word|variable)$/.test(next.kind) &&
        isOperandEnd(previous);
    } else if (upper === 'RETURNING') keyword = next !== undefined && isOperandEnd(previous);
    else if (Object.hasOwn(behind, upper)) keyword = behind[upper]!.has(previous);
    if (!keyword) continue;
    const word = text.slice(start, end);
    result +=
      text.slice(at, start) + (keywordCase === 'upper' ? word.toUpperCase() : word.toLowerCase());
    at = end;
  }
  return result + text.slice(at);
}

function isOperandEnd(previous: string): boolean {
  return !/^(SELECT|DISTINCT|WHERE|AND|OR|BY|SET|ON|,|\(|=|<|>|<>|\+|-|\/)$/.test(previous);
}
