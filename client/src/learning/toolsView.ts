import * as vscode from 'vscode';
import { languageOfTrack, type Track } from '../exercises/model';
import type { Command, Missing } from '../exercises/runtimes/runtime';
import { runtimes } from '../exercises/runtimes/runtimes';
import { type FoundTool, installAdvice, type Tool, toolFacts } from '../exercises/tools';
import { trackName } from './roadmapView';
import type { Learning } from './session';

/** The doctor: which tools and frameworks are there, and how to get the others. */

const shownTools: readonly Tool[] = ['node', 'python', 'javac', 'ruby', 'php', 'git'];

type Node =
  | { readonly kind: 'tool'; readonly found: FoundTool }
  | {
      readonly kind: 'track';
      readonly track: Track;
      readonly missing: Missing | undefined;
      /** A tool that comes first. */
      readonly blocked: Tool | undefined;
    };

export class ToolsView implements vscode.TreeDataProvider<Node>, vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<undefined>();
  readonly onDidChangeTreeData = this.changed.event;
  private readonly view: vscode.TreeView<Node>;
  private readonly subscriptions: vscode.Disposable[];

  constructor(private readonly learning: Learning) {
    this.view = vscode.window.createTreeView('backendTutor.tools', { treeDataProvider: this });
    this.subscriptions = [
      this.view,
      this.changed,
      learning.onDidChange(() => this.changed.fire(undefined)),
    ];
  }

  async getChildren(node?: Node): Promise<Node[]> {
    if (node) return [];
    const { tools, services } = this.learning;
    const found = await Promise.all(shownTools.map((tool) => tools.look(tool)));
    const tracks = await Promise.all(
      (Object.keys(runtimes) as Track[])
        .filter((track) => languageOfTrack[track] !== track)
        .map(async (track): Promise<Node> => {
          const runtime = runtimes[track]!;
          let blocked: Tool | undefined;
          for (const tool of runtime.tools) {
            if (blocked === undefined && (await tools.find(tool)) === undefined) blocked = tool;
          }
          const missing =
            blocked === undefined ? await runtime.missing?.(services.practice, tools) : undefined;
          return { kind: 'track', track, missing, blocked };
        }),
    );
    return [...found.map((each): Node => ({ kind: 'tool', found: each })), ...tracks];
  }

  getTreeItem(node: Node): vscode.TreeItem {
    return node.kind === 'tool' ? toolItem(node.found) : trackItem(node);
  }

  reveal(): Thenable<void> {
    return vscode.commands.executeCommand('backendTutor.tools.focus');
  }

  dispose(): void {
    vscode.Disposable.from(...this.subscriptions).dispose();
  }
}

function toolItem({ tool, program, version, isOld, isEditors }: FoundTool): vscode.TreeItem {
  const { title, minimum } = toolFacts[tool];
  const item = new vscode.TreeItem(title);
  item.id = `tool/${tool}`;
  item.contextValue = 'tool';
  if (program === undefined) {
    item.iconPath = new vscode.ThemeIcon(
      'circle-slash',
      new vscode.ThemeColor('testing.iconFailed'),
    );
    item.description = `not found. Install: ${installAdvice(tool)}`;
  } else {
    item.iconPath = new vscode.ThemeIcon(
      isOld ? 'warning' : 'pass',
      new vscode.ThemeColor(isOld ? 'list.warningForeground' : 'testing.iconPassed'),
    );
    const where = isEditors ? 'the editor’s own' : program;
    item.description = isOld
      ? `${version}, ${minimum} or later is needed by some exercises (${where})`
      : `${version} (${where})`;
  }
  item.tooltip = `${title}: ${item.description}`;
  return item;
}

function trackItem(node: Extract<Node, { kind: 'track' }>): vscode.TreeItem {
  const { track, missing, blocked } = node;
  const item = new vscode.TreeItem(trackName(track) === 'PHP' ? 'PHP (web)' : trackName(track));
  item.id = `track/${track}`;
  if (blocked === undefined && missing === undefined) {
    item.iconPath = new vscode.ThemeIcon('pass', new vscode.ThemeColor('testing.iconPassed'));
    item.description = 'ready';
  } else {
    item.iconPath = new vscode.ThemeIcon('circle-slash');
    item.description =
      blocked === undefined ? missing?.why : `needs ${toolFacts[blocked].title} first`;
    item.contextValue = missing?.install ? 'installable' : 'track';
  }
  item.tooltip = `${item.label}: ${item.description}`;
  return item;
}

/**
 * Installs what a framework's exercises need, in a terminal that the learner sees, after asking.
 * @param track as the tree's item names it; asked for when absent
 */
export async function installFramework(learning: Learning, track: Track): Promise<void> {
  const runtime = runtimes[track];
  const { practice } = learning.services;
  const missing = await runtime?.missing?.(practice, learning.tools);
  if (!missing?.install) return;
  const lines = missing.install.map(commandLine);
  const answer = await vscode.window.showInformationMessage(
    `Install what the ${trackName(track)} exercises need?`,
    {
      modal: true,
      detail: `These commands run in ${practice}, and download packages:\n\n${lines.join('\n')}`,
    },
    'Install',
  );
  if (answer !== 'Install') return;
  await vscode.workspace.fs.createDirectory(vscode.Uri.file(practice));
  for (const command of missing.install) {
    const name = `Backend Tutor: ${trackName(track)}`;
    const execution = new vscode.ProcessExecution(command.program, [...command.args], {
      cwd: practice,
      env: { ...command.env },
    });
    const task = new vscode.Task(
      { type: 'process' },
      vscode.TaskScope.Workspace,
      name,
      'Backend Tutor',
      execution,
    );
    task.presentationOptions = { reveal: vscode.TaskRevealKind.Always };
    if ((await runTask(task)) !== 0) {
      await vscode.window.showErrorMessage('The installation failed: its terminal says why.');
      break;
    }
  }
  learning.lookAgain();
}

async function runTask(task: vscode.Task): Promise<number | undefined> {
  const execution = await vscode.tasks.executeTask(task);
  return new Promise((resolve) => {
    const subscription = vscode.tasks.onDidEndTaskProcess((event) => {
      if (event.execution !== execution) return;
      subscription.dispose();
      resolve(event.exitCode);
    });
  });
}

function commandLine({ program, args }: Command): string {
  return [program, ...args].map((each) => (/\s/.test(each) ? `"${each}"` : each)).join(' ');
}
