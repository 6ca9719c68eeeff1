import path from 'node:path';
import { cachedFor } from '../cached';
import type { Recipe } from '../recipe';

/** An install that was cut short leaves this package uncompiled, and npm takes it for whole. */
const compile = `node -e "require('better-sqlite3')(':memory:')" || npm rebuild better-sqlite3`;

export const recipe: Recipe = {
  name: 'Express',
  needs: ['npm', 'sh'],
  // The packages stay in the cache: to compile the one for SQLite takes a minute.
  install(place) {
    const folder = cachedFor(place, 'package.json');
    return [
      { program: 'cp', args: ['package.json', folder] },
      {
        program: 'npm',
        args: ['install', '--prefix', folder, '--no-package-lock', '--prefer-offline'],
      },
      { program: 'ln', args: ['-sfn', path.join(folder, 'node_modules'), 'node_modules'] },
      { program: 'sh', args: ['-c', `${compile} --prefix "$0"`, folder] },
    ];
  },
  start: () => ({ program: process.execPath, args: ['server.js'] }),
};
