// npm run --silent prove-attacks [-- --json FILE --keep framework…]: whether the fixes take the
// weaknesses out of real applications. Each application of test/attacks is started, used and attacked,
// fixed by the scanner, and used and attacked again. --keep leaves the fixed copies to look at.
// Exit code: 0 all proved (or not run, for want of a toolchain), 1 not.
import path from 'node:path';
import { EXTENSION, ensureBuilt } from './build.mjs';
import { main } from './lib/messages.mjs';
import { attacksDist, cacheFolder, root } from './lib/paths.mjs';
import { runBundle } from './lib/runBundle.mjs';
import { ensureSetup } from './setup.mjs';

await main(async () => {
  await ensureSetup();
  await ensureBuilt({ targets: [...EXTENSION, 'attacks'], quiet: true });
  const args = [root, cacheFolder(), ...process.argv.slice(2)];
  return runBundle(path.join(attacksDist, 'main.js'), args);
});
