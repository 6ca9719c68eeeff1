// npm run fuzz [-- --minutes N]: the tests of properties on ever new texts, for 10 minutes unless told.
// Stops at the first failure; PROPERTY_SEED repeats it. Exit code: 0 none failed, 1 one did.
import { randomInt } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { Advice, main, progress } from './lib/messages.mjs';
import { root } from './lib/paths.mjs';
import { run } from './lib/process.mjs';
import { ensureSetup } from './setup.mjs';

/** Test files that make their texts by chance. */
function propertyTests() {
  return ['server', 'snippets']
    .flatMap((folder) =>
      readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' }).map((file) =>
        path.join(folder, file),
      ),
    )
    .filter((file) => file.endsWith('.test.ts'))
    .filter((file) => readFileSync(path.join(root, file), 'utf8').includes("from 'fast-check'"));
}

await main(async () => {
  const { values } = parseArgs({ options: { minutes: { type: 'string', default: '10' } } });
  const minutes = Number(values.minutes);
  if (!(minutes > 0))
    throw new Advice(`--minutes needs a number above 0, not "${values.minutes}".`);
  await ensureSetup();
  const files = propertyTests();
  const end = Date.now() + minutes * 60_000;
  let rounds = 0;
  do {
    const seed = String(randomInt(1, 2 ** 31));
    const { code, output } = await run(
      process.execPath,
      [path.join(root, 'node_modules/vitest/vitest.mjs'), 'run', ...files],
      { cwd: root, env: { ...process.env, NO_COLOR: '1', PROPERTY_SEED: seed } },
    );
    rounds++;
    if (code !== 0) {
      progress(output.slice(Math.max(0, output.search(/⎯ (?:Failed|Unhandled)/))));
      progress(`Round ${rounds} failed. To repeat it: PROPERTY_SEED=${seed} npx vitest run FILE`);
      return 1;
    }
  } while (Date.now() < end);
  progress(
    `${rounds} ${rounds === 1 ? 'round' : 'rounds'} over ${files.length} files: no property failed.`,
  );
});
