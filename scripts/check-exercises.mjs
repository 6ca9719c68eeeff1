// npm run --silent check-exercises [-- --json FILE --language L --exercise ID --step S]: whether the
// exercises are right. The starter of each must fail, the solution pass without a finding, and each
// wrong answer fail with the words that it should. What a track needs is installed into the cache.
// Exit code: 0 all proved (or not run, for want of a toolchain), 1 not.
import path from 'node:path';
import { EXTENSION, ensureBuilt } from './build.mjs';
import { main } from './lib/messages.mjs';
import { cacheFolder, exercisesDist, root } from './lib/paths.mjs';
import { runBundle } from './lib/runBundle.mjs';
import { ensureSetup } from './setup.mjs';
import { installWorkbench } from './workbench/install.mjs';

/** The first version with SQLite built in and without a flag. */
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
const isNew = major > 22 || (major === 22 && minor >= 13);

await main(async () => {
  await ensureSetup();
  await ensureBuilt({ targets: [...EXTENSION, 'exercises'], quiet: true });
  // The workbench brings a Node.js as learners have it.
  const node = isNew ? process.execPath : (await installWorkbench()).node;
  const args = [root, cacheFolder(), node, ...process.argv.slice(2)];
  return runBundle(path.join(exercisesDist, 'main.js'), args);
});
