import type { ImportPath } from '../../engine/model';
import { folderOf, joinPath } from '../paths';

/**
 * The file of an imported class: `a/b/C.java` for `import a.b.C`, wherever the sources lie; a class
 * inside another stands in the file of the outer one.
 * https://docs.oracle.com/javase/specs/jls/se21/html/jls-7.html#jls-7.5
 */
export function importPaths(from: string, source: string, name: string): readonly ImportPath[] {
  if (source.endsWith('.properties')) return resourcePaths(from, source);
  if (name === '*' || source === '') return [];
  return [{ path: `${source.replaceAll('.', '/')}/${name}.java`, exact: false, member: name }];
}

/** A file that programs find by its name: where build tools keep them, and beside the class. */
function resourcePaths(from: string, name: string): readonly ImportPath[] {
  const file = name.replace(/^\//, '');
  const root = /^(.*\/src\/(?:main|test)\/)java\//.exec(from)?.[1];
  const folders = [...(root === undefined ? [] : [`${root}resources`]), folderOf(from)];
  return folders.map((folder) => ({ path: joinPath(folder, file), exact: true, member: '*' }));
}

/** A class that no import names is one of the same package: in the same folder, or a like one. */
export function namePaths(
  from: string,
  name: string,
  namespace: string | undefined,
): readonly ImportPath[] {
  if (!/^[A-Z]/.test(name)) return [];
  const file = `${name}.java`;
  const beside: ImportPath = { path: joinPath(folderOf(from), file), exact: true, member: name };
  if (namespace === undefined) return [beside];
  const path = `${namespace.replaceAll('.', '/')}/${file}`;
  return [beside, { path, exact: false, member: name }];
}
