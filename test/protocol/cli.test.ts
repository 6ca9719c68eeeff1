import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { build, cliBundle, injection } from './built';

/** The real command in a process of its own. */

beforeAll(build, 120_000);

let cwd: string;
beforeEach(() => {
  cwd = mkdtempSync(path.join(tmpdir(), 'backend-tutor-'));
});
afterEach(() => rmSync(cwd, { recursive: true, force: true }));

function put(files: Record<string, string | Uint8Array>): void {
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(path.join(cwd, path.dirname(name)), { recursive: true });
    writeFileSync(path.join(cwd, name), content);
  }
}

function run(...args: string[]) {
  const { NO_COLOR: _, FORCE_COLOR: __, ...env } = process.env;
  return spawnSync(process.execPath, [cliBundle, ...args], { cwd, env, encoding: 'utf8' });
}

describe('scan', () => {
  it('ends with 0 when there is nothing to say', () => {
    put({ 'src/a.js': 'console.log(1);\n' });
    const { status, stdout, stderr } = run('scan', '.');
    expect({ status, stdout, stderr }).toEqual({
      status: 0,
      stdout: 'No findings in 1 file.\n',
      stderr: '',
    });
  });

  it('ends with 1 and shows the code when there is', () => {
    put({ 'src/app.js': injection, 'src/node_modules/x/index.js': injection });
    const { status, stdout } = run('scan', 'src');
    expect(status).toBe(1);
    expect(stdout).toMatch(/^src\/app\.js:9:\d+ {2}error {2}sql-injection\n/);
    expect(stdout).toMatch(/^> {2}9 \| .*pool\.query/m);
    expect(stdout).toMatch(/\n1 finding \(1 error\) in 1 of 1 file\.\n$/);
    expect(stdout).not.toContain('\u001b');
  });

  it('prints SARIF that names the rule, the place and the flow', () => {
    put({ 'src/app.js': injection });
    const { status, stdout } = run('scan', '.', '--format', 'sarif');
    expect(status).toBe(1);
    const [log] = JSON.parse(stdout).runs;
    const [result] = log.results;
    expect(log.tool.driver.rules[result.ruleIndex].properties.tags).toContain(
      'external/cwe/cwe-089',
    );
    expect(result.locations[0].physicalLocation).toMatchObject({
      artifactLocation: { uri: 'src/app.js', uriBaseId: '%SRCROOT%' },
      region: { startLine: 9 },
    });
    expect(result.codeFlows[0].threadFlows[0].locations.length).toBeGreaterThan(1);
    expect(result.fixes).toBeUndefined();
    const withFixes = run('scan', '.', '--format', 'sarif', '--fixes').stdout;
    expect(JSON.parse(withFixes).runs[0].results[0].fixes).toHaveLength(1);
  });

  it('writes to a file, and leaves nothing beside it', () => {
    put({ 'app.js': injection });
    const { status, stdout } = run('scan', '.', '--format', 'json', '--output', 'out.json');
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(JSON.parse(readFileSync(path.join(cwd, 'out.json'), 'utf8')).findings).toHaveLength(1);
    expect(readdirSync(cwd).sort()).toEqual(['app.js', 'out.json']);
    expect(run('scan', '.', '--output', 'no/such/out.json')).toMatchObject({ status: 2 });
  });

  it('notes what it cannot analyse and goes on', () => {
    put({
      'app.js': injection,
      'binary.js': Buffer.from([1, 0, 2]),
      'big.js': Buffer.alloc(11 * 1024 * 1024, 'a'),
    });
    const { status, stderr, stdout } = run('scan', '.');
    expect(status).toBe(1);
    expect(stderr).toContain('backend-tutor: binary.js: The file is binary');
    expect(stderr).toContain('backend-tutor: big.js: The file is too big');
    expect(stdout).toContain('2 files could not be analysed.');
    const sarif = JSON.parse(run('scan', '.', '--format', 'sarif', '--quiet').stdout);
    const [invocation] = sarif.runs[0].invocations;
    expect(invocation.executionSuccessful).toBe(true);
    expect(invocation.toolExecutionNotifications).toHaveLength(2);
  });

  it('takes rules and paths out', () => {
    put({ 'app.js': injection, 'old/b.js': injection });
    expect(run('scan', '.', '--rule', 'sql-injection=off').status).toBe(0);
    expect(run('scan', '.', '--rule', 'sql-injection=hint', '--exclude', 'old').stdout).toMatch(
      /hint {2}sql-injection[\s\S]*1 finding \(1 hint\)/,
    );
  });

  it.each<[string[], RegExp]>([
    [['scan', 'nowhere'], /nowhere: There is no such file or folder/],
    [['scan', '.', '--fromat', 'json'], /Unknown option '--fromat'.*--help/],
    [
      ['scan', '.', '--rule', 'nope=off'],
      /There is no rule "nope". The rules are: .*sql-injection/,
    ],
    [['scan'], /Say what to scan/],
    [['lsp'], /lsp --stdio/],
    [[], /Say what to do/],
  ])('%j ends with 2 and advice', (args, message) => {
    const { status, stdout, stderr } = run(...args);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(message);
  });

  it('lists its rules', () => {
    const { status, stdout } = run('scan', '--list-rules', '--format', 'json');
    expect(status).toBe(0);
    const rules: Record<string, unknown>[] = JSON.parse(stdout);
    expect(rules.find(({ id }) => id === 'sql-injection')).toMatchObject({
      cwe: expect.arrayContaining(['CWE-89']),
      severity: 'error',
      fix: true,
      languages: expect.arrayContaining(['javascript', 'python']),
    });
    for (const rule of rules) {
      expect(Object.keys(rule)).toEqual([
        'id',
        'title',
        'cwe',
        'owasp',
        'severity',
        'languages',
        'fix',
      ]);
    }
    expect(run('scan', '--list-rules').stdout).toMatch(/^sql-injection +error +CWE-89/m);
  });

  it('colours when it is forced to, and not when it must not', () => {
    put({ 'app.js': injection });
    const coloured = (env: NodeJS.ProcessEnv, ...args: string[]) =>
      spawnSync(process.execPath, [cliBundle, 'scan', '.', ...args], {
        cwd,
        env: { PATH: process.env.PATH, ...env },
        encoding: 'utf8',
      }).stdout.includes('\u001b[');
    expect(coloured({ FORCE_COLOR: '1' })).toBe(true);
    expect(coloured({ FORCE_COLOR: '1', NO_COLOR: '1' })).toBe(false);
    expect(coloured({ FORCE_COLOR: '1' }, '--no-color')).toBe(false);
    expect(coloured({})).toBe(false);
  });

  it('does not mind a reader that goes away', async () => {
    put(Object.fromEntries(Array.from({ length: 60 }, (_, n) => [`${n}.js`, injection])));
    const child = spawn(process.execPath, [cliBundle, 'scan', '.', '--format', 'json'], {
      cwd,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let errors = '';
    child.stderr.on('data', (data) => {
      errors += data;
    });
    child.stdout.once('data', () => child.stdout.destroy());
    const [code] = await once(child, 'exit');
    expect({ code, errors }).toEqual({ code: 1, errors: '' });
  });

  it('writes all of a long output into a pipe', () => {
    put(Object.fromEntries(Array.from({ length: 200 }, (_, n) => [`${n}.js`, injection])));
    const { stdout } = run('scan', '.', '--format', 'json');
    expect(stdout.length).toBeGreaterThan(200_000);
    expect(JSON.parse(stdout).findings).toHaveLength(200);
  });

  it('ends with 130 on Ctrl-C and leaves no file', async () => {
    const long = injection.repeat(20);
    put(Object.fromEntries(Array.from({ length: 1000 }, (_, n) => [`${n}.js`, long])));
    const interrupted = async (after: number) => {
      const args = [cliBundle, 'scan', '.', '--output', 'out.txt'];
      const child = spawn(process.execPath, args, { cwd, stdio: 'ignore' });
      const ended = once(child, 'exit');
      await new Promise((resolve) => setTimeout(resolve, after));
      child.kill('SIGINT');
      return (await ended)[0] as number | null;
    };
    // How long Node takes to start depends on the machine: null means that it was too early.
    let code: number | null = null;
    for (let after = 250; code === null && after < 10_000; after *= 2) {
      code = await interrupted(after);
    }
    expect(code).toBe(130);
    expect(existsSync(path.join(cwd, 'out.txt'))).toBe(false);
  });
});

it('says its version and how it is used', () => {
  expect(run('--version').stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  const { status, stdout } = run('--help');
  expect(status).toBe(0);
  for (const option of ['--format', '--exclude', '--rule', '--quiet', 'lsp --stdio']) {
    expect(stdout).toContain(option);
  }
});
