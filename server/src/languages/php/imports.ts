import type { ImportPath } from '../../engine/model';
import { folderOf, joinPath } from '../paths';

/**
 * Files that an import means: for `use App\Models\User` one that ends in `Models/User.php` (PSR-4:
 * the first parts of a namespace may stand for a folder of any name); for `include` that path.
 * https://www.php-fig.org/psr/psr-4/
 */
export function importPaths(from: string, source: string, name: string): readonly ImportPath[] {
  if (source.includes('.') || source.includes('/')) {
    const relative = source.replace(/^\//, '');
    return [
      { path: joinPath(folderOf(from), relative), exact: true, member: name },
      { path: relative, exact: false, member: name },
    ];
  }
  return classPaths([...source.split('\\'), ...(name === '*' ? [] : [name])]);
}

/** A class of the same namespace, or of none. */
export function namePaths(
  _from: string,
  name: string,
  namespace: string | undefined,
): readonly ImportPath[] {
  if (!/^[A-Z]\w*[a-z]/.test(name)) return [];
  return classPaths([...(namespace?.split('\\') ?? []), name]);
}

/** From the longest path to that with one folder; without namespace, the file alone. */
function classPaths(parts: readonly string[]): readonly ImportPath[] {
  const name = parts.at(-1);
  if (name === undefined) return [];
  const least = Math.min(2, parts.length);
  const found: ImportPath[] = [];
  for (let from = 0; from <= parts.length - least; from++) {
    found.push({ path: `${parts.slice(from).join('/')}.php`, exact: false, member: name });
  }
  return found;
}
