import * as vscode from 'vscode';
import type { Progress } from './progress/progress';

/** One quiet item: how far the learner is. It opens the list of walkthroughs. */
export function createStatusBar(progress: Progress): vscode.Disposable {
  const item = vscode.window.createStatusBarItem(
    'backendTutor.progress',
    vscode.StatusBarAlignment.Left,
    -10,
  );
  item.name = 'Backend Tutor progress';
  item.command = 'backendTutor.openWalkthrough';
  const update = () => {
    const { doneSteps, stepCount } = progress;
    item.text = `$(mortar-board) ${doneSteps}/${stepCount}`;
    item.tooltip = `Backend Tutor: ${doneSteps} of ${stepCount} steps done. Select to open a walkthrough.`;
    item.accessibilityInformation = {
      label: `Backend Tutor: ${doneSteps} of ${stepCount} steps done`,
      role: 'button',
    };
  };
  update();
  item.show();
  return vscode.Disposable.from(item, progress.onDidChange(update));
}
