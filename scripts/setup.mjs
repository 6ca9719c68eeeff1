// Makes any command work on a clean clone: installs the dependencies when they are missing or
// old. Only Node's own modules may be imported here, nothing else is installed yet.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { withLock } from './lib/lock.mjs';
import { Advice, isMain, main, progress } from './lib/messages.mjs';
import { root, scratch } from './lib/paths.mjs';
import { runNpm } from './lib/process.mjs';

const OLDEST_NODE = 20;

/**
 * Installs the dependencies if needed. Progress goes to stderr; silent when there is nothing to do.
 * @throws {Advice} when Node.js is too old, or npm fails
 */
export async function ensureSetup() {
  if (Number.parseInt(process.versions.node, 10) < OLDEST_NODE) {
    throw new Advice(
      `Backend Tutor needs Node.js ${OLDEST_NODE} or later, and this is ${process.versions.node}. Install a newer one from https://nodejs.org and try again.`,
    );
  }
  if (isInstalled()) return;
  await withLock(
    path.join(scratch, 'setup.lock'),
    'Waiting for another set-up of this folder to end …',
    async () => {
      if (!isInstalled()) await install();
    },
  );
}

/**
 * Whether node_modules holds what package-lock.json asks for. npm writes the list of what it
 * installed into node_modules/.package-lock.json at the end of an install.
 */
function isInstalled() {
  const wanted = readPackages('package-lock.json');
  const installed = readPackages('node_modules/.package-lock.json');
  if (wanted === undefined || installed === undefined) return false;
  return Object.entries(wanted).every(([folder, { version, optional }]) => {
    if (folder === '') return true;
    const there = installed[folder];
    return there === undefined ? optional === true : there.version === version;
  });
}

/**
 * @param {string} file
 * @returns {Record<string, { version?: string, optional?: boolean }> | undefined}
 */
function readPackages(file) {
  const absolute = path.join(root, file);
  if (!existsSync(absolute)) return undefined;
  try {
    return JSON.parse(readFileSync(absolute, 'utf8')).packages;
  } catch {
    return undefined;
  }
}

async function install() {
  progress('Setting up: installing the dependencies (once, less than a minute) …');
  const started = Date.now();
  // Not `npm ci`: it refuses a lock file that lacks optional packages of other platforms, and npm
  // leaves those out of the lock when a registry mirror does not carry them.
  const { code, output } = await runNpm(['install', '--no-save', '--no-audit', '--no-fund'], {
    cwd: root,
  });
  if (code !== 0) throw new Advice(explainNpm(output));
  if (!isInstalled()) {
    throw new Advice(
      'package-lock.json does not fit package.json: run "npm install", then try again.',
    );
  }
  progress(`Dependencies installed in ${Math.round((Date.now() - started) / 1000)} s.`);
}

const KNOWN_FAILURES = /** @type {const} */ ([
  [
    /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|ENOTCACHED/,
    'npm cannot reach its registry: connect to the network (or set npm’s "registry" or "proxy"), then run the same command again.',
  ],
  [/ENOSPC/, 'The disk is full: free about 1 GB, then run the same command again.'],
  [
    /EACCES|EPERM/,
    'npm may not write here: check who owns this folder and ~/.npm, then try again.',
  ],
]);

/** npm's output as its last lines and one line of advice. */
export function explainNpm(/** @type {string} */ output) {
  const errors = output
    .split('\n')
    .filter((line) => /npm (?:error|ERR!)/.test(line))
    .slice(0, 8);
  const advice =
    KNOWN_FAILURES.find(([pattern]) => pattern.test(output))?.[1] ??
    'npm failed: its messages are above.';
  return [...errors, advice].join('\n');
}

if (isMain(import.meta)) await main(ensureSetup);
