import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { StringDecoder } from 'node:string_decoder';
import type { Command } from './runtimes/runtime';

/** Programs of the learner's: with a limit of time and of output, and ended with all that they started. */

/** More is a program that prints without end. */
const MAX_OUTPUT = 1024 * 1024;
const KILL_AFTER_MS = 1500;
const POLL_MS = 50;

export interface Surroundings {
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string | undefined>>;
  readonly signal?: AbortSignal | undefined;
}

export interface Ended {
  /** The exit code; undefined when the program was ended by a signal or by us. */
  readonly code: number | undefined;
  readonly stdout: string;
  readonly stderr: string;
  readonly tookMs: number;
  /** Why we ended it. */
  readonly stopped?: 'time' | 'output' | 'cancelled';
  /** Why it could not be started. */
  readonly failed?: string;
}

/** Variables that the editor sets for itself, and that would change what a program does. */
const HIDDEN =
  /^(?:ELECTRON_|VSCODE_|NODE_OPTIONS$|NODE_ENV$|npm_|PORT$|HOST$|DATABASE_URL$|PYTHONHOME$|JAVA_TOOL_OPTIONS$|RUBYOPT$|GIT_)/;

/** The environment of a learner's program. */
function environment(env: Surroundings['env'], command: Command): NodeJS.ProcessEnv {
  const own = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !HIDDEN.test(name)),
  );
  return {
    ...own,
    // Where the editor is our Node.js, this makes it one; to others it means nothing.
    ...(command.program === process.execPath && { ELECTRON_RUN_AS_NODE: '1' }),
    ...env,
    ...command.env,
  };
}

/** For cmd.exe, to which Node.js hands program and arguments as they are: spaces, `>` and `&` are text. */
export function quoteForCmd(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}

/** A program that runs until it ends or is stopped. */
export class Running {
  stdout = '';
  stderr = '';
  /** Both, in the order in which they came. */
  output = '';
  /** Set when the program has ended. */
  code: number | undefined;
  ended = false;
  failed: string | undefined;
  overflow = false;
  private readonly child: ChildProcess;
  private readonly closed: Promise<void>;

  constructor(command: Command, surroundings: Surroundings, stdin?: string) {
    // Windows starts batch files, such as npm.cmd, only through its shell.
    const isBatch = process.platform === 'win32' && /\.(?:cmd|bat)$/i.test(command.program);
    const [program, args] = isBatch
      ? [quoteForCmd(command.program), command.args.map(quoteForCmd)]
      : [command.program, command.args];
    this.child = spawn(program, args, {
      cwd: surroundings.cwd,
      env: environment(surroundings.env, command),
      stdio: [stdin === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe'],
      detached: process.platform !== 'win32',
      windowsHide: true,
      shell: isBatch,
    });
    alive.add(this);
    for (const name of ['stdout', 'stderr'] as const) {
      const decoder = new StringDecoder('utf8');
      this.child[name]?.on('data', (chunk: Buffer) => {
        if (this.output.length > MAX_OUTPUT) {
          this.overflow = true;
          return;
        }
        const text = decoder.write(chunk);
        this[name] += text;
        this.output += text;
      });
    }
    this.closed = new Promise((resolve) => {
      const finish = (code: number | undefined, failed?: string) => {
        this.code = code;
        this.failed ??= failed;
        this.ended = true;
        resolve();
      };
      this.child.on('error', (error) => finish(undefined, error.message));
      this.child.on('close', (code) => finish(code ?? undefined));
    });
    if (stdin !== undefined) {
      // A program may end without reading.
      this.child.stdin?.on('error', () => undefined);
      this.child.stdin?.end(stdin);
    }
  }

  /** Resolves when it has ended by itself. */
  whenEnded(): Promise<void> {
    return this.closed;
  }

  /** Ends it with all that it started: asks first, then kills. */
  async stop(): Promise<void> {
    if (!this.isGone()) {
      this.kill('SIGTERM');
      const end = Date.now() + KILL_AFTER_MS;
      while (!this.isGone() && Date.now() < end) await sleep(POLL_MS);
      if (!this.isGone()) this.kill('SIGKILL');
    }
    this.child.stdout?.destroy();
    this.child.stderr?.destroy();
    alive.delete(this);
  }

  kill(signal: NodeJS.Signals): void {
    const { pid } = this.child;
    if (pid === undefined) return;
    try {
      if (process.platform === 'win32') {
        spawnSync('taskkill', ['/pid', String(pid), '/T', '/F'], { windowsHide: true });
      } else process.kill(-pid, signal);
    } catch {
      // The group is empty.
    }
  }

  private isGone(): boolean {
    const { pid } = this.child;
    if (pid === undefined) return true;
    if (process.platform === 'win32') return this.ended;
    try {
      process.kill(-pid, 0);
      return false;
    } catch {
      return true;
    }
  }
}

const alive = new Set<Running>();

/** Ends every program that is still running, at once. For the end of the process. */
export function killAll(): void {
  for (const running of alive) running.kill('SIGKILL');
  alive.clear();
}

/** Runs a program to its end. Does not throw for what the program does. */
export async function run(
  command: Command,
  surroundings: Surroundings,
  options: { stdin?: string; timeoutMs: number },
): Promise<Ended> {
  const start = performance.now();
  const running = new Running(command, surroundings, options.stdin ?? '');
  let stopped: Ended['stopped'];
  const abort = new Promise<void>((resolve) => {
    const finish = (why: NonNullable<Ended['stopped']>) => {
      if (running.ended) return;
      stopped = why;
      resolve();
    };
    const timer = setTimeout(() => finish('time'), options.timeoutMs);
    const poll = setInterval(() => {
      if (running.overflow) finish('output');
      if (surroundings.signal?.aborted) finish('cancelled');
    }, POLL_MS);
    void running.whenEnded().then(() => {
      clearTimeout(timer);
      clearInterval(poll);
      resolve();
    });
  });
  await abort;
  const tookMs = performance.now() - start;
  await running.stop();
  const { code, stdout, stderr, failed } = running;
  return {
    code: stopped === undefined ? code : undefined,
    stdout,
    stderr,
    tookMs,
    ...(stopped && { stopped }),
    ...(failed !== undefined && { failed }),
  };
}

export function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
