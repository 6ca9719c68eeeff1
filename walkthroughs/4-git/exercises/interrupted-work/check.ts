import {
  commitAt,
  commitsIn,
  currentBranch,
  remember,
  remembered,
  shownCommit,
  textAt,
  uncommitted,
} from '../../../../client/src/exercises/git/look';
import {
  gitRequirement,
  gitSpecification,
} from '../../../../client/src/exercises/git/specification';

const settings = (values: Record<string, unknown>) => `${JSON.stringify(values, undefined, 2)}\n`;
const half = settings({ pageSize: 20, search: { fields: ['name'], minimum: 0 } });

export const check = gitSpecification({
  async setup(repository) {
    await repository.write('products.csv', 'name,cents\nTea,450\nCup,80\n');
    await repository.write('settings.json', settings({ pageSize: 20 }));
    await repository.commit('Start the shop');
    await remember(repository, 'start');
    await repository.git('switch', '--quiet', '--create', 'search');
    await repository.write(
      'settings.json',
      settings({ pageSize: 20, search: { fields: ['name'] } }),
    );
    await repository.commit('Search by name');
    await remember(repository, 'search');
    await repository.write('settings.json', half);
  },
  requirements: [
    gitRequirement(
      'main has the right price',
      'On main, write Cup,800 into products.csv, stage the file and commit.',
      async (repository, expect) => {
        const products = (await textAt(repository, 'main', 'products.csv')) ?? '';
        expect.that(
          /^Cup,800$/m.test(products),
          'the line Cup,800 in products.csv of main',
          products.trim(),
        );
        const commits = await commitsIn(
          repository,
          `${await remembered(repository, 'start')}..main`,
        );
        expect.that(commits.length === 1, 'one new commit on main', `${commits.length}`);
        const files = commits[0]?.files.join(', ');
        expect.that(
          files === 'products.csv',
          'products.csv and no other file in that commit',
          files ?? '',
        );
      },
    ),
    gitRequirement(
      'The branch search has no new commit',
      'What is half done stays out of the history. `git reset --soft HEAD~1` takes the last commit back and leaves its changes.',
      async (repository, expect) => {
        expect.that(
          (await commitAt(repository, 'refs/heads/search')) ===
            (await remembered(repository, 'search')),
          'search as it was',
          await shownCommit(repository, 'search'),
        );
      },
    ),
    gitRequirement(
      'You are back, and your half-done change is there',
      'Go back to search, and bring the change back from the stash.',
      async (repository, expect) => {
        const branch = await currentBranch(repository);
        expect.that(branch === 'search', 'the branch search', branch ?? 'no branch');
        const text = (await repository.read('settings.json'))?.replaceAll('\r\n', '\n');
        expect.that(
          text === half,
          'settings.json with your half-done change',
          text?.trim() ?? 'no file',
        );
        const left = await uncommitted(repository);
        expect.that(
          left.length === 1 && left[0]?.endsWith('settings.json') === true,
          'settings.json not committed, and nothing else',
          left.join(', ') || 'nothing left to commit',
        );
      },
    ),
    gitRequirement(
      'The stash is empty',
      '`git stash list` shows what is in it. `git stash drop` throws the newest entry away: see first that you have it.',
      async (repository, expect) => {
        const stashed = (await commitAt(repository, 'refs/stash')) !== undefined;
        expect.that(!stashed, 'an empty stash', 'something is still in it');
      },
    ),
  ],
});
