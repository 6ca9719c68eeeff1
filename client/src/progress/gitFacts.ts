/** What a repository shows about what its owner has done. */
export interface RepositoryFacts {
  /** Names of the local branches. */
  readonly branches: readonly string[];
  /** Recent commits of the current branch. */
  readonly commits: readonly { readonly message: string; readonly parents: readonly string[] }[];
  /** Whether the last commit has a .gitignore at the top. */
  readonly ignores: boolean;
}

/** The completion keys that a repository earns. */
export function gitKeys({ branches, commits, ignores }: RepositoryFacts): string[] {
  const earned: [key: string, holds: boolean][] = [
    ['did.git.init', true],
    ['did.git.commit', commits.length > 0],
    ['did.git.branch', new Set(branches).size > 1],
    ['did.git.merge', commits.some(({ parents }) => parents.length > 1)],
    ['did.git.revert', commits.some(({ message }) => /^This reverts commit \w/m.test(message))],
    ['did.git.ignore', ignores],
  ];
  return earned.filter(([, holds]) => holds).map(([key]) => key);
}
