import { readdir, readFile } from 'node:fs/promises';
import { connect } from 'node:net';
import path from 'node:path';
import type { WebSocket } from 'ws';
import { editedFiles } from '../catalogue';
import { drawName, drawNumber } from '../draw';
import { NoAnswer } from '../http/exchange';
import { expect } from '../http/expect';
import { freePort, startListener } from '../http/listener';
import {
  CheckFailure,
  type Requirement,
  type Specification,
  type World,
} from '../http/specification';
import { Browser } from '../http/visitor';
import { copyForCheck, filesIn } from '../layers';
import type { Outcome, Problem, RequirementResult, Track } from '../model';
import { placeInOutput, placeOfWork } from '../place';
import { Running, sleep } from '../process';
import type { Runtime } from '../runtimes/runtime';
import { makeScratch } from '../scratch';
import { errorLine, namedError, tail } from '../show';
import type { CheckContext } from './context';
import { prepare } from './prepare';

/** Starts a copy of the learner's server and uses it from outside. */

const START_SECONDS = 20;
const POLL_MS = 50;
const END_MS = 500;
/** Sent to the server so that frameworks are quiet and do not wait for a person. */
const ENV = {
  HOST: '127.0.0.1',
  PYTHONUTF8: '1',
  PYTHONDONTWRITEBYTECODE: '1',
  PYTHONUNBUFFERED: '1',
  NO_COLOR: '1',
  NODE_NO_WARNINGS: '1',
};

/** The server could not be started: what the learner is told. */
class NotStarted extends Error {
  constructor(
    readonly seen: string,
    readonly output: string,
  ) {
    super(seen);
  }
}

export async function checkHttp(
  specification: Specification,
  context: CheckContext,
): Promise<Outcome> {
  const runtime = context.runtime(context.track);
  if (runtime?.server === undefined) throw new Error(`${context.track} has no servers`);
  const scratch = await makeScratch(context.practice);
  const site = new Site(specification, context, runtime, scratch.work, scratch.output);
  try {
    await copyForCheck(context.exercise, context.track, context.folder, scratch.work);
    const names = specification.requirements.map(({ name }) => ({ name, passed: false }));
    const broken = await prepare(context, runtime, scratch.work, scratch.output);
    if (broken) return { state: 'failed', problems: [broken], requirements: names };
    try {
      await site.start();
    } catch (error) {
      if (!(error instanceof NotStarted)) throw error;
      if (context.signal?.aborted) return { state: 'notRun', why: 'The check was cancelled.' };
      return { state: 'failed', problems: [await site.notStarted(error)], requirements: names };
    }
    return await site.check();
  } finally {
    await site.stop();
    await scratch.remove();
  }
}

/** The learner's server while it is checked. */
class Site {
  private server: Running | undefined;
  private url = new URL('http://127.0.0.1');
  private before = '';
  private env: Record<string, string> = {};
  private readonly sockets = new Set<WebSocket>();
  private readonly listeners: (() => void)[] = [];
  private readonly notes = new Map<string, unknown>();

  constructor(
    private readonly specification: Specification,
    private readonly context: CheckContext,
    private readonly runtime: Runtime,
    private readonly work: string,
    private readonly output: string,
  ) {}

  async start(env?: Readonly<Record<string, string>>): Promise<void> {
    if (this.server === undefined) {
      const listen = (handler: Parameters<World['listen']>[0]) => this.listen(handler);
      const world = { listen, notes: this.notes, word: drawName, number: drawNumber };
      this.env = {
        ...this.specification.env,
        ...(await this.specification.before?.(world)),
      };
    }
    Object.assign(this.env, env);
    const { server, port } = await this.launch(this.env);
    this.server = server;
    this.url = new URL(`http://127.0.0.1:${port}`);
    await this.listening(server, port);
  }

  private async launch(env: Readonly<Record<string, string>>) {
    const { context, runtime } = this;
    const port = await freePort();
    const command = await runtime.server!(this.work, this.output, context.tools, context.practice);
    const server = new Running(command, {
      cwd: this.work,
      env: { ...ENV, ...env, PORT: String(port) },
    });
    return { server, port };
  }

  /** @throws {NotStarted} when the server ends before it listens, or does not listen in time */
  private async listening(server: Running, port: number): Promise<void> {
    const limit = (this.runtime.startSeconds ?? START_SECONDS) * 1000;
    const end = Date.now() + limit;
    while (!(await answers(port))) {
      if (server.ended) {
        const line = errorLine(server.stderr || server.stdout);
        const why = line || `it ended with exit code ${server.code}`;
        throw new NotStarted(server.failed ?? why, server.output);
      }
      if (this.context.signal?.aborted) {
        throw new NotStarted('the check was cancelled', server.output);
      }
      if (Date.now() > end) {
        const why = `nobody listens on port ${port} after ${limit / 1000} s`;
        throw new NotStarted(why, server.output);
      }
      await sleep(POLL_MS);
    }
  }

  private async startWith(env: Readonly<Record<string, string>>) {
    const { server, port } = await this.launch({ ...this.env, ...env });
    try {
      await this.listening(server, port);
      return { started: true, output: server.output };
    } catch (error) {
      if (!(error instanceof NotStarted)) throw error;
      return { started: false, output: server.output };
    } finally {
      await server.stop();
    }
  }

  async notStarted(error: NotStarted): Promise<Problem> {
    const files = await filesIn(this.work);
    const last = tail(error.output, 6);
    return {
      name: 'The server starts',
      expected:
        'a server that listens on 127.0.0.1 and on the port that PORT in its environment says',
      seen:
        last === '' || last.includes(error.seen) ? last || error.seen : `${error.seen}\n${last}`,
      tryNext: 'Start it yourself in the terminal and read its first error.',
      place: placeInOutput(error.output, files) ?? (await this.workPlace()),
    };
  }

  async check(): Promise<Outcome> {
    const requirements: RequirementResult[] = [];
    const problems: Problem[] = [];
    for (const requirement of this.specification.requirements) {
      if (this.context.signal?.aborted) return { state: 'notRun', why: 'The check was cancelled.' };
      const problem = await this.ask(requirement);
      requirements.push({ name: requirement.name, passed: problem === undefined });
      if (problem) problems.push(problem);
      for (const socket of this.sockets) socket.terminate();
      this.sockets.clear();
    }
    return problems.length > 0
      ? { state: 'failed', problems, requirements }
      : { state: 'passed', requirements };
  }

  private async ask(requirement: Requirement): Promise<Problem | undefined> {
    const printed = this.server?.stderr.length ?? 0;
    try {
      if (this.server?.ended) await this.start();
      await requirement.check(this.world());
      return undefined;
    } catch (error) {
      // A server that breaks off is about to end, and has something to say.
      if (error instanceof NoAnswer && this.server) {
        await Promise.race([this.server.whenEnded(), sleep(END_MS)]);
      }
      const said = this.server?.stderr.slice(printed) ?? '';
      const files = await filesIn(this.work);
      const place = placeInOutput(said, files) ?? (await this.workPlace());
      const tryNext = tryFor(requirement, this.context.track);
      const { name } = requirement;
      if (error instanceof CheckFailure) {
        const { expected } = error;
        // What the client sees of such an error does not say what went wrong.
        const cause = /^status 5\d\d/.test(error.seen) ? namedError(said) : undefined;
        const seen = cause === undefined ? error.seen : `${error.seen}\nThe server said: ${cause}`;
        return { name, expected, seen, tryNext, place };
      }
      if (error instanceof NoAnswer || error instanceof NotStarted) {
        const ended = this.server?.ended ? ' The server has ended.' : '';
        const line = errorLine(said);
        return {
          name,
          expected: 'an answer',
          seen: `${error.message}.${ended}${line === '' ? '' : ` It printed: ${line}`}`,
          tryNext,
          place,
        };
      }
      throw error;
    }
  }

  private workPlace() {
    const { exercise, track, folder } = this.context;
    return placeOfWork(exercise, track, folder, editedFiles(exercise, track), undefined);
  }

  private world(): World {
    const { context, work } = this;
    const site = this;
    return {
      track: context.track,
      get url() {
        return site.url.origin;
      },
      expect,
      visitor: () =>
        new Browser(
          () => this.url,
          (socket) => this.sockets.add(socket),
        ),
      restart: async (env) => {
        await this.halt();
        await this.start(env);
      },
      startWith: (more) => this.startWith(more),
      output: () => this.before + (this.server?.output ?? ''),
      listen: (handler) => this.listen(handler),
      read: (file) => readFile(path.join(work, file), 'utf8').catch(() => undefined),
      list: async (folder) => (await readdir(path.join(work, folder)).catch(() => [])).sort(),
      findings: () => context.scan(context.folder),
      number: drawNumber,
      word: drawName,
      notes: this.notes,
    };
  }

  private async listen(handler: Parameters<World['listen']>[0]) {
    const { listener, close } = await startListener(handler);
    this.listeners.push(close);
    return listener;
  }

  private async halt(): Promise<void> {
    for (const socket of this.sockets) socket.terminate();
    this.sockets.clear();
    this.before += this.server?.output ?? '';
    await this.server?.stop();
  }

  async stop(): Promise<void> {
    await this.halt();
    for (const close of this.listeners) close();
  }
}

function tryFor({ tryNext }: Requirement, track: Track): string {
  return typeof tryNext === 'string' ? tryNext : (tryNext[track] ?? tryNext.other);
}

/** Whether somebody listens. */
function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host: '127.0.0.1', port });
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}
