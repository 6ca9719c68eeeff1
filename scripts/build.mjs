// npm run build [-- --production --quiet --tests]
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { buildTarget, outline } from '../esbuild.mjs';
import { withLock } from './lib/lock.mjs';
import { Advice, isMain, main, progress } from './lib/messages.mjs';
import { dist, root, scratch } from './lib/paths.mjs';
import { ensureSetup } from './setup.mjs';

/** Files that change every bundle. */
const ALWAYS = ['package-lock.json', 'tsconfig.json', 'esbuild.mjs'];

/** @typedef {import('../esbuild.mjs').TargetName} TargetName */
/** @typedef {import('../esbuild.mjs').Mode} Mode */

/** The bundles that make up the extension. */
export const EXTENSION = /** @type {const} */ ([
  'client',
  'servers',
  'webview',
  'databases',
  'server',
  'cli',
]);

/**
 * Builds what is not up to date.
 * @param {{
 *   targets?: readonly TargetName[],
 *   mode?: Mode,
 *   quiet?: boolean,
 * }} [options] `quiet`: say nothing when all goes well
 * @returns {Promise<TargetName[]>} what was built
 * @throws {Advice} when a bundle cannot be built
 */
export async function ensureBuilt(options = {}) {
  const { targets = EXTENSION, mode = 'development', quiet = false } = options;
  if (targets.every((target) => isFresh(target, mode))) return [];
  return withLock(
    path.join(scratch, 'build.lock'),
    'Waiting for another build of this folder to end …',
    async () => {
      const stale = targets.filter((target) => !isFresh(target, mode));
      const started = Date.now();
      for (const target of stale) {
        try {
          const before = Date.now();
          writeStamp(target, mode, await buildTarget(target, mode), before);
        } catch (error) {
          throw new Advice(/** @type {Error} */ (error).message);
        }
      }
      if (!quiet) progress(`Built ${stale.join(', ')} in ${Date.now() - started} ms.`);
      return stale;
    },
  );
}

/** @param {string} target */
function stampFile(target) {
  return path.join(dist, 'stamps', `${target}.json`);
}

/** @param {string} file */
function fingerprint(file) {
  const { mtimeMs, size } = statSync(path.join(root, file));
  return `${mtimeMs} ${size}`;
}

/**
 * Notes what a build was made of. Nothing is noted when a file changed while it was read.
 * @param {TargetName} target @param {Mode} mode @param {string[]} inputs @param {number} started
 */
function writeStamp(target, mode, inputs, started) {
  const files = [...inputs, ...ALWAYS].filter((file) => existsSync(path.join(root, file)));
  if (files.some((file) => statSync(path.join(root, file)).mtimeMs > started)) return;
  const fingerprints = Object.fromEntries(files.map((file) => [file, fingerprint(file)]));
  const { entries } = outline(target);
  mkdirSync(path.dirname(stampFile(target)), { recursive: true });
  writeFileSync(stampFile(target), JSON.stringify({ mode, entries, files: fingerprints }));
}

/** The files that the last build of the extension was made of, relative to the project. */
export function bundledFiles() {
  return EXTENSION.flatMap((target) =>
    Object.keys(JSON.parse(readFileSync(stampFile(target), 'utf8')).files),
  );
}

/** @param {TargetName} target @param {Mode} mode */
function isFresh(target, mode) {
  const { entries, outputs } = outline(target);
  if (!outputs.every((file) => existsSync(path.join(root, file)))) return false;
  try {
    const stamp = JSON.parse(readFileSync(stampFile(target), 'utf8'));
    return (
      stamp.mode === mode &&
      stamp.entries.join() === entries.join() &&
      Object.entries(stamp.files).every(([file, before]) => fingerprint(file) === before)
    );
  } catch {
    return false; // Never built, or an input has gone.
  }
}

if (isMain(import.meta)) {
  await main(async () => {
    const { values } = parseArgs({
      options: {
        production: { type: 'boolean', default: false },
        quiet: { type: 'boolean', default: false },
        tests: { type: 'boolean', default: false },
      },
    });
    await ensureSetup();
    const built = await ensureBuilt({
      targets: values.tests ? [...EXTENSION, 'editorTests'] : EXTENSION,
      mode: values.production ? 'production' : 'development',
      quiet: values.quiet,
    });
    if (built.length === 0 && !values.quiet) progress('Everything is up to date.');
  });
}
