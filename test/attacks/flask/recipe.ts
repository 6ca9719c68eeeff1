import path from 'node:path';
import type { Recipe } from '../recipe';

export const recipe: Recipe = {
  name: 'Flask',
  needs: ['python3'],
  // An environment that is there already is left as it is but for what the manifest adds.
  install: ({ app, cache }) => [
    { program: 'python3', args: ['-m', 'venv', cache] },
    {
      program: path.join(cache, 'bin', 'pip'),
      args: [
        'install',
        '--quiet',
        '--disable-pip-version-check',
        '-r',
        path.join(app, 'requirements.txt'),
      ],
    },
  ],
  start: ({ cache }) => ({ program: path.join(cache, 'bin', 'python'), args: ['app.py'] }),
};
