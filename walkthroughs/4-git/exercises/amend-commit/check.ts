import {
  commitsIn,
  remember,
  remembered,
  textAt,
  uncommitted,
} from '../../../../client/src/exercises/git/look';
import {
  gitRequirement,
  gitSpecification,
  type Repository,
} from '../../../../client/src/exercises/git/specification';

const isNew = async (repository: Repository) =>
  commitsIn(repository, `${await remembered(repository, 'start')}..main`);

export const check = gitSpecification({
  async setup(repository) {
    await repository.write('README.md', '# Shop\n');
    await repository.write('products.csv', 'name,cents\nTea,450\n');
    await repository.commit('Start the shop');
    await remember(repository, 'start');
    await repository.write('products.csv', 'name,cents\nTea,450\nCup,800\n');
    await repository.commit('Add prises for cups');
    await repository.write('README.md', '# Shop\n\nWe sell tea and cups.\n');
  },
  requirements: [
    gitRequirement(
      'There is one commit after "Start the shop"',
      'Replace the commit with `git commit --amend`, and make no second one.',
      async (repository, expect) => {
        const commits = await isNew(repository);
        expect.that(
          commits.length === 1,
          'one commit after "Start the shop"',
          commits.map(({ subject }) => subject).join(', ') || 'none',
        );
      },
    ),
    gitRequirement(
      'Its message is right',
      'Give the new message with -m when you amend.',
      async (repository, expect) => {
        const subject = (await isNew(repository)).at(-1)?.subject ?? 'no commit';
        expect.that(subject === 'Add prices for cups', '"Add prices for cups"', `"${subject}"`);
      },
    ),
    gitRequirement(
      'It has both files',
      'Stage README.md, and amend again.',
      async (repository, expect) => {
        const files = (await isNew(repository)).at(-1)?.files.join(', ') ?? '';
        expect.that(
          files === 'README.md, products.csv',
          'README.md and products.csv in the last commit',
          files || 'no file',
        );
        const products = (await textAt(repository, 'main', 'products.csv')) ?? '';
        const readme = (await textAt(repository, 'main', 'README.md')) ?? '';
        expect.that(
          /^Cup,800$/m.test(products) && readme.includes('tea and cups'),
          'the price of the cup, and the sentence of the README',
          `${products}\n${readme}`.trim(),
        );
        const left = await uncommitted(repository);
        expect.that(left.length === 0, 'a clean working tree', left.join(', '));
      },
    ),
  ],
});
