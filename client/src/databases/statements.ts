import { splitStatements } from '../../../server/src/sql/statements';

/** One statement of a script, without its `;`. */
export interface Statement {
  readonly sql: string;
  readonly start: number;
  readonly end: number;
}

export type Dialect = 'postgresql' | 'mysql';

/** The statements of a script: comments, quotes, dollar quotes and bodies of functions are understood. */
export function statementsOf(script: string, dialect: Dialect): Statement[] {
  return splitStatements(script, { dialect }).map(({ start, end }) => ({
    sql: script.slice(start, end),
    start,
    end,
  }));
}

/** Where the character with this number, from 1, stands: databases count characters, and not UTF-16. */
export function offsetOfCharacter(text: string, number: number): number {
  let offset = 0;
  for (let n = 1; n < number && offset < text.length; n += 1) {
    offset += text.codePointAt(offset)! > 0xffff ? 2 : 1;
  }
  return offset;
}

/** What was done and how many rows, of PostgreSQL's tag: `INSERT 0 3`, `SELECT 2`, `CREATE TABLE`. */
export function readTag(tag: string): { command: string; affected: number | undefined } {
  const match = /^(.*?)((?: \d+)+)$/.exec(tag);
  if (match === null) return { command: tag, affected: undefined };
  return { command: match[1]!, affected: Number(match[2]!.trim().split(' ').at(-1)) };
}
