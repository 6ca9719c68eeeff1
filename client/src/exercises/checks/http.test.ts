import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { requirement, type Specification, specification } from '../http/specification';
import type { Exercise, Outcome } from '../model';
import type { Runtime } from '../runtimes/runtime';
import type { CheckContext } from './context';
import { checkHttp } from './http';

let root: string;
let folder: string;

beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'backend-tutor-http-'));
  folder = path.join(root, 'work-of-a-learner');
  mkdirSync(folder, { recursive: true });
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

const runtime: Runtime = {
  tools: ['node'],
  startSeconds: 5,
  server: async (work) => ({ program: process.execPath, args: [path.join(work, 'server.js')] }),
};

function check(server: string, program: Specification): Promise<Outcome> {
  writeFileSync(path.join(folder, 'server.js'), server);
  const exercise = {
    id: 'x',
    step: '3-frameworks',
    folder: path.join(root, 'walkthroughs', '3-frameworks', 'exercises', 'x'),
    edit: { default: ['server.js'] },
    tracks: ['express'],
  } as unknown as Exercise;
  const context = {
    exercise,
    track: 'express',
    folder,
    practice: root,
    tools: { find: async () => process.execPath },
    runtime: () => runtime,
    scan: async () => [],
  } as unknown as CheckContext;
  return checkHttp(program, context);
}

const server = (body: string) => `
const { createServer } = require('node:http');
const sent = [];
createServer((request, response) => {
  ${body}
}).listen(Number(process.env.PORT), '127.0.0.1');
`;

describe('a check over HTTP', () => {
  it('says what the server printed when it answers with an error of its own', async () => {
    const program = specification([
      requirement('it greets', 'Say hello.', async ({ visitor, expect: look }) => {
        look.status(await visitor().get('/'), 200);
      }),
    ]);
    const body = `console.error('[2026-01-01 12:00:00] TypeError: no greeting');
      console.error('    at greet (server.js:4)');
      response.statusCode = 500;
      response.end('<h1>Server Error</h1>');`;
    const outcome = await check(server(body), program);
    expect(outcome).toMatchObject({ state: 'failed' });
    const [problem] = outcome.state === 'failed' ? outcome.problems : [];
    expect(problem?.seen).toMatch(/^status 500 .*\nThe server said: TypeError: no greeting$/s);
  });

  it('passes when every requirement is fulfilled, and tells of each that is not', async () => {
    const program = specification([
      requirement('it greets', 'Say hello.', async ({ visitor, expect: look }) => {
        const answer = await visitor().get('/');
        look.status(answer, 200);
        look.text(answer, 'hello');
      }),
      requirement(
        'it is JSON',
        { express: 'Use res.json.', other: 'Send JSON.' },
        async (world) => {
          world.expect.json(await world.visitor().get('/'), { a: 1 });
        },
      ),
    ]);
    const outcome = await check(server("response.end('hello');"), program);
    expect(outcome).toMatchObject({
      state: 'failed',
      requirements: [
        { name: 'it greets', passed: true },
        { name: 'it is JSON', passed: false },
      ],
      problems: [{ name: 'it is JSON', seen: '"hello"', tryNext: 'Use res.json.' }],
    });
  });

  it('keeps cookies of each visitor apart, and does not follow redirects', async () => {
    const program = specification([
      requirement('cookies', '', async ({ visitor, expect: look }) => {
        const one = visitor();
        const two = visitor();
        look.status(await one.get('/set'), 302);
        look.text(await one.get('/'), 'id=7');
        look.text(await two.get('/'), 'none');
        await one.get('/end');
        look.text(await one.get('/'), 'none');
      }),
    ]);
    const outcome = await check(
      server(`
  if (request.url === '/set') response.writeHead(302, { 'set-cookie': 'id=7; HttpOnly', location: '/' });
  if (request.url === '/end') response.setHeader('set-cookie', 'id=; Max-Age=0');
  response.end(request.headers.cookie ?? 'none');`),
      program,
    );
    expect(outcome.state).toBe('passed');
  });

  it('starts the server again, and says when it ended', async () => {
    const program = specification(
      [
        requirement('it may end', 'Catch the error.', async ({ visitor }) => {
          await visitor().get('/end');
        }),
        requirement('it is there again', '', async ({ visitor, expect: look, restart }) => {
          look.text(await visitor().get('/'), 'red');
          await restart({ COLOR: 'blue' });
          look.text(await visitor().get('/'), 'blue');
        }),
        requirement('a second one refuses', '', async ({ startWith, expect: look }) => {
          const { started, output } = await startWith({ COLOR: 'none' });
          look.that(!started && output.includes('no color'), 'a refusal', output);
        }),
      ],
      { env: { COLOR: 'red' } },
    );
    const text = server(
      "if (request.url === '/end') throw new Error('the end');\nresponse.end(process.env.COLOR);",
    );
    const outcome = await check(
      `if (process.env.COLOR === 'none') { console.error('no color'); process.exit(1); }\n${text}`,
      program,
    );
    expect(outcome).toMatchObject({
      state: 'failed',
      requirements: [{ passed: false }, { passed: true }, { passed: true }],
    });
    const [problem] = outcome.state === 'failed' ? outcome.problems : [];
    expect(problem?.seen).toContain('the end');
    expect(problem?.place).toEqual({ file: 'server.js', line: 5 });
  });

  it('says why a server does not start, and at which line', async () => {
    const program = specification([requirement('it is there', '', async () => undefined)]);
    const outcome = await check('\nrequire("./missing");\n', program);
    expect(outcome).toMatchObject({
      state: 'failed',
      problems: [{ name: 'The server starts', place: { file: 'server.js', line: 1 } }],
    });
  });

  it('has listeners, values for later and the files of the work', async () => {
    const program = specification(
      [
        requirement('it asks us', '', async ({ visitor, expect: look, notes, read, list }) => {
          look.text(await visitor().get('/'), 'asked');
          look.that(
            (await read('server.js'))?.includes('createServer') ?? false,
            'the file',
            'none',
          );
          look.that((await list('.')).includes('server.js'), 'server.js', 'none');
          look.that(notes.get('requests') !== undefined, 'a note', 'none');
        }),
      ],
      {
        before: async ({ listen, notes }) => {
          const listener = await listen(() => ({ body: 'asked' }));
          notes.set('requests', listener.requests);
          return { OTHER: listener.url };
        },
      },
    );
    const text = server(
      'fetch(process.env.OTHER).then((answer) => answer.text()).then((text) => response.end(text));',
    );
    expect((await check(text, program)).state).toBe('passed');
  });
});
