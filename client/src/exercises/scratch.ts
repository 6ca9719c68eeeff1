import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, realpath, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** A folder for one check, gone after it. */
export interface Scratch {
  /** A copy of the learner's work goes here. */
  readonly work: string;
  /** For what a compiler writes. */
  readonly output: string;
  remove(): Promise<void>;
}

/** The name of the copy's folder, by which it is known in error messages. */
export const WORK = 'work';

/** Folders with installed packages that a program looks for in the folders above it. */
const INSTALLED = ['node_modules', 'vendor'];

/** @param practice its packages can be reached from the copy, as they can be from the original */
export async function makeScratch(practice: string): Promise<Scratch> {
  const root = await realpath(await mkdtemp(path.join(tmpdir(), 'backend-tutor-check-')));
  const work = path.join(root, WORK);
  const output = path.join(root, 'output');
  await mkdir(work);
  await mkdir(output);
  for (const name of INSTALLED) {
    const installed = path.join(practice, name);
    if (existsSync(installed)) await symlink(installed, path.join(root, name), 'junction');
  }
  const remove = () => rm(root, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  return { work, output, remove };
}
