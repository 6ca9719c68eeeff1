import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';
import { type Catalogue, editedFiles, readCatalogue } from '../exercises/catalogue';
import { checkExercise, lookAtCode, RUNS_CODE, whatIsMissing } from '../exercises/checks/check';
import { gradeQuiz } from '../exercises/checks/quiz';
import {
  type Exercise,
  type Language,
  languages,
  type Outcome,
  type Track,
  tracks,
} from '../exercises/model';
import { createServices, type OwnedServices } from '../exercises/services';
import { type Tool, ToolFinder } from '../exercises/tools';
import { type Choice, chooseTrack } from './chooseTrack';
import type { CourseStore } from './courseStore';
import { type GitSetup, LearnerFolder } from './learnerFolder';

const FOLDER = 'backend-tutor-practice';

/** An exercise in the track that the learner works in. */
export interface Task {
  readonly exercise: Exercise;
  readonly track: Track;
}

/** The ticks of the walkthroughs. */
export interface Ticks {
  complete(key: string): Promise<void>;
  reset(keys: Iterable<string>): Promise<void>;
}

/** What the views show of the last check. */
export interface Checked extends Task {
  readonly outcome: Outcome;
}

/** The course while it is used: what views and commands share. */
export class Learning implements vscode.Disposable {
  readonly catalogue: Catalogue;
  readonly folder: LearnerFolder;
  readonly tools: ToolFinder;
  readonly services: OwnedServices;
  /** Outcomes of this session, by exercise. */
  private readonly outcomes = new Map<string, Checked>();
  /** Checks that run, by exercise. */
  private readonly checks = new Map<string, AbortController>();
  private readonly checkingEmitter = new vscode.EventEmitter<void>();
  private readonly checkedEmitter = new vscode.EventEmitter<Checked>();
  private readonly startedEmitter = new vscode.EventEmitter<Task>();
  private readonly changedEmitter = new vscode.EventEmitter<void>();
  /** A check has begun or ended. */
  readonly onDidChangeChecks = this.checkingEmitter.event;
  readonly onDidCheck = this.checkedEmitter.event;
  /** An exercise was started, started over or brought back. */
  readonly onDidStart = this.startedEmitter.event;
  /** Another language was chosen, or tools were looked for again. */
  readonly onDidChange = this.changedEmitter.event;
  private readonly subscription: vscode.Disposable;

  constructor(
    private readonly context: vscode.ExtensionContext,
    readonly store: CourseStore,
    private readonly ticks: Ticks,
  ) {
    const root = context.extensionPath;
    this.catalogue = readCatalogue(path.join(root, 'walkthroughs'));
    this.tools = new ToolFinder(() => setting<Partial<Record<Tool, string>>>('tools', {}));
    this.folder = new LearnerFolder(
      () => this.practiceFolder(),
      path.join(context.globalStorageUri.fsPath, 'snapshots'),
    );
    this.services = createServices({
      bundles: path.join(root, 'dist', 'extension'),
      practice: () => this.practiceFolder(),
      tools: this.tools,
    });
    this.subscription = vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('backendTutor.tools')) this.lookAgain();
      if (event.affectsConfiguration('backendTutor.course')) this.changedEmitter.fire();
    });
  }

  /** What the learner chose. */
  get choice(): Choice {
    const language = setting<string>('course.language', 'javascript');
    const framework = setting<string>('course.framework', 'automatic');
    return {
      language: languages.find((each) => each === language) ?? 'javascript',
      framework: tracks.find((each) => each === framework),
    };
  }

  async chooseLanguage(language: Language): Promise<void> {
    const settings = vscode.workspace.getConfiguration('backendTutor.course');
    await settings.update('language', language, vscode.ConfigurationTarget.Global);
  }

  taskOf(exercise: Exercise): Task {
    return { exercise, track: chooseTrack(exercise, this.choice) };
  }

  /** The exercise that a file belongs to. */
  taskOfFile(uri: vscode.Uri | undefined): (Task & { relative: string }) | undefined {
    if (uri?.scheme !== 'file' && uri?.scheme !== 'vscode-remote') return undefined;
    return this.folder.exerciseOf(uri.fsPath, this.catalogue.exercises);
  }

  outcomeOf({ exercise, track }: Task): Outcome | undefined {
    const checked = this.outcomes.get(exercise.id);
    return checked?.track === track ? checked.outcome : undefined;
  }

  /** The first exercise that is not passed yet, after one if given. */
  next(after?: Exercise): Exercise | undefined {
    const all = [...this.catalogue.exercises.values()];
    const start = after === undefined ? 0 : all.findIndex(({ id }) => id === after.id) + 1;
    const open = (each: Exercise) => !this.store.isPassed(each.id);
    return all.slice(start).find(open) ?? all.find(open);
  }

  /** Makes the files unless they are there. @throws {Error} when Git is needed and missing */
  async start(task: Task): Promise<vscode.Uri[]> {
    if (task.exercise.check.kind === 'quiz') return [];
    const folder = await this.folder.start(task.exercise, task.track, await this.gitSetup(task));
    this.startedEmitter.fire(task);
    return editedFiles(task.exercise, task.track)
      .map((file) => path.join(folder, file))
      .filter((file) => existsSync(file))
      .map((file) => vscode.Uri.file(file));
  }

  async startOver(task: Task): Promise<void> {
    await this.saveFiles(task);
    await this.folder.startOver(task.exercise, task.track, await this.gitSetup(task));
    this.outcomes.delete(task.exercise.id);
    this.startedEmitter.fire(task);
  }

  /**
   * Checks what the learner did, and records it. A check of the same exercise that still runs is
   * given up: it is about an older text.
   * @throws {Error} for a mistake of ours
   */
  async check(task: Task, signal?: AbortSignal): Promise<Outcome> {
    const { id } = task.exercise;
    this.checks.get(id)?.abort();
    const own = new AbortController();
    this.checks.set(id, own);
    this.checkingEmitter.fire();
    try {
      const either = signal === undefined ? own.signal : AbortSignal.any([signal, own.signal]);
      const outcome = await this.ask(task, either);
      if (own.signal.aborted) return { state: 'notRun', why: 'A newer check took its place.' };
      return await this.took(task, outcome);
    } finally {
      if (this.checks.get(id) === own) this.checks.delete(id);
      this.checkingEmitter.fire();
    }
  }

  isChecking({ exercise }: Task): boolean {
    return this.checks.has(exercise.id);
  }

  async answerQuiz(task: Task, chosen: readonly (readonly number[])[]): Promise<Outcome> {
    const { check } = task.exercise;
    if (check.kind !== 'quiz') throw new Error(`${task.exercise.id} is no quiz`);
    return this.took(task, gradeQuiz(check, chosen));
  }

  /** Why an exercise cannot be checked here, as a sentence, and whether we can bring what is missing. */
  async whyNot({
    exercise,
    track,
  }: Task): Promise<{ why: string; canInstall: boolean } | undefined> {
    const why = await whatIsMissing(exercise, track, this.services);
    if (why === undefined) return undefined;
    const { practice, tools } = this.services;
    const runtime = this.services.runtime(track);
    for (const tool of runtime?.tools ?? []) {
      if ((await tools.find(tool)) === undefined) return { why, canInstall: false };
    }
    const missing = await runtime?.missing?.(practice, tools);
    return { why, canInstall: missing?.install !== undefined };
  }

  /** Whether the solution may be seen: after passing, or after two checks of one's own work. */
  maySeeSolution({ exercise }: Task): boolean {
    const { passed, tries } = this.store.record(exercise.id);
    return passed !== undefined || tries >= 2;
  }

  /** Looks for tools anew, such as after an installation. */
  lookAgain(): void {
    this.tools.forget();
    this.changedEmitter.fire();
  }

  dispose(): void {
    this.subscription.dispose();
    this.checkingEmitter.dispose();
    this.checkedEmitter.dispose();
    this.startedEmitter.dispose();
    this.changedEmitter.dispose();
    void this.services.close();
  }

  /** Ticks the walkthroughs' steps of lessons whose exercises are all passed. */
  async tickLessons(): Promise<void> {
    for (const { lessons } of this.catalogue.steps) {
      for (const { id, exercises } of lessons) {
        if (exercises.length === 0) continue;
        if (!exercises.every((each) => this.store.isPassed(each.id))) continue;
        await this.ticks.complete(`did.learn.${id}`);
      }
    }
  }

  /** Forgets what was done with exercises, and takes the ticks of their lessons away. */
  async forget(exercises: readonly Exercise[]): Promise<void> {
    const ids = exercises.map(({ id }) => id);
    for (const id of ids) this.outcomes.delete(id);
    await this.store.forget(ids);
    await this.ticks.reset(new Set(exercises.map(({ lesson }) => `did.learn.${lesson}`)));
    this.changedEmitter.fire();
  }

  async gitSetup({ exercise }: Task): Promise<GitSetup | undefined> {
    if (exercise.check.kind !== 'git') return undefined;
    const specification = this.services.specification(exercise.id);
    const program = await this.tools.find('git');
    if (program === undefined)
      throw new Error('Git is not installed. Open "Tools" to see how to get it.');
    if (specification?.kind !== 'git') throw new Error(`${exercise.id} has no check`);
    return { specification, program };
  }

  private async ask(task: Task, signal?: AbortSignal): Promise<Outcome> {
    const { exercise, track } = task;
    if (!this.folder.isStarted(exercise, track)) {
      return { state: 'notRun', why: 'The exercise is not started yet.' };
    }
    await this.saveFiles(task);
    const folder = this.folder.folderOf(exercise, track);
    if (RUNS_CODE.includes(exercise.check.kind) && !vscode.workspace.isTrusted) {
      const why =
        'This window is in Restricted Mode, where no program is run. Trust the folder to check the exercise.';
      return lookAtCode(why, exercise, track, folder, this.services);
    }
    return checkExercise(exercise, track, folder, this.services, signal);
  }

  private async took(task: Task, outcome: Outcome): Promise<Outcome> {
    const { exercise, track } = task;
    this.outcomes.set(exercise.id, { exercise, track, outcome });
    if (outcome.state === 'passed') {
      await this.store.pass(exercise.id, track);
      await this.tickLessons();
    } else if (outcome.state === 'failed' || outcome.withoutRunning !== undefined) {
      // Where the program cannot be run, an honest try is one all the same.
      const isTry =
        exercise.check.kind === 'quiz' ||
        exercise.check.kind === 'git' ||
        (await this.folder.isChanged(exercise, track));
      if (isTry) await this.store.fail(exercise.id);
    }
    this.checkedEmitter.fire({ exercise, track, outcome });
    return outcome;
  }

  private async saveFiles({ exercise, track }: Task): Promise<void> {
    const folder = this.folder.folderOf(exercise, track) + path.sep;
    for (const document of vscode.workspace.textDocuments) {
      if (document.isDirty && document.uri.fsPath.startsWith(folder)) await document.save();
    }
  }

  /** The open folder that has the steps' folders itself; else one in the first folder; else our own. */
  private practiceFolder(): string {
    const folders = (vscode.workspace.workspaceFolders ?? []).filter(
      ({ uri }) => uri.scheme === 'file' || uri.scheme === 'vscode-remote',
    );
    const steps = new Set(this.catalogue.steps.map(({ id }) => id));
    for (const { uri } of folders) {
      const isPractice =
        path.basename(uri.fsPath) === FOLDER ||
        (existsSync(uri.fsPath) && readdirSync(uri.fsPath).some((name) => steps.has(name)));
      if (isPractice) return uri.fsPath;
    }
    const [first] = folders;
    return first === undefined
      ? path.join(this.context.globalStorageUri.fsPath, 'practice')
      : path.join(first.uri.fsPath, FOLDER);
  }
}

function setting<T>(name: string, otherwise: T): T {
  return vscode.workspace.getConfiguration('backendTutor').get<T>(name, otherwise);
}
