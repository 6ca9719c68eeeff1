import * as vscode from 'vscode';
import type { Learning } from './session';

/** Shows how many exercises are done; choosing it opens the roadmap. */
export function createStatusBar(learning: Learning): vscode.Disposable {
  const item = vscode.window.createStatusBarItem('progress', vscode.StatusBarAlignment.Right, 0);
  item.name = 'Backend Tutor';
  item.command = 'backendTutor.showProgress';
  const update = () => {
    const all = [...learning.catalogue.exercises.keys()];
    const done = all.filter((id) => learning.store.isPassed(id)).length;
    item.text = `$(mortar-board) ${done}/${all.length}`;
    item.tooltip = `Backend Tutor: ${done} of ${all.length} exercises done`;
    item.accessibilityInformation = { label: `${item.tooltip}. Show the roadmap`, role: 'button' };
  };
  update();
  item.show();
  return vscode.Disposable.from(item, learning.store.onDidChange(update));
}
