import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
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

const word = fc.constantFrom(
  ...(
    'select from where and or join on group by order insert into values update set delete create table case when end with as in not null ' +
    "begin end; go delimiter // a b count $1 ? 'x' \"q\" 1 ( ) , ; . = - * :: /* */ -- \n ' 😀"
  ).split(' '),
);

test.each(sqlDialects)(
  '%s: any text is checked without an exception, in order, inside the text',
  (dialect) => {
    fc.assert(
      fc.property(fc.array(word, { maxLength: 30 }), fc.boolean(), (parts, explicitDialect) => {
        const text = parts.join(' ');
        for (const { start, end, message } of checkSql(text, dialect, { explicitDialect })) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          expect(message).toMatch(/[.?]$/);
        }
      }),
      { numRuns: 100 },
    );
  },
);

describe('an explicit dialect', () => {
  test.each([
    [
      'postgresql',
      'CREATE TABLE t (id INT «AUTO_INCREMENT» PRIMARY KEY)',
      'GENERATED ALWAYS AS IDENTITY',
    ],
    ['postgresql', 'SELECT «`id`» FROM t', 'double quotes'],
    ['mysql', "SELECT * FROM t WHERE a «ILIKE» 'x'", 'LIKE'],
    ['sqlite', 'SELECT «TOP» 5 * FROM t', 'LIMIT'],
    ['transactsql', 'SELECT * FROM t «LIMIT» 5', 'TOP'],
  ] as const)('%s: %s', (dialect, marked, message) => {
    const sql = marked.replace(/[«»]/g, '');
    expect(checkSql(sql, dialect)).toEqual([]);
    const [problem] = checkSql(sql, dialect, { explicitDialect: true });
    expect(problem!.message).toContain(message);
    const from = marked.indexOf('«');
    expect(sql.slice(problem!.start)).toBe(marked.slice(from).replace(/[«»]/g, ''));
  });
});
