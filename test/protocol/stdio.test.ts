import type { ChildProcess } from 'node:child_process';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { FullDocumentDiagnosticReport } from 'vscode-languageserver/node';
import { build, cliBundle, injection, serverBundle } from './built';
import { exitCode, simpleCapabilities, TestClient, type TestClientOptions } from './testClient';

/** The real server in a process of its own, over stdio. */

beforeAll(build, 120_000);

const running: ChildProcess[] = [];
afterEach(() => {
  for (const server of running.splice(0)) server.kill();
});

async function start(options: TestClientOptions = {}, command = [serverBundle, '--stdio']) {
  const started = await TestClient.spawn(command, { folder: 'file:///project', ...options });
  running.push(started.server);
  return started;
}

const uri = 'file:///project/app.js';

async function opened(text: string, languageId = 'javascript', at = uri) {
  const { client } = await start();
  await client.open(at, languageId, text);
  return client;
}

const codes = (diagnostics: { code?: unknown }[]) => diagnostics.map(({ code }) => code);

describe('a finding', () => {
  it('is shown, explained and repaired', async () => {
    const client = await opened(injection);
    const [finding, ...more] = await client.diagnostics(uri);
    expect(more).toEqual([]);
    expect(finding).toMatchObject({
      code: 'sql-injection',
      severity: 1,
      source: 'Backend Tutor',
      codeDescription: {
        href: expect.stringMatching(/^(?:file|https):.*(?:sql-injection\.md|89\.html)$/),
      },
    });
    const [source] = finding!.relatedInformation!;
    expect(source!.location.range.start.line).toBe(7);

    const hover = await client.hover(uri, finding!.range.start);
    expect(JSON.stringify(hover)).toContain('Why it matters');

    const actions = await client.actions(uri, finding!.range, ['quickfix']);
    expect(actions[0]).toMatchObject({ isPreferred: true });
    const fixed = client.applied(uri, actions[0]!);
    expect(fixed).toContain('$1');
    expect(fixed).toContain('[name]');
    await client.open('file:///project/fixed.js', 'javascript', fixed);
    expect(await client.diagnostics('file:///project/fixed.js')).toEqual([]);
  });

  it('is repaired on save, with all others like it', async () => {
    const [head, route] = [
      injection.split('app.get')[0]!,
      injection.slice(injection.indexOf('app.get')),
    ];
    const text = `${head}${route}\n${route.replace('/users', '/people')}`;
    const client = await opened(text);
    expect(codes(await client.diagnostics(uri))).toEqual(['sql-injection', 'sql-injection']);
    const whole = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
    const [action] = await client.actions(uri, whole, ['source.fixAll']);
    const fixed = client.applied(uri, action!);
    await client.open('file:///project/fixed.js', 'javascript', fixed);
    expect(await client.diagnostics('file:///project/fixed.js')).toEqual([]);
  });

  it('is suppressed by the comment that the action writes, once it has a reason', async () => {
    const client = await opened(injection);
    const [finding] = await client.diagnostics(uri);
    const actions = await client.actions(uri, finding!.range);
    const suppress = actions.find(({ title }) => title.startsWith('Suppress'))!;
    const suppressed = client.applied(uri, suppress);
    await client.open('file:///project/b.js', 'javascript', suppressed);
    expect(await client.diagnostics('file:///project/b.js')).toEqual([]);
  });

  it('is found in Python and TypeScript, too', async () => {
    const client = await opened(
      injection.replace('(req, res)', '(req: any, res: any)'),
      'typescript',
    );
    expect(codes(await client.diagnostics(uri))).toEqual(['sql-injection']);
    const python = `import sqlite3
from flask import Flask, request

app = Flask(__name__)

@app.route("/users")
def users():
    name = request.args.get("name")
    cursor = sqlite3.connect("app.db").cursor()
    cursor.execute(f"SELECT * FROM users WHERE name = '{name}'")
    return str(cursor.fetchall())
`;
    await client.open('file:///project/app.py', 'python', python);
    expect(codes(await client.diagnostics('file:///project/app.py'))).toEqual(['sql-injection']);
  });

  it('is found in configuration and templates, whatever the editor calls them', async () => {
    const { client } = await start();
    const found = async (name: string, languageId: string, text: string) => {
      const at = `file:///project/${name}`;
      await client.open(at, languageId, text);
      return codes(await client.diagnostics(at));
    };
    const compose = 'services:\n  a:\n    image: a:1\n    privileged: true\n';
    expect(await found('compose.yml', 'yaml', compose)).toEqual(['container-as-root']);
    expect(await found('other.yml', 'yaml', compose)).toEqual([]);
    expect(await found('.env.production', 'plaintext', 'APP_DEBUG=true\n')).toEqual([
      'debug-enabled',
    ]);
    expect(await found('show.blade.php', 'php', '<p>{!! $post->text !!}</p>\n')).toEqual([
      'cross-site-scripting',
    ]);
  });

  it('has its place in UTF-16 code units, with any line ends and a mark at the start', async () => {
    const text = `\ufeff${injection.replace("WHERE name = '", "WHERE '😀' = '")}`.replaceAll(
      '\n',
      '\r\n',
    );
    const client = await opened(text);
    const [finding] = await client.diagnostics(uri);
    const line = text.split('\r\n')[finding!.range.start.line]!;
    expect(line).toContain('pool.query');
    expect(finding!.range.end.character).toBeLessThanOrEqual(line.length);
    const [fix] = await client.actions(uri, finding!.range, ['quickfix']);
    const fixed = client.applied(uri, fix!);
    expect(fixed.startsWith('\ufeff')).toBe(true);
    expect(fixed.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  });
});

describe('typing', () => {
  it('never ends the server, and the finding comes back', async () => {
    const client = await opened('');
    const half = injection.slice(0, injection.indexOf('res.json'));
    // Letter by letter would be slow to no purpose: pieces of a few letters break it everywhere.
    for (let at = 0; at < half.length; at += 7) {
      await client.edit(uri, '', half.slice(at, at + 7));
      await client.diagnostics(uri);
    }
    await client.edit(uri, '', injection.slice(half.length));
    expect(codes(await client.diagnostics(uri))).toEqual(['sql-injection']);
    expect(client.logs).toEqual([]);
  });

  it('is answered for the newest text', async () => {
    const client = await opened(injection);
    await client.edit(uri, '"SELECT * FROM users WHERE name = \'" + name + "\'"', '"SELECT 1"');
    const early = client.diagnostics(uri);
    await client.edit(uri, '"SELECT 1"', '"SELECT " + name');
    await early;
    const report = (await client.report(uri)) as FullDocumentDiagnosticReport;
    expect(codes(report.items)).toEqual(['sql-injection']);
    let { resultId } = report;
    // While the files of the folder are listed, a result may be made anew.
    await vi.waitFor(async () => {
      const again = await client.report(uri, resultId);
      ({ resultId } = again);
      expect(again.kind).toBe('unchanged');
    });
  });

  it('is told when the text does not parse', async () => {
    const client = await opened('function (');
    await client.diagnostics(uri);
    expect(client.findings.at(-1)).toMatchObject({ hasSyntaxError: true, counts: {} });
    await client.edit(uri, 'function (', 'f();');
    await client.diagnostics(uri);
    expect(client.findings.at(-1)).toMatchObject({ hasSyntaxError: false, version: 2 });
  });
});

describe('SQL', () => {
  it('is checked and formatted', async () => {
    const at = 'file:///project/a.sql';
    const client = await opened('select id from users;\ndelete from users;\n', 'sql', at);
    expect(await client.diagnostics(at)).toMatchObject([{ range: { start: { line: 1 } } }]);
    const formatted = await client.format(at);
    expect(formatted).toMatch(/^SELECT\s+id\s+FROM\s+users;/);
    await client.open(at, 'sql', formatted);
    expect(await client.format(at)).toBe(formatted);
  });

  it('in a string is formatted by a refactoring that keeps placeholders', async () => {
    const client = await opened('pool.query(`select id, name from users where id = $1`, [id]);\n');
    const actions = await client.actions(uri, client.rangeOf(uri, 'select'), ['refactor']);
    expect(actions).toMatchObject([{ kind: 'refactor.rewrite' }]);
    expect(client.applied(uri, actions[0]!)).toMatch(/SELECT\s+id,\s+name[\s\S]*\$1/);
  });
});

describe('odd input', () => {
  it.each<[string, string]>([
    ['an empty file', ''],
    ['binary data', '\0\u0001\ufffd\0'],
    ['deep nesting', '('.repeat(20_000)],
    ['one long line', `x = "${'😀'.repeat(100_000)}";`],
    ['10 MB', 'const a = 1;\n'.repeat(800_000)],
  ])('%s is answered, and the server goes on', async (_, text) => {
    const client = await opened(text);
    expect(codes(await client.diagnostics(uri)).filter((code) => code !== 'not-analysed')).toEqual(
      [],
    );
    await client.open('file:///project/b.js', 'javascript', injection);
    expect(codes(await client.diagnostics('file:///project/b.js'))).toEqual(['sql-injection']);
    expect(client.logs).toEqual([]);
  });

  it('a file that is too big is said to be', async () => {
    const client = await opened('const a = 1;\n'.repeat(900_000));
    expect(codes(await client.diagnostics(uri))).toEqual(['not-analysed']);
    expect(client.findings.at(-1)!.notAnalysed).toMatch(/^This file is longer/);
  });

  it('malformed settings give a message, and the defaults hold', async () => {
    const { client } = await start({ settings: { rules: { 'sql-injection': 3 } } });
    await client.open(uri, 'javascript', injection);
    expect(codes(await client.diagnostics(uri))).toEqual(['sql-injection']);
    expect(client.messages).toEqual([
      expect.stringContaining('"backendTutor.rules.sql-injection" should be one of'),
    ]);
  });

  it('an unknown request is refused, and the server goes on', async () => {
    const client = await opened(injection);
    await expect(client.connection.sendRequest('backendTutor/nothing')).rejects.toThrow();
    expect(await client.diagnostics(uri)).toHaveLength(1);
  });
});

describe('the process', () => {
  it('pushes to a client that does not pull', async () => {
    const { client } = await start({ capabilities: simpleCapabilities });
    await client.open('untitled:Untitled-1', 'javascript', injection);
    expect(codes(await client.pushed('untitled:Untitled-1'))).toEqual(['sql-injection']);
  });

  it('ends with 0 after shutdown and exit', async () => {
    const { client, server } = await start();
    await client.shutdown();
    await client.connection.sendNotification('exit');
    expect(await exitCode(server)).toBe(0);
  });

  it('ends with 1 when its client goes away', async () => {
    const { server } = await start();
    server.stdin!.end();
    expect(await exitCode(server)).toBe(1);
  });

  it('is the same as "backend-tutor lsp --stdio"', async () => {
    const { client } = await start({}, [cliBundle, 'lsp', '--stdio']);
    await client.open(uri, 'javascript', injection);
    expect(await client.diagnostics(uri)).toHaveLength(1);
  });
});
