import * as vscode from 'vscode';
import { contextKey, type Walkthrough } from '../course';

const DONE = 'progress.done';

/**
 * What the learner has done. There is no way to ask the editor for its ticks, so this is the truth;
 * Settings Sync takes it along.
 */
export class ProgressStore implements vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<void>();
  readonly onDidChange = this.changed.event;
  private readonly keys: ReadonlySet<string>;
  private done: Set<string>;

  constructor(
    private readonly state: vscode.Memento,
    private readonly extensionId: string,
    readonly walkthroughs: readonly Walkthrough[],
  ) {
    this.keys = new Set(walkthroughs.flatMap(({ steps }) => steps.map(({ key }) => key)));
    this.done = new Set(state.get<string[]>(DONE, []));
  }

  static readonly syncedKeys = [DONE];

  isDone(key: string): boolean {
    return this.done.has(key);
  }

  /** Whether some step waits for this key. */
  isAwaited(key: string): boolean {
    return this.keys.has(key) && !this.done.has(key);
  }

  /** Whether some step waits for a key that begins like this. */
  awaitsAny(prefix: string): boolean {
    return [...this.keys].some((key) => key.startsWith(prefix) && !this.done.has(key));
  }

  /** Records that something was done, and ticks the steps that wait for it. */
  async complete(key: string): Promise<void> {
    if (!this.isAwaited(key)) return;
    this.done.add(key);
    await this.state.update(DONE, [...this.done]);
    this.changed.fire();
    await this.tick(key);
  }

  /** Ticks again what was done in earlier sessions or on other machines. */
  async restore(): Promise<void> {
    for (const key of this.done) if (this.keys.has(key)) await this.tick(key);
  }

  /** Takes ticks away; all of them when none is named. */
  async reset(keys: Iterable<string> = this.keys): Promise<void> {
    const gone = [...keys].filter((key) => this.keys.has(key));
    for (const key of gone) this.done.delete(key);
    await this.state.update(DONE, [...this.done]);
    this.changed.fire();
    for (const key of gone) {
      await setContext(key, false);
      await this.mark('welcome.markStepIncomplete', key);
    }
  }

  dispose(): void {
    this.changed.dispose();
  }

  private async tick(key: string): Promise<void> {
    await setContext(key, true);
    // The editor heeds a context key once a session, and not one that was true from the start.
    await this.mark('welcome.markStepComplete', key);
  }

  private async mark(command: string, key: string): Promise<void> {
    for (const walkthrough of this.walkthroughs) {
      for (const step of walkthrough.steps) {
        if (step.key !== key) continue;
        try {
          const id = `${this.extensionId}#${walkthrough.id}#${step.id}`;
          await vscode.commands.executeCommand(command, id);
        } catch {
          // Not a public command: without it, only the tick in the walkthrough is missing.
        }
      }
    }
  }
}

async function setContext(key: string, value: boolean): Promise<void> {
  await vscode.commands.executeCommand('setContext', contextKey(key), value);
}
