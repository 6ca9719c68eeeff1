import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import * as vscode from 'vscode';
import { editedFiles, hintsOf, type Step } from '../exercises/catalogue';
import { filesOf } from '../exercises/layers';
import { type Language, languages, type Track } from '../exercises/model';
import { killAll } from '../exercises/process';
import { ExerciseLenses } from './codeLenses';
import { NotCourseData } from './courseData';
import type { CourseStore } from './courseStore';
import { ExerciseView } from './exerciseView';
import { HttpFiles } from './httpFile/runner';
import { LessonPanel } from './lessonPanel';
import { passedIn, portfolioHtml, portfolioMarkdown } from './portfolio';
import { QuizPanels } from './quizPanel';
import { RoadmapView, trackName } from './roadmapView';
import { Learning, type Task, type Ticks } from './session';
import { createStatusBar } from './statusBar';
import { ExerciseTests } from './testing';
import { installFramework, ToolsView } from './toolsView';

const SOLUTION = 'backend-tutor-solution';

/**
 * The course: views, tests, commands.
 * @param ticks what the walkthroughs' steps wait for
 * @public loaded by `require`
 */
export function registerLearning(
  context: vscode.ExtensionContext,
  store: CourseStore,
  ticks: Ticks,
  log: vscode.LogOutputChannel,
): Learning {
  const complain = (error: unknown) => {
    log.error(error instanceof Error ? error : String(error));
    const text = error instanceof Error ? error.message : String(error);
    void vscode.window.showErrorMessage(`Backend Tutor: ${text}`, 'Show Output').then((choice) => {
      if (choice === 'Show Output') log.show();
    });
  };
  const learning = new Learning(context, store, ticks);
  for (const problem of learning.catalogue.problems) log.warn(problem);
  const view = new ExerciseView(
    learning,
    path.join(context.extensionPath, 'walkthroughs'),
    complain,
  );
  const lessons = new LessonPanel(learning, context.extensionPath);
  const quizzes = new QuizPanels(learning, path.join(context.extensionPath, 'walkthroughs'));
  const commands = new CourseCommands(learning, view, lessons, quizzes);
  const httpFiles = new HttpFiles();
  context.subscriptions.push(
    learning,
    view,
    new RoadmapView(learning),
    createStatusBar(learning),
    new ToolsView(learning),
    new ExerciseTests(learning, complain),
    new ExerciseLenses(learning),
    vscode.workspace.registerTextDocumentContentProvider(SOLUTION, commands),
    { dispose: killAll },
    httpFiles,
    vscode.commands.registerCommand('backendTutor.sendRequest', (uri, line) =>
      httpFiles.send(uri, line),
    ),
    ...Object.entries(commands.all).map(([id, run]) =>
      vscode.commands.registerCommand(`backendTutor.${id}`, async (...args: unknown[]) => {
        try {
          return await run(...args);
        } catch (error) {
          complain(error);
          return undefined;
        }
      }),
    ),
  );
  // Progress may have come from another machine.
  learning.tickLessons().catch(complain);
  return learning;
}

/** What a person can do with exercises. Each command takes an exercise's id, or asks. */
class CourseCommands implements vscode.TextDocumentContentProvider {
  constructor(
    private readonly learning: Learning,
    private readonly view: ExerciseView,
    private readonly lessons: LessonPanel,
    private readonly quizzes: QuizPanels,
  ) {}

  readonly all: Readonly<Record<string, (...args: unknown[]) => unknown>> = {
    startExercise: (id) => this.start(id),
    startLesson: (step, lesson) => this.startLesson(step, lesson),
    nextExercise: () => this.start(this.learning.next(this.view.task?.exercise)?.id),
    checkExercise: (id, track) => this.check(id, track),
    showExercise: (id, track) => this.show(id, track),
    showHint: (id, track) => this.hint(id, track),
    showSolution: (id, track) => this.solution(id, track),
    resetExercise: (id, track) => this.reset(id, track),
    restoreExercise: (id, track) => this.restore(id, track),
    openPlace: (id, track, file, line) => this.openPlace(id, track, String(file), Number(line)),
    openLesson: (step, lesson) => this.openLesson(step, lesson),
    chooseLanguage: () => this.chooseLanguage(),
    showTools: () => vscode.commands.executeCommand('backendTutor.tools.focus'),
    lookForTools: () => this.learning.lookAgain(),
    installFramework: (node) => this.install(node),
    exportProgress: () => this.exportProgress(),
    importProgress: () => this.importProgress(),
    makePortfolio: () => this.makePortfolio(),
    resetStep: (node) => this.resetStep(node),
    resetCourse: () => this.resetCourse(),
  };

  /** Our answers, read-only. */
  async provideTextDocumentContent(uri: vscode.Uri): Promise<string> {
    const [, id = '', track = '', ...rest] = uri.path.split('/');
    const exercise = this.learning.catalogue.exercises.get(id);
    const known = exercise?.tracks.find((each) => each === track);
    if (!exercise || !known) return '';
    if (exercise.check.kind === 'git') {
      return readFile(path.join(exercise.folder, 'git', 'solution', 'steps.txt'), 'utf8');
    }
    const file = (await filesOf(exercise, known, 'solution')).get(rest.join('/'));
    return file === undefined ? '' : readFile(file, 'utf8');
  }

  private async start(id: unknown): Promise<void> {
    const task = await this.find(id, undefined, 'Start exercise');
    if (!task) return;
    if (task.exercise.check.kind === 'quiz') {
      this.quizzes.open(task);
      return;
    }
    const files = await this.learning.start(task);
    this.view.show(task);
    await vscode.commands.executeCommand('backendTutor.exercise.focus');
    const folder = this.learning.folder.folderOf(task.exercise, task.track);
    if (task.exercise.check.kind === 'git') {
      openTerminal(folder, task.exercise.title);
      return;
    }
    for (const [index, file] of files.entries()) {
      await vscode.window.showTextDocument(file, { preview: false, preserveFocus: index > 0 });
    }
    const [first] = files;
    if (first !== undefined && files.length > 1) await vscode.window.showTextDocument(first);
  }

  /** Starts the first exercise of a lesson that is not done. */
  private async startLesson(step: unknown, lesson: unknown): Promise<void> {
    const found = this.learning.catalogue.steps
      .find((each) => each.id === step)
      ?.lessons.find((each) => each.id === lesson);
    const open = found?.exercises.find(({ id }) => !this.learning.store.isPassed(id));
    await this.start((open ?? found?.exercises[0])?.id);
  }

  private async check(id: unknown, track: unknown): Promise<string | undefined> {
    const task = await this.find(id, track, 'Check exercise');
    if (!task) return undefined;
    if (task.exercise.check.kind === 'quiz') {
      this.quizzes.open(task);
      return undefined;
    }
    const options = {
      location: vscode.ProgressLocation.Window,
      title: `Checking “${task.exercise.title}”`,
      cancellable: true,
    };
    this.view.show(task);
    const outcome = await vscode.window.withProgress(options, (_progress, token) => {
      const abort = new AbortController();
      token.onCancellationRequested(() => abort.abort());
      return this.learning.check(task, abort.signal);
    });
    const text =
      outcome.state === 'passed'
        ? `$(pass) “${task.exercise.title}” is done.`
        : outcome.state === 'failed'
          ? `$(error) “${task.exercise.title}”: ${outcome.problems[0]?.name}`
          : `$(info) Not checked: ${outcome.why}`;
    vscode.window.setStatusBarMessage(text, 8000);
    return outcome.state;
  }

  private async show(id: unknown, track: unknown): Promise<void> {
    const task = await this.find(id, track, 'Show exercise');
    if (!task) return;
    this.view.show(task);
    await vscode.commands.executeCommand('backendTutor.exercise.focus');
  }

  private async hint(id: unknown, track: unknown): Promise<void> {
    const task = await this.find(id, track, 'Show hint');
    if (!task) return;
    const { exercise } = task;
    const hints = hintsOf(exercise, task.track);
    const shown = this.learning.store.record(exercise.id).hints;
    await this.learning.store.showHint(exercise.id, Math.min(hints.length, shown + 1));
    await this.show(exercise.id, task.track);
  }

  private async solution(id: unknown, track: unknown): Promise<void> {
    const task = await this.find(id, track, 'Compare with a solution');
    if (!task) return;
    const { exercise } = task;
    if (!this.learning.maySeeSolution(task)) {
      await vscode.window.showInformationMessage(
        'Try it yourself first: after two checks of your own answer, the solution is open.',
      );
      return;
    }
    const uri = (file: string) =>
      vscode.Uri.from({ scheme: SOLUTION, path: `/${exercise.id}/${task.track}/${file}` });
    if (exercise.check.kind === 'git') {
      await vscode.window.showTextDocument(uri('steps.txt'), { preview: true });
      return;
    }
    const folder = this.learning.folder.folderOf(exercise, task.track);
    for (const file of [...editedFiles(exercise, task.track)].reverse()) {
      const own = vscode.Uri.file(path.join(folder, file));
      const title = `${path.basename(file)}: yours and a solution`;
      await vscode.commands.executeCommand('vscode.diff', own, uri(file), title, {
        preview: false,
      });
    }
  }

  private async reset(id: unknown, track: unknown): Promise<void> {
    const task = await this.find(id, track, 'Start over');
    if (!task) return;
    const answer = await vscode.window.showWarningMessage(
      `Start “${task.exercise.title}” over?`,
      {
        modal: true,
        detail: 'A snapshot of your files is kept: “Bring a Snapshot Back” restores it.',
      },
      'Start Over',
    );
    if (answer !== 'Start Over') return;
    await this.learning.startOver(task);
    await this.learning.forget([task.exercise]);
    await this.start(task.exercise.id);
  }

  private async restore(id: unknown, track: unknown): Promise<void> {
    const task = await this.find(id, track, 'Bring a snapshot back');
    if (!task) return;
    const { exercise } = task;
    const snapshots = await this.learning.folder.snapshotsOf(exercise, task.track);
    const picked = await vscode.window.showQuickPick(
      snapshots.map((snapshot) => ({
        label: snapshot.time.replace('T', ' ').replace(/^(.{13})-(\d\d)-(\d\d).*$/, '$1:$2:$3'),
        description: 'UTC',
        snapshot,
      })),
      {
        title: `Bring a snapshot back: ${exercise.title}`,
        placeHolder:
          snapshots.length > 0
            ? 'Choose a snapshot; your files of now are kept, too'
            : 'This exercise was not started over yet: there is no snapshot',
      },
    );
    if (!picked) return;
    await this.learning.folder.restore(exercise, task.track, picked.snapshot);
    await this.start(exercise.id);
  }

  private async openPlace(id: unknown, track: unknown, file: string, line: number): Promise<void> {
    const task = await this.find(id, track, 'Open');
    if (!task) return;
    const folder = this.learning.folder.folderOf(task.exercise, task.track);
    const position = new vscode.Position(line, 0);
    await vscode.window.showTextDocument(vscode.Uri.file(path.join(folder, file)), {
      selection: new vscode.Range(position, position),
    });
  }

  private async openLesson(step: unknown, lesson: unknown): Promise<void> {
    const all = this.learning.catalogue.steps.flatMap((each) =>
      each.lessons.map((inner) => ({ label: inner.title, description: each.title, each, inner })),
    );
    const found =
      all.find(({ each, inner }) => each.id === step && inner.id === lesson) ??
      (await vscode.window.showQuickPick(all, {
        title: 'Open lesson',
        placeHolder: 'Choose a lesson',
        matchOnDescription: true,
      }));
    if (found) await this.lessons.open(found.each, found.inner);
  }

  private async chooseLanguage(): Promise<void> {
    const { language } = this.learning.choice;
    const picked = await vscode.window.showQuickPick(
      languages.map((each) => ({
        label: trackName(each),
        description: each === language ? 'chosen' : '',
        each: each as Language,
      })),
      {
        title: 'Choose your language',
        placeHolder: 'Exercises appear in this language; what you have done stays',
      },
    );
    if (picked) await this.learning.chooseLanguage(picked.each);
  }

  private async install(node: unknown): Promise<void> {
    const named = (node as { track?: Track } | undefined)?.track;
    if (named !== undefined) await installFramework(this.learning, named);
  }

  private async exportProgress(): Promise<void> {
    const target = await vscode.window.showSaveDialog({
      title: 'Export progress',
      filters: { JSON: ['json'] },
      defaultUri: vscode.Uri.file(
        path.join(this.learning.folder.practice, 'backend-tutor-progress.json'),
      ),
    });
    if (!target) return;
    await writeFile(target.fsPath, `${JSON.stringify(this.learning.store.data(), null, 2)}\n`);
  }

  private async importProgress(): Promise<void> {
    const [file] =
      (await vscode.window.showOpenDialog({
        title: 'Import progress',
        filters: { JSON: ['json'] },
      })) ?? [];
    if (!file) return;
    try {
      const text = await readFile(file.fsPath, 'utf8');
      const added = await this.learning.store.merge(text, this.learning.catalogue.exercises);
      await this.learning.tickLessons();
      await vscode.window.showInformationMessage(
        `${added} exercise${added === 1 ? ' is' : 's are'} newly done. Nothing of yours was taken away.`,
      );
    } catch (error) {
      if (!(error instanceof NotCourseData)) throw error;
      await vscode.window.showErrorMessage(`Nothing was imported. ${error.message}`);
    }
  }

  /** Two texts that are not saved yet: nothing of the learner's can be overwritten. */
  private async makePortfolio(): Promise<void> {
    const { catalogue, services, store } = this.learning;
    const name = await vscode.window.showInputBox({
      title: 'Make a portfolio of what you passed',
      prompt: 'Your name, as it stands at the top',
      validateInput: (text) => (text.trim() === '' ? 'Write a name.' : undefined),
    });
    if (name === undefined) return;
    const requirements = (id: string) => services.specification(id)?.requirements ?? [];
    const passed = passedIn(catalogue, (id) => store.record(id), requirements, trackName);
    const texts = [
      { language: 'html', content: portfolioHtml(passed, name.trim()) },
      { language: 'markdown', content: portfolioMarkdown(passed, name.trim()) },
    ];
    for (const text of texts) {
      const document = await vscode.workspace.openTextDocument(text);
      await vscode.window.showTextDocument(document, { preview: false });
    }
  }

  private async resetStep(node: unknown): Promise<void> {
    const { steps } = this.learning.catalogue;
    const named = (node as { step?: Step } | undefined)?.step;
    const step =
      named ??
      (
        await vscode.window.showQuickPick(
          steps.map((each) => ({ label: each.title, each })),
          { title: 'Start a step over', placeHolder: 'Choose a step' },
        )
      )?.each;
    if (step) await this.startAllOver([step], `Start “${step.title}” over?`);
  }

  private async resetCourse(): Promise<void> {
    await this.startAllOver(this.learning.catalogue.steps, 'Start the whole course over?');
  }

  private async startAllOver(steps: readonly Step[], question: string): Promise<void> {
    const detail =
      'The ticks go, and the files of every exercise are as at first. A snapshot of each is kept: “Bring a Snapshot Back” restores it.';
    const answer = await vscode.window.showWarningMessage(
      question,
      { modal: true, detail },
      'Start Over',
    );
    if (answer !== 'Start Over') return;
    const exercises = steps.flatMap(({ lessons }) => lessons.flatMap((lesson) => lesson.exercises));
    for (const exercise of exercises) {
      for (const track of exercise.tracks) {
        if (!this.learning.folder.isStarted(exercise, track)) continue;
        await this.learning.startOver({ exercise, track });
      }
    }
    await this.learning.forget(exercises);
  }

  /** The exercise that is named, or that the editor or the view shows, or that the person picks. */
  private async find(id: unknown, track: unknown, title: string): Promise<Task | undefined> {
    const { exercises } = this.learning.catalogue;
    const node = id as { exercise?: { id: string } } | undefined;
    const named = typeof id === 'string' ? id : node?.exercise?.id;
    const known = named === undefined ? undefined : exercises.get(named);
    if (known) {
      const chosen = known.tracks.find((each) => each === track);
      return chosen === undefined
        ? this.learning.taskOf(known)
        : { exercise: known, track: chosen };
    }
    const active = this.learning.taskOfFile(vscode.window.activeTextEditor?.document.uri);
    const current = title === 'Start exercise' ? undefined : (active ?? this.view.task);
    if (current) return { exercise: current.exercise, track: current.track };
    const picked = await vscode.window.showQuickPick(
      [...exercises.values()].map((exercise) => ({
        label: `${this.learning.store.isPassed(exercise.id) ? '$(pass-filled)' : '$(circle-large-outline)'} ${exercise.title}`,
        description: trackName(this.learning.taskOf(exercise).track),
        exercise,
      })),
      { title, placeHolder: 'Choose an exercise' },
    );
    return picked && this.learning.taskOf(picked.exercise);
  }
}

function openTerminal(cwd: string, name: string): void {
  const open = vscode.window.terminals.find((each) => each.name === name);
  (open ?? vscode.window.createTerminal({ name, cwd })).show();
}
