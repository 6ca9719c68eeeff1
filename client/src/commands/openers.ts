import * as vscode from 'vscode';
import type { ProgressStore } from '../progress/store';

/** @param query what to look for below `backendTutor.`; all of our settings when absent */
export async function openSettings(extensionId: string, query?: unknown): Promise<void> {
  const filter =
    typeof query === 'string' && query !== '' ? `backendTutor.${query}` : `@ext:${extensionId}`;
  await vscode.commands.executeCommand('workbench.action.openSettings', filter);
}

/** @param rule id of a rule, such as `sql-injection`; asked for when absent or unknown */
export async function openRule(extensionUri: vscode.Uri, rule?: unknown): Promise<void> {
  const folder = vscode.Uri.joinPath(extensionUri, 'docs', 'rules');
  const ids = (await vscode.workspace.fs.readDirectory(folder))
    .map(([name]) => name)
    .filter((name) => name.endsWith('.md') && name !== 'README.md')
    .map((name) => name.slice(0, -'.md'.length))
    .sort();
  const chosen =
    ids.find((id) => id === rule) ??
    (await vscode.window.showQuickPick(ids, {
      title: 'Explain a rule',
      placeHolder: 'Choose a rule to read about',
    }));
  if (chosen === undefined) return;
  const page = vscode.Uri.joinPath(folder, `${chosen}.md`);
  await vscode.commands.executeCommand('markdown.showPreview', page);
}

/**
 * @param id of a walkthrough, such as `databases`; asked for when absent or unknown
 * @param step id of one of its steps
 */
export async function openWalkthrough(
  store: ProgressStore,
  extensionId: string,
  id?: unknown,
  step?: string,
): Promise<void> {
  const known = store.walkthroughs.find((each) => each.id === id);
  const walkthrough =
    known ??
    (
      await vscode.window.showQuickPick(
        store.walkthroughs.map((each) => {
          const done = each.steps.filter(({ key }) => store.isDone(key)).length;
          return {
            label: each.title,
            description: `${done} of ${each.steps.length} steps done`,
            each,
          };
        }),
        { title: 'Open walkthrough', placeHolder: 'Choose a step of the roadmap' },
      )
    )?.each;
  if (walkthrough === undefined) return;
  const category = `${extensionId}#${walkthrough.id}`;
  await vscode.commands.executeCommand(
    'workbench.action.openWalkthrough',
    step === undefined ? category : { category, step },
    false,
  );
}
