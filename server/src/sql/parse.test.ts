import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type SqlDialect, sqlDialects } from './dialects';
import { checkSql } from './parse';
import { splitStatements } from './statements';

const read = (name: string): string =>
  readFileSync(new URL(`cases/${name}`, import.meta.url), 'utf8');

describe.each(sqlDialects)('valid %s', (dialect) => {
  test.each(['common', dialect])('%s.sql has no problem', (file) => {
    const text = read(`${file}.sql`);
    const statements = splitStatements(text, { dialect });
    expect(statements.length).toBeGreaterThanOrEqual(60);
    for (const explicitDialect of [false, true]) {
      const problems = checkSql(text, dialect, { explicitDialect });
      expect(
        problems.map(
          ({ start, end, message }) =>
            `${message} ‹${text.slice(start, end)}› ${text.slice(start - 60, end + 20)}`,
        ),
      ).toEqual([]);
    }
    for (const { start, end } of statements) {
      expect(checkSql(text.slice(start, end), dialect)).toEqual([]);
    }
  });
});

const errors = read('errors.txt')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .flatMap((line) => {
    const [dialects, marked, message] = line.split(' | ') as [string, string, string];
    return (dialects === '*' ? sqlDialects : (dialects.split(',') as SqlDialect[])).map(
      (dialect) => ({ dialect, marked, message }),
    );
  });

test.each(errors)('$dialect: $marked', ({ dialect, marked, message }) => {
  const sql = marked.replace(/[«»]/g, '');
  const [problem, ...more] = checkSql(sql, dialect);
  const shown =
    problem &&
    `${sql.slice(0, problem.start)}«${sql.slice(problem.start, problem.end)}»${sql.slice(problem.end)}`;
  expect(`${shown} ${problem?.message}`).toContain(message);
  expect(shown).toBe(marked);
  expect(more).toEqual([]);
});
