// Where things are. Only Node's own modules here: these files run before `npm ci` has.
import { homedir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The checkout. */
export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

/** Everything that is built goes here; git ignores it. */
export const dist = path.join(root, 'dist');

/** The extension's bundles, exactly as they are packaged. */
export const extensionDist = path.join(dist, 'extension');

/** The bundled editor suite. */
export const editorTestsDist = path.join(dist, 'test', 'editor');

/** The bundled measurements of `npm run bench`. */
export const benchDist = path.join(dist, 'test', 'bench');

/** The bundled driver of `npm run prove-attacks`. */
export const attacksDist = path.join(dist, 'test', 'attacks');

/** The bundled judge of `npm run prove-fixes`. */
export const fixesDist = path.join(dist, 'test', 'fixes');

/** The bundled check of the exercises, of `npm run check-exercises`. */
export const exercisesDist = path.join(dist, 'test', 'exercises');

/** Locks and other short-lived files of the scripts; git ignores it. */
export const scratch = path.join(root, '.cache');

/**
 * The user's folder for downloads that can be made again.
 * Follows the XDG base directory specification, and Windows' own custom.
 */
export function cacheFolder() {
  const base =
    process.env.XDG_CACHE_HOME ||
    (process.platform === 'win32' && process.env.LOCALAPPDATA) ||
    path.join(homedir(), '.cache');
  return path.join(base, 'backend-tutor');
}

/** The user's folder for files worth keeping, such as the learner's practice folder. */
export function dataFolder() {
  const base =
    process.env.XDG_DATA_HOME ||
    (process.platform === 'win32' && process.env.APPDATA) ||
    path.join(homedir(), '.local', 'share');
  return path.join(base, 'backend-tutor');
}
