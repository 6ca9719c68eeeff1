import type { Span } from '../ir/types';
import { findMisplaced, findUnbalanced, findUnclosed, findUnknownVerb, show } from './diagnose';
import type { SqlDialect } from './dialects';
import { sqlDialects } from './dialects';
import { distance } from './distance';
import { findForeign } from './foreign';
import { columnTypes, hasGap, isChecked, type Part, parseParts, partsOf } from './grammar';
import { type SqlStatement, splitStatements } from './statements';
import { type SqlToken, tokenize } from './tokens';

/** A syntax error at one place of the SQL text. */
export interface SqlProblem extends Span {
  readonly kind: 'syntax';
  /** What was met and what was expected, in plain words. One or two sentences. */
  readonly message: string;
}

export interface CheckOptions {
  /** The person chose the dialect: then what only another dialect accepts is a problem too. */
  readonly explicitDialect?: boolean;
  /** The text stands in a program's string: `%s` and `{name}` are placeholders. */
  readonly embedded?: boolean;
}

/** A longer statement is not parsed (it is data, such as a dump), only looked over. */
const longestParsed = 20_000;
/** In a longer statement, a place where the parser stops is not enough to report it. */
const mostTokensForDoubt = 60;
/** The grammars backtrack: time grows fast with the depth. */
const deepestParsed = 12;

/**
 * Finds syntax errors, at most one for each statement, in the order of the text. Never throws.
 *
 * A statement is reported when its tokens show a mistake (a quote or parenthesis without partner, a
 * comma too many, a clause in the wrong place, …), or when one small repair makes it parse, or when
 * no grammar reads it and it has nothing that the grammars are known to lack (see `grammar.ts`).
 * Silence proves nothing: it is better than calling valid SQL wrong.
 */
export function checkSql(
  text: string,
  dialect: SqlDialect,
  options: CheckOptions = {},
): SqlProblem[] {
  const tokenizing = { dialect, embedded: options.embedded ?? false };
  const problems: SqlProblem[] = [];
  for (const statement of splitStatements(text, tokenizing)) {
    const problem = checkCached(statement, text, dialect, options);
    if (problem !== undefined) problems.push({ kind: 'syntax', ...problem });
  }
  // Comments are no part of a statement.
  const comment = tokenize(text, tokenizing).findLast(({ kind }) => kind === 'comment');
  const unclosed = comment && findUnclosed([comment], text);
  if (unclosed !== undefined) problems.push({ kind: 'syntax', ...unclosed });
  return problems;
}

type Problem = Omit<SqlProblem, 'kind'>;

/** Of the statements that did not change since the last key was pressed. */
const checked = new Map<string, Problem | undefined>();
const mostChecked = 10_000;
/** Longer statements are few, and keeping them costs memory. */
const longestKept = 2000;

/** Checks a statement alone, by its own offsets, so that the result holds wherever it stands. */
function checkCached(
  statement: SqlStatement,
  text: string,
  dialect: SqlDialect,
  options: CheckOptions,
): Problem | undefined {
  const { start, end } = statement;
  const source = text.slice(start, end);
  const key = `${dialect} ${options.explicitDialect ?? false} ${options.embedded ?? false} ${source}`;
  let problem = checked.get(key);
  if (problem === undefined && !checked.has(key)) {
    const tokens = statement.tokens.map((token) => ({
      ...token,
      start: token.start - start,
      end: token.end - start,
    }));
    problem = checkStatement(
      { ...statement, tokens, start: 0, end: end - start },
      source,
      dialect,
      options,
    );
    if (checked.size >= mostChecked) checked.clear();
    if (source.length <= longestKept) checked.set(key, problem);
  }
  return problem && { ...problem, start: problem.start + start, end: problem.end + start };
}

function checkStatement(
  statement: SqlStatement,
  text: string,
  dialect: SqlDialect,
  { explicitDialect = false }: CheckOptions,
): Problem | undefined {
  const { tokens } = statement;
  const unclosed = findUnclosed(tokens, text);
  if (unclosed !== undefined) return unclosed;
  if (statement.compound) return undefined;
  const unknown = findUnknownVerb(tokens, text);
  if (unknown !== undefined) return unknown;
  const unbalanced = findUnbalanced(tokens);
  if (!isChecked(tokens)) return unbalanced;
  const length = statement.end - statement.start;
  if (length > longestParsed || depthOf(tokens) > deepestParsed) {
    return unbalanced ?? findMisplaced(tokens, text, dialect);
  }

  // The grammars let some of these mistakes pass, so this comes before parsing.
  const misplaced = findMisplaced(tokens, text, dialect);
  const parts = partsOf(tokens, text, dialect);
  const result = parseParts(parts, dialect);
  const runaway = result.ok ? undefined : findRunaway(tokens, text);
  if (runaway !== undefined) return runaway;
  if (
    misplaced !== undefined &&
    !(unbalanced !== undefined && unbalanced.start < misplaced.start)
  ) {
    return misplaced;
  }
  if (unbalanced !== undefined) return unbalanced;
  const foreign = explicitDialect ? findForeign(tokens, text, dialect) : undefined;
  if (foreign !== undefined) return foreign;
  if (result.ok) return undefined;
  if (parsesElsewhere(parts, dialect)) return undefined;

  const repaired = findRepair(parts, tokens, text, result.index, dialect);
  if (repaired !== undefined) return repaired;
  // The longer a statement, the likelier it is that the grammars lack something in it.
  if (tokens.length > mostTokensForDoubt || hasGap(tokens)) return undefined;

  const met = tokens[result.index];
  if (met === undefined) {
    const { start, end } = tokens.at(-1)!;
    return {
      start,
      end,
      message: `The statement is not complete: something is missing after ${show(text.slice(start, end))}.`,
    };
  }
  const before = tokens[result.index - 1];
  const after = before === undefined ? '' : ` after ${show(text.slice(before.start, before.end))}`;
  return {
    start: met.start,
    end: met.end,
    message: `${show(text.slice(met.start, met.end))} cannot stand here${after}. Look for a missing comma or word, or a misspelt one, just before it.`,
  };
}

/** A string over several lines with a `;` at a line's end in it has most likely lost its quote. */
function findRunaway(tokens: readonly SqlToken[], text: string): Problem | undefined {
  const token = tokens.find(
    ({ kind, start, end }) =>
      (kind === 'string' || kind === 'quoted') &&
      /;[ \t]*\r?\n/.test(text.slice(start, end)) &&
      !text.startsWith('$', start),
  );
  if (token === undefined) return undefined;
  const source = text.slice(token.start, token.end);
  return {
    start: token.start,
    end: token.start + source.search(/\r?\n/),
    message: 'The quote that starts here is not closed on this line. Is a closing quote missing?',
  };
}

function parsesElsewhere(parts: readonly Part[], dialect: SqlDialect): boolean {
  return sqlDialects.some((other) => other !== dialect && parseParts(parts, other).ok);
}

/** Words of the checked statements, for spelling. */
const keywords = (
  'SELECT FROM WHERE GROUP ORDER BY HAVING LIMIT OFFSET INSERT INTO VALUES UPDATE SET DELETE JOIN INNER LEFT RIGHT ' +
  'OUTER CROSS ON AND OR NOT NULL LIKE BETWEEN DISTINCT UNION CREATE TABLE PRIMARY KEY FOREIGN REFERENCES UNIQUE ' +
  'DEFAULT CASE WHEN THEN ELSE END AS IN IS EXISTS ASC DESC ALTER DROP COLUMN VARCHAR INTEGER'
).split(' ');
const keywordSet = new Set(keywords);

/** What may be missing, and behind what in which statement. */
const missing: readonly {
  readonly text: string;
  readonly verb: RegExp;
  readonly behind: RegExp;
}[] = [
  { text: ',', verb: /./, behind: /./ },
  { text: 'BY', verb: /./, behind: /^(GROUP|ORDER)$/ },
  { text: 'FROM', verb: /^SELECT$/, behind: /./ },
  { text: 'AND', verb: /./, behind: /./ },
];

const separateVerbs = new Set(['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'CREATE', 'DROP', 'ALTER']);

/** The one word or sign which, put right, makes the statement parse. */
function findRepair(
  parts: readonly Part[],
  tokens: readonly SqlToken[],
  text: string,
  index: number,
  dialect: SqlDialect,
): Problem | undefined {
  const gap = hasGap(tokens);
  const stop = tokens[index];
  if (stop !== undefined && separateVerbs.has(stop.upper) && index > 1) {
    const [first, second] = [parts.slice(0, index), parts.slice(index)];
    if (parseParts(first, dialect).ok && parseParts(second, dialect).ok) {
      const { start, end } = tokens[index - 1]!;
      return {
        start,
        end,
        message: `A \`;\` is missing between this statement and the next, which starts with ${show(text.slice(stop.start, stop.end))}.`,
      };
    }
  }
  // Misspelt words lie at the place where the parser stopped or shortly before.
  for (let i = Math.min(index + 1, tokens.length - 1); i >= Math.max(0, index - 6); i -= 1) {
    const token = tokens[i]!;
    if (token.kind !== 'word' || token.upper.length < 2) continue;
    if (keywordSet.has(token.upper) || columnTypes.has(token.upper)) continue;
    for (const keyword of keywords) {
      const most = keyword.length > 5 ? 2 : 1;
      if (
        keyword.length < 3
          ? keyword !== token.upper.split('').reverse().join('')
          : distance(keyword, token.upper) > most
      ) {
        continue;
      }
      const attempt = parts.with(i, { text: keyword, gap: true });
      if (parseParts(attempt, dialect).ok) {
        return {
          start: token.start,
          end: token.end,
          message: `${show(text.slice(token.start, token.end))} cannot stand here. Did you mean ${show(keyword)}?`,
        };
      }
    }
  }
  for (const at of [index, index - 1]) {
    const token = tokens[at];
    const previous = tokens[at - 1];
    if (token === undefined || previous === undefined) continue;
    if (token.upper === previous.upper && token.upper !== '' && token.kind === 'word') {
      if (parseParts(parts.toSpliced(at, 1), dialect).ok) {
        return {
          start: token.start,
          end: token.end,
          message: `${show(text.slice(token.start, token.end))} stands here twice.`,
        };
      }
    }
    const typed = tokens[0]!.upper === 'CREATE' && columnTypes.has(tokens[at + 1]?.upper ?? '');
    const behindValue = previous.kind !== 'word' && previous.kind !== 'operator';
    for (const { text: insertion, verb, behind } of missing) {
      if (!verb.test(tokens[0]!.upper) || !behind.test(previous.upper || 'x')) continue;
      if (insertion === 'AND' && !behindValue) continue;
      // Syntax that the grammar lacks may look like a missing sign: only a plain place proves one.
      if (gap && insertion !== 'BY' && !(typed && insertion === ',')) continue;
      const attempt = [
        ...parts.slice(0, at),
        { text: insertion, gap: true },
        { text: parts[at]!.text, gap: true },
        ...parts.slice(at + 1),
      ];
      if (parseParts(attempt, dialect).ok) {
        const what = insertion === ',' ? 'A comma' : show(insertion);
        return {
          start: token.start,
          end: token.end,
          message: `${what} is missing before ${show(text.slice(token.start, token.end))}.`,
        };
      }
    }
  }
  return undefined;
}

function depthOf(tokens: readonly SqlToken[]): number {
  let depth = 0;
  let most = 0;
  for (const { upper } of tokens) {
    if (upper === '(' || upper === 'CASE') most = Math.max(most, (depth += 1));
    else if (upper === ')' || upper === 'END') depth -= 1;
  }
  return most;
}
