import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DatabaseError, type SqlEngine } from './engine';
import { openPostgres } from './postgres';

const root = path.resolve(import.meta.dirname, '../../..');
const assets = path.join(root, 'dist/extension/pglite');
const folder = mkdtempSync(path.join(tmpdir(), 'backend-tutor-postgres-'));
let database: SqlEngine;

beforeAll(async () => {
  execFileSync(process.execPath, [path.join(root, 'scripts/build.mjs'), '--quiet']);
  database = await openPostgres({ assets });
}, 120_000);

afterAll(async () => {
  await database.close();
  rmSync(folder, { recursive: true, force: true });
});

async function failure(run: Promise<unknown>): Promise<DatabaseError> {
  const error = await run.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(DatabaseError);
  return error as DatabaseError;
}

const rowsOf = async (sql: string): Promise<unknown> => (await database.run(sql)).at(-1)?.rows;

describe('a script', () => {
  test('gives a result for each statement, with its place', async () => {
    const script = `
      CREATE TABLE books (id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY, title text);
      -- a comment; with a semicolon
      INSERT INTO books (title) VALUES ('a;b'), (NULL);
      SELECT * FROM books ORDER BY id`;
    const results = await database.run(script);
    expect(results.map(({ command, affected }) => [command, affected])).toEqual([
      ['CREATE TABLE', undefined],
      ['INSERT', 2],
      ['SELECT', 2],
    ]);
    expect(results[2]).toMatchObject({
      columns: ['id', 'title'],
      rows: [
        [1, 'a;b'],
        [2, null],
      ],
    });
    for (const { sql, start, end } of results) expect(script.slice(start, end)).toBe(sql);
  });

  test('keeps values as PostgreSQL writes them, and numbers and truth as such', async () => {
    expect(
      await rowsOf(
        `SELECT 9007199254740993::int8, 42::int8, 1.50::numeric, 0.5::float8, 'NaN'::float8, true,
           date '2024-02-29', '{"a": 1}'::jsonb, ARRAY[1, 2], ''`,
      ),
    ).toEqual([
      ['9007199254740993', 42, '1.50', 0.5, 'NaN', true, '2024-02-29', '{"a": 1}', '{1,2}', ''],
    ]);
  });

  test('keeps columns of the same name apart', async () => {
    const [result] = await database.run('SELECT 1 AS a, 2 AS a');
    expect(result).toMatchObject({ columns: ['a', 'a'], rows: [[1, 2]] });
  });

  test('may hold functions, blocks and quotes of all kinds', async () => {
    const script = `
      CREATE FUNCTION twice(n int) RETURNS int LANGUAGE plpgsql AS $$
      BEGIN
        RETURN n * 2; -- ; here, too
      END
      $$;
      CREATE FUNCTION thrice(n int) RETURNS int BEGIN ATOMIC SELECT n * 3; END;
      DO $body$ BEGIN RAISE NOTICE 'hello; %', 1; END $body$;
      SELECT twice(2), thrice(2), E'it\\'s; ok', "n;1" FROM (SELECT 1 AS "n;1") AS x;`;
    const results = await database.run(script);
    expect(results).toHaveLength(4);
    expect(results[2]?.notices).toEqual(['hello; 1']);
    expect(results[3]?.rows).toEqual([[4, 6, "it's; ok", 1]]);
  });

  test('with nothing in it gives nothing', async () => {
    expect(await database.run(' -- nothing\n ; ;')).toEqual([]);
  });

  test('counts rows that it does not keep', async () => {
    const [result] = await database.run('SELECT * FROM generate_series(1, 1000)', { maxRows: 10 });
    expect(result?.rows).toHaveLength(10);
    expect(result?.affected).toBe(1000);
  });
});

describe('a mistake', () => {
  test('has its place in the script, whatever characters stand before', async () => {
    const script = `SELECT 1;\nSELECT '😀ä', nope FROM pg_class;\nSELECT 2`;
    const error = await failure(database.run(script));
    expect(error.message).toMatch(/column "nope" does not exist/);
    expect(error.code).toBe('42703');
    expect(error.position).toBe(script.indexOf('nope'));
    expect(error.done).toHaveLength(1);
  });

  test('without a place of its own has that of its statement', async () => {
    await database.run('CREATE TABLE once (id int PRIMARY KEY)');
    const script = 'INSERT INTO once VALUES (1);\n  INSERT INTO once VALUES (1);';
    const error = await failure(database.run(script));
    expect(error.code).toBe('23505');
    expect(error.detail).toBe('Key (id)=(1) already exists.');
    expect(error.position).toBe(script.lastIndexOf('INSERT'));
  });

  test('leaves the database as usable as before', async () => {
    await failure(database.run('SELEC 1'));
    expect(await rowsOf('SELECT 1')).toEqual([[1]]);
  });

  test('in a transaction asks for a ROLLBACK', async () => {
    await failure(database.run('BEGIN; SELECT 1/0; COMMIT;'));
    expect((await failure(database.run('SELECT 1'))).code).toBe('25P02');
    await database.run('ROLLBACK');
    expect(await rowsOf('SELECT 1')).toEqual([[1]]);
  });

  test('is said where a command of psql stands alone', async () => {
    const error = await failure(database.run('-- tables\n\\dt books'));
    expect(error.message).toBe('\\dt is a command of the program psql, and no SQL.');
    expect(error.position).toBe(10);
    expect(await rowsOf('\\set x 1\nSELECT 1')).toEqual([[1]]);
  });

  test('COPY FROM STDIN says that it cannot be', async () => {
    await database.run('CREATE TABLE copied (id int)');
    const error = await failure(database.run('COPY copied FROM STDIN'));
    expect(error.hint).toMatch(/INSERT/);
    expect(await rowsOf('SELECT * FROM copied')).toEqual([]);
  });
});

test('reset makes the database empty', async () => {
  await database.run(
    "CREATE SCHEMA other; CREATE TYPE mood AS ENUM ('good'); CREATE TABLE other.a (m mood); CREATE ROLE reader; GRANT SELECT ON other.a TO reader; BEGIN",
  );
  await database.reset();
  expect(
    await rowsOf(`SELECT (SELECT count(*) FROM pg_class WHERE oid > 16383 AND relkind = 'r'),
      (SELECT count(*) FROM pg_roles WHERE rolname = 'reader'),
      (SELECT count(*) FROM pg_type WHERE typname = 'mood')`),
  ).toEqual([[0, 0, 0]]);
  await database.run('CREATE TABLE books (id int)');
});

describe('a statement that does not end', () => {
  const endless =
    'SELECT count(*) FROM generate_series(1, 1000000000) AS a, generate_series(1, 1000000) AS b';

  test('is stopped by its time limit, and the data stay', async () => {
    const kept = await openPostgres({ assets, folder: path.join(folder, 'kept') });
    try {
      await kept.run("CREATE TABLE notes (text text); INSERT INTO notes VALUES ('still here')");
      const started = Date.now();
      const error = await failure(kept.run(`SELECT 1; ${endless}`, { timeoutMs: 500 }));
      expect(Date.now() - started).toBeLessThan(5000);
      expect(error.code).toBe('57014');
      expect(error.message).toMatch(/longer than 0.5 s/);
      expect(error.position).toBe(10);
      expect((await kept.run('SELECT * FROM notes'))[0]?.rows).toEqual([['still here']]);
    } finally {
      await kept.close();
    }
  });

  test('is stopped on request', async () => {
    const running = failure(database.run(endless));
    await new Promise((resolve) => setTimeout(resolve, 300));
    await database.cancel();
    expect((await running).message).toMatch(/You stopped/);
    expect(await rowsOf('SELECT 1')).toEqual([[1]]);
  });

  test('is stopped by a signal, also before its turn comes', async () => {
    const controller = new AbortController();
    const { signal } = controller;
    const first = failure(database.run(endless, { signal }));
    const second = failure(database.run('SELECT 1', { signal }));
    await new Promise((resolve) => setTimeout(resolve, 300));
    controller.abort();
    expect((await first).code).toBe('57014');
    expect((await second).code).toBe('57014');
    expect(await rowsOf('SELECT 1')).toEqual([[1]]);
  });

  test('nothing is stopped where nothing runs', async () => {
    await database.run('CREATE TABLE stays (id int)');
    await database.cancel();
    expect(await rowsOf('SELECT count(*) FROM stays')).toEqual([[0]]);
  });
});

test('data in a folder are there the next time', async () => {
  const place = path.join(folder, 'again');
  const first = await openPostgres({ assets, folder: place });
  await first.run('CREATE TABLE a (id int); INSERT INTO a VALUES (7)');
  await first.close();
  expect(existsSync(place)).toBe(true);
  const second = await openPostgres({ assets, folder: place });
  expect((await second.run('SELECT * FROM a'))[0]?.rows).toEqual([[7]]);
  await second.close();
});

test('a closed database says so', async () => {
  const closed = await openPostgres({ assets });
  await closed.close();
  expect((await failure(closed.run('SELECT 1'))).message).toMatch(/closed/);
});
