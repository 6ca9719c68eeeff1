import { describe, expect, it } from 'vitest';
import { gitKeys } from './gitFacts';

const commit = { message: 'Add a page', parents: ['a'] };
const fresh = { branches: [], commits: [], ignores: false };

describe('gitKeys', () => {
  it('sees a repository without a commit', () => {
    expect(gitKeys(fresh)).toEqual(['did.git.init']);
  });

  it('sees a commit, but no second branch in the first', () => {
    expect(gitKeys({ ...fresh, branches: ['main'], commits: [commit] })).toEqual([
      'did.git.init',
      'did.git.commit',
    ]);
  });

  it('sees branches, merges, reverts and a .gitignore', () => {
    const commits = [
      { message: 'Revert "Add a page"\n\nThis reverts commit 1a2b3c.', parents: ['b'] },
      { message: 'Merge branch "x"', parents: ['c', 'd'] },
    ];
    expect(gitKeys({ branches: ['main', 'x'], commits, ignores: true })).toEqual([
      'did.git.init',
      'did.git.commit',
      'did.git.branch',
      'did.git.merge',
      'did.git.revert',
      'did.git.ignore',
    ]);
  });
});
