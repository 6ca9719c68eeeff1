import { describe, expect, test } from 'vitest';
import { sqlDialects } from './dialects';
import { lintSql } from './lint';

describe.each([undefined, ...sqlDialects])('%s', (dialect) => {
  test.each([
    ['«DELETE FROM users»', 'users'],
    ['«delete from users»;', 'users'],
    ['«UPDATE users» SET active = 0', 'users'],
    ['«UPDATE shop.users» SET a = 1, b = (SELECT c FROM d WHERE e = 1)', 'shop.users'],
    ['«UPDATE orders» SET total = t.s FROM totals t', 'orders'],
    ['«DELETE FROM orders» USING users', 'orders'],
    ['«DELETE FROM users» LIMIT 1', 'users'],
    ['«UPDATE users» u JOIN orders o ON o.id = u.id SET u.a = 1', 'users'],
    ['DELETE FROM a WHERE id = 1; «DELETE FROM b»; SELECT 1', 'b'],
    ['WITH t AS (SELECT 1 AS x WHERE true) «DELETE FROM users»', 'users'],
    ['WITH gone AS («DELETE FROM users» RETURNING *) SELECT * FROM gone WHERE id = 1', 'users'],
    ['EXPLAIN «DELETE FROM users»', 'users'],
    ['«DELETE FROM users» -- WHERE id = 1', 'users'],
    ["«UPDATE users» SET note = 'WHERE'", 'users'],
  ])('%s', (marked, table) => {
    const text = marked.replace(/[«»]/g, '');
    const found = lintSql(text, dialect);
    expect(
      found.map(
        ({ start, end }) => `${text.slice(0, start)}«${text.slice(start, end)}»${text.slice(end)}`,
      ),
    ).toEqual([marked]);
    expect(found[0]!.table).toBe(table);
  });
  test.each([
    'DELETE FROM users WHERE id = 1',
    'DELETE FROM users WHERE true',
    'UPDATE users SET a = 1 WHERE id = 2',
    'UPDATE users SET a = 1 FROM b WHERE users.id = b.id',
    'DELETE FROM orders USING users WHERE orders.user_id = users.id',
    'TRUNCATE TABLE users',
    'SELECT * FROM users FOR UPDATE',
    'CREATE TABLE a (b INT REFERENCES c (id) ON DELETE CASCADE ON UPDATE CASCADE)',
    'GRANT UPDATE, DELETE ON users TO app',
    'INSERT INTO t (a) VALUES (1) ON CONFLICT (a) DO UPDATE SET a = 2',
    'INSERT INTO t (a) VALUES (1) ON DUPLICATE KEY UPDATE a = 2',
    'MERGE INTO s USING d ON s.id = d.id WHEN MATCHED THEN UPDATE SET n = 1 WHEN NOT MATCHED THEN DELETE',
    'CREATE TRIGGER t AFTER DELETE ON users BEGIN DELETE FROM log; END',
    'WITH t AS (SELECT 1) DELETE FROM users WHERE id IN (SELECT * FROM t)',
    'WITH up AS (UPDATE users SET a = 1 WHERE id = 1 RETURNING *) SELECT * FROM up',
    'UPDATE users',
    'UPDATE users SET',
    'DELETE',
    'DELETE FROM',
    'SELECT "update" FROM t',
  ])('%s: nothing', (text) => {
    expect(lintSql(text, dialect)).toEqual([]);
  });
});

test('LIMIT and TOP bound the rows', () => {
  expect(lintSql('DELETE FROM users LIMIT 5', 'mysql')[0]!.limited).toBe(true);
  expect(lintSql('DELETE TOP (5) FROM users', 'transactsql')[0]!.limited).toBe(true);
  expect(lintSql('DELETE FROM users', 'mysql')[0]!.limited).toBe(false);
});
