import type { Track } from '../exercises/model';

/** Progress as plain JSON, as it is exported and imported. */

/** What a learner did with one exercise. */
export interface ExerciseRecord {
  /** When its check first passed, as an ISO date, and in which track. */
  readonly passed?: { readonly at: string; readonly track: Track };
  /** Checks of changed files that failed. */
  readonly tries: number;
  /** How many hints were shown. */
  readonly hints: number;
}

/** What is kept and exported: plain JSON. */
export interface CourseData {
  readonly version: 1;
  readonly exercises: Readonly<Record<string, ExerciseRecord>>;
}

/** A text that is no export of ours. */
export class NotCourseData extends Error {}

/** @throws {NotCourseData} saying what is wrong */
export function parseCourseData(text: string): CourseData {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new NotCourseData('The file is not JSON.');
  }
  if (value === null || typeof value !== 'object' || !('exercises' in value)) {
    throw new NotCourseData('The file has no "exercises": it is no export of this course.');
  }
  const { version, exercises } = value as { version?: unknown; exercises: unknown };
  if (version !== 1) throw new NotCourseData(`The file has version ${version}, and 1 is known.`);
  if (exercises === null || typeof exercises !== 'object' || Array.isArray(exercises)) {
    throw new NotCourseData('"exercises" is no object.');
  }
  const records: Record<string, ExerciseRecord> = {};
  for (const [id, each] of Object.entries(exercises as Record<string, unknown>)) {
    records[id] = parseRecord(id, each);
  }
  return { version: 1, exercises: records };
}

function parseRecord(id: string, value: unknown): ExerciseRecord {
  const { passed, tries, hints } = (value ?? {}) as Record<string, unknown>;
  const isCount = (each: unknown): each is number => Number.isInteger(each) && Number(each) >= 0;
  if (!isCount(tries) || !isCount(hints)) {
    throw new NotCourseData(`"${id}" has no number of tries and hints.`);
  }
  if (passed === undefined) return { tries, hints };
  const { at, track } = (passed ?? {}) as Record<string, unknown>;
  if (typeof at !== 'string' || Number.isNaN(Date.parse(at)) || typeof track !== 'string') {
    throw new NotCourseData(`"${id}" does not say when it was passed.`);
  }
  return { tries, hints, passed: { at, track: track as Track } };
}
