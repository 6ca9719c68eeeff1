import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type Exercise, type Track, tracks } from './model';
import { namesFor } from './naming';

/** The course as its folders say: steps, lessons, exercises. */

export interface Lesson {
  readonly id: string;
  readonly title: string;
  /** The page, absolute. */
  readonly file: string;
  readonly exercises: readonly Exercise[];
}

export interface Step {
  /** Its folder's name, such as `1-fundamentals`. */
  readonly id: string;
  readonly title: string;
  readonly lessons: readonly Lesson[];
}

export interface Catalogue {
  readonly steps: readonly Step[];
  readonly exercises: ReadonlyMap<string, Exercise>;
  /** What could not be read, which takes nothing else away. Empty in a released course. */
  readonly problems: readonly string[];
}

interface CourseFile {
  readonly title?: string;
  readonly lessons: readonly { id: string; title: string; exercises: readonly string[] }[];
}

/** The ending of a track's main file. */
const mainFile: Readonly<Partial<Record<Track, string>>> = {
  javascript: 'main.js',
  python: 'main.py',
  java: 'Main.java',
  ruby: 'main.rb',
  php: 'main.php',
  sql: 'main.sql',
  mongodb: 'main.mongodb.js',
  cql: 'main.cql',
};

/**
 * Reads the whole course.
 * @param root the folder `walkthroughs`
 * @throws {Error} naming the `course.json` that cannot be read
 */
export function readCatalogue(root: string): Catalogue {
  const exercises = new Map<string, Exercise>();
  const problems: string[] = [];
  const steps = readdirSync(root)
    .filter((name) => existsSync(path.join(root, name, 'course.json')))
    .sort()
    .map((id) => readStep(root, id, exercises, problems));
  return { steps, exercises, problems };
}

function readStep(
  root: string,
  step: string,
  all: Map<string, Exercise>,
  problems: string[],
): Step {
  const folder = path.join(root, step);
  const course = readJson(path.join(folder, 'course.json')) as CourseFile;
  const walkthrough = path.join(folder, 'walkthrough.json');
  const title =
    course.title ??
    (existsSync(walkthrough) ? (readJson(walkthrough) as { title: string }).title : step);
  const lessons = course.lessons.map((lesson) => ({
    id: lesson.id,
    title: lesson.title,
    file: path.join(folder, 'lessons', `${lesson.id}.md`),
    exercises: lesson.exercises.flatMap((id) => {
      try {
        const exercise = readExercise(root, step, id);
        if (exercise.tracks.length === 0) throw new Error(`${exercise.folder} has no track`);
        if (all.has(id)) throw new Error(`${exercise.folder}: the id ${id} is there twice`);
        all.set(id, exercise);
        return [exercise];
      } catch (error) {
        problems.push(error instanceof Error ? error.message : String(error));
        return [];
      }
    }),
  }));
  return { id: step, title: title.replace(/^Backend Tutor \d+: /, ''), lessons };
}

/** @throws {Error} when the exercise is not there or not JSON */
export function readExercise(root: string, step: string, id: string): Exercise {
  const folder = path.join(root, step, 'exercises', id);
  const written = readJson(path.join(folder, 'exercise.json')) as Partial<Exercise> &
    Pick<Exercise, 'title' | 'lesson' | 'check'>;
  const { check } = written;
  return {
    id,
    step,
    folder,
    title: written.title,
    lesson: written.lesson,
    tracks: check.kind === 'quiz' ? ['quiz'] : tracksIn(folder, check.kind === 'git'),
    edit: written.edit ?? { default: ['main'] },
    rules: written.rules ?? [],
    hints: written.hints ?? [],
    hintsFor: written.hintsFor ?? {},
    wrong: written.wrong ?? {},
    check,
  };
}

function tracksIn(folder: string, isGit: boolean): Track[] {
  return tracks.filter((track) =>
    existsSync(path.join(folder, track, isGit ? 'solution' : 'starter')),
  );
}

/** Files that the learner edits in a track, relative to the exercise's folder. */
export function editedFiles(exercise: Exercise, track: Track): readonly string[] {
  const files = exercise.edit[track] ?? exercise.edit.default ?? [];
  return files.map((file) => (file === 'main' ? (mainFile[track] ?? file) : file));
}

/** The hints of an exercise in a track, in the order in which they are shown. */
export function hintsOf(exercise: Exercise, track: Track): readonly string[] {
  const hints = exercise.hints.map((hint) => namesFor(track, hint));
  return [...hints, ...(exercise.hintsFor[track] ?? [])];
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new Error(`${file} cannot be read: ${error instanceof Error ? error.message : error}`);
  }
}
