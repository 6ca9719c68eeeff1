import * as vscode from 'vscode';
import { countSteps } from './course';
import type { ProgressStore } from './progress/store';

/** Shows how far the learner is; choosing it lists the steps. */
export function createStatusBar(store: ProgressStore): vscode.Disposable {
  const item = vscode.window.createStatusBarItem('progress', vscode.StatusBarAlignment.Right, 0);
  item.name = 'Backend Tutor';
  item.command = 'backendTutor.showProgress';
  const update = () => {
    const { done, total } = countSteps(store.walkthroughs, (key) => store.isDone(key));
    item.text = `$(mortar-board) ${done}/${total}`;
    item.tooltip = `Backend Tutor: ${done} of ${total} steps done`;
    item.accessibilityInformation = {
      label: `${item.tooltip}. Show your progress`,
      role: 'button',
    };
  };
  update();
  item.show();
  return vscode.Disposable.from(item, store.onDidChange(update));
}
