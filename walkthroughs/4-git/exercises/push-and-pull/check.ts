import {
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

export const check = gitSpecification({
  async setup(repository) {
    await repository.beside('origin', { bare: true, fresh: true });
    await repository.write('README.md', '# Shop\n');
    await repository.write('products.csv', 'name,cents\nTea,450\nCup,800\n');
    await repository.commit('Start the shop');
    await repository.git('remote', 'add', 'origin', '../origin');
    await repository.git('push', '--quiet', '--set-upstream', 'origin', 'main');
    const colleague = await repository.beside('colleague', { fresh: true });
    await colleague.git('remote', 'add', 'origin', '../origin');
    await colleague.git('pull', '--quiet', 'origin', 'main');
    await colleague.write('README.md', '# Shop\n\n## Delivery\n\nWithin three days.\n');
    await colleague.commit('Explain the delivery', 'Bob Example <bob@example.com>');
    await colleague.git('push', '--quiet', 'origin', 'main');
    await repository.git('config', 'exercise.bob', await colleague.git('rev-parse', 'HEAD'));
    await repository.write('products.csv', 'name,cents\nTea,450\nCup,800\nPot,2900\n');
    await repository.commit('Sell pots');
    await remember(repository, 'start');
  },
  requirements: [
    gitRequirement(
      "Bob's commit is still on origin",
      'Never push with --force what others push to as well. Bob still has his commit: `git push origin main` in ../colleague brings it back when nothing else is there, else start over.',
      async (repository, expect) => {
        const origin = await repository.beside('origin', { bare: true });
        expect.that(
          await isIn(origin, await remembered(repository, 'bob'), 'main'),
          "Bob's commit in main of origin",
          'it is gone',
        );
      },
    ),
    gitRequirement(
      "Your main has Bob's commit",
      'Fetch it and bring it into your branch with `git pull`.',
      async (repository, expect) => {
        expect.that(
          await isIn(repository, await remembered(repository, 'bob'), 'main'),
          "Bob's commit in your main",
          'your main does not have it',
        );
      },
    ),
    gitRequirement(
      'origin has your work, too',
      'Push after you have pulled.',
      async (repository, expect) => {
        const origin = await repository.beside('origin', { bare: true });
        const products = (await textAt(origin, 'main', 'products.csv')) ?? '';
        expect.that(
          /^Pot,2900$/m.test(products),
          'your work on origin: the line Pot,2900',
          products.trim(),
        );
        const [own, theirs] = [
          await repository.git('rev-parse', 'main'),
          await origin.ask('rev-parse', 'main'),
        ];
        expect.that(own === theirs, 'you and origin at the same commit', 'two different commits');
        const left = await uncommitted(repository);
        expect.that(left.length === 0, 'a clean working tree', left.join(', '));
      },
    ),
  ],
});
