import { accessSync, constants } from 'node:fs';
import path from 'node:path';
import { skippedFolders, textIfReadable, walk } from './files';

/**
 * Files of workspace folders. Their paths are those of `file:` addresses, decoded: `/home/me/a.js`,
 * on Windows `/c:/Users/me/a.js`.
 */
export const folderFiles = {
  /**
   * The wanted files below a folder; what cannot be read is left out.
   * @param excluded takes the path below the folder
   */
  async *list(
    folder: string,
    options: { excluded(relative: string): boolean; wanted(file: string): boolean },
  ): AsyncGenerator<string> {
    const files = walk(nativePath(folder, path.sep), { ...options, onError: () => {} });
    for await (const file of files) yield addressPath(file, path.sep);
  },

  /** Undefined for what cannot be read or is no text. */
  read(file: string): string | undefined {
    return textIfReadable(nativePath(file, path.sep));
  },

  /** False also for what is not there. */
  isWritable(file: string): boolean {
    try {
      accessSync(nativePath(file, path.sep), constants.W_OK);
      return true;
    } catch {
      return false;
    }
  },

  /** Whether a path below a folder is in a folder that `list` does not enter. */
  skips(relative: string): boolean {
    return relative.split('/').some((part) => skippedFolders.has(part));
  },
};

/** @param separator of the system's paths */
export function nativePath(file: string, separator: string): string {
  if (separator === '/') return file;
  return file.replace(/^\/(?=[a-z]:)/i, '').replaceAll('/', separator);
}

/** The reverse of `nativePath`; drive letters are small, as editors write them. */
export function addressPath(file: string, separator: string): string {
  if (separator === '/') return file;
  const slashed = file.replaceAll(separator, '/');
  return slashed.replace(/^[a-z]:/i, (drive) => `/${drive.toLowerCase()}`);
}
