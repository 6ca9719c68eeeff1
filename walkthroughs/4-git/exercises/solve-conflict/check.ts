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
  type Repository,
} from '../../../../client/src/exercises/git/specification';

const settings = (pageSize: number, sort: string) =>
  `${JSON.stringify({ pageSize, sort, currency: 'EUR' }, undefined, 2)}\n`;

const isMerging = async (repository: Repository) =>
  (await commitAt(repository, 'MERGE_HEAD')) !== undefined;

export const check = gitSpecification({
  async setup(repository) {
    await repository.write('settings.json', settings(20, 'name'));
    await repository.write('README.md', '# Shop\n');
    await repository.commit('Start the shop');
    await repository.git('switch', '--quiet', '--create', 'sort-by-price');
    await repository.write('settings.json', settings(30, 'price'));
    await repository.write('README.md', '# Shop\n\nThe products are sorted by price.\n');
    await repository.commit('Sort the products by price');
    await remember(repository, 'branch');
    await repository.git('switch', '--quiet', 'main');
    await repository.write('settings.json', settings(50, 'name'));
    await repository.commit('Show 50 products on a page', 'Bob Example <bob@example.com>');
    await remember(repository, 'start');
  },
  requirements: [
    gitRequirement(
      'The merge is finished',
      'Stage the solved file with `git add`, then commit. `git merge --abort` goes back to the beginning.',
      async (repository, expect) => {
        expect.that(
          !(await isMerging(repository)),
          'a finished merge',
          'Git still waits for your commit',
        );
      },
    ),
    gitRequirement(
      'main holds the commits of both sides',
      'Go to main and run `git merge sort-by-price`. Copying the text into main is no merge.',
      async (repository, expect) => {
        const [start, branch] = [
          await remembered(repository, 'start'),
          await remembered(repository, 'branch'),
        ];
        expect.that(
          await isIn(repository, start, 'main'),
          'the commits that main had',
          'they are gone',
        );
        expect.that(
          await isIn(repository, branch, 'main'),
          'the commits of sort-by-price in main',
          'they are not in its history',
        );
      },
    ),
    gitRequirement(
      'The file has no marks',
      'Delete the lines with <<<<<<<, ======= and >>>>>>>.',
      async (repository, expect) => {
        const text = (await repository.read('settings.json')) ?? '';
        const mark = /^(?:<{7}|={7}|>{7}).*$/m.exec(text)?.[0].trim();
        expect.that(
          mark === undefined,
          'settings.json without the marks of a conflict',
          mark ?? '',
        );
      },
    ),
    gitRequirement(
      'The settings are what you agreed on',
      'Take the page size of main and the order of the branch, and commit that.',
      async (repository, expect) => {
        const text = (await textAt(repository, 'main', 'settings.json')) ?? '';
        let values: Record<string, unknown> = {};
        try {
          values = JSON.parse(text) as Record<string, unknown>;
        } catch {
          expect.that(
            false,
            'valid JSON in the committed settings.json',
            text.trim().slice(0, 120) || 'no such file',
          );
        }
        for (const [key, value] of Object.entries({
          pageSize: 50,
          sort: 'price',
          currency: 'EUR',
        })) {
          expect.that(
            values[key] === value,
            `${key} is ${JSON.stringify(value)}`,
            `${key} is ${JSON.stringify(values[key])}`,
          );
        }
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
