import { existsSync } from 'node:fs';
import { cp, mkdir, readdir } from 'node:fs/promises';
import path from 'node:path';
import { editedFiles } from './catalogue';
import type { Exercise, Track } from './model';

/** The files of an exercise: folders laid over each other. */

/** What the learner begins with, our answer, or a wrong answer by the name of its folder. */
export type State = 'starter' | 'solution' | `wrong-${string}`;

/** Folders whose files make up an exercise in a state, the later ones on top. */
function layersOf(exercise: Exercise, track: Track, state: State): string[] {
  const walkthroughs = path.dirname(path.dirname(path.dirname(exercise.folder)));
  const inTrack = (name: string) => path.join(exercise.folder, track, name);
  return [
    path.join(walkthroughs, 'bases', track),
    path.join(exercise.folder, 'files'),
    inTrack('common'),
    inTrack('starter'),
    ...(state === 'starter' ? [] : [inTrack(state)]),
  ].filter((folder) => existsSync(folder));
}

/** Writes an exercise's files to a folder, replacing what is there. */
export async function lay(exercise: Exercise, track: Track, state: State, target: string) {
  await mkdir(target, { recursive: true });
  for (const layer of layersOf(exercise, track, state)) {
    await cp(layer, target, { recursive: true, force: true });
  }
}

/** Every file of an exercise in a state: path relative to its folder → where its text is. */
export async function filesOf(
  exercise: Exercise,
  track: Track,
  state: State,
): Promise<ReadonlyMap<string, string>> {
  const files = new Map<string, string>();
  for (const layer of layersOf(exercise, track, state)) {
    for (const file of await filesIn(layer)) files.set(file, path.join(layer, file));
  }
  return files;
}

/** Folders that tools fill; they are no one's work. */
const FILLED = new Set(['node_modules', '.venv', 'vendor', 'target', '__pycache__', '.git']);

/** Files in a folder and below, relative to it, with `/`, sorted. */
export async function filesIn(folder: string): Promise<string[]> {
  const found: string[] = [];
  const visit = async (inner: string) => {
    for (const entry of await readdir(path.join(folder, inner), { withFileTypes: true })) {
      const name = inner === '' ? entry.name : `${inner}/${entry.name}`;
      if (entry.isDirectory()) {
        if (!FILLED.has(entry.name)) await visit(name);
      } else if (entry.isFile()) found.push(name);
    }
  };
  if (existsSync(folder)) await visit('');
  return found.sort();
}

/** What programs of exercises write while they run: databases, sessions, logs. */
const WRITTEN = /\.(?:db|sqlite3?)(?:-(?:journal|wal|shm))?$|^(?:storage|tmp|log)\//;

/** Files of a learner, without what programs wrote into the folder. */
export async function sourcesIn(folder: string): Promise<string[]> {
  return (await filesIn(folder)).filter((file) => !WRITTEN.test(file));
}

/**
 * Copies a learner's work for a check. Data of earlier runs stay behind: the check begins anew.
 * Files of `files/` that are not the learner's to edit are as they were given.
 */
export async function copyForCheck(
  exercise: Exercise,
  track: Track,
  from: string,
  to: string,
): Promise<void> {
  const given = path.join(exercise.folder, 'files');
  const edited = editedFiles(exercise, track);
  const restored = (await filesIn(given)).filter((file) => !edited.includes(file));
  await copyFiles(await sourcesIn(from), from, to);
  await copyFiles(restored, given, to);
}

/** Copies a learner's work without what tools filled in. */
export async function copyWork(from: string, to: string): Promise<void> {
  await mkdir(to, { recursive: true });
  await copyFiles(await filesIn(from), from, to);
}

async function copyFiles(files: readonly string[], from: string, to: string): Promise<void> {
  for (const file of files) {
    const target = path.join(to, file);
    await mkdir(path.dirname(target), { recursive: true });
    await cp(path.join(from, file), target);
  }
}
