import {
  commitAt,
  remember,
  remembered,
  shownCommit,
  uncommitted,
} from '../../../../client/src/exercises/git/look';
import {
  gitRequirement,
  gitSpecification,
} from '../../../../client/src/exercises/git/specification';

export const check = gitSpecification({
  async setup(repository) {
    await repository.beside('origin', { bare: true, fresh: true });
    await repository.write('README.md', '# Shop\n');
    await repository.write('products.csv', 'name,cents\nTea,450\n');
    await repository.commit('Start the shop');
    await repository.write('products.csv', 'name,cents\nTea,450\nCup,800\n');
    await repository.commit('Add cups');
    await remember(repository, 'start');
    await repository.git('remote', 'add', 'origin', '../origin');
    await repository.git('push', '--quiet', '--set-upstream', 'origin', 'main');
    await repository.write('products.csv', 'name,cents\nTea,450\nCup,800\nGift card,2500\n');
    await repository.commit('Sell gift cards');
    await repository.write('README.md', '# Shop\n\n## Gift cards\n\nA card is worth 25 euros.\n');
    await repository.commit('Explain gift cards');
    await remember(repository, 'tip');
  },
  requirements: [
    gitRequirement(
      'gift-cards has both commits',
      'Make the branch where the commits are. `git reflog` finds them again.',
      async (repository, expect) => {
        const branch = await commitAt(repository, 'refs/heads/gift-cards');
        expect.that(branch !== undefined, 'a branch gift-cards', 'no such branch');
        expect.that(
          branch === (await remembered(repository, 'tip')),
          'gift-cards at the commit "Explain gift cards", the same one as before',
          await shownCommit(repository, 'gift-cards'),
        );
      },
    ),
    gitRequirement(
      'main is where origin/main is',
      'Nobody else has your commits on main, so you may move it: `git reset`.',
      async (repository, expect) => {
        expect.that(
          (await commitAt(repository, 'refs/heads/main')) ===
            (await remembered(repository, 'start')),
          'main at the same commit as origin/main',
          await shownCommit(repository, 'main'),
        );
      },
    ),
    gitRequirement(
      'Nothing is left over',
      '`git reset --hard` also puts the files back.',
      async (repository, expect) => {
        const left = await uncommitted(repository);
        expect.that(left.length === 0, 'a clean working tree', left.join(', '));
      },
    ),
    gitRequirement(
      'origin has not changed',
      'Nothing has to be pushed here.',
      async (repository, expect) => {
        const origin = await repository.beside('origin', { bare: true });
        const refs = await origin.git('for-each-ref', '--format=%(refname:short)');
        const start = await remembered(repository, 'start');
        expect.that(
          refs === 'main' && (await origin.ask('rev-parse', 'main')) === start,
          'origin as it was',
          'something was pushed',
        );
      },
    ),
  ],
});
