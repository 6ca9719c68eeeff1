import path from 'node:path';
import type { Analysis, AnalysisOptions, AnalysisProject, FileFindings } from '../analysis';
import { readText, textIfReadable, UnreadableError } from '../platform/node/files';
import type { Finding } from '../report/finding';
import type { FileReport, ReportedFinding } from '../report/scanReport';

/** What is scanned, and how: plain data, which can be sent to another thread. */
export interface ScanJob {
  /** Absolute paths. */
  readonly files: readonly string[];
  /** Reported paths are relative to this folder. */
  readonly cwd: string;
  readonly options: AnalysisOptions;
  /** Also how each finding can be repaired: a proof takes as long as the analysis of the file. */
  readonly fixes: boolean;
  /** By path: texts that count instead of the stored ones. */
  readonly texts?: ReadonlyMap<string, string>;
}

/** The outcome of one file: findings in it, and in files that it uses. */
export interface FileOutcome {
  readonly reports: readonly FileReport[];
  /** Why it could not be analysed, as a sentence for a person. */
  readonly failed?: string;
}

/** Scans files of one job, one after the other. */
export class FileScanner {
  private readonly project: AnalysisProject;
  private readonly known: ReadonlySet<string>;

  constructor(
    private readonly analysis: Analysis,
    private readonly job: ScanJob,
  ) {
    const paths = job.files.map(slashed);
    this.known = new Set(paths);
    const read = (file: string) => job.texts?.get(file) ?? textIfReadable(file);
    this.project = analysis.project({ paths, read });
  }

  /** Never throws: what goes wrong is the outcome. */
  async scan(index: number): Promise<FileOutcome> {
    const file = this.job.files[index] ?? '';
    try {
      return { reports: await this.reportsOn(file) };
    } catch (error) {
      const failed =
        error instanceof UnreadableError
          ? error.message
          : `The analysis failed: ${error instanceof Error ? error.message : String(error)}`;
      return { reports: [], failed };
    }
  }

  /** @throws UnreadableError, or whatever the analysis throws */
  private async reportsOn(file: string): Promise<readonly FileReport[]> {
    const { options, cwd, fixes } = this.job;
    if (this.analysis.languageOf(undefined, file) === undefined) {
      throw new UnreadableError('Its name stands for no language that is analysed.');
    }
    const name = slashed(file);
    const text = this.job.texts?.get(name) ?? readText(file);
    const document = await this.project.open(name, undefined, text);
    try {
      if (document.notAnalysed !== undefined) throw new UnreadableError(document.notAnalysed);
      const results: ReportedFinding[] = [];
      for (const finding of document.findings(options)) {
        results.push({
          finding: this.shown(finding),
          fixes: fixes ? document.fixes(finding) : [],
        });
      }
      const reports: FileReport[] = [];
      if (results.length > 0) reports.push({ path: displayPath(file, cwd), text, results });
      for (const other of this.project.findingsElsewhere(name, options)) {
        const report = this.reportElsewhere(other);
        if (report) reports.push(report);
      }
      return reports;
    } finally {
      document.dispose();
      this.project.release(name);
    }
  }

  private reportElsewhere({ path: file, text, findings }: FileFindings): FileReport | undefined {
    if (!this.known.has(file) || findings.length === 0) return undefined;
    const results = findings.map((finding) => ({ finding: this.shown(finding), fixes: [] }));
    return { path: displayPath(file, this.job.cwd), text, results };
  }

  /** Paths in the way of the data as they are shown. */
  private shown(finding: Finding): Finding {
    if (!finding.trace.some((step) => step.elsewhere)) return finding;
    const trace = finding.trace.map((step) =>
      step.elsewhere
        ? {
            ...step,
            elsewhere: {
              ...step.elsewhere,
              path: displayPath(step.elsewhere.path, this.job.cwd),
            },
          }
        : step,
    );
    return { ...finding, trace };
  }
}

/** A path as the analysis names it. */
export function slashed(file: string): string {
  return file.replaceAll(path.sep, '/');
}

/** Relative to the folder when below it, else absolute; with `/`. */
export function displayPath(file: string, cwd: string): string {
  const relative = path.relative(cwd, file);
  const inside = relative !== '..' && !relative.startsWith(`..${path.sep}`);
  return (inside && !path.isAbsolute(relative) ? relative || '.' : file).replaceAll(path.sep, '/');
}
