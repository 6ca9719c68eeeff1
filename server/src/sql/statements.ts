import type { Span } from '../ir/types';
import { type SqlToken, type TokenizeOptions, tokenize } from './tokens';

/** One statement of a script, without its `;`. */
export interface SqlStatement extends Span {
  /** Without comments; never empty. */
  readonly tokens: readonly SqlToken[];
  /** The first word, upper case (`WITH` for a statement with a common table expression). */
  readonly verb: string;
  /** Holds other statements: a routine, a trigger, a block of control flow. */
  readonly compound: boolean;
}

/**
 * Splits a script into its statements, so that a bad one does not hide the others. Understands
 * strings, comments, dollar quotes, MySQL's `DELIMITER`, the `GO` of SQL Server's tools, lines of
 * psql and sqlite3, bodies in `BEGIN … END`, and Transact-SQL without semicolons.
 */
export function splitStatements(text: string, options: TokenizeOptions = {}): SqlStatement[] {
  const all = tokenize(text, options).filter((token) => token.kind !== 'comment');
  const statements: SqlStatement[] = [];
  const tsql = options.dialect === 'transactsql';
  let current: SqlToken[] = [];
  let delimiter: string | undefined;
  let block = 0;
  let depth = 0;

  const finish = (): void => {
    if (current.length > 0) {
      const verb = current.find((token) => token.upper !== '(')?.upper ?? '';
      const routine = isRoutine(current);
      statements.push({
        start: current[0]!.start,
        end: current.at(-1)!.end,
        tokens: current,
        verb,
        compound: routine || (tsql && tsqlControl.has(verb) && !isTransaction(current)),
      });
    }
    current = [];
    block = 0;
    depth = 0;
  };

  for (let i = 0; i < all.length; i += 1) {
    const token = all[i]!;
    if (token.kind === 'command') {
      finish();
      continue;
    }
    const first = current.length === 0;
    const ownLine = i === 0 || text.slice(all[i - 1]!.end, token.start).includes('\n');

    if (token.upper === 'DELIMITER' && first && ownLine && !options.embedded) {
      const lineEnd = endOfLine(text, token.end);
      const chosen = text.slice(token.end, lineEnd).trim();
      delimiter = chosen === ';' || chosen === '' ? undefined : chosen;
      while (i + 1 < all.length && all[i + 1]!.start < lineEnd) i += 1;
      continue;
    }
    if (token.upper === 'GO' && ownLine && (tsql || options.dialect === undefined)) {
      const rest = text.slice(token.end, endOfLine(text, token.end)).trim();
      if (/^\d*(--.*)?$/.test(rest)) {
        finish();
        if (/^\d/.test(rest)) i += 1;
        continue;
      }
    }
    if (delimiter !== undefined) {
      const ending = delimiterAt(text, token, delimiter);
      if (ending !== undefined) {
        if (ending > token.start)
          current.push({
            ...token,
            end: ending,
            upper: token.upper.slice(0, ending - token.start),
          });
        finish();
        const after = ending + delimiter.length;
        while (i + 1 < all.length && all[i + 1]!.start < after) i += 1;
        continue;
      }
      current.push(token);
      continue;
    }
    if (token.upper === ';') {
      if (block === 0 && !(tsql && isRoutine(current))) {
        finish();
        continue;
      }
    } else if (token.kind === 'word') {
      const next = all[i + 1]?.upper ?? '';
      if (opensBlock(token.upper, next, current, tsql)) block += 1;
      else if (token.upper === 'END' && block > 0 && !/^(IF|LOOP|WHILE|REPEAT)$/.test(next))
        block -= 1;
      else if (tsql && ownLine && depth === 0 && block === 0 && startsAnother(token, current))
        finish();
    } else if (token.upper === '(') depth += 1;
    else if (token.upper === ')') depth -= 1;
    current.push(token);
  }
  finish();
  return statements;
}

function opensBlock(
  word: string,
  next: string,
  current: readonly SqlToken[],
  tsql: boolean,
): boolean {
  if (word === 'CASE') return current.at(-1)?.upper !== 'END' && (isRoutine(current) || tsql);
  if (word !== 'BEGIN') return false;
  if (isRoutine(current)) return true;
  return tsql && !/^(TRAN|TRANSACTION|DISTRIBUTED|;|)$/.test(next);
}

const routineWords = new Set(['TRIGGER', 'PROCEDURE', 'PROC', 'FUNCTION', 'EVENT', 'PACKAGE']);

/** `CREATE [OR REPLACE] [DEFINER = …] [TEMP] TRIGGER|PROCEDURE|FUNCTION|EVENT …` */
function isRoutine(tokens: readonly SqlToken[]): boolean {
  const verb = tokens[0]?.upper;
  if (verb !== 'CREATE' && verb !== 'ALTER') return false;
  for (const { upper } of tokens.slice(1, 12)) {
    if (routineWords.has(upper)) return true;
    if (upper === 'TABLE' || upper === 'VIEW' || upper === '(') return false;
  }
  return false;
}

function isTransaction(tokens: readonly SqlToken[]): boolean {
  return (
    tokens[0]?.upper === 'BEGIN' && /^(TRAN|TRANSACTION|DISTRIBUTED|)$/.test(tokens[1]?.upper ?? '')
  );
}

const tsqlControl = new Set(['IF', 'WHILE', 'BEGIN', 'ELSE', 'END', 'DECLARE', 'TRY', 'CATCH']);

const tsqlStatementStarts = new Set(
  (
    'SELECT INSERT UPDATE DELETE CREATE ALTER DROP EXEC EXECUTE DECLARE SET PRINT IF WHILE TRUNCATE MERGE USE ' +
    'BEGIN COMMIT ROLLBACK GRANT RAISERROR THROW RETURN'
  ).split(' '),
);

/** Whether a word at the start of a line begins the next statement, though no `;` ended the last. */
function startsAnother(token: SqlToken, current: readonly SqlToken[]): boolean {
  const verb = current[0]?.upper;
  const previous = current.at(-1);
  if (verb === undefined || previous === undefined || !tsqlStatementStarts.has(token.upper))
    return false;
  if (tsqlControl.has(verb) || isRoutine(current) || previous.kind === 'operator') return false;
  if (
    /^(UNION|ALL|EXCEPT|INTERSECT|AS|THEN|FOR|ON|ELSE|,|EXPLAIN|GRANT|REVOKE|AFTER|OF)$/.test(
      previous.upper,
    )
  )
    return false;
  const outer = outerWords(current);
  const main = verb === 'WITH' ? outer.find((word) => mainVerbs.has(word)) : verb;
  // The statement behind the common table expressions is still to come.
  if (main === undefined) return false;
  if (main === 'MERGE' || main === 'GRANT' || main === 'REVOKE') return false;
  if (main === 'INSERT' && /^(SELECT|EXEC|EXECUTE)$/.test(token.upper)) {
    return outer.some((word) => /^(VALUES|SELECT|EXEC|EXECUTE)$/.test(word));
  }
  if (main === 'UPDATE' && token.upper === 'SET') return outer.includes('SET');
  return !(main === 'ALTER' && /^(ALTER|DROP|SET)$/.test(token.upper) && current.length < 4);
}

const mainVerbs = new Set(['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'MERGE']);

/** The words that no parenthesis encloses. */
function outerWords(tokens: readonly SqlToken[]): string[] {
  let depth = 0;
  return tokens.flatMap(({ kind, upper }) => {
    if (upper === '(') depth += 1;
    else if (upper === ')') depth -= 1;
    return kind === 'word' && depth === 0 ? [upper] : [];
  });
}

/** Where the delimiter starts in or at this token. */
function delimiterAt(text: string, token: SqlToken, delimiter: string): number | undefined {
  if (token.kind === 'string' || token.kind === 'quoted') return undefined;
  if (text.startsWith(delimiter, token.start)) return token.start;
  // A name may hold `$`, so `END$$` is one token.
  const inside = text.slice(token.start, token.end).indexOf(delimiter);
  return inside > 0 ? token.start + inside : undefined;
}

function endOfLine(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}
