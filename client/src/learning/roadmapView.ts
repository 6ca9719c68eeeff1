import * as vscode from 'vscode';
import type { Lesson, Step } from '../exercises/catalogue';
import type { Exercise } from '../exercises/model';
import type { Learning } from './session';

type Node =
  | { readonly kind: 'step'; readonly step: Step }
  | { readonly kind: 'lesson'; readonly step: Step; readonly lesson: Lesson }
  | { readonly kind: 'exercise'; readonly lesson: Lesson; readonly exercise: Exercise };

/** The roadmap as a tree: steps, lessons, exercises, with ticks that only checks give. */
export class RoadmapView implements vscode.TreeDataProvider<Node>, vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<undefined>();
  readonly onDidChangeTreeData = this.changed.event;
  private readonly view: vscode.TreeView<Node>;
  private readonly subscriptions: vscode.Disposable[];

  constructor(private readonly learning: Learning) {
    this.view = vscode.window.createTreeView('backendTutor.roadmap', {
      treeDataProvider: this,
      showCollapseAll: true,
    });
    const refresh = () => {
      this.changed.fire(undefined);
      this.describe();
    };
    this.subscriptions = [
      this.view,
      this.changed,
      learning.store.onDidChange(refresh),
      learning.onDidCheck(refresh),
      learning.onDidStart(refresh),
      learning.onDidChange(refresh),
    ];
    this.describe();
  }

  getChildren(node?: Node): Node[] {
    if (node === undefined) {
      return this.learning.catalogue.steps.map((step) => ({ kind: 'step', step }));
    }
    if (node.kind === 'step') {
      const { step } = node;
      return step.lessons.map((lesson) => ({ kind: 'lesson', step, lesson }));
    }
    if (node.kind === 'exercise') return [];
    const { lesson } = node;
    return lesson.exercises.map((exercise) => ({ kind: 'exercise', lesson, exercise }));
  }

  getTreeItem(node: Node): vscode.TreeItem {
    if (node.kind === 'exercise') return this.exerciseItem(node.exercise);
    const exercises =
      node.kind === 'step'
        ? node.step.lessons.flatMap(({ exercises }) => exercises)
        : node.lesson.exercises;
    const done = exercises.filter(({ id }) => this.learning.store.isPassed(id)).length;
    const isDone = exercises.length > 0 && done === exercises.length;
    const count = exercises.length === 0 ? '' : `${done}/${exercises.length}`;
    if (node.kind === 'step') {
      const item = new vscode.TreeItem(
        numbered(node.step),
        vscode.TreeItemCollapsibleState.Collapsed,
      );
      item.id = node.step.id;
      item.description = count;
      item.iconPath = icon(isDone ? 'pass-filled' : 'milestone', isDone);
      item.contextValue = 'step';
      item.accessibilityInformation = {
        label: `${numbered(node.step)}, ${done} of ${exercises.length} exercises done`,
      };
      return item;
    }
    const item = new vscode.TreeItem(
      node.lesson.title,
      exercises.length > 0
        ? vscode.TreeItemCollapsibleState.Expanded
        : vscode.TreeItemCollapsibleState.None,
    );
    item.id = `${node.step.id}/${node.lesson.id}`;
    item.description = count;
    item.iconPath = icon(isDone ? 'pass-filled' : 'book', isDone);
    item.tooltip = `Read the lesson "${node.lesson.title}"`;
    item.contextValue = 'lesson';
    item.command = {
      command: 'backendTutor.openLesson',
      title: 'Open Lesson',
      arguments: [node.step.id, node.lesson.id],
    };
    item.accessibilityInformation = {
      label: `Lesson ${node.lesson.title}${count === '' ? '' : `, ${done} of ${exercises.length} exercises done`}`,
    };
    return item;
  }

  getParent(node: Node): Node | undefined {
    for (const step of this.learning.catalogue.steps) {
      if (node.kind === 'lesson' && node.step === step) return { kind: 'step', step };
      if (node.kind !== 'exercise') continue;
      const lesson = step.lessons.find((each) => each === node.lesson);
      if (lesson) return { kind: 'lesson', step, lesson };
    }
    return undefined;
  }

  dispose(): void {
    vscode.Disposable.from(...this.subscriptions).dispose();
  }

  private exerciseItem(exercise: Exercise): vscode.TreeItem {
    const { learning } = this;
    const task = learning.taskOf(exercise);
    const isPassed = learning.store.isPassed(exercise.id);
    const outcome = learning.outcomeOf(task)?.state;
    const isStarted = learning.folder.isStarted(exercise, task.track);
    const state = isPassed
      ? 'done'
      : outcome === 'failed'
        ? 'not right yet'
        : isStarted
          ? 'started'
          : 'not started';
    const isQuiz = exercise.check.kind === 'quiz';
    const item = new vscode.TreeItem(exercise.title, vscode.TreeItemCollapsibleState.None);
    item.id = `exercise/${exercise.id}`;
    item.iconPath = isPassed
      ? icon('pass-filled', true)
      : outcome === 'failed'
        ? new vscode.ThemeIcon('error', new vscode.ThemeColor('testing.iconFailed'))
        : new vscode.ThemeIcon(isStarted ? 'circle-large-filled' : 'circle-large-outline');
    item.description = [
      isQuiz ? 'quiz' : trackName(task.track),
      state === 'not started' ? '' : state,
    ]
      .filter((each) => each !== '')
      .join(', ');
    item.contextValue = isQuiz ? 'quiz' : isStarted ? 'exerciseStarted' : 'exercise';
    item.command = {
      command: 'backendTutor.startExercise',
      title: 'Start Exercise',
      arguments: [exercise.id],
    };
    item.accessibilityInformation = { label: `Exercise ${exercise.title}, ${state}` };
    return item;
  }

  private describe(): void {
    const { catalogue, store } = this.learning;
    const all = [...catalogue.exercises.values()];
    const done = all.filter(({ id }) => store.isPassed(id)).length;
    this.view.description = `${done} of ${all.length}`;
    const next = this.learning.next();
    this.view.message =
      next === undefined ? 'Everything is done.' : done === 0 ? undefined : `Next: ${next.title}`;
  }
}

function numbered({ id, title }: Step): string {
  const number = /^(\d+)-/.exec(id)?.[1];
  return number === undefined ? title : `${number}. ${title}`;
}

function icon(id: string, isDone: boolean): vscode.ThemeIcon {
  return new vscode.ThemeIcon(id, isDone ? new vscode.ThemeColor('testing.iconPassed') : undefined);
}

const names: Readonly<Record<string, string>> = {
  javascript: 'JavaScript',
  python: 'Python',
  java: 'Java',
  ruby: 'Ruby',
  php: 'PHP',
  express: 'Express',
  flask: 'Flask',
  django: 'Django',
  'spring-boot': 'Spring Boot',
  rails: 'Rails',
  sinatra: 'Sinatra',
  laravel: 'Laravel',
  'php-web': 'PHP',
  sql: 'SQL',
  mongodb: 'MongoDB',
  cql: 'Cassandra',
  git: 'Git',
  text: 'files',
  quiz: 'quiz',
};

/** A track as its makers write it. */
export function trackName(track: string): string {
  return names[track] ?? track;
}
