import picomatch from 'picomatch';

/**
 * Decides by glob patterns what is left out. As in `.gitignore`, a pattern without a slash counts
 * at any depth, and a pattern that names a folder leaves out all that is in it.
 * @param globs such as `**\/*.test.js` or `legacy`
 * @returns takes a path relative to the scanned folder, with `/`
 */
export function excluder(globs: readonly string[]): (path: string) => boolean {
  const patterns = globs.flatMap((glob) => {
    const trimmed = glob.replace(/^\.?\//, '').replace(/\/+$/, '');
    if (trimmed === '') return [];
    const anchored = glob.startsWith('/') || trimmed.includes('/') ? trimmed : `**/${trimmed}`;
    return [anchored, `${anchored}/**`];
  });
  if (patterns.length === 0) return () => false;
  return picomatch(patterns, { dot: true });
}
