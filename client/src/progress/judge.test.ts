import { describe, expect, it } from 'vitest';
import { fixedRules, gitKeys, isReadme, practiceKeys } from './judge';

describe('fixedRules', () => {
  const before = { counts: { 'sql-injection': 2, 'permissive-cors': 1 }, hasSyntaxError: false };
  it('names rules with fewer findings than before', () => {
    const after = { counts: { 'sql-injection': 1, 'permissive-cors': 1 }, hasSyntaxError: false };
    expect(fixedRules(before, after)).toEqual(['did.fix.sql-injection']);
  });
  it('does not take half-typed text for a repair', () => {
    expect(fixedRules(before, { counts: {}, hasSyntaxError: true })).toEqual([]);
  });
  it('is silent when a document is seen for the first time', () => {
    expect(fixedRules(undefined, { counts: {}, hasSyntaxError: false })).toEqual([]);
  });
});

describe('practiceKeys', () => {
  const clean = { counts: {}, hasSyntaxError: false };
  it('wants a change of more than white space', () => {
    expect(practiceKeys('a/b.js', 'f();\n\n', 'f();', clean)).toEqual([]);
    expect(practiceKeys('a/b.js', 'g();', 'f();', clean)).toEqual([
      'did.edit.a/b.js',
      'did.clean.a/b.js',
    ]);
  });
  it('does not call a file with findings clean', () => {
    const state = { counts: { 'sql-injection': 1 }, hasSyntaxError: false };
    expect(practiceKeys('a/b.js', 'g();', 'f();', state)).toEqual(['did.edit.a/b.js']);
  });
  it('does not take an emptied or broken file', () => {
    expect(practiceKeys('a/b.js', '  ', 'f();', clean)).toEqual([]);
    expect(practiceKeys('a/b.js', 'g(', 'f();', { ...clean, hasSyntaxError: true })).toEqual([]);
    expect(practiceKeys('a/b.js', 'x', 'a long program', clean)).toEqual(['did.edit.a/b.js']);
  });
});

describe('isReadme', () => {
  it('wants a title, what it is, how to install and how to use it', () => {
    expect(isReadme('# Shop\n\nA shop.\n\n## Install\n\nnpm i\n\n## Usage\n\nnpm start\n')).toBe(
      true,
    );
    expect(isReadme('# Shop\n\nA shop.\n')).toBe(false);
    expect(isReadme('')).toBe(false);
  });
});

describe('gitKeys', () => {
  it('reads merges, reverts and branches', () => {
    const commits = [
      { message: 'Revert "x"\n\nThis reverts commit 1234.', parents: 1 },
      { message: 'Merge branch', parents: 2 },
    ];
    expect(gitKeys({ branches: 2, commits, ignoreCommitted: true })).toEqual([
      'did.git.init',
      'did.git.commit',
      'did.git.branch',
      'did.git.merge',
      'did.git.revert',
      'did.git.ignore',
    ]);
    expect(gitKeys({ branches: 0, commits: [], ignoreCommitted: false })).toEqual(['did.git.init']);
  });
});
