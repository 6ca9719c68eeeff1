import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { run } from '../process';
import { GitError, type Repository } from './specification';

/** Git without what a person's set-up adds: no hooks, editors, pagers, signatures, questions. */
const ENV = {
  GIT_TERMINAL_PROMPT: '0',
  GIT_EDITOR: 'true',
  GIT_PAGER: 'cat',
  GIT_CONFIG_NOSYSTEM: '1',
  LC_ALL: 'C',
};
const OPTIONS = [
  '-c',
  'core.hooksPath=/dev/null',
  '-c',
  'commit.gpgSign=false',
  '-c',
  'core.autocrlf=false',
  '-c',
  'advice.detachedHead=false',
  '-c',
  'protocol.file.allow=always',
];
const LIMIT_MS = 20_000;

/** A repository in a folder, used with the learner's own Git. */
export class ScratchRepository implements Repository {
  private clock = Date.UTC(2026, 0, 5, 9, 0, 0);

  /** @param program of Git */
  constructor(
    private readonly program: string,
    readonly folder: string,
  ) {}

  async git(...args: string[]): Promise<string> {
    const ended = await this.call(args, {});
    if (ended.code !== 0) {
      const said = (ended.stderr || ended.stdout).trim();
      throw new GitError(`git ${args.join(' ')}: ${ended.failed ?? said}`);
    }
    return ended.stdout.replace(/\r?\n$/, '');
  }

  async ask(...args: string[]): Promise<string | undefined> {
    const { code, stdout } = await this.call(args, {});
    return code === 0 ? stdout.replace(/\r?\n$/, '') : undefined;
  }

  async write(file: string, text: string): Promise<void> {
    const target = path.join(this.folder, file);
    await mkdir(path.dirname(target), { recursive: true });
    await writeFile(target, text);
  }

  read(file: string): Promise<string | undefined> {
    return readFile(path.join(this.folder, file), 'utf8').catch(() => undefined);
  }

  async commit(message: string, author = 'Ada Example <ada@example.com>'): Promise<void> {
    await this.git('add', '--all');
    const [, name = '', email = ''] = /^(.*?) <(.*)>$/.exec(author) ?? [];
    this.clock += 60_000;
    const date = new Date(this.clock).toISOString();
    const { code, stderr, stdout } = await this.call(['commit', '--quiet', '--message', message], {
      GIT_AUTHOR_NAME: name,
      GIT_AUTHOR_EMAIL: email,
      GIT_COMMITTER_NAME: name,
      GIT_COMMITTER_EMAIL: email,
      GIT_AUTHOR_DATE: date,
      GIT_COMMITTER_DATE: date,
    });
    if (code !== 0) throw new GitError(`git commit: ${stderr || stdout}`);
  }

  async beside(
    name: string,
    options: { bare?: boolean; fresh?: boolean } = {},
  ): Promise<Repository> {
    const folder = path.join(path.dirname(this.folder), name);
    if (options.fresh) await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    const other = new ScratchRepository(this.program, folder);
    await mkdir(folder, { recursive: true });
    const isThere =
      (await other.ask('rev-parse', '--resolve-git-dir', options.bare ? '.' : '.git')) !==
      undefined;
    if (!isThere) await initialise(other, options.bare ?? false);
    return other;
  }

  private call(args: readonly string[], env: Readonly<Record<string, string>>) {
    return run(
      { program: this.program, args: [...OPTIONS, ...args] },
      { cwd: this.folder, env: { ...ENV, ...env } },
      { timeoutMs: LIMIT_MS },
    );
  }
}

/** A new repository with the branch `main`, and a name for its commits. */
export async function initialise(repository: Repository, bare = false): Promise<void> {
  await repository.git('init', '--quiet', '--initial-branch=main', ...(bare ? ['--bare'] : []));
  await repository.git('config', 'user.name', 'Ada Example');
  await repository.git('config', 'user.email', 'ada@example.com');
  await repository.git('config', 'commit.gpgSign', 'false');
  await repository.git('config', 'core.autocrlf', 'false');
  // What a person set for all repositories must not change what an exercise is about.
  await repository.git('config', 'core.excludesFile', '');
  await repository.git('config', 'core.hooksPath', bare ? 'hooks' : '.git/hooks');
  await repository.git('config', 'merge.ff', 'true');
  await repository.git('config', 'pull.ff', 'true');
  await repository.git('config', 'status.showUntrackedFiles', 'normal');
}
