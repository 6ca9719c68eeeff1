import path from 'node:path';
import { run } from '../process';
import { need } from './programs';
import type { Runtime } from './runtime';

/** Plain PHP: its own web server asks index.php about every address. */

const EXTENSIONS = ['curl', 'mbstring', 'pdo_sqlite'];

const LIMIT_MS = 30_000;

export const phpWeb: Runtime = {
  tools: ['php'],
  async missing(practice, tools) {
    const probe =
      'echo implode(", ", array_filter(array_slice($argv, 1), fn ($name) => !extension_loaded($name)));';
    const { stdout } = await run(
      { program: await need(tools, 'php'), args: ['-r', probe, '--', ...EXTENSIONS] },
      { cwd: practice },
      { timeoutMs: LIMIT_MS },
    );
    const absent = stdout.trim();
    return absent === '' ? undefined : { why: `PHP has not all that is needed: ${absent}` };
  },
  async server(folder, _output, tools) {
    // The web server wants the port as an argument: server.php of the project passes it on.
    const php = await need(tools, 'php');
    return { program: php, args: [path.join(folder, 'server.php')] };
  },
};
