import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ScratchRepository } from '../git/repository';
import { gitRequirement, gitSpecification } from '../git/specification';
import type { CheckContext } from './context';
import { checkGit, setUpRepository } from './git';

const git = spawnSync('git', ['--version']).status === 0;
let root: string;

beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'backend-tutor-git-'));
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

const program = gitSpecification({
  async setup(repository) {
    await repository.write('notes/a.txt', 'one\n');
    await repository.commit('Add a note');
    await repository.beside('origin', { bare: true });
    await repository.git('remote', 'add', 'origin', '../origin');
    await repository.git('push', '--quiet', 'origin', 'main');
  },
  requirements: [
    gitRequirement('two commits', 'Commit again.', async (repository, look) => {
      const count = await repository.git('rev-list', '--count', 'HEAD');
      look.that(count === '2', '2 commits', `${count} commits`);
    }),
    gitRequirement('a branch', 'Make it.', async (repository) => {
      await repository.git('rev-parse', '--verify', 'topic');
    }),
  ],
});

describe.skipIf(!git)('a check of a repository', () => {
  it('looks at what the learner did', async () => {
    const folder = path.join(root, 'exercise');
    await setUpRepository(program, 'git', folder);
    const context = { folder, tools: { find: async () => 'git' } } as unknown as CheckContext;
    expect(await checkGit(program, context)).toMatchObject({
      state: 'failed',
      problems: [
        { name: 'two commits', seen: '1 commits', tryNext: 'Commit again.' },
        { name: 'a branch' },
      ],
    });
    const repository = new ScratchRepository('git', folder);
    await repository.write('b.txt', 'two\n');
    await repository.commit('Add another');
    await repository.git('branch', 'topic');
    expect((await checkGit(program, context)).state).toBe('passed');
    expect(await repository.ask('rev-parse', 'origin/main')).toMatch(/^[0-9a-f]{40}$/);
  });

  it('is not asked before the exercise is started', async () => {
    const context = { folder: path.join(root, 'none'), tools: { find: async () => 'git' } };
    expect(await checkGit(program, context as unknown as CheckContext)).toMatchObject({
      state: 'notRun',
    });
  });
});
