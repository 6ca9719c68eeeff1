import { realpathSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** An error that a person can act on: printed as its message alone, without a stack. */
export class Advice extends Error {}

/** One line of progress. On stderr, so that stdout stays for a command's own output. */
export function progress(/** @type {string} */ line) {
  process.stderr.write(`${line}\n`);
}

/**
 * Runs a script's main function and turns its errors into an exit code.
 * @param {() => Promise<number | void>} body what to run; a number becomes the exit code
 */
export async function main(body) {
  try {
    process.exitCode = (await body()) ?? 0;
  } catch (error) {
    const known = error instanceof Advice;
    progress(known ? error.message : String((error instanceof Error && error.stack) || error));
    process.exitCode = 1;
  }
}

/** True when this module is the script that Node was started with. */
export function isMain(/** @type {ImportMeta} */ meta) {
  return process.argv[1] !== undefined && realpathSync(process.argv[1]) === fileURLToPath(meta.url);
}
