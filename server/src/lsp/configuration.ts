import { type Connection, MessageType, ShowMessageNotification } from 'vscode-languageserver';
import { defaultSettings, readSettings, type Settings } from './settings';

interface ConfigurationSource {
  /** Whether the client answers `workspace/configuration`. */
  readonly asks: boolean;
  /** Settings that came without asking. */
  readonly given: unknown;
}

/** The settings of each document, asked for once and kept until they change. */
export class Configuration {
  private readonly byUri = new Map<string, Promise<Settings>>();
  /** Message → the round of settings in which it was last true, so that each is shown once. */
  private readonly shown = new Map<string, number>();
  private round = 0;
  private source: ConfigurationSource = { asks: false, given: undefined };

  constructor(
    private readonly connection: Connection,
    private readonly ruleIds: () => Promise<readonly string[]>,
  ) {}

  start(source: ConfigurationSource): void {
    this.source = source;
  }

  /** The same object until the settings change. */
  settingsFor(uri: string): Promise<Settings> {
    let settings = this.byUri.get(uri);
    if (settings === undefined) {
      settings = this.load(uri);
      this.byUri.set(uri, settings);
    }
    return settings;
  }

  /** @param given settings that came with the notification */
  changed(given: unknown): void {
    this.round++;
    this.clear();
    if (!this.source.asks) this.source = { asks: false, given };
  }

  /** Settings are read again when they are next needed. */
  clear(): void {
    this.byUri.clear();
  }

  forget(uri: string): void {
    this.byUri.delete(uri);
  }

  private async load(uri: string): Promise<Settings> {
    const { round } = this;
    try {
      const value: unknown = this.source.asks
        ? await this.connection.workspace.getConfiguration({
            scopeUri: uri,
            section: 'backendTutor',
          })
        : this.source.given;
      const { settings, problems } = readSettings(value, await this.ruleIds());
      this.show(problems, round);
      return settings;
    } catch (error) {
      this.connection.console.error(`Reading the settings failed: ${String(error)}`);
      return defaultSettings;
    }
  }

  private show(problems: readonly string[], round: number): void {
    const fresh = problems.filter((problem) => {
      const last = this.shown.get(problem);
      this.shown.set(problem, round);
      return last === undefined || last < round - 1;
    });
    if (fresh.length > 0) {
      // Not `window.showWarningMessage`: that is a request, which not every client answers.
      this.connection.sendNotification(ShowMessageNotification.type, {
        type: MessageType.Warning,
        message: `Backend Tutor: ${fresh.join(' ')}`,
      });
    }
  }
}
