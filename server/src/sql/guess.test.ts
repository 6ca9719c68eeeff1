import { expect, test } from 'vitest';
import { dialectOfDriver, guessDialect } from './guess';

test.each([
  ['SELECT * FROM users WHERE id = $1', 'postgresql'],
  ['SELECT a::int FROM t', 'postgresql'],
  ["SELECT * FROM t WHERE name ILIKE 'a%'", 'postgresql'],
  ['CREATE TABLE t (id SERIAL PRIMARY KEY)', 'postgresql'],
  ['CREATE TABLE t (id INT GENERATED ALWAYS AS IDENTITY)', 'postgresql'],
  ['INSERT INTO t (a) VALUES (1) RETURNING id', 'postgresql'],
  ['CREATE FUNCTION f() RETURNS int AS $$ SELECT 1 $$ LANGUAGE sql', 'postgresql'],
  ['SELECT `id` FROM `users`', 'mysql'],
  ['CREATE TABLE t (id INT AUTO_INCREMENT) ENGINE=InnoDB', 'mysql'],
  ['INSERT INTO t VALUES (1) ON DUPLICATE KEY UPDATE a = 2', 'mysql'],
  ['DELIMITER //\nSELECT 1//', 'mysql'],
  ['CREATE TABLE t (id INTEGER PRIMARY KEY AUTOINCREMENT)', 'sqlite'],
  ['PRAGMA foreign_keys = ON', 'sqlite'],
  ['INSERT OR IGNORE INTO t VALUES (1)', 'sqlite'],
  ['SELECT TOP 5 * FROM users', 'transactsql'],
  ['SELECT [id] FROM [users]', 'transactsql'],
  ['SELECT 1\nGO\nSELECT 2\nGO', 'transactsql'],
  ['CREATE TABLE t (name NVARCHAR(50))', 'transactsql'],
  ['SELECT * FROM users WHERE id = @id', 'transactsql'],
  ['SELECT * FROM users WHERE id = 1', undefined],
  ['SELECT * FROM users WHERE id = ?', undefined],
  [
    "CREATE TABLE `a` (id INT AUTO_INCREMENT, n NVARCHAR(20)); INSERT INTO `a` VALUES (1, N'x'), (2, N'y')",
    'mysql',
  ],
  ['', undefined],
])('%s: %s', (text, dialect) => {
  expect(guessDialect(text)).toBe(dialect);
});

test('drivers', () => {
  expect(
    ['pg', 'psycopg', 'mysql2', 'pymysql', 'better-sqlite3', 'sqlite3', 'mssql'].map(
      dialectOfDriver,
    ),
  ).toEqual(['postgresql', 'postgresql', 'mysql', 'mysql', 'sqlite', 'sqlite', 'transactsql']);
  expect(dialectOfDriver('constructor')).toBeUndefined();
  expect(dialectOfDriver('knex')).toBeUndefined();
});
