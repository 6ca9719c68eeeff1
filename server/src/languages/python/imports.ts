import type { ImportPath } from '../../engine/model';
import { folderOf, joinPath } from '../paths';

/**
 * Files that an import means: a module, a package's `__init__.py`, or for `from a import b` the
 * module `b` of package `a`. Where the packages' root lies is not known, so an absolute import is
 * looked for by the end of the path.
 * https://docs.python.org/3/reference/import.html
 */
export function importPaths(from: string, source: string, name: string): readonly ImportPath[] {
  const dots = /^\.*/.exec(source)?.[0].length ?? 0;
  const rest = source.slice(dots).replaceAll('.', '/');
  const exact = dots > 0;
  let base = rest;
  if (exact) {
    let folder = folderOf(from);
    for (let up = 1; up < dots; up++) folder = folderOf(folder);
    base = joinPath(folder, rest);
  }
  const found: ImportPath[] = [];
  const add = (path: string, member: string) => found.push({ path, exact, member });
  if (name !== '*') {
    const inside = base === '' ? name : `${base}/${name}`;
    add(`${inside}.py`, '*');
    add(`${inside}/__init__.py`, '*');
  }
  if (base !== '') {
    add(`${base}.py`, name);
    add(`${base}/__init__.py`, name);
  }
  return found;
}
