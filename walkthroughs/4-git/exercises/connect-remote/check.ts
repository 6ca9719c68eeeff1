import {
  gitRequirement,
  gitSpecification,
} from '../../../../client/src/exercises/git/specification';

export const check = gitSpecification({
  async setup(repository) {
    await repository.beside('origin', { bare: true, fresh: true });
    await repository.write('products.csv', 'name,cents\nTea,450\n');
    await repository.commit('Start the shop');
    await repository.write('products.csv', 'name,cents\nTea,450\nCup,800\n');
    await repository.commit('Add cups');
  },
  requirements: [
    gitRequirement(
      'The remote is called origin',
      'Add it with `git remote add`. `git remote remove` takes a wrong one away.',
      async (repository, expect) => {
        const remotes = await repository.git('remote');
        expect.that(
          remotes.split('\n').includes('origin'),
          'a remote origin',
          remotes.replaceAll('\n', ', ') || 'no remote',
        );
        const url = await repository.ask('remote', 'get-url', 'origin');
        const reached = await repository.ask('ls-remote', 'origin');
        expect.that(
          reached !== undefined,
          'a repository at the address of origin',
          `none at ${url ?? 'no address'}`,
        );
      },
    ),
    gitRequirement('Your commits are there', 'Push main to origin.', async (repository, expect) => {
      const origin = await repository.beside('origin', { bare: true });
      const [own, theirs] = [
        await repository.git('rev-parse', 'main'),
        await origin.ask('rev-parse', '--verify', '--quiet', 'main'),
      ];
      expect.that(
        own === theirs,
        'your commits on origin',
        theirs === undefined ? 'no branch main there' : 'other commits there',
      );
    }),
    gitRequirement(
      'main knows its upstream',
      'Push once more, with -u.',
      async (repository, expect) => {
        const upstream = await repository.ask('rev-parse', '--abbrev-ref', 'main@{upstream}');
        expect.that(
          upstream === 'origin/main',
          'origin/main as the upstream of main',
          upstream ?? 'no upstream',
        );
      },
    ),
  ],
});
