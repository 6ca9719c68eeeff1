/** What a check of kind `git` is made of: a scratch repository, and requirements over it. */

/** The learner's repository, or one beside it. Commands run with the learner's own Git. */
export interface Repository {
  /** Its folder, absolute. */
  readonly folder: string;
  /**
   * Runs `git ARGS` here, without hooks, pagers, editors or questions.
   * @returns what it printed, without the last line end
   * @throws {GitError} when it fails
   */
  git(...args: string[]): Promise<string>;
  /** As `git`, but undefined when the command fails. */
  ask(...args: string[]): Promise<string | undefined>;
  /** Writes a file; folders are made. */
  write(file: string, text: string): Promise<void>;
  /** The text of a file in the working tree, or undefined when it is not there. */
  read(file: string): Promise<string | undefined>;
  /** Commits everything in the working tree, as a person with a fixed name and time. */
  commit(message: string, author?: string): Promise<void>;
  /**
   * Another repository, in the folder `name` beside this one; made when it is not there.
   * `fresh`: what an earlier start of the exercise left there is removed first.
   */
  beside(name: string, options?: { bare?: boolean; fresh?: boolean }): Promise<Repository>;
}

export interface GitExpect {
  /** Throws with what was expected and what was seen. */
  that(condition: boolean, expected: string, seen: string): void;
}

export interface GitRequirement {
  readonly name: string;
  readonly tryNext: string;
  readonly check: (repository: Repository, expect: GitExpect) => Promise<void>;
}

export interface GitSpecification {
  readonly kind: 'git';
  /** Makes what the learner begins with. The repository is initialised with the branch `main`, unless `empty`. */
  readonly setup: (repository: Repository) => Promise<void>;
  /** The folder is no repository yet. */
  readonly empty?: boolean;
  readonly requirements: readonly GitRequirement[];
}

export function gitRequirement(
  name: string,
  tryNext: string,
  check: GitRequirement['check'],
): GitRequirement {
  return { name, tryNext, check };
}

export function gitSpecification(specification: Omit<GitSpecification, 'kind'>): GitSpecification {
  return { kind: 'git', ...specification };
}

/** A Git command that failed: its message is what Git said. */
export class GitError extends Error {}
