import path from 'node:path';
import { installPython, pythonPrograms } from '../python';
import type { Recipe } from '../recipe';

export const recipe: Recipe = {
  name: 'Flask',
  needs: ['python3', 'sh'],
  install: installPython,
  start: (place) => ({ program: path.join(pythonPrograms(place), 'python'), args: ['app.py'] }),
};
