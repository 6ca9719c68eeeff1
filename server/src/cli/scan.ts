import { stat } from 'node:fs/promises';
import path from 'node:path';
import type { Analysis, AnalysisOptions } from '../analysis';
import { readText, reason, UnreadableError, walk } from '../platform/node/files';
import { excluder } from '../report/exclude';
import type { FileReport, Notice, ReportedFinding, ScanReport } from '../report/scanReport';

export interface ScanOptions {
  /** Files and folders, relative to `cwd` or absolute. */
  readonly paths: readonly string[];
  readonly exclude: readonly string[];
  readonly cwd: string;
  readonly analysis: AnalysisOptions;
  onProgress(done: number, total: number, file: string): void;
}

/** A path of the command line that does not exist. */
export class MissingPathError extends Error {}

/**
 * Analyses files and folders. What cannot be read or analysed becomes a notice.
 * @throws MissingPathError before anything is analysed
 */
export async function scan(analysis: Analysis, options: ScanOptions): Promise<ScanReport> {
  const notices: Notice[] = [];
  const files = await collect(analysis, options, notices);
  const reports: FileReport[] = [];
  let scanned = 0;
  for (const [index, file] of files.entries()) {
    const shown = displayPath(file, options.cwd);
    options.onProgress(index, files.length, shown);
    try {
      const report = await scanFile(analysis, file, shown, options.analysis);
      scanned++;
      if (report.results.length > 0) reports.push(report);
    } catch (error) {
      const message =
        error instanceof UnreadableError
          ? error.message
          : `The analysis failed: ${error instanceof Error ? error.message : String(error)}`;
      notices.push({ path: shown, message });
    }
  }
  return { files: reports, scanned, notices };
}

/** @throws UnreadableError, or whatever the analysis throws */
async function scanFile(
  analysis: Analysis,
  file: string,
  shown: string,
  options: AnalysisOptions,
): Promise<FileReport> {
  if (analysis.languageOf(undefined, file) === undefined) {
    throw new UnreadableError('Its name stands for no language that is analysed.');
  }
  const text = await readText(file);
  const document = await analysis.open(file, undefined, text);
  try {
    if (document.notAnalysed !== undefined) throw new UnreadableError(document.notAnalysed);
    const results: ReportedFinding[] = [];
    for (const finding of document.findings(options)) {
      results.push({ finding, fixes: await document.fixes(finding) });
    }
    return { path: shown, text, results };
  } finally {
    document.dispose();
  }
}

/** Every file once, in the order of the command line. */
async function collect(
  analysis: Analysis,
  { paths, exclude, cwd }: ScanOptions,
  notices: Notice[],
): Promise<string[]> {
  const isExcluded = excluder(exclude);
  const files = new Set<string>();
  const folders: string[] = [];
  for (const given of paths) {
    const target = path.resolve(cwd, given);
    try {
      if (!(await stat(target)).isDirectory()) files.add(target);
      else folders.push(target);
    } catch (error) {
      throw new MissingPathError(`${given}: ${reason(error)}`);
    }
  }
  for (const folder of folders) {
    const found = walk(folder, {
      // Patterns count from where the scan runs, as the paths in the output do, and from the folder.
      excluded: (relative) =>
        isExcluded(relative) ||
        isExcluded(displayPath(path.join(folder, relative), cwd).replace(/^\//, '')),
      wanted: (file) => analysis.languageOf(undefined, file) !== undefined,
      onError: (at, error) => notices.push({ path: displayPath(at, cwd), message: reason(error) }),
    });
    for await (const file of found) files.add(file);
  }
  return [...files];
}

/** Relative to the folder when below it, else absolute; with `/`. */
function displayPath(file: string, cwd: string): string {
  const relative = path.relative(cwd, file);
  const inside = relative !== '..' && !relative.startsWith(`..${path.sep}`);
  return (inside && !path.isAbsolute(relative) ? relative || '.' : file).replaceAll(path.sep, '/');
}
