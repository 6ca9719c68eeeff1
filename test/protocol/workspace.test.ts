import type { ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, unlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  DidChangeWatchedFilesNotification,
  FileChangeType,
  WorkDoneProgressCancelNotification,
} from 'vscode-languageserver/node';
import {
  type CheckWorkspaceResult,
  checkWorkspaceRequest,
  tabsNotification,
} from '../../server/src/lsp/protocol';
import { build, serverBundle } from './built';
import { simpleCapabilities, TestClient, type TestClientOptions } from './testClient';

/** The real server over stdio, with a folder of files that use each other. */

beforeAll(build, 120_000);

const database = `const { Pool } = require('pg');
const pool = new Pool();
exports.find = (name) => pool.query("SELECT * FROM t WHERE name = '" + name + "'");
`;
const fixedDatabase = database.replace(`= '" + name + "'"`, '= $1", [name]');
const route = `const app = require('express')();
const db = require('./db');
app.get('/', (req) => db.find(req.query.name));
`;
const query = `const app = require('express')();
const { Pool } = require('pg');
const pool = new Pool();
const { nameOf } = require('./input');
app.get('/', (req) => pool.query('SELECT ' + nameOf(req)));
`;
const given = 'exports.nameOf = (req) => req.query.name;\n';

let folder: string;
const running: ChildProcess[] = [];

beforeEach(() => {
  // A name that has to be escaped in addresses.
  folder = path.join(mkdtempSync(path.join(tmpdir(), 'backend-tutor-')), '50% é');
  mkdirSync(folder);
});
afterEach(() => {
  for (const server of running.splice(0)) server.kill();
  rmSync(path.dirname(folder), { recursive: true, force: true });
});

function put(name: string, text: string): string {
  const file = path.join(folder, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
  return uriOf(name);
}

function uriOf(name: string): string {
  return pathToFileURL(path.join(folder, name)).href;
}

async function start(options: TestClientOptions = {}): Promise<TestClient> {
  const { client, server } = await TestClient.spawn([serverBundle, '--stdio'], {
    folder: pathToFileURL(folder).href,
    ...options,
  });
  running.push(server);
  return client;
}

/**
 * The severities of the SQL injections in an open document, once they are as expected. As an editor
 * does, it also asks for the other open documents.
 */
async function eventually(
  client: TestClient,
  uri: string,
  expected: readonly number[],
  others: readonly string[] = [],
) {
  for (let attempt = 0; ; attempt++) {
    for (const other of others) await client.diagnostics(other);
    const found = (await client.diagnostics(uri))
      .filter(({ code }) => code === 'sql-injection')
      .map(({ severity }) => severity);
    if (attempt === 100 || JSON.stringify(found) === JSON.stringify(expected)) {
      expect(found).toEqual(expected);
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** What was last published of a file, by name: its rules. */
function published(client: TestClient, name: string): unknown[] | undefined {
  const end = `/${name}`;
  return client.published
    .findLast(({ uri }) => decodeURIComponent(uri).endsWith(end))
    ?.diagnostics.map(({ code }) => code);
}

function isPublished(client: TestClient, name: string, codes: readonly unknown[]) {
  return client.until(
    `${name} with ${codes.join()}`,
    () => JSON.stringify(published(client, name)) === JSON.stringify(codes),
  );
}

function changed(client: TestClient, uri: string, type: FileChangeType) {
  return client.connection.sendNotification(DidChangeWatchedFilesNotification.type, {
    changes: [{ uri, type }],
  });
}

const ERROR = 1;
const WARNING = 2;

describe('files that are open', () => {
  it('show what comes from others, also when those are edited or closed', async () => {
    const db = put('db.js', database);
    const app = put('app.js', route);
    const client = await start();
    await client.open(db, 'javascript', database);
    await eventually(client, db, [WARNING]);
    await client.open(app, 'javascript', route);
    await eventually(client, db, [ERROR], [app]);

    const before = client.refreshes;
    await client.edit(app, 'req.query.name', "'x'");
    await client.diagnostics(app);
    await client.until('a refresh', () => client.refreshes > before);
    await eventually(client, db, [WARNING]);
    // Closed without saving: what is stored counts again, once somebody looks at it.
    await client.close(app);
    await client.open(app, 'javascript', route);
    await eventually(client, db, [ERROR], [app]);
    expect(client.logs).toEqual([]);
  });

  it('are pushed anew to a client that does not pull', async () => {
    const input = put('input.js', given);
    const app = put('app.js', query);
    const client = await start({ capabilities: simpleCapabilities });
    await client.open(app, 'javascript', query);
    await isPublished(client, 'app.js', ['sql-injection']);
    await client.open(input, 'javascript', given);
    await client.pushed(input);
    await client.edit(input, 'req.query.name', "'x'");
    await isPublished(client, 'app.js', []);
    expect(client.logs).toEqual([]);
  });

  it('follow files that change, are made or deleted', async () => {
    const app = put('app.js', query);
    const input = put('input.js', given);
    const client = await start();
    await client.until('the watcher', () =>
      client.registered.some(({ method }) => method === 'workspace/didChangeWatchedFiles'),
    );
    await client.open(app, 'javascript', query);
    await eventually(client, app, [ERROR]);
    put('input.js', "exports.nameOf = () => 'x';\n");
    await changed(client, input, FileChangeType.Changed);
    await eventually(client, app, []);
    put('input.js', given);
    await changed(client, input, FileChangeType.Changed);
    await eventually(client, app, [ERROR]);
    unlinkSync(new URL(input));
    await changed(client, input, FileChangeType.Deleted);
    await eventually(client, app, []);
    put('input.js', given);
    await changed(client, input, FileChangeType.Created);
    await eventually(client, app, [ERROR]);
  });
});

describe('all files of the folder', () => {
  const settings = { workspace: { analysis: 'workspace' } };

  it('are analysed in the background when the setting says so', async () => {
    put('db.js', database);
    const app = put('app.js', route);
    put('compose.yml', 'services:\n  a:\n    image: a:1\n    privileged: true\n');
    put('node_modules/x/index.js', database);
    const client = await start({ settings });
    await isPublished(client, 'db.js', ['sql-injection']);
    await isPublished(client, 'compose.yml', ['container-as-root']);
    await client.until('the end', () => client.progress.includes('end'));
    expect(client.progress[0]).toBe('begin');
    expect(client.published.some(({ uri }) => uri.includes('node_modules'))).toBe(false);
    const severity = () =>
      client.published.findLast(({ uri }) => uri.endsWith('/db.js'))?.diagnostics[0]?.severity;
    expect(severity()).toBe(ERROR);

    // Saved from elsewhere: only what depends on it is told anew.
    put('app.js', route.replace('req.query.name', "'x'"));
    await changed(client, app, FileChangeType.Changed);
    await client.until('the milder finding', () => severity() === WARNING);
    const db = put('db.js', fixedDatabase);
    await changed(client, db, FileChangeType.Changed);
    await isPublished(client, 'db.js', []);
    expect(client.logs).toEqual([]);
  });

  it('are not told twice when they are open, and are told again when they are closed', async () => {
    const db = put('db.js', database);
    put('app.js', route);
    const client = await start({ settings });
    await isPublished(client, 'db.js', ['sql-injection']);
    await client.open(db, 'javascript', database);
    await isPublished(client, 'db.js', []);
    // Its caller is closed, and counts all the same.
    await eventually(client, db, [ERROR]);
    await client.edit(db, 'SELECT *', 'SELECT id');
    await eventually(client, db, [ERROR]);
    await client.connection.sendNotification(tabsNotification, { shown: [], hidden: [db] });
    await isPublished(client, 'db.js', ['sql-injection']);
    await client.connection.sendNotification(tabsNotification, { shown: [db], hidden: [] });
    await isPublished(client, 'db.js', []);
    await client.close(db);
    await isPublished(client, 'db.js', ['sql-injection']);
  });

  it('are left alone when the person cancels, and requests come first', async () => {
    for (let index = 0; index < 300; index++) put(`a${index}.js`, database);
    const client = await start();
    let cancelled = false;
    client.onWork = (token) => {
      cancelled = true;
      void client.connection.sendNotification(WorkDoneProgressCancelNotification.type, { token });
    };
    const db = put('db.js', database);
    await client.open(db, 'javascript', database);
    await eventually(client, db, [WARNING]);
    await client.configure(settings);
    await client.until('the end', () => client.progress.includes('end'));
    expect(cancelled).toBe(true);
    expect(client.published.length).toBeLessThan(300);
    expect(await client.diagnostics(db)).toHaveLength(1);
    expect(client.logs).toEqual([]);
  });

  it('are checked when the person asks, and followed from then on', async () => {
    const db = put('db.js', database);
    const app = put('app.js', route);
    const client = await start();
    await client.open(app, 'javascript', route);
    const check = () =>
      client.connection.sendRequest<CheckWorkspaceResult>(checkWorkspaceRequest, {});
    const injections = { finished: true, files: 2, limited: false };
    const result = await check();
    expect(result).toMatchObject(injections);
    expect(result.problems).toBeGreaterThan(0);
    expect(published(client, 'db.js')).toEqual(['sql-injection']);
    put('db.js', fixedDatabase);
    await changed(client, db, FileChangeType.Changed);
    await isPublished(client, 'db.js', []);
    // Nobody told of this change: a check looks at everything anew.
    put('db.js', database);
    await check();
    expect(published(client, 'db.js')).toEqual(['sql-injection']);
    await client.configure({ exclude: ['db.js'] });
    await isPublished(client, 'db.js', []);
    expect(await check()).toMatchObject({ files: 1 });
  });
});
