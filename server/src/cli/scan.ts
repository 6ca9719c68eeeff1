import { stat } from 'node:fs/promises';
import path from 'node:path';
import type { Analysis, AnalysisOptions } from '../analysis';
import { reason, walk } from '../platform/node/files';
import { excluder } from '../report/exclude';
import type { Notice, ReportedFinding, ScanReport } from '../report/scanReport';
import { displayPath, type FileOutcome, FileScanner } from './fileScanner';
import type { ScanPool } from './scanPool';

/** So many files are worth the start of more threads. */
const manyFiles = 150;

export interface ScanOptions {
  /** Files and folders, relative to `cwd` or absolute. */
  readonly paths: readonly string[];
  readonly exclude: readonly string[];
  readonly cwd: string;
  readonly analysis: AnalysisOptions;
  /** As `ScanJob.fixes`. */
  readonly fixes?: boolean;
  onProgress(done: number, total: number, file: string): void;
}

/** A path of the command line that does not exist. */
export class MissingPathError extends Error {}

/** What a scan looks at. */
export interface Files {
  /** Absolute paths, every file once, in the order of the command line. */
  readonly paths: readonly string[];
  /** Folders that could not be read. */
  readonly notices: readonly Notice[];
}

/**
 * Analyses files and folders. What cannot be read or analysed becomes a notice.
 *
 * @param pool several threads for many files; without it, all is done here
 * @throws MissingPathError before anything is analysed
 */
export async function scan(
  analysis: Analysis,
  options: ScanOptions,
  pool?: ScanPool,
): Promise<ScanReport> {
  return scanFiles(analysis, await listFiles(analysis, options), options, pool);
}

/** @param texts by path: texts that count instead of the stored ones */
export async function scanFiles(
  analysis: Analysis,
  { paths: files, notices }: Files,
  options: Omit<ScanOptions, 'paths' | 'exclude'>,
  pool?: ScanPool,
  texts?: ReadonlyMap<string, string>,
): Promise<ScanReport> {
  const { cwd, analysis: chosen, fixes = false } = options;
  const outcomes: FileOutcome[] = [];
  let done = 0;
  const onOutcome = (index: number, outcome: FileOutcome) => {
    outcomes[index] = outcome;
    done++;
    options.onProgress(done - 1, files.length, displayPath(files[index] ?? '', cwd));
  };
  const job = { files, cwd, options: chosen, fixes, ...(texts && { texts }) };
  if (pool && files.length >= manyFiles) await pool.scan(job, analysis, onOutcome);
  else {
    const scanner = new FileScanner(analysis, job);
    for (const index of files.keys()) onOutcome(index, await scanner.scan(index));
  }
  return reportOf(files, outcomes, notices, cwd);
}

function reportOf(
  files: readonly string[],
  outcomes: readonly FileOutcome[],
  notices: readonly Notice[],
  cwd: string,
): ScanReport {
  const found = new Map<string, { text: string; results: ReportedFinding[] }>();
  const add = (path: string, text: string, results: readonly ReportedFinding[]) => {
    const file = found.get(path);
    if (file) file.results = mergeFindings(file.results, results);
    else found.set(path, { text, results: mergeFindings([], results) });
  };
  const failures: Notice[] = [];
  let scanned = 0;
  for (const [index, outcome] of outcomes.entries()) {
    const path = displayPath(files[index] ?? '', cwd);
    if (outcome.failed !== undefined) failures.push({ path, message: outcome.failed });
    else scanned++;
    for (const report of outcome.reports) add(report.path, report.text, report.results);
  }
  const order = new Map(files.map((file, i) => [displayPath(file, cwd), i]));
  const reports = [...found]
    .sort(([a], [b]) => (order.get(a) ?? files.length) - (order.get(b) ?? files.length))
    .map(([path, { text, results }]) => ({ path, text, results }));
  return { files: reports, scanned, notices: [...notices, ...failures] };
}

/** What one file says of a place and what its callers say of it: once, at the higher severity. */
function mergeFindings(
  a: readonly ReportedFinding[],
  b: readonly ReportedFinding[],
): ReportedFinding[] {
  const byPlace = new Map<string, ReportedFinding>();
  for (const one of [...a, ...b]) {
    const { ruleId, start, end } = one.finding;
    const key = `${ruleId}:${start}:${end}`;
    const known = byPlace.get(key);
    if (!known) byPlace.set(key, one);
    else if (rank(one) < rank(known)) {
      byPlace.set(key, one.fixes.length === 0 ? { ...one, fixes: known.fixes } : one);
    }
  }
  return [...byPlace.values()].sort(
    (x, y) => x.finding.start - y.finding.start || x.finding.end - y.finding.end,
  );
}

function rank({ finding }: ReportedFinding): number {
  return ['error', 'warning', 'hint'].indexOf(finding.severity);
}

/** @throws MissingPathError */
export async function listFiles(
  analysis: Analysis,
  { paths, exclude, cwd }: Pick<ScanOptions, 'paths' | 'exclude' | 'cwd'>,
): Promise<Files> {
  const notices: Notice[] = [];
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
  return { paths: [...files], notices };
}
