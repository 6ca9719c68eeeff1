import {
  commitAt,
  remember,
  remembered,
  shownCommit,
  textAt,
} from '../../../../client/src/exercises/git/look';
import {
  gitRequirement,
  gitSpecification,
} from '../../../../client/src/exercises/git/specification';

const sentence = 'We deliver within three days.';
const products = 'name,cents\nTea,450\nCup,800\n';

export const check = gitSpecification({
  async setup(repository) {
    await repository.write('README.md', '# Shop\n\nA small shop for tea.\n');
    await repository.write('products.csv', products);
    await repository.write('settings.json', '{ "pageSize": 20 }\n');
    await repository.commit('Start the shop');
    await remember(repository, 'start');
    await repository.git('rm', '--quiet', 'settings.json');
    await repository.git('reset', '--quiet', '--', 'settings.json');
    await repository.write('README.md', `# Shop\n\nA small shop for tea. ${sentence}\n`);
    await repository.write('notes.txt', 'Call the tea dealer on Tuesday.\n');
    await repository.git('add', 'README.md', 'notes.txt');
    await repository.write('products.csv', 'name,cents\nTea,4500\n');
  },
  requirements: [
    gitRequirement(
      'There is no new commit',
      'Take the commit back, and leave its changes staged: `git reset --soft HEAD~1`.',
      async (repository, expect) => {
        const start = await remembered(repository, 'start');
        expect.that(
          (await commitAt(repository, 'HEAD')) === start,
          'no new commit',
          await shownCommit(repository, 'HEAD'),
        );
      },
    ),
    gitRequirement(
      'The new sentence of the README is staged',
      'Stage README.md. If the sentence is gone, start the exercise over: no commit has it.',
      async (repository, expect) => {
        const staged = await textAt(repository, '', 'README.md');
        expect.that(
          staged?.includes(sentence) === true,
          `README.md staged with "${sentence}"`,
          staged?.trim() ?? 'no README.md',
        );
        const text = await repository.read('README.md');
        expect.that(
          text?.includes(sentence) === true,
          'README.md with the sentence on your disk',
          text?.trim() ?? 'no file',
        );
      },
    ),
    gitRequirement(
      'products.csv is as in the last commit',
      '`git restore` with the name of the file puts it back.',
      async (repository, expect) => {
        const text = (await repository.read('products.csv'))?.replaceAll('\r\n', '\n');
        expect.that(
          text === products,
          'the products of the last commit',
          text?.trim() ?? 'no file',
        );
        const staged = await textAt(repository, '', 'products.csv');
        expect.that(
          staged === products.trimEnd(),
          'nothing staged for products.csv',
          'a change is staged',
        );
      },
    ),
    gitRequirement(
      'settings.json is back',
      'A deleted file is a change like any other: restore it.',
      async (repository, expect) => {
        expect.that(
          (await repository.read('settings.json')) !== undefined,
          'settings.json on your disk',
          'no such file',
        );
        const staged = await textAt(repository, '', 'settings.json');
        expect.that(
          staged !== undefined,
          'settings.json not staged for deletion',
          'its deletion is staged',
        );
      },
    ),
    gitRequirement(
      'notes.txt is on your disk and not staged',
      '`git restore --staged` takes a file out of the staging area and leaves it on the disk.',
      async (repository, expect) => {
        expect.that(
          (await repository.read('notes.txt')) !== undefined,
          'notes.txt on your disk',
          'it is deleted',
        );
        expect.that(
          (await textAt(repository, '', 'notes.txt')) === undefined,
          'notes.txt not staged',
          'it is staged',
        );
      },
    ),
  ],
});
