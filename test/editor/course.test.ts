import assert from 'node:assert/strict';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import * as vscode from 'vscode';
import type { Exercise } from '../../client/src/exercises/model';
import type { Api } from '../../client/src/extension';
import type { Learning } from '../../client/src/learning/session';
import { eventually, extension } from './support';

/** A learner goes through exercises: opens, fails, takes a hint, passes, sees the tick, starts over. */

async function api(): Promise<Api> {
  return (await extension().activate()) as Api;
}

async function learning(): Promise<Learning> {
  return (await api()).learning();
}

async function choose(language: string): Promise<void> {
  const settings = vscode.workspace.getConfiguration('backendTutor.course');
  await settings.update('language', language, vscode.ConfigurationTarget.Global);
}

function exerciseOf(course: Learning, id: string) {
  const exercise = course.catalogue.exercises.get(id);
  assert.ok(exercise, id);
  return exercise;
}

/** Puts a solution of ours into the learner's files, as an edit in the editor. */
async function solve(course: Learning, id: string): Promise<void> {
  const task = course.taskOf(exerciseOf(course, id));
  const folder = course.folder.folderOf(task.exercise, task.track);
  const own = path.join(task.exercise.folder, task.track, 'solution');
  for (const entry of await readdir(own, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const from = path.join(entry.parentPath, entry.name);
    const document = await vscode.workspace.openTextDocument(
      path.join(folder, path.relative(own, from)),
    );
    const edit = new vscode.WorkspaceEdit();
    const all = new vscode.Range(0, 0, document.lineCount, 0);
    edit.replace(document.uri, all, await readFile(from, 'utf8'));
    assert.ok(await vscode.workspace.applyEdit(edit));
  }
}

/** Answers a quiz as the panel does: wrong at first, then right. */
async function answer(course: Learning, quiz: Exercise): Promise<void> {
  assert.ok(quiz.check.kind === 'quiz');
  const { questions } = quiz.check;
  const task = course.taskOf(quiz);
  const wrong = await course.answerQuiz(
    task,
    questions.map(() => []),
  );
  assert.equal(wrong.state, 'failed');
  assert.equal(course.store.isPassed(quiz.id), false);
  const right = questions.map(({ answers }) =>
    answers.flatMap((each, index) => (each.right === true ? [index] : [])),
  );
  assert.equal((await course.answerQuiz(task, right)).state, 'passed');
}

/** Opens an exercise, checks it too early, takes a hint, solves it, and passes. */
async function pass(course: Learning, { id }: Exercise, language: string): Promise<void> {
  await vscode.commands.executeCommand('backendTutor.startExercise', id);
  const { fileName } = vscode.window.activeTextEditor?.document ?? { fileName: '' };
  assert.ok(fileName.includes(path.join(id, language)), fileName);
  assert.equal(await check(id), 'failed', id);
  assert.equal(course.store.isPassed(id), false);
  await vscode.commands.executeCommand('backendTutor.showHint', id);
  assert.equal(course.store.record(id).hints, 1);
  await solve(course, id);
  assert.equal(await check(id), 'passed', id);
  assert.equal(course.store.record(id).passed?.track, language);
}

const check = (id: string) => vscode.commands.executeCommand('backendTutor.checkExercise', id);

const STEP = '1-fundamentals';
const needs: Readonly<Record<string, 'node' | 'python' | 'javac' | 'ruby' | 'php'>> = {
  javascript: 'node',
  python: 'python',
  java: 'javac',
  ruby: 'ruby',
  php: 'php',
};

describe('the course', () => {
  it('is read without a mistake', async () => {
    assert.deepEqual((await learning()).catalogue.problems, []);
  });

  for (const [language, tool] of Object.entries(needs)) {
    it(`takes a learner through a whole step in ${language}`, async function () {
      this.timeout(600_000);
      const course = await learning();
      if ((await course.tools.find(tool)) === undefined) return this.skip();
      const { progress } = await api();
      await course.store.forget();
      await progress.reset();
      await choose(language);
      await eventually('the language', () => course.choice.language === language);
      const step = course.catalogue.steps.find(({ id }) => id === STEP);
      assert.ok(step && step.lessons.length > 10);

      const shown = new Set(
        progress.walkthroughs.flatMap(({ steps }) => steps.map((each) => each.key)),
      );
      assert.ok(step.lessons.filter(({ id }) => shown.has(`did.learn.${id}`)).length >= 5);

      const done: string[] = [];
      for (const lesson of step.lessons) {
        assert.ok(lesson.exercises.length > 0, lesson.id);
        for (const exercise of lesson.exercises) {
          assert.equal(progress.isDone(`did.learn.${lesson.id}`), false);
          assert.equal(course.next()?.id, exercise.id);
          if (exercise.check.kind === 'quiz') await answer(course, exercise);
          else await pass(course, exercise, language);
          done.push(exercise.id);
        }
        const key = `did.learn.${lesson.id}`;
        if (shown.has(key)) await eventually(`the tick ${key}`, () => progress.isDone(key));
        await vscode.commands.executeCommand('workbench.action.closeAllEditors');
      }
      assert.deepEqual(Object.keys(course.store.data().exercises), done);
    });
  }

  it('keeps what a learner did when an exercise is opened again, and when it is started over', async () => {
    const course = await learning();
    await choose('javascript');
    await eventually('the language', () => course.choice.language === 'javascript');
    const task = course.taskOf(exerciseOf(course, 'receipt'));
    const [file] = await course.start(task);
    assert.ok(file);
    await writeFile(file.fsPath, '// mine\n');
    await course.start(task);
    assert.equal(await readFile(file.fsPath, 'utf8'), '// mine\n');
    await course.startOver(task);
    assert.notEqual(await readFile(file.fsPath, 'utf8'), '// mine\n');
    const [snapshot] = await course.folder.snapshotsOf(task.exercise, task.track);
    assert.ok(snapshot);
    await course.folder.restore(task.exercise, task.track, snapshot);
    assert.equal(await readFile(file.fsPath, 'utf8'), '// mine\n');
  });

  it('says at which line something is wrong', async () => {
    const course = await learning();
    await choose('javascript');
    await eventually('the language', () => course.choice.language === 'javascript');
    const task = course.taskOf(exerciseOf(course, 'receipt'));
    await course.startOver(task);
    const [file] = await course.start(task);
    assert.ok(file);
    const text = await readFile(file.fsPath, 'utf8');
    const lines = text.split('\n');
    await writeFile(file.fsPath, [lines[0], 'const = 1;', ...lines.slice(1)].join('\n'));
    const outcome = await course.check(task);
    assert.equal(outcome.state, 'failed');
    assert.ok(outcome.state === 'failed');
    assert.deepEqual(outcome.problems[0]?.place, { file: 'main.js', line: 1 });
    assert.match(outcome.problems[0].seen, /SyntaxError/);
  });

  it('gives up a check when a newer one of the same exercise begins', async () => {
    const course = await learning();
    const task = course.taskOf(exerciseOf(course, 'initials'));
    await course.start(task);
    await solve(course, 'initials');
    const [older, newer] = await Promise.all([course.check(task), course.check(task)]);
    assert.equal(older.state, 'notRun');
    assert.equal(newer.state, 'passed');
    assert.equal(course.isChecking(task), false);
  });

  it('checks SQL on a real PostgreSQL', async function () {
    this.timeout(90_000);
    const course = await learning();
    const task = course.taskOf(exerciseOf(course, 'first-table'));
    await course.start(task);
    assert.equal((await course.check(task)).state, 'failed');
    await solve(course, 'first-table');
    assert.equal((await course.check(task)).state, 'passed');
  });

  it('gives progress out and takes it in, and takes nothing away', async () => {
    const course = await learning();
    await course.store.forget();
    await course.store.pass('receipt', 'java');
    const text = JSON.stringify(course.store.data());
    await course.store.forget();
    assert.equal(course.store.isPassed('receipt'), false);
    await course.store.pass('initials', 'ruby');
    assert.equal(await course.store.merge(text, course.catalogue.exercises), 1);
    assert.equal(course.store.record('receipt').passed?.track, 'java');
    assert.equal(course.store.record('initials').passed?.track, 'ruby');
    await course.store.forget();
  });
});
