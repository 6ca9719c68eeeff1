import path from 'node:path';
import { installPython, pythonPrograms } from '../python';
import type { Recipe } from '../recipe';

export const recipe: Recipe = {
  name: 'Django',
  needs: ['python3', 'sh'],
  install: installPython,
  start: (place) => ({
    program: 'sh',
    args: [
      '-c',
      'python manage.py migrate && python manage.py seed && exec python manage.py runserver --noreload "$HOST:$PORT"',
    ],
    env: { PATH: `${pythonPrograms(place)}${path.delimiter}${process.env.PATH ?? ''}` },
  }),
};
