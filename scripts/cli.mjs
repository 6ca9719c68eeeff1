// npm run --silent scan -- … and npm run --silent lsp: the command line out of the checkout.
// Builds first when needed. stdout carries the program's own output only.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { ensureBuilt } from './build.mjs';
import { main } from './lib/messages.mjs';
import { extensionDist } from './lib/paths.mjs';
import { exitCodeOf } from './lib/process.mjs';
import { ensureSetup } from './setup.mjs';

/** The scanner's exit code for "could not run": 1 means "found something". */
const EXIT_ERROR = 2;
let ran = false;

await main(async () => {
  await ensureSetup();
  await ensureBuilt({ targets: ['server', 'cli'], quiet: true });
  ran = true;
  return runCli(process.argv.slice(2));
});
if (!ran) process.exitCode = EXIT_ERROR;

/** @param {string[]} args @returns {Promise<number>} the program's exit code */
function runCli(args) {
  const child = spawn(process.execPath, [path.join(extensionDist, 'cli.js'), ...args], {
    stdio: 'inherit',
  });
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.on(signal, () => child.kill(signal));
  }
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => resolve(code ?? exitCodeOf(signal)));
  });
}
