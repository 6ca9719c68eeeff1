// npm run --silent prove-fixes [-- --json FILE --markdown FILE --severity S --compile PATH…]: whether
// the fixes hold what they promise, over every finding in the programs below PATH. The first fix of
// each finding, and all fixes of a file together, are judged by an analysis of the resulting text.
// --severity error|warning|hint (repeatable) limits it; --compile also compiles before and after.
// Exit code: 0 all that is offered is proved, 1 not.
import path from 'node:path';
import { EXTENSION, ensureBuilt } from './build.mjs';
import { main } from './lib/messages.mjs';
import { fixesDist, root } from './lib/paths.mjs';
import { runBundle } from './lib/runBundle.mjs';
import { ensureSetup } from './setup.mjs';

await main(async () => {
  await ensureSetup();
  await ensureBuilt({ targets: [...EXTENSION, 'fixes'], quiet: true });
  const args = [root, ...process.argv.slice(2)];
  return runBundle(path.join(fixesDist, 'main.js'), args);
});
