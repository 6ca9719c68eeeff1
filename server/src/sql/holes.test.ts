import { describe, expect, test } from 'vitest';
import { checkSqlText, compose, holeContexts, type SqlPiece, type SqlText } from './holes';
import { lintSqlText } from './lint';

/** The pieces of a JavaScript template: `${…}` are holes, and the program is the text itself. */
function template(program: string): SqlText {
  const pieces: SqlPiece[] = [];
  let at = 0;
  for (const { index, 0: hole } of program.matchAll(/\$\{[^}]*\}/g)) {
    const raw = program.slice(at, index);
    if (raw !== '') pieces.push({ text: raw, raw, span: { start: at, end: index } });
    pieces.push({ hole: { start: index, end: index + hole.length }, kind: 'value' });
    at = index + hole.length;
  }
  const raw = program.slice(at);
  if (raw !== '') pieces.push({ text: raw, raw, span: { start: at, end: program.length } });
  return { pieces };
}

const contexts: readonly [string, string][] = [
  ['SELECT * FROM users WHERE id = ${x}', 'value'],
  ['SELECT * FROM users WHERE id=${x} AND a = 1', 'value'],
  ['select * from users where a > ${x} and b <> ${y}', 'value value'],
  ['SELECT * FROM users WHERE a BETWEEN ${x} AND ${y}', 'value value'],
  ['SELECT * FROM users WHERE name LIKE ${x}', 'value'],
  ["SELECT * FROM users WHERE name = '${x}'", 'quoted-value'],
  ["SELECT * FROM users WHERE name = '${x} ${y}'", 'quoted-value quoted-value'],
  ['SELECT * FROM users WHERE name = "${x}"', 'quoted-value'],
  ['SELECT "${x}" FROM users', 'identifier'],
  ["SELECT * FROM users WHERE name LIKE '%${x}%'", 'like-value'],
  ["SELECT * FROM users WHERE name NOT ILIKE '${x}%'", 'like-value'],
  ["SELECT * FROM users WHERE 'it''s' = '${x}'", 'quoted-value'],
  ['SELECT * FROM ${t}', 'identifier'],
  ['SELECT * FROM users_${year} WHERE a = 1', 'identifier'],
  ['SELECT * FROM ${schema}.users JOIN ${t} ON a = b', 'identifier identifier'],
  ['SELECT ${cols} FROM users', 'identifier'],
  ['SELECT id, ${col} FROM users', 'identifier'],
  ['SELECT COUNT(${col}), lower(${x}) FROM users', 'identifier value'],
  ['SELECT * FROM users ORDER BY ${col}', 'identifier'],
  ['SELECT * FROM users ORDER BY name ${dir}', 'keyword'],
  ['SELECT * FROM users ORDER BY name, ${col} LIMIT ${n} OFFSET ${m}', 'identifier limit limit'],
  ['SELECT * FROM users LIMIT ${n}, ${m}', 'limit limit'],
  ['SELECT TOP ${n} * FROM users', 'limit'],
  ['SELECT TOP (${n}) * FROM users', 'limit'],
  ['SELECT * FROM users FETCH FIRST ${n} ROWS ONLY', 'limit'],
  ['SELECT * FROM users WHERE id IN (${ids})', 'in-list'],
  ['SELECT * FROM users WHERE id IN (${a}, ${b})', 'value value'],
  ["SELECT * FROM users WHERE id IN ('${a}')", 'quoted-value'],
  ['SELECT * FROM users WHERE ${col} = 1', 'identifier'],
  ['SELECT * FROM users WHERE ${cond}', 'unknown'],
  ['SELECT * FROM users WHERE a = 1 AND ${cond}', 'unknown'],
  ['SELECT * FROM users ${where}', 'keyword'],
  ['SELECT * FROM users WHERE a = 1 ${more}', 'keyword'],
  ['SELECT * FROM users WHERE a ${op} 1', 'keyword'],
  ['SELECT * ${rest}', 'keyword'],
  ['${verb} FROM users', 'keyword'],
  ["INSERT INTO users (name, age) VALUES ('${x}', ${y})", 'quoted-value value'],
  ['INSERT INTO users (name) VALUES ("${x}")', 'quoted-value'],
  ['INSERT INTO users (name, age) VALUES (${values})', 'unknown'],
  ['INSERT INTO users (name) VALUES (${x})', 'value'],
  ['INSERT INTO users (${cols}) VALUES (1)', 'identifier'],
  ['INSERT INTO users VALUES ${rows}', 'unknown'],
  ['INSERT INTO ${t} (a) VALUES (1), (${x})', 'identifier value'],
  ["UPDATE users SET name = '${x}', age = ${y} WHERE id = ${z}", 'quoted-value value value'],
  ['UPDATE users SET ${col} = ${v} WHERE id = 1', 'identifier value'],
  ['UPDATE users SET ${assignments} WHERE id = 1', 'unknown'],
  ['UPDATE users SET n = n + ${x} WHERE id = 1', 'value'],
  ['DELETE FROM users WHERE id = ${x}', 'value'],
  ['CREATE TABLE ${t} (id INT)', 'identifier'],
  ["CREATE USER ${u} WITH PASSWORD '${p}'", 'keyword unknown'],
  ['CREATE TABLE t (a INT DEFAULT ${x})', 'keyword'],
  ['SELECT CASE WHEN a = ${x} THEN ${y} ELSE ${z} END', 'value value value'],
  ['SELECT * FROM a WHERE (x = ${x}) OR (y = (SELECT ${z} FROM b))', 'value identifier'],
  ['SELECT ${fn}(a) FROM b', 'unknown'],
  ['SELECT 1 -- ${x}', 'unknown'],
  ['SELECT * FROM t WHERE a = ${x}${y}', 'unknown unknown'],
  ['SELECT * FROM t WHERE a = 1${x}', 'unknown'],
  ['SELECT * FROM t WHERE a = $${n}', 'unknown'],
  ["SELECT * FROM t WHERE a = '${x}", 'unknown'],
  ['SELECT * FROM t WHERE a = ${x}::int AND b->>${k} = ${v}', 'value value value'],
  ['SELECT EXTRACT(YEAR FROM ${d}) FROM ${t}', 'value identifier'],
  ['SELECT * FROM t WHERE a IS ${x}', 'keyword'],
  ['SELECT * FROM t WHERE a = ANY(${x})', 'value'],
];

test.each(contexts)('%s: %s', (program, kinds) => {
  expect(
    holeContexts(template(program))
      .map(({ kind }) => kind)
      .join(' '),
  ).toBe(kinds);
});

test('a quoted hole knows its quotes and what is between them', () => {
  const program = "SELECT * FROM t WHERE a LIKE N'it''s %${x}_${y}' AND b IN (${z})";
  const [x, y, z] = holeContexts(template(program), 'transactsql');
  const at = (span: { start: number; end: number }) => program.slice(span.start, span.end);
  expect(x!.quoted!.parts).toEqual(["it's %", 0, '_', 1]);
  expect(y!.quoted).toEqual(x!.quoted);
  expect([at(x!.quoted!.open), at(x!.quoted!.close)]).toEqual(["N'", "'"]);
  expect(at(z!.list!)).toBe('(${z})');
});

describe('positions in the program', () => {
  test('behind escapes', () => {
    const raw = String.raw`SELECT\n\u0041, 'it\'s' FORM t WHERE a LIKE '50%%' AND b = '{{x}}'`;
    const text = "SELECT\nA, 'it's' FORM t WHERE a LIKE '50%' AND b = '{x}'";
    const composed = compose({
      pieces: [{ text, raw, span: { start: 10, end: 10 + raw.length } }],
    });
    for (const [part, source] of [
      ['A,', String.raw`\u0041,`],
      ["it's", String.raw`it\'s`],
      ['FORM', 'FORM'],
      ["%'", "%%'"],
      ['{x}', '{{x}}'],
    ] as const) {
      const start = text.indexOf(part);
      const span = composed.toProgram({ start, end: start + part.length });
      expect(raw.slice(span.start - 10, span.end - 10)).toBe(source);
    }
  });
  test('in a concatenation of several literals', () => {
    const program = `"SELECT * FORM users " + "WHERE id = " + id`;
    const first = { text: 'SELECT * FORM users ', span: { start: 1, end: 21 } };
    const second = { text: 'WHERE id = ', span: { start: 26, end: 37 } };
    const hole = { hole: { start: 41, end: 43 }, kind: 'value' as const };
    const [problem] = checkSqlText({ pieces: [first, second, hole] }, 'postgresql');
    expect(program.slice(problem!.start, problem!.end)).toBe('FORM');
  });
});

describe('syntax of SQL with holes', () => {
  test.each([
    'SELECT * FROM users WHERE id = ${x} AND name = %s LIMIT ${n}',
    'SELECT * FROM ${t} ORDER BY ${c} ${dir} LIMIT 5',
    'SELECT * FROM users WHERE id IN (${ids}) AND a = %(a)s',
    'SELECT {} FROM {} WHERE id = %s',
    'INSERT INTO t (a, b) VALUES (?, :b)',
    'SELECT * FROM t WHERE id IN %s',
    'SELECT * FROM users ${where} ORDER',
  ])('%s is not reported', (program) => {
    for (const dialect of ['postgresql', 'mysql', 'sqlite', 'transactsql'] as const) {
      expect(checkSqlText(template(program), dialect)).toEqual([]);
    }
  });
  test.each([
    ['SELECT * «FORM» users WHERE id = ${x}'],
    ['SELECT id«,» FROM users WHERE id = ${x}'],
    ['INSERT INTO users «(»name VALUES (${x})'],
    ['UPDATE ${t} «name» = ${x} WHERE id = 2'],
  ])('%s', (marked) => {
    const program = marked.replace(/[«»]/g, '');
    const [problem] = checkSqlText(template(program), 'postgresql');
    expect(
      problem &&
        `${program.slice(0, problem.start)}«${program.slice(problem.start, problem.end)}»${program.slice(problem.end)}`,
    ).toBe(marked);
    expect(problem!.message).not.toContain('hole');
  });
});

describe('missing WHERE with holes', () => {
  test.each([
    ['DELETE FROM ${t}', 1],
    ["UPDATE users SET name = '${x}'", 1],
    ['UPDATE users SET name = ${x}, age = ${y}', 1],
    ['UPDATE users SET name = ${x} ${where}', 0],
    ['DELETE FROM users ${where}', 0],
    ['UPDATE users SET ${assignments}', 0],
    ['DELETE FROM users WHERE ${cond}', 0],
  ])('%s: %i', (program, count) => {
    expect(lintSqlText(template(program), undefined)).toHaveLength(count);
  });
});
