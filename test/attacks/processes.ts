import type { ChildProcess } from 'node:child_process';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { spawnGroup, stopGroup } from '../../scripts/lib/process.mjs';
import type { Command } from './recipe';

/** Programs in groups of their own, which end when this process ends. */

/** More would be a program gone wild; what the tools of a database print is far less. */
const KEPT_OUTPUT = 4 * 1024 * 1024;
const TAIL_LINES = 25;
const POLL_MS = 100;

/** What a program needs beside its command. */
export interface Surroundings {
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
  /** For a program that refuses to run as root: `uid` and `gid` of another user. */
  readonly user?: { readonly uid: number; readonly gid: number } | undefined;
}

/** A program that did not do what it was started for: the message holds the end of its output. */
export class ProgramError extends Error {}

/** A program that runs until it is stopped. */
export class Service {
  private constructor(
    private readonly child: ChildProcess,
    private output: string,
    private ended: string | undefined,
  ) {
    const keep = (text: string) => {
      if (this.output.length < KEPT_OUTPUT) this.output += text;
    };
    child.stdout?.setEncoding('utf8').on('data', keep);
    child.stderr?.setEncoding('utf8').on('data', keep);
    child.on('error', (error) => {
      this.ended = error.message;
    });
    child.on('close', (code, signal) => {
      this.ended = `ended with ${signal ?? code}`;
    });
  }

  static start(command: Command, { cwd, env, user }: Surroundings): Service {
    const child = spawnGroup(command.program, command.args, {
      cwd,
      env: { ...env, ...command.env },
      stdio: ['ignore', 'pipe', 'pipe'],
      ...user,
    });
    return new Service(child, '', undefined);
  }

  /** All that it wrote to stdout and stderr so far. */
  get written(): string {
    return this.output;
  }

  /** The last lines of that. @param from leaves out what was written before this position */
  tail(from = 0): string {
    return this.output.slice(from).trimEnd().split('\n').slice(-TAIL_LINES).join('\n');
  }

  /**
   * Waits until it is ready.
   * @param isReady asked again and again
   * @throws {ProgramError} when it ends before, or when that takes too long
   */
  async ready(isReady: () => Promise<boolean>, seconds: number): Promise<void> {
    const end = Date.now() + seconds * 1000;
    while (!(await isReady())) {
      if (this.ended !== undefined) throw new ProgramError(`It ${this.ended}.\n${this.tail()}`);
      if (Date.now() > end) {
        throw new ProgramError(`It was not ready after ${seconds} s.\n${this.tail()}`);
      }
      await sleep(POLL_MS);
    }
  }

  /** Resolves to the exit code's description when the program has ended by itself. */
  async end(seconds: number): Promise<string> {
    await this.ready(async () => this.ended !== undefined, seconds);
    return this.ended ?? '';
  }

  stop(): Promise<void> {
    return stopGroup(this.child);
  }
}

/**
 * Runs a program to its end.
 * @returns its output
 * @throws {ProgramError} when it fails or takes too long
 */
export async function runToEnd(
  command: Command,
  surroundings: Surroundings,
  seconds: number,
): Promise<string> {
  const service = Service.start(command, surroundings);
  const line = [command.program, ...command.args].join(' ');
  try {
    const ended = await service.end(seconds);
    if (ended !== 'ended with 0') throw new ProgramError(`It ${ended}.\n${service.tail()}`);
    return service.written;
  } catch (error) {
    throw error instanceof ProgramError ? new ProgramError(`${line}\n${error.message}`) : error;
  } finally {
    await service.stop();
  }
}

/** A port of 127.0.0.1 that nobody listens on now. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}
