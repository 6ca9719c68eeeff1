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
  type Repository,
} from '../../../../client/src/exercises/git/specification';

const settings = (values: Record<string, unknown>) => `${JSON.stringify(values, undefined, 2)}\n`;

/** The oldest commit of `main` that `git log` finds. */
async function found(repository: Repository, ...args: string[]): Promise<string> {
  const ids = await repository.git(
    'log',
    '--format=%H',
    '--reverse',
    await remembered(repository, 'start'),
    ...args,
  );
  return ids.split('\n')[0] ?? '';
}

const tagIs = (tag: string, what: string, ...args: string[]) =>
  gitRequirement(
    `The tag ${tag} is on the commit that ${what}`,
    'Look at the changes of the commit with `git show`, and of the one before it. `git tag -d` takes a wrong tag away.',
    async (repository, expect) => {
      const wanted = await found(repository, ...args);
      const id = await commitAt(repository, `refs/tags/${tag}`);
      expect.that(
        id === wanted,
        `the tag ${tag} on the commit that ${what}`,
        id === undefined ? `no tag ${tag}` : await shownCommit(repository, id),
      );
    },
  );

export const check = gitSpecification({
  async setup(repository) {
    const values: Record<string, unknown> = { currency: 'EUR', freeShippingFrom: 50, pageSize: 20 };
    const save = () => repository.write('settings.json', settings(values));
    await repository.write('README.md', '# Shop\n');
    await repository.write('coupons.csv', 'code,percent\nSPRING,10\nWELCOME,5\n');
    await save();
    await repository.commit('Start the shop');
    await repository.write('products.csv', 'name,cents\nTea,450\n');
    await repository.commit('Add the first product');
    values.pageSize = 50;
    await save();
    await repository.commit('Show more products on a page', 'Bob Example <bob@example.com>');
    await repository.write('coupons.csv', 'code,percent\nSPRING,10\nWELCOME,5\nMAY,15\n');
    await repository.commit('Add a coupon for May');
    values.language = 'en';
    values.freeShippingFrom = 500;
    await save();
    await repository.commit('Set the language of the shop', 'Bob Example <bob@example.com>');
    await repository.write('products.csv', 'name,cents\nTea,450\nCup,800\n');
    await repository.commit('Add cups');
    await repository.write('README.md', '# Shop\n\nA small shop for tea.\n');
    await repository.git('rm', '--quiet', 'coupons.csv');
    await repository.commit('Improve the README', 'Eve Example <eve@example.com>');
    values.timeZone = 'Europe/Vienna';
    await repository.write(
      'settings.json',
      settings(Object.fromEntries(Object.entries(values).reverse())),
    );
    await repository.commit('Sort the settings');
    await repository.write('products.csv', 'name,cents\nTea,450\nCup,800\nPot,2900\n');
    await repository.commit('Add pots');
    await remember(repository, 'start');
  },
  requirements: [
    tagIs(
      'cause',
      'changed freeShippingFrom to 500',
      '-S"freeShippingFrom": 500',
      '--',
      'settings.json',
    ),
    tagIs('removed', 'deleted coupons.csv', '--diff-filter=D', '--', 'coupons.csv'),
    gitRequirement(
      'The history and the files are as they were',
      '`git restore .` puts the files back; new commits are not needed here.',
      async (repository, expect) => {
        const start = await remembered(repository, 'start');
        expect.that(
          (await commitAt(repository, 'main')) === start,
          'main as it was',
          await shownCommit(repository, 'main'),
        );
        const left = await uncommitted(repository);
        expect.that(left.length === 0, 'a clean working tree', left.join(', '));
      },
    ),
  ],
});
