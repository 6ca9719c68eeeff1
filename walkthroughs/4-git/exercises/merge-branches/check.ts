import {
  commitAt,
  currentBranch,
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

const ready = ['fix-price', 'shipping-note'] as const;

export const check = gitSpecification({
  async setup(repository) {
    await repository.write('README.md', '# Shop\n\nA small shop for tea.\n');
    await repository.write('products.csv', 'name,cents\nTea,450\nCup,80\n');
    await repository.write('settings.json', '{ "pageSize": 20 }\n');
    await repository.commit('Start the shop');
    await repository.git('switch', '--quiet', '--create', 'fix-price');
    await repository.write('products.csv', 'name,cents\nTea,450\nCup,800\n');
    await repository.commit('Correct the price of the cup', 'Bob Example <bob@example.com>');
    await remember(repository, 'fix-price');
    await repository.git('switch', '--quiet', '--create', 'shipping-note', 'main');
    await repository.write(
      'README.md',
      '# Shop\n\nA small shop for tea.\n\n## Shipping\n\nWithin three days.\n',
    );
    await repository.commit('Explain the shipping');
    await repository.write(
      'README.md',
      '# Shop\n\nA small shop for tea.\n\n## Shipping\n\nWithin three days, free from 50 euros on.\n',
    );
    await repository.commit('Say when shipping is free');
    await remember(repository, 'shipping-note');
    await repository.git('switch', '--quiet', '--create', 'experiment', 'main');
    await repository.write('settings.json', '{ "pageSize": 2000 }\n');
    await repository.commit('Try very long pages');
    await remember(repository, 'experiment');
    await repository.git('switch', '--quiet', 'main');
  },
  requirements: [
    ...ready.map((branch) =>
      gitRequirement(
        `The work of ${branch} has arrived in main`,
        'Go to main and run `git merge` with the name of the branch, without --squash.',
        async (repository, expect) => {
          const tip = await remembered(repository, branch);
          expect.that(
            await isIn(repository, tip, 'main'),
            `the commits of ${branch} in main`,
            'they are not in its history',
          );
        },
      ),
    ),
    gitRequirement(
      'main has a merge commit',
      'Merge the second branch with `git merge --no-edit`, and do not rebase it.',
      async (repository, expect) => {
        const merges = await repository.git('rev-list', '--merges', 'main');
        expect.that(merges !== '', 'a commit with two parents in main', 'none');
      },
    ),
    gitRequirement(
      'Both changes are in the files',
      'After a merge, look at the files: both the price and the shipping must be there.',
      async (repository, expect) => {
        const products = (await textAt(repository, 'main', 'products.csv')) ?? '';
        expect.that(/^Cup,800$/m.test(products), 'Cup,800 in products.csv', products.trim());
        const readme = (await textAt(repository, 'main', 'README.md')) ?? '';
        expect.that(
          /free from 50 euros/.test(readme),
          'the section on shipping in README.md',
          readme.trim(),
        );
      },
    ),
    gitRequirement(
      'The branches that have arrived are gone',
      'Delete each with `git branch -d`.',
      async (repository, expect) => {
        for (const branch of ready) {
          const tip = await commitAt(repository, `refs/heads/${branch}`);
          expect.that(tip === undefined, `no branch ${branch}`, 'it is still there');
        }
      },
    ),
    gitRequirement(
      'The branch experiment is as it was',
      'It is not ready. `git reflog` shows where main was before you merged it.',
      async (repository, expect) => {
        const tip = await remembered(repository, 'experiment');
        const now = await commitAt(repository, 'refs/heads/experiment');
        expect.that(
          now === tip,
          'the branch experiment as it was',
          now === undefined ? 'it is deleted' : 'another commit',
        );
        expect.that(
          !(await isIn(repository, tip, 'main')),
          'main without experiment',
          'experiment is merged',
        );
      },
    ),
    gitRequirement(
      'You are on main, with nothing left over',
      '`git status` says what is left.',
      async (repository, expect) => {
        const branch = await currentBranch(repository);
        expect.that(branch === 'main', 'the branch main', branch ?? 'no branch');
        const left = await uncommitted(repository);
        expect.that(left.length === 0, 'a clean working tree', left.join(', '));
      },
    ),
  ],
});
