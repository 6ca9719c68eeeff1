import path from 'node:path';
import * as vscode from 'vscode';
import { editedFiles } from '../exercises/catalogue';
import { type Outcome, type Problem, problemText } from '../exercises/model';
import { trackName } from './roadmapView';
import type { Checked, Learning, Task } from './session';

/** The exercises in the Test Explorer. What is checked elsewhere appears there as well. */
export class ExerciseTests implements vscode.Disposable {
  private readonly controller: vscode.TestController;
  private readonly items = new Map<string, vscode.TestItem>();
  private readonly subscriptions: vscode.Disposable[];
  /** Checks that a test run itself asks for: it shows them, and nobody else does. */
  private readonly running = new Set<string>();

  constructor(
    private readonly learning: Learning,
    private readonly complain: (error: unknown) => void,
  ) {
    this.controller = vscode.tests.createTestController('backendTutor', 'Backend Tutor');
    this.controller.createRunProfile(
      'Check',
      vscode.TestRunProfileKind.Run,
      (request, token) => this.run(request, token),
      true,
    );
    this.controller.refreshHandler = () => this.fill();
    this.subscriptions = [
      this.controller,
      learning.onDidStart(() => this.fill()),
      learning.onDidChange(() => this.fill()),
      learning.onDidCheck((checked) => this.show(checked)),
    ];
    this.fill();
  }

  dispose(): void {
    vscode.Disposable.from(...this.subscriptions).dispose();
  }

  /** Lists the exercises that were started: the others have no files to check. */
  private fill(): void {
    const { catalogue, folder } = this.learning;
    this.items.clear();
    const steps = catalogue.steps.flatMap((step) => {
      const exercises = step.lessons
        .flatMap((lesson) => lesson.exercises)
        .filter((exercise) => exercise.check.kind !== 'quiz')
        .map((exercise) => this.learning.taskOf(exercise))
        .filter(({ exercise, track }) => folder.isStarted(exercise, track));
      if (exercises.length === 0) return [];
      const item = this.controller.createTestItem(step.id, step.title);
      item.children.replace(exercises.map((task) => this.item(task)));
      return [item];
    });
    this.controller.items.replace(steps);
  }

  private item({ exercise, track }: Task): vscode.TestItem {
    const files = this.filesOf({ exercise, track });
    const uri = files[0] === undefined ? undefined : vscode.Uri.file(files[0]);
    const item = this.controller.createTestItem(exercise.id, exercise.title, uri);
    item.description = trackName(track);
    if (uri) item.range = new vscode.Range(0, 0, 0, 0);
    this.items.set(exercise.id, item);
    return item;
  }

  private filesOf({ exercise, track }: Task): string[] {
    const folder = this.learning.folder.folderOf(exercise, track);
    return editedFiles(exercise, track).map((file) => path.join(folder, file));
  }

  private async run(
    request: vscode.TestRunRequest,
    token: vscode.CancellationToken,
  ): Promise<void> {
    const chosen: vscode.TestItem[] = [];
    const add = (item: vscode.TestItem) => {
      if (request.exclude?.includes(item)) return;
      if (this.items.has(item.id)) chosen.push(item);
      item.children.forEach(add);
    };
    if (request.include) request.include.forEach(add);
    else this.controller.items.forEach(add);
    const run = this.controller.createTestRun(request);
    for (const item of chosen) run.enqueued(item);
    const abort = new AbortController();
    const subscription = token.onCancellationRequested(() => abort.abort());
    try {
      for (const item of chosen) {
        const exercise = this.learning.catalogue.exercises.get(item.id);
        if (token.isCancellationRequested || !exercise) {
          run.skipped(item);
          continue;
        }
        run.started(item);
        const start = performance.now();
        this.running.add(item.id);
        try {
          const task = this.learning.taskOf(exercise);
          const outcome = await this.learning.check(task, abort.signal);
          this.report(run, item, task, outcome, performance.now() - start);
        } catch (error) {
          run.errored(item, new vscode.TestMessage(`The check itself failed: ${error}`));
          this.complain(error);
        } finally {
          this.running.delete(item.id);
        }
      }
    } finally {
      subscription.dispose();
      run.end();
    }
  }

  /** A check that was asked for elsewhere. */
  private show({ exercise, track, outcome }: Checked): void {
    if (this.running.has(exercise.id) || outcome.state === 'notRun') return;
    const item = this.items.get(exercise.id);
    if (!item) return;
    const run = this.controller.createTestRun(new vscode.TestRunRequest([item]), undefined, false);
    this.report(run, item, { exercise, track }, outcome);
    run.end();
  }

  private report(
    run: vscode.TestRun,
    item: vscode.TestItem,
    task: Task,
    outcome: Outcome,
    took?: number,
  ): void {
    if (outcome.state === 'passed') run.passed(item, took);
    else if (outcome.state === 'failed') {
      run.failed(
        item,
        outcome.problems.map((problem) => this.message(task, problem)),
        took,
      );
    } else {
      run.appendOutput(`${item.label}: ${outcome.why}\r\n`);
      run.errored(item, new vscode.TestMessage(outcome.why));
    }
  }

  private message({ exercise, track }: Task, problem: Problem): vscode.TestMessage {
    const { place } = problem;
    const message = new vscode.TestMessage(problemText(problem));
    if (place) {
      const file = path.join(this.learning.folder.folderOf(exercise, track), place.file);
      const position = new vscode.Position(place.line, 0);
      message.location = new vscode.Location(vscode.Uri.file(file), position);
    }
    return message;
  }
}
