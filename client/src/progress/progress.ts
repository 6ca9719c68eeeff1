import * as vscode from 'vscode';
import type { Walkthrough } from '../manifest';

const storeKey = 'backendTutor.progress';

/** When each key was reached, as ISO 8601 time. */
type Store = Readonly<Record<string, string>>;

/**
 * What the learner has done. VS Code offers no way to read a walkthrough's ticks, so this store is the
 * truth; the ticks are set from it. It is offered to Settings Sync.
 */
export class Progress implements vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<void>();
  readonly onDidChange = this.changed.event;
  private readonly keys: ReadonlySet<string>;

  constructor(
    private readonly context: vscode.ExtensionContext,
    readonly walkthroughs: readonly Walkthrough[],
  ) {
    this.keys = new Set(
      walkthroughs.flatMap(({ steps }) => steps.flatMap(({ key }) => (key ? [key] : []))),
    );
    context.globalState.setKeysForSync([storeKey]);
  }

  dispose(): void {
    this.changed.dispose();
  }

  /** Whether a step waits for this key: what no step names need not be watched. */
  isWanted(key: string): boolean {
    return this.keys.has(key) && !this.isDone(key);
  }

  isDone(key: string): boolean {
    return key in this.store;
  }

  get doneSteps(): number {
    return this.steps.filter(({ key }) => key !== undefined && this.isDone(key)).length;
  }

  get stepCount(): number {
    return this.steps.length;
  }

  private get steps() {
    return this.walkthroughs.flatMap(({ steps }) => steps);
  }

  private get store(): Store {
    return this.context.globalState.get<Store>(storeKey, {});
  }

  /** Notes that the learner did this. Does nothing for a key that no step names. */
  async reach(key: string): Promise<void> {
    if (!this.isWanted(key)) return;
    await this.context.globalState.update(storeKey, {
      ...this.store,
      [key]: new Date().toISOString(),
    });
    await this.show(key);
    this.changed.fire();
  }

  /** Sets the ticks of what was done in earlier sessions. */
  async restore(): Promise<void> {
    for (const key of Object.keys(this.store)) if (this.keys.has(key)) await this.show(key);
    this.changed.fire();
  }

  async reset(): Promise<void> {
    const before = Object.keys(this.store);
    await this.context.globalState.update(storeKey, {});
    for (const key of before) {
      await vscode.commands.executeCommand('setContext', `backendTutor.${key}`, false);
    }
    await this.mark('welcome.markStepIncomplete', new Set(before));
    this.changed.fire();
  }

  /** `onContext` ticks a step once a session, and not when the key was set before: so both ways. */
  private async show(key: string): Promise<void> {
    await vscode.commands.executeCommand('setContext', `backendTutor.${key}`, true);
    await this.mark('welcome.markStepComplete', new Set([key]));
  }

  private async mark(command: string, keys: ReadonlySet<string>): Promise<void> {
    const extension = this.context.extension.id;
    for (const walkthrough of this.walkthroughs) {
      for (const step of walkthrough.steps) {
        if (step.key === undefined || !keys.has(step.key)) continue;
        try {
          await vscode.commands.executeCommand(
            command,
            `${extension}#${walkthrough.id}#${step.id}`,
          );
        } catch {
          // The command is VS Code's own and not documented: without it the context key remains.
          return;
        }
      }
    }
  }
}
