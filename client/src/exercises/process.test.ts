import { tmpdir } from 'node:os';
import { describe, expect, it } from 'vitest';
import { quoteForCmd, run, sleep } from './process';

const node = (script: string) => ({ program: process.execPath, args: ['-e', script] });
const here = { cwd: tmpdir() };

describe('a learner’s program', () => {
  it('gets its input, and its output and exit code are seen', async () => {
    const script =
      "process.stdin.on('data', (d) => console.log('got ' + d)); process.on('exit', () => { process.exitCode = 3; })";
    const ended = await run(node(script), here, { stdin: 'ä', timeoutMs: 10_000 });
    expect(ended).toMatchObject({ code: 3, stdout: 'got ä\n', stderr: '' });
    expect(ended.stopped).toBeUndefined();
  });

  it('ends with all that it started when its time is over', async () => {
    const script = `
      const child = require('node:child_process').spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' });
      console.log(child.pid);
      setInterval(() => {}, 1000);`;
    const ended = await run(node(script), here, { timeoutMs: 1500 });
    expect(ended.stopped).toBe('time');
    const child = Number(ended.stdout);
    expect(child).toBeGreaterThan(0);
    let isAlive = true;
    for (let tries = 0; tries < 40 && isAlive; tries++) {
      try {
        process.kill(child, 0);
        await sleep(50);
      } catch {
        isAlive = false;
      }
    }
    expect(isAlive).toBe(false);
  });

  it('ends when it prints without end', async () => {
    const script =
      "const line = 'x'.repeat(65536); const more = () => process.stdout.write(line, more); more();";
    const ended = await run(node(script), here, { timeoutMs: 20_000 });
    expect(ended.stopped).toBe('output');
  });

  it('ends when the check is cancelled', async () => {
    const abort = new AbortController();
    setTimeout(() => abort.abort(), 200);
    const surroundings = { ...here, signal: abort.signal };
    const ended = await run(node('setInterval(() => {}, 1000)'), surroundings, {
      timeoutMs: 20_000,
    });
    expect(ended.stopped).toBe('cancelled');
  });

  it('that cannot be started is said so', async () => {
    const ended = await run({ program: '/no/such/program', args: [] }, here, { timeoutMs: 1000 });
    expect(ended.failed).toMatch(/ENOENT/);
  });

  it('does not see what the editor sets for itself', async () => {
    process.env.VSCODE_TEST_ONLY = 'x';
    process.env.PORT = '1';
    const ended = await run(
      node('console.log(process.env.VSCODE_TEST_ONLY, process.env.PORT)'),
      here,
      { timeoutMs: 10_000 },
    );
    delete process.env.VSCODE_TEST_ONLY;
    delete process.env.PORT;
    expect(ended.stdout).toBe('undefined undefined\n');
  });
});

it('hands words to cmd.exe that stay one word each', () => {
  const npm = 'C:\\Program Files\\nodejs\\npm.cmd';
  expect(quoteForCmd(npm)).toBe(`"${npm}"`);
  expect(quoteForCmd('laravel/framework:>=10.0')).toBe('"laravel/framework:>=10.0"');
  expect(quoteForCmd('say "hello"')).toBe('"say ""hello"""');
});
