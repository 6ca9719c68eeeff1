import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Command, Place } from './recipe';

/**
 * Makes a folder for what a manifest lists. Another text has another folder, so that a library which
 * the manifest does not name is never there by chance, left by a run whose manifest did.
 * @param manifest a file of the application
 */
export function cachedFor({ app, cache }: Place, manifest: string): string {
  const text = readFileSync(path.join(app, manifest));
  const folder = path.join(cache, createHash('sha256').update(text).digest('hex').slice(0, 16));
  mkdirSync(folder, { recursive: true });
  return folder;
}

const MANIFEST = 'requirements.txt';

/** The programs of the Python environment that `installPython` makes. */
export function pythonPrograms(place: Place): string {
  return path.join(cachedFor(place, MANIFEST), 'bin');
}

/** An environment with what `requirements.txt` lists. */
export function installPython(place: Place): readonly Command[] {
  return [
    // pip comes last: where it is, the environment is whole.
    {
      program: 'sh',
      args: ['-c', 'test -x "$0/bin/pip" || python3 -m venv "$0"', cachedFor(place, MANIFEST)],
    },
    {
      program: path.join(pythonPrograms(place), 'pip'),
      args: ['install', '--quiet', '--disable-pip-version-check', '-r', MANIFEST],
    },
  ];
}
