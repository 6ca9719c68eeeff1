import {
  type Commit,
  commitAt,
  commitsIn,
  remember,
  remembered,
  shownCommit,
  textAt,
} from '../../../../client/src/exercises/git/look';
import {
  type GitExpect,
  gitRequirement,
  gitSpecification,
  type Repository,
} from '../../../../client/src/exercises/git/specification';

async function pushedBranch(repository: Repository, expect: GitExpect): Promise<string> {
  const origin = await repository.beside('origin', { bare: true });
  const names = await origin.git('for-each-ref', '--format=%(refname:short)', 'refs/heads');
  const branches = names.split('\n').filter((name) => name !== '' && name !== 'main');
  expect.that(
    branches.length === 1,
    'a branch beside main on origin',
    branches.length === 0 ? 'only main' : `${branches.length} of them: ${branches.join(', ')}`,
  );
  return branches[0]!;
}

async function commits(repository: Repository, expect: GitExpect): Promise<Commit[]> {
  const branch = await pushedBranch(repository, expect);
  const origin = await repository.beside('origin', { bare: true });
  return commitsIn(origin, `${await remembered(repository, 'start')}..${branch}`);
}

export const check = gitSpecification({
  async setup(repository) {
    await repository.beside('origin', { bare: true, fresh: true });
    await repository.write('README.md', '# Shop\n\nA small shop for tea.\n');
    await repository.write('products.csv', 'name,cents\nTea,450\n');
    await repository.commit('Start the shop');
    await repository.write('products.csv', 'name,cents\nTea,450\nCup,800\n');
    await repository.commit('Add cups');
    await remember(repository, 'start');
    await repository.git('remote', 'add', 'origin', '../origin');
    await repository.git('push', '--quiet', '--set-upstream', 'origin', 'main');
  },
  requirements: [
    gitRequirement(
      'main is as it was',
      'Work on a branch. `git branch NAME` keeps your commits, and `git reset --hard origin/main` takes them from main.',
      async (repository, expect) => {
        const start = await remembered(repository, 'start');
        const origin = await repository.beside('origin', { bare: true });
        expect.that(
          (await commitAt(repository, 'main')) === start,
          'main as it was',
          await shownCommit(repository, 'main'),
        );
        expect.that(
          (await commitAt(origin, 'main')) === start,
          'main as it was, also on origin',
          await shownCommit(origin, 'main'),
        );
      },
    ),
    gitRequirement(
      'Your branch is on origin, with a name that reads well',
      'Push it with `git push -u origin NAME`.',
      async (repository, expect) => {
        const branch = await pushedBranch(repository, expect);
        expect.that(
          /^[a-z0-9]+(?:[-/][a-z0-9]+)*$/.test(branch) && branch.length >= 5,
          'a name in lower case with hyphens, such as gift-cards',
          branch,
        );
        const upstream = await repository.ask('rev-parse', '--abbrev-ref', `${branch}@{upstream}`);
        expect.that(
          upstream === `origin/${branch}`,
          `origin/${branch} as the upstream`,
          upstream ?? 'no upstream',
        );
      },
    ),
    gitRequirement(
      'The commits are small',
      'Stage one file, commit, then the other. `git reset HEAD~1` takes a commit apart.',
      async (repository, expect) => {
        const all = await commits(repository, expect);
        expect.that(
          all.length >= 2,
          'two commits or more',
          all.map(({ subject }) => subject).join(', ') || 'none',
        );
        for (const { files, subject } of all) {
          expect.that(
            files.length === 1,
            'one file in each commit',
            `${files.length} in "${subject}"`,
          );
        }
      },
    ),
    gitRequirement(
      'The gift cards are there',
      'Add what the task says, commit and push.',
      async (repository, expect) => {
        const branch = await pushedBranch(repository, expect);
        const origin = await repository.beside('origin', { bare: true });
        const products = (await textAt(origin, branch, 'products.csv'))?.trim() ?? '';
        expect.that(
          products === 'name,cents\nTea,450\nCup,800\nGift card,2500',
          'Gift card,2500 at the end of products.csv',
          products || 'no file',
        );
        const readme = (await textAt(origin, branch, 'README.md')) ?? '';
        expect.that(
          /^## Gift cards\n+\S.{9,}/m.test(readme),
          'a section "## Gift cards" with a sentence in README.md',
          readme.trim(),
        );
      },
    ),
    gitRequirement(
      'The first lines say what the commits do',
      'Shorten the line, and move the rest into a second paragraph: `git commit --amend -m … -m …`.',
      async (repository, expect) => {
        const all = await commits(repository, expect);
        expect.that(all.length > 0, 'a commit', 'none');
        for (const { subject } of all) {
          expect.that(
            subject.length <= 72,
            'a first line with at most 72 characters',
            `${subject.length}: "${subject}"`,
          );
          expect.that(
            subject.length >= 10,
            'a first line with at least 10 characters',
            `"${subject}"`,
          );
          expect.that(
            !subject.endsWith('.'),
            'a first line without a full stop at its end',
            `"${subject}"`,
          );
        }
      },
    ),
    gitRequirement(
      'A message says why',
      'Add a second -m with the reason. The reader sees the change; the reason is in your head only.',
      async (repository, expect) => {
        const all = await commits(repository, expect);
        expect.that(
          all.some(({ body }) => body.length >= 20),
          'a message with a second paragraph of 20 characters or more',
          'messages of one line',
        );
        const glued = await Promise.all(
          all.map(
            async ({ id }) =>
              (await repository.ask('show', '--no-patch', '--format=%B', id))?.split('\n')[1] ?? '',
          ),
        );
        expect.that(
          glued.every((line) => line === ''),
          'an empty line after the first one',
          glued.find(Boolean) ?? '',
        );
      },
    ),
  ],
});
