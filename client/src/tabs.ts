import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { type TabsParams, tabsNotification } from '../../server/src/lsp/protocol';

/** Whether a tab shows the file. */
export function isOpen(uri: vscode.Uri): boolean {
  const name = uri.toString();
  return vscode.window.tabGroups.all
    .flatMap(({ tabs }) => tabs.flatMap(uriOf))
    .some((each) => each.toString() === name);
}

export function uriOf({ input }: vscode.Tab): vscode.Uri[] {
  return input instanceof vscode.TabInputText ? [input.uri] : [];
}

/**
 * Tells the server which files have tabs. A document may outlive its tab; the language client
 * removes its findings then, so that the server has to publish them as for a closed file.
 */
export function tellTabs(client: LanguageClient): vscode.Disposable {
  const names = (uris: readonly vscode.Uri[]) =>
    uris.map((uri) => client.code2ProtocolConverter.asUri(uri));
  return vscode.window.tabGroups.onDidChangeTabs(({ opened, closed }) => {
    const params: TabsParams = {
      shown: names(opened.flatMap(uriOf)),
      hidden: names(closed.flatMap(uriOf).filter((uri) => !isOpen(uri))),
    };
    if (client.isRunning() && params.shown.length + params.hidden.length > 0) {
      void client.sendNotification(tabsNotification, params);
    }
  });
}
