import type { Repository } from './specification';

/** Questions that checks of kind `git` ask a repository. None of them changes it. */

export interface Commit {
  readonly id: string;
  readonly parents: readonly string[];
  /** First line of the message. */
  readonly subject: string;
  /** The message without its first line. */
  readonly body: string;
  /** Files that it changes; none for a merge. */
  readonly files: readonly string[];
}

/** The full id of a commit, or undefined when there is none of that name. */
export function commitAt(repository: Repository, revision: string): Promise<string | undefined> {
  return repository.ask('rev-parse', '--verify', '--quiet', `${revision}^{commit}`);
}

/** The text of a file in a commit, or undefined when it is not there. */
export async function textAt(
  repository: Repository,
  revision: string,
  file: string,
): Promise<string | undefined> {
  return (await repository.ask('show', `${revision}:${file}`))?.replaceAll('\r\n', '\n');
}

/** Whether a commit is in the history of a revision. */
export async function isIn(
  repository: Repository,
  commit: string,
  revision: string,
): Promise<boolean> {
  return (await repository.ask('merge-base', '--is-ancestor', commit, revision)) !== undefined;
}

/** The commits of a range such as `main..search`, the oldest first. */
export async function commitsIn(repository: Repository, range: string): Promise<Commit[]> {
  const ids = await linesOf(repository, 'rev-list', '--reverse', '--topo-order', range);
  return Promise.all(
    ids.map(async (id) => {
      const [parents = '', subject = '', ...body] = (
        await repository.git('show', '--no-patch', '--format=%P%n%B', id)
      ).split('\n');
      const how = ['--root', '-r', '--no-commit-id', '--name-only'];
      const files = await linesOf(repository, 'diff-tree', ...how, id);
      return {
        id,
        parents: parents.split(' ').filter(Boolean),
        subject,
        body: body.join('\n').trim(),
        files,
      };
    }),
  );
}

/** Files of a commit. */
export async function filesAt(repository: Repository, revision: string): Promise<string[]> {
  const files = await repository.ask('ls-tree', '-r', '--name-only', '--full-tree', revision);
  return (files ?? '').split('\n').filter(Boolean);
}

/** What is not committed, one line a file, as `git status --porcelain` says it. */
export function uncommitted(repository: Repository): Promise<string[]> {
  return linesOf(repository, 'status', '--porcelain', '--untracked-files=all');
}

/** The branch that is checked out, or undefined. */
export function currentBranch(repository: Repository): Promise<string | undefined> {
  return repository.ask('symbolic-ref', '--quiet', '--short', 'HEAD');
}

/** Keeps the id of a commit under a name, for the check. */
export async function remember(
  repository: Repository,
  name: string,
  revision = 'HEAD',
): Promise<void> {
  await repository.git('config', `exercise.${name}`, await repository.git('rev-parse', revision));
}

/** The id that the set-up kept. */
export function remembered(repository: Repository, name: string): Promise<string> {
  return repository.git('config', `exercise.${name}`);
}

/** `3f2a9c1 Add gift cards`, for messages. */
export async function shownCommit(repository: Repository, revision: string): Promise<string> {
  return (await repository.ask('log', '-1', '--format=%h %s', revision)) ?? `no commit ${revision}`;
}

async function linesOf(repository: Repository, ...args: string[]): Promise<string[]> {
  return (await repository.git(...args)).split('\n').filter(Boolean);
}
