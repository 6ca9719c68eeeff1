import { filesAt, uncommitted } from '../../../../client/src/exercises/git/look';
import {
  gitRequirement,
  gitSpecification,
  type Repository,
} from '../../../../client/src/exercises/git/specification';

/** Whether the repository's own patterns leave a path alone, whatever Git knows already. */
const isIgnored = async (repository: Repository, file: string) =>
  (await repository.ask(
    '-c',
    'core.excludesFile=',
    'check-ignore',
    '--quiet',
    '--no-index',
    file,
  )) !== undefined;

const leftAlone = (name: string, files: string[]) =>
  gitRequirement(
    `${name} are left alone`,
    'Add a line for them to .gitignore. A slash at the end means a folder, a star any text.',
    async (repository, expect) => {
      for (const file of files) {
        expect.that(
          await isIgnored(repository, file),
          `${file} left alone`,
          'no line of .gitignore matches it',
        );
      }
    },
  );

const drawn = () => Math.random().toString(36).slice(2, 8);

export const check = gitSpecification({
  async setup(repository) {
    await repository.write('server.js', "console.log('The shop is open.');\n");
    await repository.write('debug.log', 'started\n');
    await repository.commit('Start the shop');
    await repository.write('.env', 'PORT=3000\nMAIL_HOST=mail.example.com\n');
    await repository.write('.env.example', 'PORT=\nMAIL_HOST=\n');
    await repository.write('node_modules/left/index.js', 'module.exports = {};\n');
    await repository.write('logs/january.log', 'started\nstopped\n');
  },
  requirements: [
    leftAlone('Installed packages', [
      'node_modules/left/index.js',
      `node_modules/${drawn()}/index.js`,
    ]),
    leftAlone('Log files', ['logs/january.log', `logs/${drawn()}.log`, `${drawn()}.log`]),
    leftAlone('Settings of one machine', ['.env']),
    gitRequirement(
      '.gitignore and .env.example are committed',
      'Stage both files and commit them. A pattern such as `.env*` takes the example, too.',
      async (repository, expect) => {
        const files = await filesAt(repository, 'HEAD');
        for (const file of ['.gitignore', '.env.example']) {
          expect.that(
            files.includes(file),
            `${file} in the last commit`,
            (await isIgnored(repository, file))
              ? 'a pattern of .gitignore leaves it out'
              : files.join(', '),
          );
        }
        expect.that(
          !(await isIgnored(repository, '.env.example')),
          '.env.example not ignored',
          'a pattern matches it',
        );
      },
    ),
    gitRequirement(
      'Git has forgotten debug.log, and your disk has not',
      '`git rm --cached` lets Git forget a file and keeps it. Commit that as well.',
      async (repository, expect) => {
        expect.that(
          !(await filesAt(repository, 'HEAD')).includes('debug.log'),
          'a commit without debug.log',
          'debug.log is still in it',
        );
        expect.that(
          (await repository.read('debug.log')) !== undefined,
          'debug.log on your disk',
          'it is deleted',
        );
      },
    ),
    gitRequirement(
      'Nothing else is committed, and nothing is left',
      'Look at `git show --stat` and `git status`.',
      async (repository, expect) => {
        const known = ['server.js', '.gitignore', '.env.example', 'debug.log'];
        const strange = (await filesAt(repository, 'HEAD')).filter((file) => !known.includes(file));
        expect.that(strange.length === 0, 'no other file in the commit', strange.join(', '));
        const left = await uncommitted(repository);
        expect.that(left.length === 0, 'a clean working tree', left.join(', '));
        expect.that(
          (await repository.read('.env')) !== undefined,
          '.env on your disk',
          'it is deleted',
        );
      },
    ),
  ],
});
