import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { Recipe } from '../recipe';

const run = promisify(execFile);

/** What the application's Gemfile lists. */
const GEMS = ['bcrypt', 'jwt', 'pg', 'puma', 'rack-cors', 'rails', 'sqlite3'];

export const recipe: Recipe = {
  name: 'Rails',
  needs: ['ruby', 'bundle'],
  // The libraries are the system's: several of them would have to be compiled.
  async missing() {
    const script = 'ARGV.each { |name| gem(name) }';
    return run('ruby', ['-e', script, ...GEMS]).then(
      () => undefined,
      (error: Error) => {
        const [, gem] = /Could not find '([\w-]+)'/.exec(error.message) ?? [];
        return gem === undefined ? error.message : `the gem ${gem} is not installed`;
      },
    );
  },
  install: () => [{ program: 'bundle', args: ['lock', '--local'] }],
  start: () => ({
    program: 'sh',
    args: [
      '-c',
      'bin/rails db:migrate db:seed && exec bin/rails server --binding "$HOST" --port "$PORT"',
    ],
  }),
};
