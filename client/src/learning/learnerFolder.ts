import { existsSync } from 'node:fs';
import { cp, mkdir, readdir, readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { setUpRepository } from '../exercises/checks/git';
import type { GitSpecification } from '../exercises/git/specification';
import { copyWork, filesIn, filesOf, sourcesIn } from '../exercises/layers';
import type { Exercise, Track } from '../exercises/model';

/** An earlier state of an exercise's files, kept when it was started over. */
export interface Snapshot {
  /** When it was kept: an ISO date without colons, which is the name of its folder. */
  readonly time: string;
  readonly exercise: string;
  readonly track: string;
  readonly folder: string;
}

/** What is needed to make a Git exercise. */
export interface GitSetup {
  readonly specification: GitSpecification;
  readonly program: string;
}

/**
 * The learner's files. Nothing of theirs is overwritten but by starting over, which keeps what was
 * there outside of their folder.
 */
export class LearnerFolder {
  /**
   * @param root the practice folder, which may change
   * @param snapshots where earlier states are kept
   */
  constructor(
    private readonly root: () => string,
    private readonly snapshots: string,
  ) {}

  get practice(): string {
    return this.root();
  }

  /** Where an exercise's files are, or will be. */
  folderOf(exercise: Exercise, track: Track): string {
    return path.join(this.root(), exercise.step, exercise.id, track);
  }

  isStarted(exercise: Exercise, track: Track): boolean {
    return existsSync(this.folderOf(exercise, track));
  }

  /** Which exercise a file belongs to, by the names of its folders. */
  exerciseOf(
    file: string,
    exercises: ReadonlyMap<string, Exercise>,
  ): { exercise: Exercise; track: Track; relative: string } | undefined {
    const inside = path.relative(this.root(), file);
    if (inside.startsWith('..') || path.isAbsolute(inside)) return undefined;
    const [step, id = '', track, ...rest] = inside.split(path.sep);
    const exercise = exercises.get(id);
    const known = exercise?.tracks.find((each) => each === track);
    if (!exercise || exercise.step !== step || !known || rest.length === 0) return undefined;
    return { exercise, track: known, relative: rest.join('/') };
  }

  /** Writes the files that are not there yet. */
  async start(exercise: Exercise, track: Track, git?: GitSetup): Promise<string> {
    const folder = this.folderOf(exercise, track);
    if (git) {
      if (existsSync(folder)) return folder;
      // Whole or not at all: a set-up that is cut short must not be taken for the learner's work.
      const draft = `${folder}.new`;
      await rm(draft, { recursive: true, force: true });
      await setUpRepository(git.specification, git.program, draft);
      await rename(draft, folder);
      return folder;
    }
    await mkdir(folder, { recursive: true });
    for (const [file, source] of await filesOf(exercise, track, 'starter')) {
      const target = path.join(folder, file);
      if (existsSync(target)) continue;
      await mkdir(path.dirname(target), { recursive: true });
      await cp(source, target);
    }
    return folder;
  }

  /** Keeps a snapshot, then puts the files of the beginning there. @returns what was kept */
  async startOver(exercise: Exercise, track: Track, git?: GitSetup): Promise<Snapshot | undefined> {
    const folder = this.folderOf(exercise, track);
    const kept = existsSync(folder) ? await this.keep(exercise, track) : undefined;
    await this.empty(folder, git !== undefined);
    await this.start(exercise, track, git);
    return kept;
  }

  /** Puts a snapshot back, and keeps what was there. */
  async restore(exercise: Exercise, track: Track, snapshot: Snapshot): Promise<void> {
    const folder = this.folderOf(exercise, track);
    if (existsSync(folder)) await this.keep(exercise, track);
    const isWhole = existsSync(path.join(snapshot.folder, '.git'));
    if (isWhole) {
      await this.empty(path.dirname(folder), true);
      await cp(path.dirname(snapshot.folder), path.dirname(folder), { recursive: true });
      return;
    }
    await this.empty(folder, false);
    await cp(snapshot.folder, folder, { recursive: true });
  }

  /** Snapshots of an exercise, the newest first. */
  async snapshotsOf(exercise: Exercise, track: Track): Promise<Snapshot[]> {
    const times = await readdir(this.snapshots).catch(() => []);
    return times
      .sort()
      .reverse()
      .map((time) => ({
        time,
        exercise: exercise.id,
        track,
        folder: path.join(this.snapshots, time, exercise.step, exercise.id, track),
      }))
      .filter(({ folder }) => existsSync(folder));
  }

  /** Whether something differs from what the learner began with. */
  async isChanged(exercise: Exercise, track: Track): Promise<boolean> {
    const folder = this.folderOf(exercise, track);
    const starters = await filesOf(exercise, track, 'starter');
    const own = await sourcesIn(folder);
    for (const file of own) {
      const starter = starters.get(file);
      if (starter === undefined) return true;
      const [a, b] = await Promise.all([readFile(starter), readFile(path.join(folder, file))]);
      if (!a.equals(b)) return true;
    }
    return own.length !== starters.size;
  }

  private async keep(exercise: Exercise, track: Track): Promise<Snapshot> {
    const time = new Date().toISOString().replaceAll(':', '-');
    const folder = path.join(this.snapshots, time, exercise.step, exercise.id, track);
    const from = this.folderOf(exercise, track);
    await mkdir(folder, { recursive: true });
    // A repository is its history, and what stands beside it may be its remote: all of it is kept.
    if (existsSync(path.join(from, '.git'))) {
      await cp(path.dirname(from), path.dirname(folder), { recursive: true });
    } else await copyWork(from, folder);
    return { time, exercise: exercise.id, track, folder };
  }

  /** Takes away what is there. Folders that tools filled stay, unless the whole folder goes. */
  private async empty(folder: string, whole: boolean): Promise<void> {
    const options = { recursive: true, force: true, maxRetries: 5, retryDelay: 100 };
    if (whole) return rm(folder, options);
    for (const file of await filesIn(folder)) await rm(path.join(folder, file), options);
  }
}
