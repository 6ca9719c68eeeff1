import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Advice } from '../lib/messages.mjs';
import { spawnGroup, stopGroup } from '../lib/process.mjs';
import { installWorkbench } from './install.mjs';

const HOST = '127.0.0.1';
const START_TIMEOUT_MS = 60_000;
const POLL_MS = 100;
const KEPT_LOG = 8 * 1024;

/** No telemetry, no AI, no start page: nothing that a lesson or a test does not ask for. */
const SETTINGS = {
  'chat.disableAIFeatures': true,
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'git.openRepositoryInParentFolders': 'never',
  'security.workspace.trust.untrustedFiles': 'open',
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'workbench.enableExperiments': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
};

/**
 * @typedef {object} ServerOptions
 * @property {string} [data] folder for settings and state; a temporary one when absent
 * @property {string} [extensions] folder of installed extensions; an empty one when absent
 * @property {number} [port] a free one when absent
 * @property {boolean} [test] for tests: accept instructions in the address, trust every folder,
 *   use a temporary home
 * @property {Record<string, unknown>} [settings] user settings, beside the ones above; written only
 *   when there are none yet
 */

/**
 * @typedef {object} RunningServer
 * @property {string} host "127.0.0.1:port"
 * @property {number} pid
 * @property {() => Promise<void>} stop stops the server with all it started, and removes temporary
 *   folders
 * @property {Promise<void>} ended settles when the server has ended, for whatever reason
 */

/**
 * Starts a workbench server and waits until it answers.
 * @param {ServerOptions} [options]
 * @returns {Promise<RunningServer>}
 * @throws {Advice} when the port is taken or the server does not come up
 */
export async function startServer(options = {}) {
  const { node, server } = await installWorkbench();
  const temporary = mkdtempSync(path.join(tmpdir(), 'backend-tutor-'));
  const removeTemporary = () => rmSync(temporary, { recursive: true, force: true, maxRetries: 5 });
  process.once('exit', removeTemporary);

  const data = options.data ?? path.join(temporary, 'data');
  const home = path.join(temporary, 'home');
  const extensions = options.extensions ?? path.join(temporary, 'extensions');
  for (const folder of [home, extensions, path.join(data, 'User')]) {
    mkdirSync(folder, { recursive: true });
  }
  writeSettings(path.join(data, 'User', 'settings.json'), options.settings ?? {});

  const port = await claimPort(options.port ?? 0);
  const child = spawnGroup(
    node,
    [
      server,
      ...['--host', HOST, '--port', String(port), '--without-connection-token'],
      ...['--user-data-dir', data, '--server-data-dir', path.join(data, 'server')],
      ...['--extensions-dir', extensions, '--accept-server-license-terms', '--disable-telemetry'],
      ...(options.test ? ['--enable-smoke-test-driver', '--disable-workspace-trust'] : []),
    ],
    {
      // An empty gallery: otherwise the workbench asks one on the network.
      env: {
        ...process.env,
        EXTENSIONS_GALLERY: '{}',
        ...(options.test ? { HOME: home, USERPROFILE: home } : {}),
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  let log = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text) => {
      log = (log + text).slice(-KEPT_LOG);
    });
  }
  /** @type {Promise<void>} */
  const ended = new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.once('error', (error) => {
      log += error.message;
      resolve();
    });
  });
  const stop = async () => {
    await stopGroup(child);
    removeTemporary();
    process.removeListener('exit', removeTemporary);
  };

  const host = `${HOST}:${port}`;
  const deadline = Date.now() + START_TIMEOUT_MS;
  while (!(await answers(host))) {
    const over = child.exitCode !== null || child.pid === undefined;
    if (over || Date.now() > deadline) {
      await stop();
      throw new Advice(
        `The workbench did not start${over ? '' : ` within ${START_TIMEOUT_MS / 1000} s`}. Its last words:\n${log.trim()}`,
      );
    }
    await sleep(POLL_MS);
  }
  return { host, pid: child.pid ?? 0, stop, ended };
}

/** @param {string} file @param {Record<string, unknown>} settings */
function writeSettings(file, settings) {
  try {
    // The user may have changed them since: written once.
    writeFileSync(file, JSON.stringify({ ...SETTINGS, ...settings }, null, 2), { flag: 'wx' });
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EEXIST') throw error;
  }
}

/** @param {string} host */
async function answers(host) {
  try {
    const response = await fetch(`http://${host}/version`, { signal: AbortSignal.timeout(5000) });
    return response.ok;
  } catch {
    return false;
  }
}

/**
 * Checks that a port is free, or finds one that is.
 * @param {number} wanted 0 for any
 * @returns {Promise<number>}
 */
function claimPort(wanted) {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (/** @type {NodeJS.ErrnoException} */ error) => {
      reject(
        error.code === 'EADDRINUSE' || error.code === 'EACCES'
          ? new Advice(`Port ${wanted} cannot be used: choose another with --port.`)
          : error,
      );
    });
    probe.listen(wanted, HOST, () => {
      const { port } = /** @type {import('node:net').AddressInfo} */ (probe.address());
      probe.close(() => resolve(port));
    });
  });
}

/**
 * The address that opens a folder.
 * @param {string} host
 * @param {string} folder absolute
 * @param {[string, string][]} [payload] instructions, heeded only by a server started for tests
 */
export function workbenchUrl(host, folder, payload = []) {
  const url = new URL(`http://${host}/`);
  url.searchParams.set('folder', folder);
  if (payload.length > 0) url.searchParams.set('payload', JSON.stringify(payload));
  return url.href;
}
