import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runSteps } from '../../../../test/exercises/steps';
import type { GitSpecification } from '../git/specification';
import { programs } from '../programs.generated';
import { checkGit, setUpRepository } from './git';

/** Right ways other than the one in `solution/steps.txt`: a check looks at what is there, not at how it came. */

const ways: readonly (readonly [exercise: string, way: string, steps: string])[] = [
  [
    'first-commit',
    'another branch first',
    'git init\ngit checkout -b main\ngit config user.name A\ngit config user.email a@b\ngit add .\ngit commit -m "First version of the shop"',
  ],
  [
    'one-thing-a-commit',
    'the other order, without the staging area',
    'git commit -m "Add the opening hours" README.md\ngit commit -m "Correct the price" products.csv',
  ],
  [
    'find-the-commit',
    'a tag with a message',
    'git tag -a cause -m here HEAD~4\ngit tag removed HEAD~2',
  ],
  [
    'ignore-files',
    'other patterns',
    'write .gitignore "/node_modules\\n**/*.log\\n.env\\n!.env.example\\n"\ngit rm -q --cached debug.log\ngit add -A\ngit commit -m "Clean up"',
  ],
  [
    'feature-branch',
    'checkout in place of switch',
    'git checkout -b gift-cards\nappend products.csv "Gift card,2500"\ngit commit -am "Sell gift cards"\ngit checkout main',
  ],
  [
    'merge-branches',
    'two merge commits',
    'git merge --no-ff --no-edit fix-price\ngit merge --no-edit shipping-note\ngit branch -d fix-price shipping-note',
  ],
  [
    'merge-branches',
    'the other order',
    'git merge shipping-note\ngit merge --no-edit fix-price\ngit branch -d fix-price shipping-note',
  ],
  ['push-and-pull', 'rebase', 'git pull --rebase\ngit push'],
  ['push-and-pull', 'fetch and merge', 'git fetch\ngit merge --no-edit origin/main\ngit push'],
  [
    'move-commits',
    'the branch moved from outside',
    'git switch -c gift-cards\ngit branch -f main origin/main',
  ],
  ['move-commits', 'renamed', 'git branch -m gift-cards\ngit switch -c main origin/main'],
  [
    'undo-edits',
    'checkout and reset',
    'git checkout -- products.csv settings.json\ngit reset -- notes.txt',
  ],
  [
    'leaked-secret',
    'line ends of Windows',
    'write .env "MAIL_KEY=new-otter-4711-x\r\\n"\ngit rm --cached .env\nwrite .gitignore "# local\r\\n.env\r\\n"\nwrite .env.example "MAIL_KEY=\r\\n"\ngit add .\ngit commit -m "Stop tracking"\ngit push',
  ],
  [
    'amend-commit',
    'taken back and made anew',
    'git reset --soft HEAD~1\ngit add .\ngit commit -m "Add prices for cups"',
  ],
];

let root: string;
beforeEach(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'backend-tutor-git-'));
});
afterEach(() => rm(root, { recursive: true, force: true, maxRetries: 5 }));

const hasGit = spawnSync('git', ['--version']).status === 0;
const context = (folder: string) =>
  ({ folder, tools: { find: async () => 'git' } }) as unknown as Parameters<typeof checkGit>[1];

describe.skipIf(!hasGit)('a Git exercise', { timeout: 30_000 }, () => {
  it.each(ways)('%s: %s', async (exercise, _, steps) => {
    const specification = programs[exercise] as GitSpecification;
    const folder = path.join(root, 'git');
    await setUpRepository(specification, 'git', folder);
    await runSteps(steps, 'git', folder);
    expect(await checkGit(specification, context(folder))).toMatchObject({ state: 'passed' });
  });

  it('begins anew with a fresh remote', async () => {
    const specification = programs['connect-remote'] as GitSpecification;
    const steps = 'git remote add origin ../origin\ngit push -u origin main';
    for (const folder of [path.join(root, 'one'), path.join(root, 'two')]) {
      await setUpRepository(specification, 'git', folder);
      expect(await checkGit(specification, context(folder))).toMatchObject({ state: 'failed' });
      await runSteps(steps, 'git', folder);
      expect(await checkGit(specification, context(folder))).toMatchObject({ state: 'passed' });
    }
  });

  it('is not fooled by a repository around the folder', async () => {
    spawnSync('git', ['init', '--quiet'], { cwd: root });
    expect(existsSync(path.join(root, '.git'))).toBe(true);
    const specification = programs['first-commit'] as GitSpecification;
    const folder = path.join(root, 'git');
    await setUpRepository(specification, 'git', folder);
    expect(await checkGit(specification, context(folder))).toMatchObject({
      requirements: specification.requirements.map(({ name }) => ({ name, passed: false })),
    });
  });
});
