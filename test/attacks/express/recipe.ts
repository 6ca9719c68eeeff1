import { existsSync, realpathSync } from 'node:fs';
import path from 'node:path';
import type { Recipe } from '../recipe';

/** An install that was cut short leaves this package uncompiled, and npm takes it for whole. */
const compile = `node -e "require('better-sqlite3')(':memory:')" || npm rebuild better-sqlite3`;

/**
 * To compile for Node needs scripts of packages, which a project around may have switched off, and
 * Node's headers: those beside the program, so that nothing is downloaded.
 */
function building(): Readonly<Record<string, string>> {
  const home = path.resolve(path.dirname(realpathSync(process.execPath)), '..');
  const hasHeaders = existsSync(path.join(home, 'include', 'node', 'node.h'));
  return {
    npm_config_ignore_scripts: 'false',
    ...(hasHeaders && { npm_config_nodedir: home }),
  };
}

export const recipe: Recipe = {
  name: 'Express',
  needs: ['npm', 'sh'],
  // The packages stay in the cache: to compile the one for SQLite takes a minute. npm takes away
  // what the manifest does not list.
  install: ({ cache }) => [
    { program: 'cp', args: ['package.json', cache] },
    {
      program: 'npm',
      env: building(),
      args: ['install', '--prefix', cache, '--no-package-lock', '--prefer-offline'],
    },
    { program: 'ln', args: ['-sfn', path.join(cache, 'node_modules'), 'node_modules'] },
    { program: 'sh', args: ['-c', `${compile} --prefix "$0"`, cache], env: building() },
  ],
  start: () => ({ program: process.execPath, args: ['server.js'] }),
};
