import path from 'node:path';
import type { Recipe } from '../recipe';

export const recipe: Recipe = {
  name: 'Express',
  needs: ['npm'],
  // The packages stay in the cache: one of them is compiled, which takes a minute.
  install: ({ app, cache }) => [
    { program: 'cp', args: [path.join(app, 'package.json'), cache] },
    {
      program: 'npm',
      args: ['install', '--prefix', cache, '--no-package-lock', '--prefer-offline'],
    },
    {
      program: 'ln',
      args: ['-sfn', path.join(cache, 'node_modules'), path.join(app, 'node_modules')],
    },
  ],
  start: () => ({ program: process.execPath, args: ['server.js'] }),
};
