import {
  commitsIn,
  filesAt,
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
    await repository.write('README.md', '# Shop\n\nA small shop for tea.\n');
    await repository.write('products.csv', 'name,cents\nTea,450\nCup,80\n');
    await repository.commit('Add the products');
    await remember(repository, 'start');
    await repository.write('products.csv', 'name,cents\nTea,450\nCup,800\n');
    await repository.write(
      'README.md',
      '# Shop\n\nA small shop for tea.\n\n## Opening hours\n\nMonday to Friday, 9 to 18.\n',
    );
    await repository.write('notes.txt', 'Call the tea dealer on Tuesday.\n');
  },
  requirements: [
    gitRequirement(
      'Two commits are new',
      'Stage one file, commit, and do the same with the other. `git reset HEAD~1` takes the last commit apart again.',
      async (repository, expect) => {
        const commits = await commitsIn(
          repository,
          `${await remembered(repository, 'start')}..HEAD`,
        );
        expect.that(
          commits.length === 2,
          'two commits after "Add the products"',
          commits.length === 1
            ? `one commit, with ${commits[0]!.files.join(' and ')}`
            : `${commits.length} commits`,
        );
      },
    ),
    gitRequirement(
      'Each commit holds one file',
      'One commit has products.csv, the other one README.md.',
      async (repository, expect) => {
        const commits = await commitsIn(
          repository,
          `${await remembered(repository, 'start')}..HEAD`,
        );
        for (const { id, files } of commits) {
          expect.that(
            files.length === 1,
            'one file in each commit',
            `${files.join(', ')} in ${await shownCommit(repository, id)}`,
          );
        }
        const all = commits
          .flatMap(({ files }) => files)
          .sort()
          .join(', ');
        expect.that(
          all === 'README.md, products.csv',
          'README.md and products.csv',
          all || 'none of them',
        );
      },
    ),
    gitRequirement(
      'The changes are in the history',
      'Commit the files as you found them: 800 cents for the cup, and the opening hours.',
      async (repository, expect) => {
        const products = (await textAt(repository, 'HEAD', 'products.csv')) ?? '';
        expect.that(
          /^Cup,800$/m.test(products),
          'the line Cup,800 in products.csv',
          products.trim() || 'no such file',
        );
        const readme = (await textAt(repository, 'HEAD', 'README.md')) ?? '';
        expect.that(
          /^## Opening hours$/m.test(readme),
          'the section Opening hours in README.md',
          'it is not committed',
        );
      },
    ),
    gitRequirement(
      'The private notes are in no commit',
      'Name the files after `git add`, so that notes.txt stays out.',
      async (repository, expect) => {
        const commits = await commitsIn(
          repository,
          `${await remembered(repository, 'start')}..HEAD`,
        );
        const holds = commits.some(({ files }) => files.includes('notes.txt'));
        expect.that(
          !holds && !(await filesAt(repository, 'HEAD')).includes('notes.txt'),
          'no commit with notes.txt',
          'notes.txt in the history',
        );
        const left = await uncommitted(repository);
        expect.that(
          left.join() === '?? notes.txt',
          'notes.txt on the disk, and nothing else left to commit',
          left.join(', ') || 'the file is gone',
        );
      },
    ),
    gitRequirement(
      'The messages say what the commits do',
      'Say it in one line of 10 to 72 characters. `git commit --amend` changes the last message.',
      async (repository, expect) => {
        const commits = await commitsIn(
          repository,
          `${await remembered(repository, 'start')}..HEAD`,
        );
        expect.that(commits.length > 0, 'a commit', 'none yet');
        for (const { subject } of commits) {
          expect.that(
            subject.length >= 10,
            'a first line with at least 10 characters',
            `"${subject}"`,
          );
          expect.that(
            subject.length <= 72,
            'a first line with at most 72 characters',
            `${subject.length} characters: "${subject}"`,
          );
        }
        expect.that(
          new Set(commits.map(({ subject }) => subject)).size === commits.length,
          'a message of its own for each commit',
          `"${commits[0]?.subject}" twice`,
        );
      },
    ),
  ],
});
