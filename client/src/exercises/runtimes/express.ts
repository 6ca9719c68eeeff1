import { existsSync } from 'node:fs';
import path from 'node:path';
import manifest from '../../../../walkthroughs/bases/express/package.json';
import { need } from './programs';
import type { Missing, Runtime } from './runtime';

/** Express: packages are installed once, in the practice folder, where Node.js finds them upwards. */

export const express: Runtime = {
  tools: ['node', 'npm'],

  async missing(practice, tools): Promise<Missing | undefined> {
    const wanted = Object.entries(manifest.dependencies);
    const isThere = ([name]: [string, string]) =>
      existsSync(path.join(practice, 'node_modules', name, 'package.json'));
    if (wanted.every(isThere)) return undefined;
    const packages = wanted.map(([name, version]) => `${name}@${version}`);
    const options = ['--prefix', practice, '--save-exact', '--no-audit', '--no-fund'];
    const program = await need(tools, 'npm');
    return {
      why: 'The packages of the Express exercises are not installed',
      install: [{ program, args: ['install', ...options, ...packages] }],
    };
  },

  async server(folder, _output, tools) {
    return { program: await need(tools, 'node'), args: [path.join(folder, 'server.js')] };
  },
};
