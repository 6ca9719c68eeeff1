import type { ImportPath } from '../../engine/model';
import { folderOf, joinPath } from '../paths';

/** `Admin::UsersController` and `HTMLParser` as Rails names their files. */
export function underscore(name: string): string {
  return name
    .replace(/::/g, '/')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1_$2')
    .replace(/([a-z\d])([A-Z])/g, '$1_$2')
    .toLowerCase();
}

function withExtension(path: string): string {
  return path.endsWith('.rb') ? path : `${path}.rb`;
}

/** `require 'lib/db'`: a path below a folder of the load path, or beside the file. */
export function importPaths(from: string, source: string, name: string): readonly ImportPath[] {
  const path = withExtension(source);
  if (/^\.{1,2}\//.test(source))
    return [{ path: joinPath(folderOf(from), path), exact: true, member: name }];
  return [{ path, exact: false, member: name }];
}

/**
 * Rails loads a constant from the file that is named like it; of `Admin.Users`, the class itself or
 * the namespace around it stands at the top of the file.
 */
export function namePaths(_from: string, name: string): readonly ImportPath[] {
  if (!/^[A-Z]\w*[a-z]/.test(name)) return [];
  const parts = name.split('.');
  const path = `${parts.map(underscore).join('/')}.rb`;
  const members = parts.length === 1 ? parts : [parts.at(-1) ?? name, ...parts.slice(0, -1)];
  return members.map((member) => ({ path, exact: false, member }));
}
