import * as vscode from 'vscode';
import { editedFiles } from '../exercises/catalogue';
import type { Learning } from './session';

/** Above the learner's files: check, hint, solution. */
export class ExerciseLenses implements vscode.CodeLensProvider, vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<void>();
  readonly onDidChangeCodeLenses = this.changed.event;
  private readonly subscriptions: vscode.Disposable[];

  constructor(private readonly learning: Learning) {
    this.subscriptions = [
      this.changed,
      vscode.languages.registerCodeLensProvider(
        [{ scheme: 'file' }, { scheme: 'vscode-remote' }],
        this,
      ),
      learning.onDidCheck(() => this.changed.fire()),
      learning.store.onDidChange(() => this.changed.fire()),
      learning.onDidChange(() => this.changed.fire()),
    ];
  }

  provideCodeLenses(document: vscode.TextDocument): vscode.CodeLens[] {
    const task = this.learning.taskOfFile(document.uri);
    if (!task) return [];
    const { exercise, track, relative } = task;
    if (!editedFiles(exercise, track).includes(relative)) return [];
    const outcome = this.learning.outcomeOf(task);
    const lens = (title: string, command: string, tooltip: string) =>
      new vscode.CodeLens(new vscode.Range(0, 0, 0, 0), {
        title,
        command,
        tooltip,
        arguments: [exercise.id, track],
      });
    const state =
      outcome?.state === 'passed'
        ? '$(pass) Passed'
        : outcome?.state === 'failed'
          ? `$(error) ${outcome.problems.length === 1 ? '1 thing' : `${outcome.problems.length} things`} to repair`
          : undefined;
    return [
      lens('$(play) Check', 'backendTutor.checkExercise', `Check "${exercise.title}"`),
      ...(state ? [lens(state, 'backendTutor.showExercise', 'Show what the check saw')] : []),
      lens('$(book) Task', 'backendTutor.showExercise', 'Show what to do'),
      lens('$(lightbulb) Hint', 'backendTutor.showHint', 'Show the next hint'),
    ];
  }

  dispose(): void {
    vscode.Disposable.from(...this.subscriptions).dispose();
  }
}
