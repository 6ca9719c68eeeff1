import type { Span } from '../ir/types';
import type { SqlDialect } from './dialects';
import type { SqlToken } from './tokens';

/** Names of the dialects for messages. */
const dialectNames: Readonly<Record<SqlDialect, string>> = {
  postgresql: 'PostgreSQL',
  mysql: 'MySQL',
  transactsql: 'SQL Server',
  sqlite: 'SQLite',
};

interface Foreign {
  /** What is written, as tokens' upper case; a backtick name is '`'. */
  readonly written: string;
  readonly instead: Partial<Record<SqlDialect, string>>;
}

/** Syntax that one dialect has and another has not, with what to write instead. */
const foreign: readonly Foreign[] = [
  {
    written: 'AUTO_INCREMENT',
    instead: {
      postgresql: '`GENERATED ALWAYS AS IDENTITY`',
      sqlite: '`INTEGER PRIMARY KEY`, which numbers rows by itself',
      transactsql: '`IDENTITY(1, 1)`',
    },
  },
  {
    written: 'AUTOINCREMENT',
    instead: {
      postgresql: '`GENERATED ALWAYS AS IDENTITY`',
      mysql: '`AUTO_INCREMENT`',
      transactsql: '`IDENTITY(1, 1)`',
    },
  },
  {
    written: '`',
    instead: {
      postgresql: 'double quotes around the name',
      transactsql: 'square brackets around the name',
    },
  },
  {
    written: 'ILIKE',
    instead: { mysql: '`LIKE`', sqlite: '`LIKE`', transactsql: '`LIKE`' },
  },
  {
    written: '::',
    instead: {
      mysql: '`CAST(value AS type)`',
      sqlite: '`CAST(value AS type)`',
      transactsql: '`CAST(value AS type)`',
    },
  },
];

/** The first piece of syntax that belongs to another dialect. */
export function findForeign(
  tokens: readonly SqlToken[],
  text: string,
  dialect: SqlDialect,
): (Span & { readonly message: string }) | undefined {
  for (const [i, { kind, upper, start, end }] of tokens.entries()) {
    const top =
      upper === 'TOP' &&
      tokens[i - 1]?.upper === 'SELECT' &&
      /^[\d(]/.test(text.slice(tokens[i + 1]?.start));
    if (top && dialect !== 'transactsql') {
      return {
        start,
        end,
        message: `${dialectNames[dialect]} does not know \`TOP\`. Write \`LIMIT\` at the end of the statement instead.`,
      };
    }
    if (
      upper === 'LIMIT' &&
      dialect === 'transactsql' &&
      /^(\d|@)/.test(text.slice(tokens[i + 1]?.start ?? text.length))
    ) {
      return {
        start,
        end,
        message: 'SQL Server does not know `LIMIT`. Write `TOP (n)` after `SELECT` instead.',
      };
    }
    if (
      tokens[i - 1]?.upper === '.' ||
      (kind !== 'word' && kind !== 'operator' && kind !== 'other')
    )
      continue;
    const written = kind === 'other' ? text[start]! : upper;
    const instead = foreign.find((entry) => entry.written === written)?.instead[dialect];
    if (instead !== undefined) {
      const name = written === '`' ? 'backticks' : `\`${written}\``;
      return {
        start,
        end,
        message: `${dialectNames[dialect]} does not know ${name}. Write ${instead} instead.`,
      };
    }
  }
  return undefined;
}
