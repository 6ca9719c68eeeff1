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

export const check = gitSpecification({
  async setup(repository) {
    await repository.write('products.csv', 'name,cents\nTea,450\n');
    await repository.commit('Start the shop');
    await repository.write('products.csv', 'name,cents\nTea,450\nCup,800\n');
    await repository.commit('Add cups');
    await remember(repository, 'start');
  },
  requirements: [
    gitRequirement(
      'There is a branch gift-cards',
      'Make it with `git switch -c gift-cards`.',
      async (repository, expect) => {
        const branches = await repository.git('branch', '--format=%(refname:short)');
        expect.that(
          branches.split('\n').includes('gift-cards'),
          'a branch gift-cards',
          branches.replaceAll('\n', ', ') || 'no branch',
        );
      },
    ),
    gitRequirement(
      'main is as it was',
      'Commit on the branch. `git reset --hard HEAD~1` takes a commit from the branch where you are.',
      async (repository, expect) => {
        const start = await remembered(repository, 'start');
        expect.that(
          (await commitAt(repository, 'main')) === start,
          'main as it was, ending with "Add cups"',
          await shownCommit(repository, 'main'),
        );
      },
    ),
    gitRequirement(
      'The branch sells gift cards',
      'On the branch, add the line at the end of products.csv, stage the file and commit.',
      async (repository, expect) => {
        const branch = await commitAt(repository, 'gift-cards');
        expect.that(branch !== undefined, 'a branch gift-cards', 'none yet');
        const start = await remembered(repository, 'start');
        const commits = await commitsIn(repository, `${start}..gift-cards`);
        expect.that(commits.length > 0, 'a new commit on gift-cards', 'no commit after "Add cups"');
        const products = (await textAt(repository, 'gift-cards', 'products.csv'))?.trim();
        const wanted = 'name,cents\nTea,450\nCup,800\nGift card,2500';
        expect.that(
          products === wanted,
          'the products with Gift card,2500 at the end',
          products ?? 'no file',
        );
      },
    ),
    gitRequirement(
      'You are back on main, with nothing left over',
      'Commit on the branch first, then `git switch main`.',
      async (repository, expect) => {
        const branch = await currentBranch(repository);
        expect.that(branch === 'main', 'the branch main', branch ?? 'no branch');
        const left = await uncommitted(repository);
        expect.that(left.length === 0, 'a clean working tree', left.join(', '));
      },
    ),
  ],
});
