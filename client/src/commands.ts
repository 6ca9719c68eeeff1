import * as vscode from 'vscode';
import type { Walkthrough } from './manifest';
import type { Practice } from './practice';
import type { Progress } from './progress/progress';

/** Opens one of our walkthroughs; without an id, asks which. */
export async function openWalkthrough(
  context: vscode.ExtensionContext,
  progress: Progress,
  id: string | undefined,
): Promise<void> {
  const chosen =
    progress.walkthroughs.find((walkthrough) => walkthrough.id === id) ?? (await pick(progress));
  if (!chosen) return;
  await vscode.commands.executeCommand(
    'workbench.action.openWalkthrough',
    `${context.extension.id}#${chosen.id}`,
    false,
  );
}

async function pick(progress: Progress): Promise<Walkthrough | undefined> {
  const items = progress.walkthroughs.map((walkthrough) => {
    const done = walkthrough.steps.filter(
      ({ key }) => key !== undefined && progress.isDone(key),
    ).length;
    return {
      label: walkthrough.title,
      description: `${done} of ${walkthrough.steps.length} steps`,
      detail: walkthrough.description,
      walkthrough,
    };
  });
  const picked = await vscode.window.showQuickPick(items, {
    title: 'Backend Tutor',
    placeHolder: 'Which step of the roadmap?',
    matchOnDetail: true,
  });
  return picked?.walkthrough;
}

/** Shows the page of a rule, which comes with the extension. */
export async function openRule(context: vscode.ExtensionContext, id: string): Promise<void> {
  if (!/^[a-z0-9-]+$/.test(id)) return;
  const page = vscode.Uri.joinPath(context.extensionUri, 'docs', 'rules', `${id}.md`);
  await vscode.commands.executeCommand('markdown.showPreview', page);
}

export async function openSettings(query: string): Promise<void> {
  const filter = query === '' ? '@ext:backend-tutor.backend-tutor' : `backendTutor.${query}`;
  await vscode.commands.executeCommand('workbench.action.openSettings', filter);
}

/** Puts the practice file in the editor back to its starter, keeping the learner's text. */
export async function resetPractice(practice: Practice): Promise<void> {
  const uri = vscode.window.activeTextEditor?.document.uri;
  const id = uri && practice.idOf(uri);
  if (id === undefined || (await practice.starterText(id)) === undefined) {
    void vscode.window.showInformationMessage('Open a practice file first; then it can be reset.');
    return;
  }
  const answer = await vscode.window.showWarningMessage(
    `Put ${id} back as it was at the start? Your text is kept in a snapshot.`,
    { modal: true },
    'Reset',
  );
  if (answer !== 'Reset') return;
  const snapshot = await practice.reset(id);
  if (!snapshot) return;
  const open = await vscode.window.showInformationMessage(
    'Your text is in a snapshot.',
    'Open snapshot',
  );
  if (open)
    await vscode.window.showTextDocument(snapshot, { viewColumn: vscode.ViewColumn.Beside });
}

export async function resetProgress(progress: Progress): Promise<void> {
  const answer = await vscode.window.showWarningMessage(
    'Forget which steps are done? Your files stay as they are.',
    { modal: true },
    'Forget',
  );
  if (answer === 'Forget') await progress.reset();
}
