import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
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

describe('scan --fix', () => {
  const read = (name: string) => readFileSync(path.join(cwd, name), 'utf8');
  const fixed = injection.replace(`'" + name + "'"`, `$1", [name]`);

  it('repairs what can be repaired, and ends with 0 when nothing is left', () => {
    put({ 'src/app.js': injection, 'src/fine.js': 'console.log(1);\n' });
    const { status, stdout, stderr } = run('scan', '--fix', '.');
    expect({ status, stdout, stderr }).toEqual({
      status: 0,
      stdout: 'No findings in 2 files.\n',
      stderr: 'backend-tutor: Fixed 1 problem in 1 file (sql-injection 1). Nothing is left.\n',
    });
    expect(read('src/app.js')).toBe(fixed);
    expect(readdirSync(path.join(cwd, 'src')).sort()).toEqual(['app.js', 'fine.js']);
    expect(run('scan', '--fix', '.').stderr).toContain('There is nothing that these fixes repair.');
  });

  /** The origins are for a person to fill in. */
  const app = `const express = require('express');
const cors = require('cors');
const app = express();
app.use(cors({ origin: true, credentials: true }));
`;

  it('leaves to a person what a person has to look at, unless asked for it', () => {
    put({ 'app.js': app, 'made.js': `// @generated\n${injection}` });
    const safe = run('scan', '--fix', '.');
    expect(safe.status).toBe(1);
    expect(safe.stderr).toMatch(/Some may have a fix .*: --unsafe-fixes\.\n$/);
    expect(read('app.js')).toBe(app);
    const all = run('scan', '--fix', '--unsafe-fixes', '--format', 'json', '.');
    expect(all.status).toBe(1);
    expect(all.stderr).toContain('Fixed 1 problem in 1 file (permissive-cors 1). 1 problem left.');
    expect(JSON.parse(all.stdout).findings).toMatchObject([
      { ruleId: 'sql-injection', path: 'made.js' },
    ]);
    expect(read('app.js')).toBe(app.replace('true', "['https://app.example.com']"));
  });

  it('shows with --dry-run what it would do, for `patch` to read', () => {
    put({ 'src/app.js': injection, 'other.js': app });
    const { status, stdout, stderr } = run('scan', '--fix', '--dry-run', '.');
    expect(status).toBe(1);
    expect(stderr).toContain('Would fix 1 problem in 1 file (sql-injection 1). 1 problem left.');
    expect(stdout).toMatch(/^--- a\/src\/app\.js\n\+\+\+ b\/src\/app\.js\n@@ -6,6 \+6,6 @@\n/);
    expect(read('src/app.js')).toBe(injection);
    const applied = spawnSync('git', ['apply', '-'], { cwd, input: stdout, encoding: 'utf8' });
    expect(applied.stderr).toBe('');
    expect(read('src/app.js')).toBe(fixed);
  });

  it('keeps line ends, byte order mark and mode, and follows links', () => {
    const windows = injection.replaceAll('\n', '\r\n');
    put({ 'real/app.js': `\ufeff${windows}` });
    chmodSync(path.join(cwd, 'real/app.js'), 0o755);
    symlinkSync('real/app.js', path.join(cwd, 'link.js'));
    expect(run('scan', '--fix', 'link.js').status).toBe(0);
    expect(read('real/app.js')).toBe(`\ufeff${fixed.replaceAll('\n', '\r\n')}`);
    expect(statSync(path.join(cwd, 'real/app.js')).mode & 0o777).toBe(0o755);
    expect(lstatSync(path.join(cwd, 'link.js')).isSymbolicLink()).toBe(true);
  });

  it('writes UTF-16 as UTF-16', () => {
    const encoded = (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le');
    put({ 'app.js': encoded(injection) });
    expect(run('scan', '--fix', '.').status).toBe(0);
    expect(readFileSync(path.join(cwd, 'app.js'))).toEqual(encoded(fixed));
  });

  it('leaves alone what it must not change, and says why', () => {
    const files = {
      'generated.js': `// Code generated by x. DO NOT EDIT.\n${injection}`,
      'bundle.js': `${injection}const table = '${'x'.repeat(6000)}';\n`,
      'latin1.js': Buffer.from(`// caf\u00e9\n${injection}`, 'latin1'),
      'readonly.js': injection,
    };
    put(files);
    chmodSync(path.join(cwd, 'readonly.js'), 0o444);
    const { status, stderr } = run('scan', '--fix', '.');
    expect(status).toBe(1);
    expect(stderr).toContain('generated.js: It says that a program makes it. Nothing was changed');
    expect(stderr).toContain('bundle.js: It is minified. Nothing was changed');
    expect(stderr).toContain('latin1.js: It is not in UTF-8. Nothing was changed');
    expect(stderr).toContain('readonly.js: It is read-only. Nothing was changed');
    for (const [name, content] of Object.entries(files)) {
      expect(readFileSync(path.join(cwd, name))).toEqual(Buffer.from(content));
    }
  });

  const login = `const { Pool } = require('pg');
const pool = new Pool();
async function addUser(name, password) {
  await pool.query('INSERT INTO users (name, password) VALUES ($1, $2)', [name, password]);
}
module.exports = { addUser };
`;

  it('names the libraries that new code needs', () => {
    put({ 'server/app.js': login, 'package.json': '{\n  "name": "shop"\n}\n' });
    const { stderr } = run('scan', '--fix', '--unsafe-fixes', 'server');
    expect(read('server/app.js')).toContain('bcrypt');
    expect(stderr).toMatch(/package\.json: Added (bcrypt(?:js)?)@\S+\. Install what is new\./);
    expect(JSON.parse(read('package.json')).dependencies).toMatchObject({
      [/Added (\w+)@/.exec(stderr)?.[1] ?? '']: expect.stringMatching(/^\^\d/),
    });
  });

  it('says what to install where nothing names libraries', () => {
    put({ 'server/app.js': login });
    const { stderr } = run('scan', '--fix', '--unsafe-fixes', 'server');
    expect(stderr).toMatch(
      /server\/app\.js: It needs bcrypt(?:js)?@\S+ now\. Install what is new\./,
    );
  });

  it.each([
    ['scan', '--dry-run', '.'],
    ['scan', '--fix', '--dry-run', '--format', 'json', '.'],
    ['scan', '--fix', 'nowhere'],
  ])('%s %s %s ends with 2', (...args) => {
    expect(run(...args).status).toBe(2);
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
