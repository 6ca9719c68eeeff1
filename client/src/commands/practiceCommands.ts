import * as vscode from 'vscode';
import type { Practice } from '../practice';
import { practiceFileOf } from '../progress/practiceText';

/** @param file `<step folder>/<file>`; asked for when absent or unknown */
export async function openPractice(practice: Practice, file?: unknown): Promise<void> {
  const chosen = await knownOrAsked(practice, file, 'Open practice file');
  if (chosen === undefined) return;
  await vscode.window.showTextDocument(await practice.ensureCopy(chosen), { preview: false });
}

/** @param file as for `openPractice`; the one in the editor when absent */
export async function resetPractice(practice: Practice, file?: unknown): Promise<void> {
  const chosen = await knownOrAsked(
    practice,
    file ?? (await activeFile(practice)),
    'Reset practice file',
  );
  if (chosen === undefined) return;
  await vscode.window.showTextDocument(await practice.reset(chosen), { preview: false });
  vscode.window.setStatusBarMessage(
    'The file is as it was at first. "Restore practice file" brings your version back.',
    10_000,
  );
}

/** @param file as for `openPractice`; the one in the editor when absent */
export async function restorePractice(practice: Practice, file?: unknown): Promise<void> {
  const title = 'Restore practice file';
  const chosen = await knownOrAsked(practice, file ?? (await activeFile(practice)), title);
  if (chosen === undefined) return;
  const items = (await practice.snapshots(chosen)).map((snapshot) => ({
    label: snapshot.time.replace('T', ' ').replace(/^(.{13})-(\d\d)-(\d\d).*$/, '$1:$2:$3'),
    description: 'UTC',
    snapshot,
  }));
  const picked = await vscode.window.showQuickPick(items, {
    title: `${title}: ${chosen}`,
    placeHolder:
      items.length > 0
        ? 'Choose the version to bring back; the one of now is kept, too'
        : 'This file was not reset yet: there is no earlier version',
  });
  if (picked === undefined) return;
  const uri = await practice.restore(chosen, picked.snapshot);
  await vscode.window.showTextDocument(uri, { preview: false });
}

async function knownOrAsked(
  practice: Practice,
  file: unknown,
  title: string,
): Promise<string | undefined> {
  const files = await practice.files();
  if (typeof file === 'string' && files.has(file)) return file;
  return vscode.window.showQuickPick([...files], { title, placeHolder: 'Choose a practice file' });
}

async function activeFile(practice: Practice): Promise<string | undefined> {
  const path = vscode.window.activeTextEditor?.document.uri.path;
  return path === undefined ? undefined : practiceFileOf(path, await practice.files());
}
