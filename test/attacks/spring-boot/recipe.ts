import path from 'node:path';
import type { Recipe } from '../recipe';

export const recipe: Recipe = {
  name: 'Spring Boot',
  needs: ['java', 'mvn'],
  // The libraries stay in the cache; the classes are made anew beside the copy.
  install: ({ cache }) => [
    {
      program: 'mvn',
      args: [
        '--quiet',
        '--batch-mode',
        `-Dmaven.repo.local=${path.join(cache, 'repository')}`,
        '-DskipTests',
        'package',
      ],
    },
  ],
  start: ({ app }) => ({
    program: 'java',
    args: ['-XX:TieredStopAtLevel=1', '-jar', path.join(app, 'target', 'shop.jar')],
  }),
  startSeconds: 60,
};
