import { type Connection, type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Analysis, AnalysisOptions, FileFindings } from '../analysis';
import type { RuleInfo } from '../report/finding';
import type { ClientFeatures } from './clientFeatures';
import { toDiagnostics } from './diagnostics';
import type { Documents } from './documents';
import type { Folder } from './folders';
import type { Settings } from './settings';
import { pathOf, uriBeside } from './uris';

export interface WorkspaceContext {
  readonly connection: Connection;
  readonly documents: Documents;
  readonly analysis: Analysis;
  readonly features: ClientFeatures;
  settings(): Promise<Settings>;
  pageOf(rule: RuleInfo): string;
}

/** Watches over one run through the waiting files. */
export interface Run {
  isCancelled(): boolean;
  progress(done: number, total: number): void;
}

/**
 * Findings of the files of a folder that no editor shows. Files wait in a queue; they are analysed
 * one by one, and whatever the client asks is answered in between.
 */
export class WorkspaceAnalysis {
  private readonly waiting = new Set<string>();
  private running: Promise<void> | undefined;
  private disposed = false;
  /** Those of the last run through all files. */
  settings: Settings | undefined;
  /** What the analysis of a file (inner key) found in another or in itself (outer key). */
  private readonly found = new Map<string, Map<string, readonly Diagnostic[]>>();
  /** Files in which the analysis of a file found something. */
  private readonly targets = new Map<string, readonly string[]>();
  /** Files of which the client was told findings. */
  private readonly published = new Map<string, string>();

  constructor(
    readonly folder: Folder,
    private readonly context: WorkspaceContext,
  ) {}

  /** Analyses all files of the folder. @returns false when it was cancelled */
  async all(run: Run): Promise<boolean> {
    for (const path of this.folder.paths) this.waiting.add(path);
    // A run that is under way ends soon, and leaves the rest to this one.
    const { running } = this;
    this.running = undefined;
    await running;
    return this.start(run);
  }

  /** These files changed, or what they take from others did. */
  analyse(paths: Iterable<string>): void {
    for (const path of paths) this.waiting.add(path);
    if (this.running === undefined && this.waiting.size > 0) void this.start(undefined);
  }

  private async start(run: Run | undefined): Promise<boolean> {
    let finished = false;
    const work = async () => {
      const isOver = () => this.disposed || this.running !== current || run?.isCancelled() === true;
      let done = 0;
      for (const path of this.waiting) {
        if (isOver()) break;
        this.waiting.delete(path);
        await this.analyseFile(path);
        done++;
        run?.progress(done, done + this.waiting.size);
        // Requests come first.
        await new Promise((resolve) => setImmediate(resolve));
      }
      finished = !isOver();
      if (run?.isCancelled()) this.waiting.clear();
    };
    const current: Promise<void> = new Promise((resolve) => setImmediate(resolve)).then(work);
    this.running = current;
    try {
      await current;
    } finally {
      if (this.running === current) {
        this.running = undefined;
        this.folder.project.releaseUnused();
        // Calls from other files may have findings in what is open.
        this.context.documents.checkOthers();
      }
    }
    return finished;
  }

  private async analyseFile(path: string): Promise<void> {
    const { connection } = this.context;
    let results: readonly FileFindings[] = [];
    try {
      results = await this.findingsOf(path);
    } catch (error) {
      connection.console.error(`Analysing ${path} failed: ${String(error)}`);
    }
    if (this.disposed) return;
    const before = this.targets.get(path) ?? [];
    for (const target of before) this.found.get(target)?.delete(path);
    for (const result of results) {
      if (result.findings.length === 0) continue;
      const byOrigin = this.found.get(result.path) ?? new Map<string, readonly Diagnostic[]>();
      byOrigin.set(path, this.diagnosticsOf(result));
      this.found.set(result.path, byOrigin);
    }
    const targets = results.map((result) => result.path);
    if (results.length > 0) this.targets.set(path, targets);
    else this.targets.delete(path);
    this.folder.project.release(path);
    for (const target of new Set([...before, ...targets])) this.publish(target);
  }

  private async findingsOf(path: string): Promise<readonly FileFindings[]> {
    const { context, folder } = this;
    const settings = await context.settings();
    const options: AnalysisOptions = { rules: settings.rules, sqlDialect: settings.sqlDialect };
    const open = context.documents.openAt(path);
    if (open === undefined) {
      return folder.holds(path) ? folder.project.storedFindings(path, options) : [];
    }
    const snapshot = await context.documents.snapshot(open.uri);
    if (snapshot === undefined) return [];
    const elsewhere = folder.project.findingsElsewhere(path, options);
    // The editor shows the findings of an open file itself, as long as it has a tab.
    if (open.isShown) return elsewhere;
    return [{ path, text: snapshot.text.getText(), findings: snapshot.findings }, ...elsewhere];
  }

  private diagnosticsOf({ path, text, findings }: FileFindings): readonly Diagnostic[] {
    const { analysis, features, pageOf } = this.context;
    const document = TextDocument.create(this.uriOf(path), '', 0, text);
    const analysed = { notAnalysed: undefined };
    return toDiagnostics(
      { text: document, version: 0, analysed, analysis, findings },
      features,
      pageOf,
    );
  }

  /** Tells the client what changed about a file. */
  publish(path: string): void {
    const { connection, documents, features } = this.context;
    const uri = this.uriOf(path);
    if (documents.openAt(path)?.isShown) {
      const wasPublished = this.published.delete(path);
      // With a client that does not pull, what is pushed for the open document takes its place.
      if (wasPublished && features.pullDiagnostics) {
        void connection.sendDiagnostics({ uri, diagnostics: [] });
      }
      return;
    }
    const diagnostics = this.findingsIn(path);
    const text = JSON.stringify(diagnostics);
    if ((this.published.get(path) ?? '[]') === text) return;
    if (diagnostics.length > 0) this.published.set(path, text);
    else this.published.delete(path);
    void connection.sendDiagnostics({ uri, diagnostics });
  }

  /** What is known of a file that the editor does not show: of one finding, the most severe form. */
  findingsIn(path: string): Diagnostic[] {
    const byPlace = new Map<string, Diagnostic>();
    for (const diagnostic of [...(this.found.get(path)?.values() ?? [])].flat()) {
      const { start, end } = diagnostic.range;
      const place = [diagnostic.code, start.line, start.character, end.line, end.character].join();
      const known = byPlace.get(place);
      if (known === undefined || severityOf(diagnostic) < severityOf(known)) {
        byPlace.set(place, diagnostic);
      }
    }
    return [...byPlace.values()].sort(
      ({ range: a }, { range: b }) =>
        a.start.line - b.start.line || a.start.character - b.start.character,
    );
  }

  /** Ends what runs and takes the findings back. */
  dispose(): void {
    this.disposed = true;
    this.waiting.clear();
    this.found.clear();
    for (const path of [...this.published.keys()]) this.publish(path);
  }

  private uriOf(path: string): string {
    return this.context.documents.openAt(path)?.uri ?? uriBeside(this.folder.uri, path);
  }
}

function severityOf({ severity }: Diagnostic): DiagnosticSeverity {
  return severity ?? DiagnosticSeverity.Error;
}

/** Files of a folder that a change concerns. */
export function changeIn(folder: Folder, uri: string, kind: 'made' | 'changed' | 'deleted') {
  const path = pathOf(uri);
  if (kind === 'deleted' || !folder.holds(path)) {
    folder.paths.delete(path);
    return new Set([path, ...folder.project.removePath(path)]);
  }
  if (folder.paths.has(path)) return new Set([path, ...folder.project.changedOnDisk(path)]);
  folder.paths.add(path);
  return new Set([path, ...folder.project.addPath(path)]);
}
