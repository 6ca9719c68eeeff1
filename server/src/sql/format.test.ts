import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyEdits } from '../report/finding';
import { type SqlDialect, sqlDialects } from './dialects';
import { formatSql, formatSqlPieces, type SqlFormatOptions, sameTokens } from './format';
import { tokenize } from './tokens';

const options: SqlFormatOptions = { keywordCase: 'upper', tabWidth: 2 };
const format = (text: string, dialect: SqlDialect = 'postgresql', with_ = options): string =>
  applyEdits(text, formatSql(text, dialect, with_).edits);
const read = (name: string): string =>
  readFileSync(new URL(`cases/${name}`, import.meta.url), 'utf8');

test('lays out a query and writes its keywords in one case', () => {
  const text =
    "select u.name, Count(*) from Users u where age > 18 and city = 'Oslo' group by u.name limit 5";
  expect(format(text)).toBe(
    "SELECT\n  u.name,\n  Count(*)\nFROM\n  Users u\nWHERE\n  age > 18\n  AND city = 'Oslo'\nGROUP BY\n  u.name\nLIMIT\n  5",
  );
  expect(format('SELECT A FROM T', 'mysql', { keywordCase: 'lower', tabWidth: 4 })).toBe(
    'select\n    A\nfrom\n    T',
  );
  expect(format('Select a', 'mysql', { keywordCase: 'preserve', tabWidth: 4 })).toBe(
    'Select\n    a',
  );
});

test('names keep their case though they are keywords somewhere', () => {
  expect(format('select date, user, "order", t.limit, name as value from user t', 'mysql')).toBe(
    'SELECT\n  date,\n  user,\n  "order",\n  t.limit,\n  name AS value\nFROM\n  user t',
  );
});

test('keeps what stands between statements', () => {
  const text = '-- first\n\\d users\n  select 1;select 2; -- behind\n/* third */ select 3;\n';
  expect(format(text)).toBe(
    '-- first\n\\d users\nSELECT\n  1;\n\nSELECT\n  2; -- behind\n/* third */ SELECT\n  3;\n',
  );
});

test('keeps comments inside a statement', () => {
  const formatted = format('select a, -- the name\n/* more */ b from t');
  expect(formatted).toContain('-- the name');
  expect(formatted).toContain('/* more */');
});

test('leaves routines and DELIMITER alone', () => {
  const text =
    'DELIMITER //\nCREATE TRIGGER t BEFORE INSERT ON u FOR EACH ROW BEGIN SET NEW.a = 1; END //\nDELIMITER ;\n';
  expect(formatSql(text, 'mysql', options)).toMatchObject({
    edits: [],
    skipped: [{ reason: 'compound' }],
  });
});

test('leaves a statement with a syntax problem alone, and formats the others', () => {
  const text = "select (1;\n\nselect 2;\n\nselect 'x";
  const { edits, skipped } = formatSql(text, 'postgresql', options);
  expect(skipped.map(({ reason }) => reason)).toEqual(['syntax', 'syntax']);
  expect(applyEdits(text, edits)).toBe("select (1;\n\nSELECT\n  2;\n\nselect 'x");
});

test('does not format a dump', () => {
  const rows = Array.from({ length: 5000 }, (_, i) => `(${i}, 'x')`).join(', ');
  const { edits, skipped } = formatSql(`insert into t values ${rows}`, 'postgresql', options);
  expect([edits, skipped[0]!.reason]).toEqual([[], 'too-long']);
});

test('keeps CRLF', () => {
  expect(format('select a\r\nfrom t;\r\nselect b')).toBe(
    'SELECT\r\n  a\r\nFROM\r\n  t;\r\n\r\nSELECT\r\n  b',
  );
});

describe.each(sqlDialects)('%s', (dialect) => {
  test.each(['common', dialect])('%s.sql: tokens stay, the second time changes nothing', (file) => {
    const text = read(`${file}.sql`);
    for (const keywordCase of ['upper', 'lower', 'preserve'] as const) {
      const { edits, skipped } = formatSql(text, dialect, { keywordCase, tabWidth: 2 });
      expect(edits.length).toBeGreaterThan(40);
      expect(skipped.filter(({ reason }) => reason !== 'compound')).toEqual([]);
      const formatted = applyEdits(text, edits);
      expect(sameTokens(text, formatted, { dialect })).toBe(true);
      expect(formatSql(formatted, dialect, { keywordCase, tabWidth: 2 }).edits).toEqual([]);
    }
  });
});

const word = fc.constantFrom(
  ...(
    'select from where and or join on group by order having insert into values update set delete create table union ' +
    "case when then else end as in not null limit a b users id count $1 ? %s :n @v 'it''s' \"q\" `k` [n] 1 2.5 ( ) , ; . = <> + - * / :: -- /* */ # \n \r\n E'\\' $$ {x} 😀"
  ).split(/ /),
);
const soup = fc.array(word, { maxLength: 40 }).map((parts) => parts.join(' '));

const isBlank = (gap: string): boolean => [...gap].every((c) => c <= ' ' || /\s/.test(c));

test.each([undefined, ...sqlDialects])('%s: tokens cover any text', (dialect) => {
  fc.assert(
    fc.property(
      fc.oneof(soup, fc.string({ unit: 'binary', maxLength: 60 })),
      fc.boolean(),
      (text, embedded) => {
        let at = 0;
        for (const { start, end } of tokenize(text, { dialect, embedded })) {
          expect(isBlank(text.slice(at, start))).toBe(true);
          expect(end).toBeGreaterThan(start);
          at = end;
        }
        expect(isBlank(text.slice(at))).toBe(true);
        expect(at).toBeLessThanOrEqual(text.length);
      },
    ),
    { numRuns: 500 },
  );
});

test.each(sqlDialects)('%s: formatting any text keeps its tokens and settles', (dialect) => {
  fc.assert(
    fc.property(soup, fc.constantFrom('upper', 'lower', 'preserve'), (text, keywordCase) => {
      const once = format(text, dialect, { keywordCase, tabWidth: 2 });
      expect(sameTokens(text, once, { dialect })).toBe(true);
      expect(format(once, dialect, { keywordCase, tabWidth: 2 })).toBe(once);
    }),
    { numRuns: 200 },
  );
});

test('pieces keep holes and placeholders', () => {
  const result = formatSqlPieces(
    {
      pieces: [
        { text: '  select * from users_', span: { start: 0, end: 22 } },
        { hole: { start: 22, end: 26 }, kind: 'value' },
        { text: " where a = %(a)s and b = '", span: { start: 26, end: 52 } },
        { hole: { start: 52, end: 56 }, kind: 'value' },
        { text: "' ", span: { start: 56, end: 58 } },
      ],
    },
    'postgresql',
    options,
  );
  expect(result).toEqual({
    ok: true,
    changed: true,
    pieces: [
      { text: 'SELECT\n  *\nFROM\n  users_' },
      { hole: 0 },
      { text: "\nWHERE\n  a = %(a)s\n  AND b = '" },
      { hole: 1 },
      { text: "'" },
    ],
  });
});
