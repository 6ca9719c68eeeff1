import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { LocalDatabases } from './local';

const root = path.resolve(import.meta.dirname, '../../..');
const bundles = path.join(root, 'dist/extension');
const folder = mkdtempSync(path.join(tmpdir(), 'backend-tutor-local-'));
const local = new LocalDatabases(folder, bundles);

beforeAll(() => {
  execFileSync(process.execPath, [path.join(root, 'scripts/build.mjs'), '--quiet']);
}, 120_000);

afterAll(async () => {
  await local.close();
  rmSync(folder, { recursive: true, force: true });
});

const names = (): Promise<unknown> =>
  local.withSql(async (engine) => (await engine.run('SELECT name FROM people'))[0]?.rows);
const count = (): Promise<unknown> =>
  local.withDocuments(
    async (store) => (await store.run('db.people.countDocuments()')).results[0]?.value,
  );

test('nothing is started for an empty playground', () => {
  expect(local.hasData).toEqual({ sql: false, documents: false });
});

test('rows and documents are there after a restart', async () => {
  await local.withSql((engine) =>
    engine.run("CREATE TABLE people (name text); INSERT INTO people VALUES ('Ada')"),
  );
  await local.withDocuments((store) =>
    store.run('db.people.insertOne({ name: "Ada", at: new Date() })'),
  );
  await local.close();
  expect(local.hasData).toEqual({ sql: true, documents: true });
  expect(await names()).toEqual([['Ada']]);
  expect(await count()).toBe(1);
});

test('a reset makes all empty, and can be undone, and redone', async () => {
  expect(local.canRestore).toBe(false);
  await local.reset();
  await expect(names()).rejects.toThrow(/does not exist/);
  expect(await count()).toBe(0);
  await local.withSql((engine) =>
    engine.run("CREATE TABLE people (name text); INSERT INTO people VALUES ('Lin')"),
  );
  await local.restore();
  expect(await names()).toEqual([['Ada']]);
  expect(await count()).toBe(1);
  await local.restore();
  expect(await names()).toEqual([['Lin']]);
});

test('a mistake in a script of documents keeps what was done before', async () => {
  const { results, error } = await local.withDocuments((store) =>
    store.run('db.a.insertOne({ _id: 1 });\ndb.a.insertOne({ _id: 1 })'),
  );
  expect(results).toHaveLength(1);
  expect(error?.message).toMatch(/E11000/);
  expect(error?.position).toBe(33);
});

test('a question of documents that does not end is stopped, and the documents stay', async () => {
  await local.withDocuments((store) =>
    store.run(
      'db.n.insertMany([{ _id: 1 }, { _id: 2 }, { _id: 3 }, { _id: 4 }, { _id: 5 }, { _id: 6 }, { _id: 7 }, { _id: 8 }])',
    ),
  );
  const lookup = '{ $lookup: { from: "n", pipeline: [], as: "x" } }, { $unwind: "$x" }';
  const endless = `db.n.aggregate([${Array.from({ length: 9 }, () => lookup).join(', ')}])`;
  const run = local.withDocuments((store) => store.run(endless, { timeoutMs: 300 }));
  await expect(run).rejects.toMatchObject({ code: '57014' });
  const { results } = await local.withDocuments((store) => store.run('db.n.countDocuments()'));
  expect(results[0]?.value).toBe(8);
});

test('a reset does not wait for a statement that does not end', async () => {
  const endless = local
    .withSql((engine) => engine.run('SELECT count(*) FROM generate_series(1, 1000000000) a'))
    .then(
      () => 'ended',
      (error: { code?: string }) => error.code,
    );
  await new Promise((resolve) => setTimeout(resolve, 1500));
  await local.reset();
  expect(await endless).toBe('57014');
  await local.restore();
  expect(await names()).toEqual([['Lin']]);
});

test('a lock that nobody renews is no matter', async () => {
  await local.close();
  const file = path.join(folder, 'lock');
  // This process is there, and yet the lock is old.
  writeFileSync(file, String(process.ppid));
  utimesSync(file, new Date(0), new Date(0));
  expect(await names()).toEqual([['Lin']]);
});

test('another window that uses it is not disturbed, and one that is gone is no matter', async () => {
  await local.close();
  const other = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60000)']);
  try {
    writeFileSync(path.join(folder, 'lock'), String(other.pid));
    await expect(names()).rejects.toThrow(/another window/);
  } finally {
    other.kill();
    await new Promise((resolve) => other.once('exit', resolve));
  }
  expect(await names()).toEqual([['Lin']]);
}, 20_000);
