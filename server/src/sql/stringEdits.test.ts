import vm from 'node:vm';
import { describe, expect, test } from 'vitest';
import { applyEdits } from '../report/finding';
import { sameTokens } from './format';
import type { SqlPiece } from './holes';
import { formatSqlString, type HostString, type StringFormatResult } from './stringEdits';

/** Reads the only string literal of a program: enough of a lexer for the tests. */
function hostOf(program: string, language: HostString['language']): HostString {
  const [, prefix, quote] = /(?<![\w])([rfb]*)("""|'''|`|"|')/i.exec(program)! as unknown as [
    string,
    string,
    HostString['quote'],
  ];
  const start = program.indexOf(prefix + quote);
  const inner = start + prefix.length + quote.length;
  const end = program.lastIndexOf(quote);
  const pieces: SqlPiece[] = [];
  const marks =
    quote === '`' ? /\$\{[^}]*\}/g : prefix.includes('f') ? /(?<!\{)\{[^{}]*\}(?!\})/g : /$^/g;
  let at = inner;
  const push = (to: number): void => {
    const raw = program.slice(at, to);
    if (raw === '') return;
    let text = prefix.includes('r')
      ? raw
      : raw.replace(/\\n/g, '\n').replace(/\\(['"`\\$])/g, '$1');
    if (prefix.includes('f')) text = text.replace(/\{\{/g, '{').replace(/\}\}/g, '}');
    pieces.push({ text, raw, span: { start: at, end: to } });
  };
  for (const { 0: hole, index } of program.slice(0, end).matchAll(marks)) {
    if (index < inner) continue;
    push(index);
    const lead = quote === '`' ? 2 : 1;
    pieces.push({ hole: { start: index + lead, end: index + hole.length - 1 }, kind: 'value' });
    at = index + hole.length;
  }
  push(end);
  return { language, quote, prefix, span: { start, end: end + quote.length }, pieces };
}

function run(program: string, language: HostString['language']): StringFormatResult {
  return formatSqlString(hostOf(program, language), program, 'postgresql', {
    keywordCase: 'upper',
    tabWidth: 2,
  });
}

function formatted(program: string, language: HostString['language']): string {
  const result = run(program, language);
  if (!result.ok) throw new Error(result.reason);
  return applyEdits(program, result.edits);
}

test('a JavaScript string becomes a template literal', () => {
  expect(formatted("  db.query('select a from t where b = $1', [b]);", 'javascript')).toBe(
    '  db.query(`\n    SELECT\n      a\n    FROM\n      t\n    WHERE\n      b = $1\n  `, [b]);',
  );
});

test('a Python string becomes triple-quoted with its prefix', () => {
  expect(formatted('    cur.execute(f"select a from {table} where b = %s", (b,))', 'python')).toBe(
    '    cur.execute(f"""\n      SELECT\n        a\n      FROM\n        {table}\n      WHERE\n        b = %s\n    """, (b,))',
  );
});

test('holes of a template keep their source', () => {
  expect(
    formatted('q(`select * from ${ tables[ i ] } where a=${a}${b} limit 1`)', 'javascript'),
  ).toBe(
    'q(`\n  SELECT\n    *\n  FROM\n    ${ tables[ i ] }\n  WHERE\n    a = ${a}${b}\n  LIMIT\n    1\n`)',
  );
});

test('formatted twice, nothing changes', () => {
  for (const [program, language] of [
    ["db.query('select a from t')", 'javascript'],
    ['cur.execute("select a, \'x\' from t where b = %s")', 'python'],
  ] as const) {
    const once = formatted(program, language);
    expect(run(once, language)).toEqual({ ok: true, edits: [] });
  }
});

test('tabs stay tabs', () => {
  expect(formatted('\tdb.query("select 1")', 'javascript')).toBe(
    '\tdb.query(`\n\t\tSELECT\n\t\t  1\n\t`)',
  );
});

describe('the program means the same', () => {
  test.each([
    String.raw`q('select \'it\\\'s\' from t')`.replace(String.raw`\\\'`, String.raw`\'\'`),
    'q("select * from t where a = \'`${x}`\'")',
    String.raw`q("select 'a\\b' from t where c = '$1'")`,
    'q(`select * from t where a = \'${1 + 1}\' and b = ${"x"}`)',
  ])('%s', (program) => {
    const sql = (source: string): string => vm.runInNewContext(`const q = (s) => s; ${source}`);
    const after = formatted(program, 'javascript');
    expect(after).not.toBe(program);
    expect(sameTokens(sql(program), sql(after), { dialect: 'postgresql', embedded: true })).toBe(
      true,
    );
  });
  test.each([
    ['x(r"select \'\\d\' from t")', `x(r"""\n  SELECT\n    '\\d'\n  FROM\n    t\n""")`],
    [`x("select '\\\\d' from t")`, `x("""\n  SELECT\n    '\\\\d'\n  FROM\n    t\n""")`],
    [`x(f"select '{{}}' from {t}")`, `x(f"""\n  SELECT\n    '{{}}'\n  FROM\n    {t}\n""")`],
    [`x('''select "a" from t''')`, `x('''\n  SELECT\n    "a"\n  FROM\n    t\n''')`],
    [`x('select """" from t')`, `x("""\n  SELECT\n    \\"\\"\\"\\"\n  FROM\n    t\n""")`],
    [`x(b'select a from t')`, `x(b"""\n  SELECT\n    a\n  FROM\n    t\n""")`],
  ])('%s', (program, after) => {
    expect(formatted(program, 'python')).toBe(after);
  });
});

test.each([
  ["q('select (a from t')", 'javascript'],
  ["q(`select 'a\nb' from t`)", 'javascript'],
] as const)('refuses %s', (program, language) => {
  expect(run(program, language).ok).toBe(false);
});
