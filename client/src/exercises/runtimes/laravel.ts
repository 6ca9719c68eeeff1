import { existsSync } from 'node:fs';
import path from 'node:path';
import { run } from '../process';
import { installAdvice } from '../tools';
import { need } from './programs';
import type { Runtime } from './runtime';

/** Laravel: as Composer installs it in the practice folder, or as a package of the system. */

/** What Laravel needs of PHP, and SQLite. */
const EXTENSIONS = ['ctype', 'curl', 'dom', 'mbstring', 'openssl', 'pdo_sqlite', 'tokenizer'];

const LIMIT_MS = 30_000;

export const laravel: Runtime = {
  tools: ['php'],
  async missing(practice, tools) {
    const php = await need(tools, 'php');
    const probe = `
      echo implode(' ', array_filter(array_slice($argv, 1), fn ($name) => !extension_loaded($name)));
      echo stream_resolve_include_path('Illuminate/autoload.php') === false ? ' laravel' : '';
    `;
    const { stdout } = await run(
      { program: php, args: ['-r', probe, '--', ...EXTENSIONS] },
      { cwd: practice },
      { timeoutMs: LIMIT_MS },
    );
    const absent = stdout.split(/\s+/).filter((name) => name !== '');
    const extensions = absent.filter((name) => name !== 'laravel');
    if (extensions.length > 0) {
      return { why: `PHP has not all that Laravel needs: ${extensions.join(', ')}` };
    }
    const hasOwn = existsSync(path.join(practice, 'vendor', 'laravel', 'framework'));
    if (hasOwn || !absent.includes('laravel')) return undefined;
    const composer = await tools.find('composer');
    if (composer === undefined) {
      return { why: `Laravel is not installed. Composer brings it: ${installAdvice('composer')}` };
    }
    return {
      why: 'Laravel is not installed',
      install: [
        {
          program: composer,
          args: ['require', '--no-interaction', 'laravel/framework:>=10.0'],
        },
      ],
    };
  },
  async server(folder, _output, tools) {
    // PHP's own web server wants the port as an argument: server.php of the project passes it on.
    return { program: await need(tools, 'php'), args: [path.join(folder, 'server.php')] };
  },
};
