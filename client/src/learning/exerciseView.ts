import { readFile } from 'node:fs/promises';
import path from 'node:path';
import * as vscode from 'vscode';
import { hintsOf } from '../exercises/catalogue';
import type { Outcome, Problem } from '../exercises/model';
import { escapeHtml, inlineHtml, page, sends } from './html';
import { renderMarkdown } from './markdown';
import { trackName } from './roadmapView';
import type { Learning, Task } from './session';

/** What to do in the exercise at hand, and what its check saw. */
export class ExerciseView implements vscode.WebviewViewProvider, vscode.Disposable {
  private view: vscode.WebviewView | undefined;
  private current: Task | undefined;
  private turn = 0;
  private readonly subscriptions: vscode.Disposable[];

  constructor(
    private readonly learning: Learning,
    private readonly walkthroughs: string,
    private readonly complain: (error: unknown) => void,
  ) {
    const show = () => void this.refresh();
    this.subscriptions = [
      vscode.window.registerWebviewViewProvider('backendTutor.exercise', this),
      vscode.window.onDidChangeActiveTextEditor((editor) => this.follow(editor?.document.uri)),
      learning.onDidCheck(({ exercise, track }) => {
        // A quiz shows its answers in its own tab.
        if (exercise.check.kind !== 'quiz') this.show({ exercise, track });
      }),
      learning.onDidStart((task) => this.show(task)),
      learning.onDidChange(() => this.changed()),
      learning.onDidChangeChecks(show),
      learning.store.onDidChange(show),
    ];
    this.follow(vscode.window.activeTextEditor?.document.uri);
  }

  /** The exercise that the view is about. */
  get task(): Task | undefined {
    return this.current;
  }

  resolveWebviewView(view: vscode.WebviewView): void {
    this.view = view;
    view.webview.options = { enableScripts: true, localResourceRoots: [] };
    view.webview.onDidReceiveMessage((message: { command: string; args?: unknown[] }) => {
      if (!/^backendTutor\.\w+$/.test(message.command)) return;
      void vscode.commands.executeCommand(message.command, ...(message.args ?? []));
    });
    view.onDidDispose(() => {
      this.view = undefined;
    });
    void this.refresh();
  }

  show({ exercise, track }: Task): void {
    this.current = { exercise, track };
    void this.refresh();
  }

  dispose(): void {
    vscode.Disposable.from(...this.subscriptions).dispose();
  }

  /** Another language may be chosen: then the exercise is shown in that one. */
  private changed(): void {
    const { current } = this;
    if (current) this.current = this.learning.taskOf(current.exercise);
    void this.refresh();
  }

  private follow(uri: vscode.Uri | undefined): void {
    const task = this.learning.taskOfFile(uri);
    if (!task) return;
    const isSame = this.current?.exercise === task.exercise && this.current.track === task.track;
    if (!isSame) this.show(task);
  }

  private async refresh(): Promise<void> {
    const { view, current } = this;
    if (!view) return;
    // Of several at once, the last one counts.
    const turn = ++this.turn;
    try {
      const body = current ? await this.body(current) : this.welcome();
      if (this.view !== view || this.turn !== turn) return;
      view.title = current ? current.exercise.title : 'Exercise';
      view.webview.html = page(view.webview, current?.exercise.title ?? 'Exercise', body);
    } catch (error) {
      this.complain(error);
    }
  }

  private welcome(): string {
    const next = this.learning.next();
    if (!next) return '<p>Everything is done.</p>';
    const start = { command: 'backendTutor.startExercise', args: [next.id] };
    return `<p>Choose an exercise in the roadmap, or begin with the next one.</p>
<p><button ${sends(start)}>Start “${escapeHtml(next.title)}”</button></p>`;
  }

  private async body(task: Task): Promise<string> {
    const { exercise, track } = task;
    const { learning } = this;
    const outcome = learning.outcomeOf(task);
    const record = learning.store.record(exercise.id);
    const hints = hintsOf(exercise, track);
    const shownHints = hints.slice(0, record.hints);
    const text = await readFile(path.join(exercise.folder, 'task.md'), 'utf8');
    const why = await learning.whyNot(task);
    const send = (command: string, ...args: unknown[]) =>
      sends({ command: `backendTutor.${command}`, args: [exercise.id, ...args] });
    const more = hints.length - shownHints.length;
    const next = learning.next(exercise);
    const check = learning.isChecking(task) ? ['disabled', 'Checking …'] : ['', 'Check'];
    return [
      `<div class="actions"><button ${send('checkExercise', track)} ${check[0]}>${check[1]}</button>`,
      record.passed && next
        ? `<button ${sends({ command: 'backendTutor.startExercise', args: [next.id] })}>Next: ${escapeHtml(next.title)}</button>`
        : '',
      more > 0
        ? `<button class="secondary" ${send('showHint', track)}>${shownHints.length === 0 ? 'Hint' : 'Next hint'} (${shownHints.length + 1} of ${hints.length})</button>`
        : '',
      '</div>',
      why === undefined
        ? ''
        : `<div class="card"><p>${inlineHtml(why.why)}</p><p>${why.canInstall ? `<button ${sends({ command: 'backendTutor.installFramework', args: [{ track }] })}>Install</button>` : ''}<button class="secondary" ${sends({ command: 'backendTutor.showTools' })}>Tools</button></p></div>`,
      `<div role="status">${outcome ? this.outcome(task, outcome) : ''}</div>`,
      ...shownHints.map(
        (hint, index) =>
          `<div class="card hint"><b>Hint ${index + 1}</b><br>${inlineHtml(hint)}</div>`,
      ),
      await renderMarkdown(text, this.walkthroughs),
      `<p class="muted">${escapeHtml(trackName(track))}${record.passed ? ' · done' : ''}</p>`,
      `<p><button class="link" ${sends({ command: 'backendTutor.openLesson', args: [exercise.step, exercise.lesson] })}>Read the lesson</button></p>`,
      learning.maySeeSolution(task)
        ? `<p><button class="secondary" ${send('showSolution', track)}>Compare with a solution</button>`
        : `<p><button class="secondary" disabled title="Check your own answer twice first">Solution after two tries</button>`,
      `<button class="secondary" ${send('resetExercise', track)}>Start over</button></p>`,
    ].join('\n');
  }

  private outcome(task: Task, outcome: Outcome): string {
    if (outcome.state === 'notRun') {
      const why = `<div class="card"><b>Not checked.</b> ${inlineHtml(outcome.why)}</div>`;
      if (outcome.withoutRunning === undefined) return why;
      const seen = outcome.withoutRunning.map((problem) => this.problem(task, problem)).join('');
      const nothing = 'The scanner finds nothing, and no TODO is left.';
      return `${why}<p>Looked at without running it:${seen === '' ? ` ${nothing}` : ''}</p>${seen}`;
    }
    const list = outcome.requirements
      .map(({ name, passed }) => {
        const mark = passed ? 'passed' : 'failed';
        return `<li><span class="mark ${mark}" aria-hidden="true">${passed ? '✓' : '✗'}</span>${inlineHtml(name)}<span class="muted"> ${passed ? '' : '– not yet'}</span></li>`;
      })
      .join('');
    const checks = `<ul class="checks">${list}</ul>`;
    if (outcome.state === 'passed') {
      return `<div class="card passed"><b>Passed.</b>${checks}</div>`;
    }
    const problems = outcome.problems.map((problem) => this.problem(task, problem)).join('');
    return `${checks}${problems}`;
  }

  private problem({ exercise, track }: Task, problem: Problem): string {
    const { name, expected, seen, tryNext, place } = problem;
    const open = place && {
      command: 'backendTutor.openPlace',
      args: [exercise.id, track, place.file, place.line],
    };
    return `<div class="card failed"><b>${inlineHtml(name)}</b>
<dl><dt>Expected</dt><dd>${inlineHtml(expected)}</dd><dt>Seen</dt><dd>${inlineHtml(seen)}</dd><dt>Try</dt><dd>${inlineHtml(tryNext)}</dd></dl>
${open ? `<button class="link" ${sends(open)}>${escapeHtml(place.file)}, line ${place.line + 1}</button>` : ''}</div>`;
  }
}
