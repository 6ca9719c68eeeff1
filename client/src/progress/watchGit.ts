import * as vscode from 'vscode';
import { gitKeys, type RepositoryFacts } from './gitFacts';
import type { ProgressStore } from './store';

/** The part of the Git extension's interface (version 1) that is used here. */
interface GitExtension {
  getAPI(version: 1): GitApi;
}
interface GitApi {
  readonly repositories: readonly Repository[];
  readonly onDidOpenRepository: vscode.Event<Repository>;
  readonly onDidCloseRepository: vscode.Event<Repository>;
}
interface Repository {
  readonly rootUri: vscode.Uri;
  readonly state: { readonly onDidChange: vscode.Event<void> };
  getBranches(query: { remote: boolean }): Promise<{ name?: string }[]>;
  log(options: { maxEntries: number }): Promise<{ message: string; parents: string[] }[]>;
  getObjectDetails(treeish: string, path: string): Promise<unknown>;
}

const RECENT_COMMITS = 50;
/** A Git command changes the state several times. */
const SETTLE_MS = 300;

/**
 * Ticks what the learner's repositories show. Does nothing while the workspace is not trusted, or
 * without the editor's Git extension.
 */
export class GitWatcher implements vscode.Disposable {
  private readonly subscriptions: vscode.Disposable[] = [];
  private readonly watched = new Map<Repository, vscode.Disposable>();
  private readonly timers = new Map<Repository, ReturnType<typeof setTimeout>>();

  constructor(
    private readonly store: ProgressStore,
    private readonly log: vscode.LogOutputChannel,
  ) {
    this.subscriptions.push(
      vscode.workspace.onDidGrantWorkspaceTrust(() => void this.start()),
      // After a reset there is something to look for again.
      store.onDidChange(() => {
        if (store.awaitsAny('did.git.')) for (const each of this.watched.keys()) this.later(each);
      }),
    );
    void this.start();
  }

  dispose(): void {
    for (const timer of this.timers.values()) clearTimeout(timer);
    vscode.Disposable.from(...this.subscriptions, ...this.watched.values()).dispose();
  }

  private async start(): Promise<void> {
    if (!vscode.workspace.isTrusted) return;
    try {
      const extension = vscode.extensions.getExtension<GitExtension>('vscode.git');
      if (extension === undefined) return;
      const git = (await extension.activate()).getAPI(1);
      for (const repository of git.repositories) this.watch(repository);
      this.subscriptions.push(
        git.onDidOpenRepository((repository) => this.watch(repository)),
        git.onDidCloseRepository((repository) => {
          clearTimeout(this.timers.get(repository));
          this.watched.get(repository)?.dispose();
          this.watched.delete(repository);
        }),
      );
    } catch (error) {
      // Git may be switched off or not installed: those steps wait until it is there.
      this.log.info(`Git is not watched: ${String(error)}`);
    }
  }

  private watch(repository: Repository): void {
    if (this.watched.has(repository)) return;
    this.watched.set(
      repository,
      repository.state.onDidChange(() => this.later(repository)),
    );
    this.later(repository);
  }

  private later(repository: Repository): void {
    if (!this.store.awaitsAny('did.git.')) return;
    clearTimeout(this.timers.get(repository));
    this.timers.set(
      repository,
      setTimeout(() => {
        this.timers.delete(repository);
        this.look(repository).catch((error: unknown) => {
          this.log.error(`Looking at ${repository.rootUri.fsPath} failed.`, error);
        });
      }, SETTLE_MS),
    );
  }

  private async look(repository: Repository): Promise<void> {
    // Each of these fails in a repository without a commit.
    const facts: RepositoryFacts = {
      branches: (await repository.getBranches({ remote: false }).catch(() => [])).flatMap(
        ({ name }) => name ?? [],
      ),
      commits: await repository.log({ maxEntries: RECENT_COMMITS }).catch(() => []),
      ignores: await repository.getObjectDetails('HEAD', '.gitignore').then(
        () => true,
        () => false,
      ),
    };
    for (const key of gitKeys(facts)) await this.store.complete(key);
  }
}
