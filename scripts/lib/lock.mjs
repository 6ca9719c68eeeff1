import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { progress } from './messages.mjs';

const POLL_MS = 100;
/** A lock without an owner's number this old was left by a process that died while taking it. */
const OWNERLESS_MS = 10_000;

/**
 * Runs `body` while no other process runs under the same lock. A lock whose owner has ended is
 * taken over.
 * @template T
 * @param {string} folder the lock: a folder, because making one is atomic everywhere
 * @param {string} waiting what to say when another process has it
 * @param {() => Promise<T>} body
 * @returns {Promise<T>}
 */
export async function withLock(folder, waiting, body) {
  mkdirSync(path.dirname(folder), { recursive: true });
  const owner = path.join(folder, 'pid');
  let said = false;
  while (!take(folder, owner)) {
    if (isAbandoned(folder, owner)) {
      rmSync(folder, { recursive: true, force: true });
      continue;
    }
    if (!said) progress(waiting);
    said = true;
    await sleep(POLL_MS);
  }
  const release = () => rmSync(folder, { recursive: true, force: true });
  process.once('exit', release);
  try {
    return await body();
  } finally {
    process.removeListener('exit', release);
    release();
  }
}

/** @param {string} folder @param {string} owner */
function take(folder, owner) {
  try {
    mkdirSync(folder);
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'EEXIST') return false;
    throw error;
  }
  writeFileSync(owner, String(process.pid));
  return true;
}

/** @param {string} folder @param {string} owner */
function isAbandoned(folder, owner) {
  let pid = 0;
  try {
    pid = Number(readFileSync(owner, 'utf8'));
  } catch {
    // Being taken or released at this moment, or left half-made.
  }
  if (pid > 0) return !isAlive(pid);
  try {
    return Date.now() - statSync(folder).mtimeMs > OWNERLESS_MS;
  } catch {
    return false;
  }
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM';
  }
}
