/**
 * Path part of an address, decoded, with a small drive letter; for `untitled:Untitled-1` the name.
 * Never throws.
 */
export function pathOf(uri: string): string {
  const path = uri.replace(/^[a-z][a-z0-9+.-]*:(?:\/\/[^/]*)?/i, '').replace(/[?#].*$/, '');
  try {
    return decodeURIComponent(path).replace(/^\/[A-Z]:/, (drive) => drive.toLowerCase());
  } catch {
    return path; // A stray `%`: better an odd path than none.
  }
}

/** Whether an address is of a file on this machine. */
export function isLocalFile(uri: string): boolean {
  return /^file:\/\/(?:localhost)?\//i.test(uri);
}

/** Path below the innermost workspace folder, or the whole path without its first slash. */
export function relativePath(uri: string, folders: readonly string[]): string {
  const path = pathOf(uri);
  const roots = folders
    .map((folder) => `${pathOf(folder).replace(/\/+$/, '')}/`)
    .filter((root) => path.startsWith(root))
    .sort((a, b) => b.length - a.length);
  return path.slice(roots[0]?.length ?? 0).replace(/^\/+/, '');
}

/** Address of a path on the same file system as another address. */
export function uriBeside(uri: string, path: string): string {
  const root = /^[a-z][a-z0-9+.-]*:(?:\/\/[^/]*)?/i.exec(uri)?.[0] ?? 'file://';
  return root + path.split('/').map(encodeURIComponent).join('/');
}
