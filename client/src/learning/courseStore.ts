import * as vscode from 'vscode';
import type { Exercise, Track } from '../exercises/model';

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

const KEY = 'course.exercises';
const NONE: ExerciseRecord = { tries: 0, hints: 0 };

/** A text that is no export of ours. */
export class NotCourseData extends Error {}

/** How far the learner is, by exercise. Settings Sync takes it along. */
export class CourseStore implements vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<void>();
  readonly onDidChange = this.changed.event;

  /** @param state whose keys for Settings Sync are set by its owner; {@link CourseStore.syncedKey} is one */
  constructor(private readonly state: vscode.Memento) {}

  static readonly syncedKey = KEY;

  record(id: string): ExerciseRecord {
    return this.all()[id] ?? NONE;
  }

  isPassed(id: string): boolean {
    return this.record(id).passed !== undefined;
  }

  async pass(id: string, track: Track): Promise<void> {
    const record = this.record(id);
    if (record.passed !== undefined) return;
    await this.write({
      ...this.all(),
      [id]: { ...record, passed: { at: new Date().toISOString(), track } },
    });
  }

  async fail(id: string): Promise<void> {
    const record = this.record(id);
    await this.write({ ...this.all(), [id]: { ...record, tries: record.tries + 1 } });
  }

  async showHint(id: string, count: number): Promise<void> {
    const record = this.record(id);
    if (record.hints >= count) return;
    await this.write({ ...this.all(), [id]: { ...record, hints: count } });
  }

  /** Forgets exercises; all when none is named. */
  async forget(ids?: readonly string[]): Promise<void> {
    const all = { ...this.all() };
    for (const id of ids ?? Object.keys(all)) delete all[id];
    await this.write(all);
  }

  /** Everything, as it is exported. */
  data(): CourseData {
    return { version: 1, exercises: this.all() };
  }

  /**
   * Takes in an export: what was passed there or here is passed.
   * @returns how many exercises are newly passed
   * @throws {NotCourseData}
   */
  async merge(text: string, known: ReadonlyMap<string, Exercise>): Promise<number> {
    const incoming = parseCourseData(text);
    const all = { ...this.all() };
    let added = 0;
    for (const [id, record] of Object.entries(incoming.exercises)) {
      if (!known.has(id)) continue;
      const own = all[id] ?? NONE;
      if (own.passed === undefined && record.passed !== undefined) added++;
      const passed = own.passed ?? record.passed;
      all[id] = {
        tries: Math.max(own.tries, record.tries),
        hints: Math.max(own.hints, record.hints),
        ...(passed && { passed }),
      };
    }
    await this.write(all);
    return added;
  }

  dispose(): void {
    this.changed.dispose();
  }

  private all(): Readonly<Record<string, ExerciseRecord>> {
    return this.state.get<Record<string, ExerciseRecord>>(KEY, {});
  }

  private async write(all: Readonly<Record<string, ExerciseRecord>>): Promise<void> {
    await this.state.update(KEY, all);
    this.changed.fire();
  }
}

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
