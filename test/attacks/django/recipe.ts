import path from 'node:path';
import type { Recipe } from '../recipe';

export const recipe: Recipe = {
  name: 'Django',
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
  start: ({ cache }) => ({
    program: 'sh',
    args: [
      '-c',
      'python manage.py migrate && python manage.py seed && exec python manage.py runserver --noreload "$HOST:$PORT"',
    ],
    env: { PATH: `${path.join(cache, 'bin')}${path.delimiter}${process.env.PATH ?? ''}` },
  }),
};
