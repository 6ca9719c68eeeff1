import {
  commitsIn,
  isIn,
  remember,
  remembered,
  textAt,
  uncommitted,
} from '../../../../client/src/exercises/git/look';
import {
  gitRequirement,
  gitSpecification,
} from '../../../../client/src/exercises/git/specification';

const right = 'name,cents\nTea,450\nCup,800\nPot,2900\n';

export const check = gitSpecification({
  async setup(repository) {
    await repository.beside('origin', { bare: true, fresh: true });
    await repository.write('README.md', '# Shop\n');
    await repository.write('products.csv', 'name,cents\nTea,450\nCup,800\n');
    await repository.commit('Start the shop');
    await repository.write('products.csv', right);
    await repository.commit('Add pots');
    await repository.write('products.csv', 'name,cents\nTea,45\nCup,80\nPot,290\n');
    await repository.commit('Clean up the price list', 'Bob Example <bob@example.com>');
    await remember(repository, 'bad');
    await repository.write('README.md', '# Shop\n\n## Delivery\n\nWithin three days.\n');
    await repository.commit('Explain the delivery');
    await remember(repository, 'start');
    await repository.git('remote', 'add', 'origin', '../origin');
    await repository.git('push', '--quiet', '--set-upstream', 'origin', 'main');
  },
  requirements: [
    gitRequirement(
      'The history that was pushed is still there',
      'Do not reset what others have. `git pull` brings it back if origin still has it; `git reflog` shows it in any case.',
      async (repository, expect) => {
        const start = await remembered(repository, 'start');
        expect.that(
          await isIn(repository, start, 'main'),
          'the history that was pushed, with new commits after it',
          'commits of it are gone from main',
        );
      },
    ),
    gitRequirement(
      'A commit undoes the mistake',
      'Run `git revert` with the id of the commit that changed the prices.',
      async (repository, expect) => {
        const [start, bad] = [
          await remembered(repository, 'start'),
          await remembered(repository, 'bad'),
        ];
        const commits = await commitsIn(repository, `${start}..main`);
        expect.that(
          commits.some(({ body }) => body.includes(`This reverts commit ${bad}`)),
          `a commit that says "This reverts commit ${bad.slice(0, 7)}…"`,
          commits.map(({ subject }) => subject).join(', ') || 'no new commit',
        );
      },
    ),
    gitRequirement(
      'The prices are right, and the delivery is still explained',
      'Look at `git show` for both newest commits. `git revert` can undo a revert as well.',
      async (repository, expect) => {
        const products = await textAt(repository, 'main', 'products.csv');
        expect.that(
          products?.trim() === right.trim(),
          'the prices as they were after "Add pots"',
          products ?? 'no file',
        );
        const readme = (await textAt(repository, 'main', 'README.md')) ?? '';
        expect.that(
          /^## Delivery$/m.test(readme),
          'the section Delivery in README.md',
          readme.trim(),
        );
        const left = await uncommitted(repository);
        expect.that(left.length === 0, 'a clean working tree', left.join(', '));
      },
    ),
    gitRequirement(
      'The others get it',
      'Push with `git push`. No force is needed.',
      async (repository, expect) => {
        const origin = await repository.beside('origin', { bare: true });
        const [own, theirs] = [
          await repository.git('rev-parse', 'main'),
          await origin.ask('rev-parse', 'main'),
        ];
        expect.that(own !== (await remembered(repository, 'start')), 'a new commit', 'none yet');
        expect.that(own === theirs, 'your commit on origin', 'origin does not have it');
      },
    ),
  ],
});
