import type { Span } from '../ir/types';
import type { SqlDialect } from './dialects';
import { compose, type HoleKind, holeContexts, type SqlText } from './holes';
import { type SqlStatement, splitStatements } from './statements';

/** A check of one statement; gives spans in `text`. */
export type StatementCheck<T extends Span> = (
  statement: SqlStatement,
  text: string,
) => readonly T[];

/** Runs a check over the statements of a script. Bodies of routines are left out. */
export function inScript<T extends Span>(
  text: string,
  dialect: SqlDialect | undefined,
  check: StatementCheck<T>,
  embedded = false,
): readonly T[] {
  return splitStatements(text, { dialect, embedded })
    .filter(({ compound }) => !compound)
    .flatMap((statement) => check(statement, text));
}

const mayBeClause: ReadonlySet<HoleKind> = new Set(['keyword', 'unknown']);

/**
 * The same for SQL in a program, with spans in the program. Silent where a hole may bring a clause:
 * then the statement is not all there.
 */
export function inProgram<T extends Span>(
  sql: SqlText,
  dialect: SqlDialect | undefined,
  check: StatementCheck<T>,
): readonly T[] {
  const composed = compose(sql);
  if (composed.holes.length > 0) {
    if (holeContexts(sql, dialect).some(({ kind }) => mayBeClause.has(kind))) return [];
  }
  return inScript(composed.text, dialect, check, true).map((found) => ({
    ...found,
    ...composed.toProgram(found),
  }));
}
