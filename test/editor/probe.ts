import { readFile } from 'node:fs/promises';
import * as vscode from 'vscode';
import { eventually, workspaceFile } from './support';

/** Whether the runner can look at the page: the suite runs in a browser, not on a desktop. */
export const canLook = vscode.env.uiKind === vscode.UIKind.Web;

/** What an element on the page says of itself. */
export interface Seen {
  readonly attributes: Readonly<Record<string, string>>;
  readonly text: string;
}

let asked = 0;

/**
 * Looks at the page that the workbench is in. No extension can do that: the question goes to the
 * runner through the log, and the answer comes back in a file.
 *
 * @param selector CSS
 */
export async function look(selector: string): Promise<Seen[]> {
  asked += 1;
  const answer = `.probe-${asked}.json`;
  console.log(`[editor-suite] look ${JSON.stringify({ selector, answer })}`);
  return eventually('an answer of the runner', () =>
    readFile(workspaceFile(answer), 'utf8').then(
      (text) => JSON.parse(text) as Seen[],
      () => undefined,
    ),
  );
}
