// Other free scanners on the same files: how long each takes as a whole process.
import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { run } from './process.mjs';

/**
 * @typedef {object} Peer
 * @property {string} name
 * @property {() => Promise<[string, string[]] | string>} command how it is started in the folder that
 *   it looks at; a sentence when it is not installed
 *
 * @typedef {{ seconds: number, ours: number, ratio: number } | { notRun: string }} PeerResult
 */

const limit = 20 * 60_000;

/**
 * @param {string | undefined} modules folder with `node_modules` that has ESLint and its plugins
 * @param {string | undefined} semgrepRules folder with rules for Semgrep
 * @returns {readonly Peer[]}
 */
export function peers(modules, semgrepRules) {
  return [
    {
      name: 'bandit',
      command: async () =>
        (await isInstalled('bandit'))
          ? ['bandit', ['-r', '.', '-f', 'json', '-q']]
          : 'bandit is not installed',
    },
    {
      name: 'semgrep',
      async command() {
        if (!(await isInstalled('semgrep'))) return 'semgrep is not installed';
        if (semgrepRules === undefined) return 'no rules given with --semgrep-rules';
        const quiet = ['--metrics', 'off', '--disable-version-check', '--quiet', '--json'];
        return ['semgrep', ['scan', ...quiet, '--config', semgrepRules, '.']];
      },
    },
    eslint('eslint-plugin-security', 'security', modules),
    eslint('eslint-plugin-sonarjs', 'sonarjs', modules),
  ];
}

/**
 * @param {string} plugin @param {string} name @param {string | undefined} modules
 * @returns {Peer}
 */
function eslint(plugin, name, modules) {
  return {
    name: plugin,
    async command() {
      if (modules === undefined) return 'no folder with ESLint given with --peer-modules';
      const tool = path.join(modules, 'node_modules', 'eslint', 'bin', 'eslint.js');
      const installed = path.join(modules, 'node_modules', plugin);
      if (!existsSync(tool) || !existsSync(installed)) return `${plugin} is not installed there`;
      const config = `const plugin = require(${JSON.stringify(installed)});
const configs = plugin.configs ?? plugin.default.configs;
module.exports = [{ files: ['**/*.js', '**/*.mjs', '**/*.cjs'], ...configs.recommended, plugins: { ${name}: plugin.default ?? plugin } }];`;
      const file = path.join(modules, `${name}.config.cjs`);
      writeFileSync(file, config);
      const flags = ['--no-config-lookup', '--no-inline-config', '-f', 'json', '-c', file];
      return [process.execPath, [tool, ...flags, '.']];
    },
  };
}

/** @param {string} command */
async function isInstalled(command) {
  try {
    return (await run(command, ['--version'])).code === 0;
  } catch {
    return false;
  }
}

/**
 * Times a peer and our scan of the same folder in turn; of each the median.
 * @param {Peer} peer @param {string} folder @param {number} times
 * @param {(folder: string) => Promise<number>} ours gives the seconds of one scan
 * @returns {Promise<PeerResult>}
 */
export async function measurePeer(peer, folder, times, ours) {
  const command = await peer.command();
  if (typeof command === 'string') return { notRun: command };
  const theirs = [];
  const own = [];
  for (let i = 0; i < times; i++) {
    const started = performance.now();
    const { code, output } = await run(command[0], command[1], { timeout: limit, cwd: folder });
    // All of them end with 1 when they found something.
    if (code > 1) return { notRun: `it failed: ${output.trim().split('\n').at(-1) ?? code}` };
    theirs.push((performance.now() - started) / 1000);
    own.push(await ours(folder));
  }
  const seconds = median(theirs);
  const mine = median(own);
  return { seconds, ours: mine, ratio: seconds / mine };
}

/** @param {readonly number[]} values */
function median(values) {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
}
