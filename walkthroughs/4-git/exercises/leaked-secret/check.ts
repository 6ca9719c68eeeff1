import {
  filesAt,
  isIn,
  remember,
  remembered,
  textAt,
} from '../../../../client/src/exercises/git/look';
import {
  gitRequirement,
  gitSpecification,
  type Repository,
} from '../../../../client/src/exercises/git/specification';

const keyIn = (text: string | undefined) => /^MAIL_KEY=(.*)$/m.exec(text ?? '')?.[1]?.trim() ?? '';

const oldKey = async (repository: Repository) =>
  keyIn(await textAt(repository, await remembered(repository, 'start'), '.env'));
const newKey = async (repository: Repository) => keyIn(await repository.read('.env'));

export const check = gitSpecification({
  async setup(repository) {
    const origin = await repository.beside('origin', { bare: true, fresh: true });
    await repository.write('server.js', "console.log('The shop is open.');\n");
    await repository.commit('Start the shop');
    const key = Array.from({ length: 4 }, () => Math.random().toString(36).slice(2, 8)).join('');
    await repository.write('.env', `MAIL_HOST=mail.example.com\nMAIL_KEY=${key}\n`);
    await repository.commit('Send mail');
    await repository.write('README.md', '# Shop\n');
    await repository.commit('Add a README', 'Bob Example <bob@example.com>');
    await remember(repository, 'start');
    await repository.git('remote', 'add', 'origin', `../${origin.folder.split(/[\\/]/).pop()}`);
    await repository.git('push', '--quiet', '--set-upstream', 'origin', 'main');
  },
  requirements: [
    gitRequirement(
      'The old key is replaced',
      'Write a new value after MAIL_KEY= into the file .env. Other people know the old one.',
      async (repository, expect) => {
        const key = await newKey(repository);
        expect.that(
          key !== (await oldKey(repository)),
          'a new key in .env on your disk',
          'the old key',
        );
        expect.that(
          key.length >= 12,
          'a new key of 12 characters or more in .env',
          key || 'no key',
        );
      },
    ),
    gitRequirement(
      'Git no longer takes .env along',
      'Let Git forget the file with `git rm --cached`, and write a line into .gitignore.',
      async (repository, expect) => {
        expect.that(
          !(await filesAt(repository, 'main')).includes('.env'),
          'no file .env in the last commit',
          '.env is still in it',
        );
        const patterns = ((await textAt(repository, 'main', '.gitignore')) ?? '')
          .split('\n')
          .map((line) => line.trim());
        expect.that(
          patterns.some((line) => ['.env', '/.env', '**/.env'].includes(line)),
          'the line .env in the committed .gitignore',
          patterns.filter(Boolean).join(', ') || 'no such file, or an empty one',
        );
      },
    ),
    gitRequirement(
      'The new key is in no commit',
      'Take the commit back with `git reset --soft HEAD~1`, unstage .env, and commit again. A key that was pushed has to be replaced once more.',
      async (repository, expect) => {
        const key = await newKey(repository);
        const start = await oldKey(repository);
        const commits =
          key === '' || key === start
            ? ''
            : await repository.git('log', '--all', '--oneline', `-S${key}`, '--format=%h %s');
        expect.that(commits === '', 'the new key in no commit', commits);
      },
    ),
    gitRequirement(
      'The example names the setting',
      'Commit a file .env.example with the line MAIL_KEY= and nothing behind it.',
      async (repository, expect) => {
        const example = await textAt(repository, 'main', '.env.example');
        expect.that(
          example !== undefined,
          'the file .env.example in the last commit',
          'no such file',
        );
        expect.that(
          /^MAIL_KEY=[ \t]*$/m.test(example ?? ''),
          'the line MAIL_KEY= without a value',
          example?.trim() ?? '',
        );
      },
    ),
    gitRequirement(
      'The others get it, and their history stays',
      'Push your commit with `git push`. Do not force anything.',
      async (repository, expect) => {
        const origin = await repository.beside('origin', { bare: true });
        const start = await remembered(repository, 'start');
        expect.that(
          await isIn(repository, start, 'main'),
          'the commits that were there, and a new one after them',
          'the history is another one',
        );
        const [own, theirs] = [
          await repository.git('rev-parse', 'main'),
          await origin.ask('rev-parse', 'main'),
        ];
        expect.that(own !== start, 'a new commit', 'none yet');
        expect.that(own === theirs, 'main pushed to origin', 'origin does not have your commit');
      },
    ),
  ],
});
