import { createTwoFilesPatch } from 'diff';
import { displayPath } from './fileScanner';
import type { Change } from './fixFiles';

/** Changes as `git diff` writes them; `git apply` and `patch -p1` read it. */
export function unifiedDiff(changes: readonly Change[], cwd: string): string {
  return changes
    .map(({ file, before, after }) => {
      const path = displayPath(file, cwd).replace(/^\//, '');
      return createTwoFilesPatch(`a/${path}`, `b/${path}`, before, after, undefined, undefined, {
        context: 3,
        headerOptions: { includeIndex: false, includeUnderline: false, includeFileHeaders: true },
      });
    })
    .join('');
}
