import * as vscode from 'vscode';
import { gitKeys } from './judge';

/** The parts of VS Code's Git extension API (version 1) that we read. */
interface GitApi {
  readonly repositories: readonly Repository[];
  readonly onDidOpenRepository: vscode.Event<Repository>;
}

interface Repository {
  readonly rootUri: vscode.Uri;
  readonly state: { readonly onDidChange: vscode.Event<void> };
  log(options: { maxEntries: number }): Promise<{ message: string; parents: string[] }[]>;
  getBranches(query: { remote: boolean }): Promise<unknown[]>;
  show(ref: string, path: string): Promise<string>;
}

const keys = ['init', 'commit', 'branch', 'merge', 'revert', 'ignore'].map(
  (what) => `did.git.${what}`,
);

/** Reads the repositories that VS Code has open, whenever they change. Runs nothing of the workspace. */
export function watchGit(
  reach: (key: string) => void,
  isWanted: (key: string) => boolean,
): vscode.Disposable {
  const disposables: vscode.Disposable[] = [];

  const look = async (repository: Repository) => {
    if (!vscode.workspace.isTrusted || !keys.some(isWanted)) return;
    // A repository without commits has no log and no references.
    const commits = await repository.log({ maxEntries: 200 }).catch(() => []);
    const branches = await repository.getBranches({ remote: false }).catch(() => []);
    const ignored = await repository.show('HEAD', '.gitignore').catch(() => undefined);
    const facts = {
      branches: branches.length,
      commits: commits.map(({ message, parents }) => ({ message, parents: parents.length })),
      ignoreCommitted: ignored !== undefined,
    };
    for (const key of gitKeys(facts)) reach(key);
  };

  const follow = (repository: Repository) => {
    disposables.push(repository.state.onDidChange(() => void look(repository)));
    void look(repository);
  };

  const start = async () => {
    const extension = vscode.extensions.getExtension<{ getAPI(version: 1): GitApi }>('vscode.git');
    if (!extension) return;
    try {
      const api = (await extension.activate()).getAPI(1);
      for (const repository of api.repositories) follow(repository);
      disposables.push(api.onDidOpenRepository(follow));
    } catch {
      // Git is switched off or not installed: its steps stay open, and the lesson says what is needed.
    }
  };
  void start();
  return new vscode.Disposable(() => {
    for (const disposable of disposables) disposable.dispose();
  });
}
