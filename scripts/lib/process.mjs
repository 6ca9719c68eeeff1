import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { constants } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const KEPT_OUTPUT = 64 * 1024;

/**
 * Runs a program to its end.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{
 *   cwd?: string,
 *   env?: NodeJS.ProcessEnv,
 *   shell?: boolean,
 *   show?: boolean,
 *   timeout?: number,
 * }} [options] `show` copies the program's output to stderr; `timeout` in milliseconds
 * @returns {Promise<{ code: number, output: string, stdout: string }>} `output` is the last part of
 *   stdout and stderr together; `stdout` all of stdout
 */
export function run(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: options.cwd,
      env: options.env ?? process.env,
      shell: options.shell ?? false,
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: options.timeout,
    });
    let output = '';
    let stdout = '';
    const keep = (/** @type {string} */ text) => {
      output = (output + text).slice(-KEPT_OUTPUT);
      if (options.show) process.stderr.write(text);
    };
    child.stdout.setEncoding('utf8').on('data', (text) => {
      stdout += text;
      keep(text);
    });
    child.stderr.setEncoding('utf8').on('data', keep);
    child.on('error', reject);
    child.on('close', (code, signal) => {
      resolve({ code: code ?? exitCodeOf(signal), output, stdout });
    });
  });
}

/** The exit code that a shell gives for a signal. */
export function exitCodeOf(/** @type {NodeJS.Signals | null} */ signal) {
  return 128 + (signal === null ? 0 : constants.signals[signal]);
}

/**
 * The environment as it was before `npm run`, which describes that run in it: another npm would be led
 * to that folder, and its errors silenced.
 */
export function outsideEnvironment() {
  return Object.fromEntries(
    Object.entries(process.env).filter(
      ([name]) =>
        !/^npm_(?:package_|lifecycle_|command$|execpath$|config_(?:local_prefix|loglevel|silent)$)/.test(
          name,
        ),
    ),
  );
}

/**
 * Runs npm, the one that runs this script when there is one.
 * @param {readonly string[]} args
 * @param {{ cwd: string }} options
 */
export function runNpm(args, options) {
  const env = outsideEnvironment();
  const viaNode = process.env.npm_execpath;
  return viaNode?.endsWith('npm-cli.js')
    ? run(process.execPath, [viaNode, ...args], { ...options, env })
    : run('npm', args, { ...options, env, shell: process.platform === 'win32' });
}

/**
 * Finds a program on the PATH.
 * @param {string} name
 * @returns {string | undefined} its file
 */
export function findOnPath(name) {
  const endings = process.platform === 'win32' ? ['.exe', '.cmd'] : [''];
  return (process.env.PATH ?? '')
    .split(path.delimiter)
    .filter((folder) => folder !== '')
    .flatMap((folder) => endings.map((ending) => path.join(folder, name + ending)))
    .find((file) => existsSync(file));
}

/** @typedef {import('node:child_process').ChildProcess} ChildProcess */

/** @type {Set<ChildProcess>} */
const groups = new Set();
const POLL_MS = 25;

/**
 * Starts a program in a process group of its own, so that it can be stopped with all that it
 * starts. Whatever is still running when this process ends, by a signal or a crash too, is killed.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions} options
 */
export function spawnGroup(command, args, options) {
  if (groups.size === 0) installCleanup();
  const child = spawn(command, args, { ...options, detached: process.platform !== 'win32' });
  groups.add(child);
  child.once('error', () => groups.delete(child));
  return child;
}

/**
 * Stops a group: asks, waits, then kills.
 * @param {ChildProcess} child
 * @param {number} patienceMs how long to wait before the kill
 */
export async function stopGroup(child, patienceMs = 3000) {
  const end = Date.now() + patienceMs;
  signalGroup(child, 'SIGTERM');
  while (isGroupAlive(child) && Date.now() < end) await sleep(POLL_MS);
  signalGroup(child, 'SIGKILL');
  while (isGroupAlive(child) && Date.now() < end + patienceMs) await sleep(POLL_MS);
  groups.delete(child);
}

/** @param {ChildProcess} child @param {NodeJS.Signals | 0} signal */
function signalGroup(child, signal) {
  if (child.pid === undefined) return false;
  try {
    if (process.platform === 'win32') return child.exitCode === null && child.kill(signal);
    return process.kill(-child.pid, signal);
  } catch {
    return false; // The group is empty.
  }
}

/** @param {ChildProcess} child */
function isGroupAlive(child) {
  return signalGroup(child, 0);
}

let cleanupInstalled = false;

function installCleanup() {
  if (cleanupInstalled) return;
  cleanupInstalled = true;
  process.on('exit', () => {
    for (const child of groups) signalGroup(child, 'SIGKILL');
  });
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.on(signal, () => process.exit(exitCodeOf(signal)));
  }
}
