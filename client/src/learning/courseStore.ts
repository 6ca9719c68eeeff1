import * as vscode from 'vscode';
import type { Exercise, Track } from '../exercises/model';
import { type CourseData, type ExerciseRecord, parseCourseData } from './courseData';

const KEY = 'course.exercises';
const NONE: ExerciseRecord = { tries: 0, hints: 0 };

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
