import type { ImportPath } from '../../engine/model';
import { folderOf, joinPath } from '../paths';

const extensions = ['.js', '.ts', '.mjs', '.cjs', '.jsx', '.tsx', '.mts', '.cts'];

/**
 * Files that a relative import means, in the order of Node.js and of TypeScript, which writes `.js`
 * for what lies there as `.ts`. Packages and aliases are none of the program's files.
 * https://nodejs.org/api/modules.html#all-together
 */
export function importPaths(from: string, source: string, name: string): readonly ImportPath[] {
  if (!/^\.\.?(?:\/|$)/.test(source)) return [];
  const base = joinPath(folderOf(from), source);
  const withoutExtension = base.replace(/\.[cm]?jsx?$/, '');
  const candidates = [
    base,
    ...extensions.map((extension) => base + extension),
    ...(withoutExtension === base ? [] : extensions.map((of) => withoutExtension + of)),
    ...extensions.map((extension) => `${base}/index${extension}`),
  ];
  return [...new Set(candidates)].map((path) => ({ path, exact: true, member: name }));
}
