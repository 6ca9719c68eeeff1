import {
  commitAt,
  commitsIn,
  currentBranch,
  filesAt,
  uncommitted,
} from '../../../../client/src/exercises/git/look';
import {
  gitRequirement,
  gitSpecification,
  type Repository,
} from '../../../../client/src/exercises/git/specification';

/** A folder around this one may be a repository: that one does not count. */
const isRepository = async (repository: Repository) =>
  (await repository.ask('rev-parse', '--resolve-git-dir', '.git')) !== undefined;

const firstCommit = async (repository: Repository) =>
  (await isRepository(repository)) ? commitAt(repository, 'HEAD') : undefined;

export const check = gitSpecification({
  empty: true,
  async setup(repository) {
    await repository.write('README.md', '# Shop\n\nA small shop for tea.\n');
    await repository.write('products.csv', 'name,cents\nTea,450\nCup,800\n');
  },
  requirements: [
    gitRequirement(
      'The folder is a repository',
      'Run `git init --initial-branch=main` in this folder.',
      async (repository, expect) => {
        expect.that(await isRepository(repository), 'a folder .git in this folder', 'none yet');
      },
    ),
    gitRequirement(
      'Its branch is called main',
      'Rename the branch with `git branch -m main`.',
      async (repository, expect) => {
        const branch = (await isRepository(repository))
          ? await currentBranch(repository)
          : undefined;
        expect.that(branch === 'main', 'the branch main', branch ?? 'no branch yet');
      },
    ),
    gitRequirement(
      'The repository knows who commits',
      'Set user.name and user.email with `git config`, in this folder and without --global.',
      async (repository, expect) => {
        const is = await isRepository(repository);
        const name = is ? await repository.ask('config', '--local', 'user.name') : undefined;
        const email = is ? await repository.ask('config', '--local', 'user.email') : undefined;
        expect.that(Boolean(name?.trim()), 'a name in user.name', name ?? 'nothing set here');
        expect.that(
          /^\S+@\S+$/.test(email ?? ''),
          'an address in user.email',
          email ?? 'nothing set here',
        );
      },
    ),
    gitRequirement(
      'Both files are committed',
      'Stage what is missing with `git add`, then commit.',
      async (repository, expect) => {
        expect.that((await firstCommit(repository)) !== undefined, 'a commit', 'no commit yet');
        const files = await filesAt(repository, 'HEAD');
        for (const file of ['README.md', 'products.csv']) {
          expect.that(files.includes(file), `${file} in the commit`, files.join(', ') || 'no file');
        }
      },
    ),
    gitRequirement(
      'The message says something',
      'Write what the commit holds, such as what these files are. `git commit --amend` changes the message.',
      async (repository, expect) => {
        expect.that((await firstCommit(repository)) !== undefined, 'a commit', 'no commit yet');
        const [commit] = await commitsIn(repository, 'HEAD');
        const subject = commit?.subject ?? '';
        expect.that(
          subject.length >= 8 && subject.length <= 72,
          'a first line with 8 to 72 characters',
          `"${subject}"`,
        );
      },
    ),
    gitRequirement(
      'Nothing is left to commit',
      'Ask `git status` which file is left.',
      async (repository, expect) => {
        expect.that((await firstCommit(repository)) !== undefined, 'a commit', 'no commit yet');
        const left = await uncommitted(repository);
        expect.that(left.length === 0, 'a clean working tree', left.join(', '));
      },
    ),
  ],
});
