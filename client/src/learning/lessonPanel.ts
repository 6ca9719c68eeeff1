import { readFile } from 'node:fs/promises';
import path from 'node:path';
import * as vscode from 'vscode';
import type { Lesson, Step } from '../exercises/catalogue';
import { escapeHtml, page, sends } from './html';
import { renderMarkdown } from './markdown';
import type { Learning } from './session';

/** A lesson in an editor tab, with its pictures, its exercises and the way on. One tab for all lessons. */
export class LessonPanel {
  private panel: vscode.WebviewPanel | undefined;
  private shown: { readonly step: Step; readonly lesson: Lesson } | undefined;

  /** @param root the extension's folder */
  constructor(
    private readonly learning: Learning,
    private readonly root: string,
  ) {
    learning.store.onDidChange(() => void this.draw());
    learning.onDidChange(() => void this.draw());
  }

  /** @throws {Error} when the lesson's page cannot be read */
  async open(step: Step, lesson: Lesson): Promise<void> {
    this.shown = { step, lesson };
    if (this.panel) this.panel.reveal();
    else {
      const media = vscode.Uri.file(path.join(this.root, 'media'));
      this.panel = vscode.window.createWebviewPanel(
        'backendTutor.lesson',
        lesson.title,
        vscode.ViewColumn.Active,
        { enableScripts: true, localResourceRoots: [media], enableFindWidget: true },
      );
      this.panel.onDidDispose(() => {
        this.panel = undefined;
      });
      this.panel.webview.onDidReceiveMessage((message: { command: string; args?: unknown[] }) => {
        if (!/^backendTutor\.\w+$/.test(message.command)) return;
        void vscode.commands.executeCommand(message.command, ...(message.args ?? []));
      });
    }
    await this.draw();
  }

  private async draw(): Promise<void> {
    const { panel, shown } = this;
    if (!panel || !shown) return;
    const { step, lesson } = shown;
    const text = await readFile(lesson.file, 'utf8');
    const html = await renderMarkdown(text, path.join(this.root, 'walkthroughs'));
    if (this.panel !== panel || this.shown !== shown) return;
    panel.title = lesson.title;
    const exercises = lesson.exercises.map(({ id, title }) => {
      const isDone = this.learning.store.isPassed(id);
      const start = sends({ command: 'backendTutor.startExercise', args: [id] });
      return `<li><span class="mark ${isDone ? 'passed' : ''}" aria-hidden="true">${isDone ? '✓' : '○'}</span><button class="link" ${start}>${escapeHtml(title)}</button>${isDone ? ' <span class="muted">done</span>' : ''}</li>`;
    });
    const next = this.lessonAfter(step, lesson);
    const body = [
      this.withPictures(html, panel.webview, path.dirname(lesson.file)),
      exercises.length > 0 ? `<h2>Exercises</h2><ul class="checks">${exercises.join('')}</ul>` : '',
      next
        ? `<p><button class="secondary" ${sends({ command: 'backendTutor.openLesson', args: [next.step.id, next.lesson.id] })}>Next lesson: ${escapeHtml(next.lesson.title)}</button></p>`
        : '',
    ].join('\n');
    panel.webview.html = page(panel.webview, lesson.title, body);
  }

  private lessonAfter(step: Step, lesson: Lesson): { step: Step; lesson: Lesson } | undefined {
    const all = this.learning.catalogue.steps.flatMap((each) =>
      each.lessons.map((inner) => ({ step: each, lesson: inner })),
    );
    const at = all.findIndex((each) => each.step === step && each.lesson === lesson);
    return all[at + 1];
  }

  /** Pictures by addresses that the page may load. */
  private withPictures(html: string, webview: vscode.Webview, folder: string): string {
    return html.replace(/(<img\b[^>]*?\bsrc=")([^":]+)(")/g, (_, before, source, after) => {
      const file = vscode.Uri.file(path.resolve(folder, decodeURI(source)));
      return `${before}${webview.asWebviewUri(file)}${after}`;
    });
  }
}
