import { type Connection, TextDocuments } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { AnalysedDocument, Analysis, AnalysisOptions, AnalysisProject } from '../analysis';
import { excluder } from '../report/exclude';
import type { Finding, Fix } from '../report/finding';
import type { Configuration } from './configuration';
import type { Settings } from './settings';
import { isLocalFile, pathOf, relativePath } from './uris';

/** A document at its newest version. Use it without waiting in between: it changes with the next edit. */
export interface Snapshot {
  readonly text: TextDocument;
  readonly version: number;
  readonly analysed: AnalysedDocument;
  readonly analysis: Analysis;
  /** What the analysis is told to take the text for. */
  readonly languageId: string | undefined;
  readonly settings: Settings;
  readonly options: AnalysisOptions;
  /** Empty for a document that is excluded or not analysed. */
  readonly findings: readonly Finding[];
  /** `analysed.version` at that time. */
  readonly projectVersion: number;
  /** Stands for the version and the settings, also across closing and opening again. */
  readonly resultId: string;
  /** Kept, since editors ask again whenever the cursor moves. */
  fixes(finding: Finding): Promise<readonly Fix[]>;
}

interface Entry {
  /** Another object when the document is opened anew. */
  readonly text: TextDocument;
  readonly languageId: string | undefined;
  /** Undefined for a document that is analysed alone. */
  readonly project: AnalysisProject | undefined;
  readonly analysed: Promise<AnalysedDocument>;
  readonly serial: number;
  snapshot: Snapshot | undefined;
}

/** The open documents with their analysis. */
export class Documents {
  readonly texts = new TextDocuments(TextDocument);
  private readonly entries = new Map<string, Entry>();
  private folders: readonly string[] = [];
  private serial = 0;
  /** Addresses of the open files, by path. */
  private readonly byPath = new Map<string, string>();
  /** Open documents that no tab shows, so that the editor shows no findings of them. */
  private readonly hidden = new Set<string>();

  constructor(
    connection: Connection,
    private readonly analysis: () => Promise<Analysis>,
    private readonly configuration: Configuration,
    private readonly projectOf: (uri: string) => AnalysisProject | undefined,
    /** Other open documents have to be analysed anew. */
    private readonly onStale: (uris: readonly string[]) => void,
  ) {
    this.texts.onDidOpen(({ document: { uri } }) => {
      if (isLocalFile(uri)) this.byPath.set(pathOf(uri), uri);
    });
    this.texts.onDidClose(({ document: { uri } }) => {
      this.forget(uri);
      this.configuration.forget(uri);
      this.byPath.delete(pathOf(uri));
      this.hidden.delete(uri);
    });
    this.texts.listen(connection);
  }

  setFolders(uris: readonly string[]): void {
    this.folders = uris;
  }

  /** The open file of a path. */
  openAt(path: string): { readonly uri: string; readonly isShown: boolean } | undefined {
    const uri = this.byPath.get(path);
    return uri === undefined ? undefined : { uri, isShown: !this.hidden.has(uri) };
  }

  /** A document got a tab, or lost its last one. */
  setShown(uri: string, isShown: boolean): void {
    if (isShown || this.texts.get(uri) === undefined) this.hidden.delete(uri);
    else this.hidden.add(uri);
  }

  /**
   * The newest state of a document with its findings.
   * @returns undefined for a document that is closed or in a language that we do not read
   * @throws whatever the analysis throws; the next call starts afresh
   */
  async snapshot(uri: string): Promise<Snapshot | undefined> {
    const analysis = await this.analysis();
    // Whatever was waited for, the text may have changed since: it is read last.
    const settings = await this.configuration.settingsFor(uri);
    const entry = this.entry(uri, analysis);
    if (entry === undefined) return undefined;
    try {
      const analysed = await entry.analysed;
      const { text } = entry;
      if (this.texts.get(uri) !== text || this.entries.get(uri) !== entry) return undefined;
      const known = entry.snapshot;
      if (
        known?.version === text.version &&
        known.settings === settings &&
        known.projectVersion === analysed.version
      ) {
        return known;
      }
      if (known?.version !== text.version && analysed.text !== text.getText()) {
        analysed.update(text.getText());
      }
      const snapshot = this.take(entry, analysed, analysis, settings);
      entry.snapshot = snapshot;
      this.checkOthers();
      return snapshot;
    } catch (error) {
      if (this.entries.get(uri) === entry) this.forget(uri);
      throw error;
    }
  }

  /** Looks for documents of which other files changed the findings. */
  checkOthers(): void {
    const stale = [...this.entries].filter(
      ([, { snapshot }]) =>
        snapshot !== undefined && snapshot.projectVersion !== snapshot.analysed.version,
    );
    if (stale.length > 0) this.onStale(stale.map(([uri]) => uri));
  }

  private entry(uri: string, analysis: Analysis): Entry | undefined {
    const text = this.texts.get(uri);
    const project = this.projectOf(uri);
    const known = this.entries.get(uri);
    if (known !== undefined && known.text === text && known.project === project) return known;
    // Some clients open a document twice without closing it in between.
    if (known !== undefined) this.forget(uri);
    if (text === undefined) return undefined;
    const path = pathOf(uri);
    const { languageId } = text;
    if (analysis.languageOf(languageId, path) === undefined) return undefined;
    const analysed = (project ?? analysis).open(path, languageId, text.getText());
    const serial = ++this.serial;
    const entry = { text, languageId, project, analysed, serial, snapshot: undefined };
    this.entries.set(uri, entry);
    return entry;
  }

  private take(
    { text, languageId, serial }: Entry,
    analysed: AnalysedDocument,
    analysis: Analysis,
    settings: Settings,
  ): Snapshot {
    const options = { rules: settings.rules, sqlDialect: settings.sqlDialect };
    const projectVersion = analysed.version;
    const excluded = excluder(settings.exclude)(relativePath(text.uri, this.folders));
    const findings =
      excluded || analysed.notAnalysed !== undefined ? [] : analysed.findings(options);
    const fixes = new Map<Finding, Promise<readonly Fix[]>>();
    return {
      text,
      version: text.version,
      analysed,
      analysis,
      languageId,
      settings,
      options,
      findings,
      projectVersion,
      resultId: `${serial}.${text.version}.${projectVersion}.${this.settingsNumber(settings)}`,
      fixes(finding) {
        const found = fixes.get(finding) ?? Promise.resolve(analysed.fixes(finding));
        fixes.set(finding, found);
        return found;
      },
    };
  }

  private readonly settingsNumbers = new WeakMap<Settings, number>();
  private lastSettingsNumber = 0;

  private settingsNumber(settings: Settings): number {
    const number = this.settingsNumbers.get(settings) ?? ++this.lastSettingsNumber;
    this.settingsNumbers.set(settings, number);
    return number;
  }

  private forget(uri: string): void {
    const entry = this.entries.get(uri);
    this.entries.delete(uri);
    // A document that never opened has nothing to free; its error was reported by `snapshot`.
    entry?.analysed.then(
      (analysed) => {
        analysed.dispose();
        this.checkOthers();
      },
      () => {},
    );
  }
}
