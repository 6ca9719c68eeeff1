import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { Recipe } from '../recipe';

const run = promisify(execFile);

/** Laravel as Debian packages it, with what it needs of PHP. */
const PROBE = `
  require_once 'Illuminate/autoload.php';
  foreach (['curl', 'mbstring', 'pdo_pgsql', 'pdo_sqlite'] as $name) {
    if (!extension_loaded($name)) { fwrite(STDERR, "PHP has no $name"); exit(1); }
  }
`;

export const recipe: Recipe = {
  name: 'Laravel',
  needs: ['php'],
  async missing() {
    return run('php', ['-d', 'display_errors=0', '-r', PROBE]).then(
      () => undefined,
      ({ stderr }: { stderr?: string }) =>
        /PHP has no \w+/.exec(stderr ?? '')?.[0] ?? 'Laravel is not installed',
    );
  },
  install: () => [],
  start: () => ({
    program: 'sh',
    args: ['-c', 'php setup.php && exec php -S "$HOST:$PORT" -t public public/index.php'],
  }),
};
