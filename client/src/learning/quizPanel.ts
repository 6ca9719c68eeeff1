import { readFile } from 'node:fs/promises';
import path from 'node:path';
import * as vscode from 'vscode';
import type { Exercise, QuizQuestion } from '../exercises/model';
import { escapeHtml, inlineHtml, page, sends } from './html';
import { renderMarkdown } from './markdown';
import type { Learning, Task } from './session';

/** A quiz in an editor tab: choose, check, read why. */
export class QuizPanels {
  private readonly panels = new Map<string, vscode.WebviewPanel>();

  /** @param walkthroughs where the glossary is */
  constructor(
    private readonly learning: Learning,
    private readonly walkthroughs: string,
  ) {}

  open(task: Task): void {
    const { exercise } = task;
    const open = this.panels.get(exercise.id);
    if (open) {
      open.reveal();
      return;
    }
    const panel = vscode.window.createWebviewPanel(
      'backendTutor.quiz',
      exercise.title,
      vscode.ViewColumn.Active,
      { enableScripts: true, localResourceRoots: [], retainContextWhenHidden: true },
    );
    this.panels.set(exercise.id, panel);
    panel.onDidDispose(() => this.panels.delete(exercise.id));
    panel.webview.onDidReceiveMessage(
      async (message: {
        answers?: number[][];
        again?: true;
        command?: string;
        args?: unknown[];
      }) => {
        if (message.command !== undefined && /^backendTutor\.\w+$/.test(message.command)) {
          await vscode.commands.executeCommand(message.command, ...(message.args ?? []));
        } else if (message.again) await this.draw(panel, task, []);
        else if (message.answers) {
          await this.learning.answerQuiz(task, message.answers);
          await this.draw(panel, task, message.answers);
        }
      },
    );
    void this.draw(panel, task, []);
  }

  /** What the questions are about: the task, where there is one. */
  private async introduction({ folder, title }: Exercise): Promise<string> {
    const text = await readFile(path.join(folder, 'task.md'), 'utf8').catch(() => undefined);
    return text === undefined
      ? `<h1>${escapeHtml(title)}</h1>\n<p class="muted">A question may have more than one right answer.</p>`
      : renderMarkdown(text, this.walkthroughs);
  }

  private async draw(
    panel: vscode.WebviewPanel,
    task: Task,
    chosen: readonly (readonly number[])[],
  ): Promise<void> {
    const { exercise } = task;
    if (exercise.check.kind !== 'quiz') return;
    const introduction = await this.introduction(exercise);
    // It may have been closed meanwhile.
    if (this.panels.get(exercise.id) !== panel) return;
    const { questions } = exercise.check;
    const isAnswered = chosen.length > 0;
    const right = questions.filter((question, index) => isRight(question, chosen[index])).length;
    const next = this.learning.next(exercise);
    const body = [
      introduction,
      isAnswered
        ? `<div class="card ${right === questions.length ? 'passed' : 'failed'}" role="status"><b>${right} of ${questions.length} right.</b>${right === questions.length ? ' Passed.' : ' Read why, and try again.'}</div>`
        : '',
      '<form id="quiz">',
      ...questions.map((question, index) =>
        questionHtml(question, index, chosen[index], isAnswered),
      ),
      isAnswered
        ? `<button type="button" ${sends({ again: true })}>Try again</button>`
        : '<button type="submit">Check the answers</button>',
      isAnswered && right === questions.length && next
        ? `<button type="button" ${sends({ command: 'backendTutor.startExercise', args: [next.id] })}>Next: ${escapeHtml(next.title)}</button>`
        : '',
      `<button type="button" class="secondary" ${sends({ command: 'backendTutor.openLesson', args: [exercise.step, exercise.lesson] })}>Read the lesson</button>`,
      '</form>',
    ].join('\n');
    panel.webview.html = page(
      panel.webview,
      exercise.title,
      body,
      `document.getElementById('quiz').addEventListener('submit', (event) => {
  event.preventDefault();
  const answers = Array.from(document.querySelectorAll('fieldset'), (field) =>
    Array.from(field.querySelectorAll('input'), (input, index) => input.checked ? index : -1).filter((index) => index >= 0));
  vscode.postMessage({ answers });
});`,
    );
  }
}

function isRight({ answers }: QuizQuestion, picked: readonly number[] = []): boolean {
  return answers.every(({ right = false }, index) => picked.includes(index) === right);
}

function questionHtml(
  question: QuizQuestion,
  index: number,
  picked: readonly number[] = [],
  isAnswered: boolean,
): string {
  const several = question.answers.filter((each) => each.right).length > 1;
  const answers = question.answers.map(({ text, right = false, why }, at) => {
    const isPicked = picked.includes(at);
    const mark = !isAnswered
      ? ''
      : `<span class="mark ${right ? 'passed' : 'failed'}" aria-hidden="true">${right ? '✓' : '✗'}</span>`;
    const explained = isAnswered
      ? `<p class="why muted">${right ? 'Right.' : 'Not right.'} ${inlineHtml(why)}</p>`
      : '';
    return `<label class="answer"><input type="${several ? 'checkbox' : 'radio'}" name="q${index}" ${isPicked ? 'checked' : ''} ${isAnswered ? 'disabled' : ''}>${mark}<span>${inlineHtml(text)}${isAnswered && isPicked ? ' <em>(your answer)</em>' : ''}</span></label>${explained}`;
  });
  return `<fieldset><legend>${index + 1}. ${inlineHtml(question.ask)}</legend>${question.code === undefined ? '' : `<pre><code>${escapeHtml(question.code)}</code></pre>`}${answers.join('')}</fieldset>`;
}
