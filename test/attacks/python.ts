import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Command, Place } from './recipe';

const MANIFEST = 'requirements.txt';

/**
 * A folder for what the manifest lists. Another text has another folder: pip takes nothing away, so
 * a library that the manifest does not name would be there by chance, left by a run whose manifest did.
 */
function environment({ app, cache }: Place): string {
  const text = readFileSync(path.join(app, MANIFEST));
  return path.join(cache, createHash('sha256').update(text).digest('hex').slice(0, 16));
}

/** The programs of the Python environment that `installPython` makes. */
export function pythonPrograms(place: Place): string {
  return path.join(environment(place), 'bin');
}

/** An environment with what `requirements.txt` lists. */
export function installPython(place: Place): readonly Command[] {
  return [
    // pip comes last: where it is, the environment is whole.
    {
      program: 'sh',
      args: ['-c', 'test -x "$0/bin/pip" || python3 -m venv "$0"', environment(place)],
    },
    {
      program: path.join(pythonPrograms(place), 'pip'),
      args: ['install', '--quiet', '--disable-pip-version-check', '-r', MANIFEST],
    },
  ];
}
