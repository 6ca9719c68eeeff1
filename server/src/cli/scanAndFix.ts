import path from 'node:path';
import { type Analysis, packageText, placePackages } from '../analysis';
import { textIfReadable } from '../platform/node/files';
import { applyEdits, type PackageNeed } from '../report/finding';
import type { Notice, ScanReport } from '../report/scanReport';
import { displayPath, slashed } from './fileScanner';
import { type Change, fixFiles, writeChanges } from './fixFiles';
import { listFiles, type ScanOptions, scanFiles } from './scan';
import type { ScanPool } from './scanPool';

export interface ScanAndFixOptions extends ScanOptions {
  /** Also with fixes that a person has to look at. */
  readonly unsafe: boolean;
  /** Nothing is written. */
  readonly dryRun: boolean;
}

export interface FixedScan {
  /** What was written, or would be. */
  readonly changes: readonly Change[];
  /** How many findings of each rule are gone. */
  readonly fixed: ReadonlyMap<string, number>;
  /** What is found afterwards. */
  readonly left: ScanReport;
  /** What was left as it is, and what is to do. */
  readonly notices: readonly Notice[];
}

/**
 * Scans, repairs what can be repaired, and scans again.
 *
 * @throws MissingPathError before anything is analysed
 */
export async function scanAndFix(
  analysis: Analysis,
  options: ScanAndFixOptions,
  pool?: ScanPool,
): Promise<FixedScan> {
  const { cwd, dryRun } = options;
  const files = await listFiles(analysis, options);
  const before = await scanFiles(analysis, files, { ...options, fixes: false }, pool);
  const fixed = await fixFiles(analysis, {
    ...options,
    paths: files.paths,
    toFix: before.files.map((file) => path.resolve(cwd, file.path)),
  });
  const write = async (changes: readonly Change[]) =>
    dryRun ? { written: changes, notices: [] } : writeChanges(changes, cwd);
  const programs = await write(fixed.changes);
  const packages = addPackages(programs.written, fixed.needs, options);
  const manifests = await write(packages.changes);
  const changes = merge(programs.written, manifests.written);
  const texts = new Map(changes.map(({ file, after }) => [slashed(file), after]));
  const left = await scanFiles(analysis, files, options, pool, dryRun ? texts : undefined);
  return {
    changes,
    fixed: difference(before, left),
    left,
    notices: [...fixed.notices, ...programs.notices, ...packages.notices, ...manifests.notices],
  };
}

/** Puts the libraries that changed programs need into the files that name such. Nothing is written. */
function addPackages(
  programs: readonly Change[],
  needs: ReadonlyMap<string, readonly PackageNeed[]>,
  { paths, cwd, dryRun }: ScanAndFixOptions,
): { readonly changes: readonly Change[]; readonly notices: readonly Notice[] } {
  const tops = [cwd, ...paths.map((given) => path.resolve(cwd, given))].map(slashed);
  const changes = new Map<string, Change>();
  const notices: Notice[] = [];
  const read = (file: string) =>
    changes.get(file)?.after ??
    programs.find((program) => slashed(program.file) === file)?.after ??
    textIfReadable(file);
  for (const { file } of programs) {
    const wanted = needs.get(file) ?? [];
    const placed = placePackages(slashed(file), wanted, tops, read);
    for (const { path: of, text, edits, added } of placed.changes) {
      const known = changes.get(of);
      const after = applyEdits(text, edits);
      changes.set(of, { file: path.normalize(of), before: known?.before ?? text, after });
      notices.push({
        path: displayPath(path.normalize(of), cwd),
        message: `${dryRun ? 'Would add' : 'Added'} ${added.map(packageText).join(', ')}. Install what is new.`,
      });
    }
    if (placed.homeless.length > 0) {
      const names = placed.homeless.map(packageText).join(', ');
      notices.push({
        path: displayPath(file, cwd),
        message: `It needs ${names} now. Install what is new.`,
      });
    }
  }
  return { changes: [...changes.values()], notices };
}

/** A file that was changed twice is one change. */
function merge(first: readonly Change[], second: readonly Change[]): readonly Change[] {
  const all = new Map(first.map((change) => [change.file, change]));
  for (const change of second) {
    all.set(change.file, { ...change, before: all.get(change.file)?.before ?? change.before });
  }
  return [...all.values()];
}

/** How many findings of each rule are gone. New ones in another file do not make up for them. */
function difference(before: ScanReport, after: ScanReport): ReadonlyMap<string, number> {
  const gone = new Map<string, number>();
  const remaining = new Map(after.files.map((file) => [file.path, countByRule(file)]));
  for (const file of before.files) {
    for (const [ruleId, count] of countByRule(file)) {
      const fewer = count - (remaining.get(file.path)?.get(ruleId) ?? 0);
      if (fewer > 0) gone.set(ruleId, (gone.get(ruleId) ?? 0) + fewer);
    }
  }
  return gone;
}

function countByRule({ results }: ScanReport['files'][number]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { finding } of results)
    counts.set(finding.ruleId, (counts.get(finding.ruleId) ?? 0) + 1);
  return counts;
}

/** What a person is told of it, in lines. */
export function fixSummary(
  { changes, fixed, left }: FixedScan,
  { dryRun, unsafe }: Pick<ScanAndFixOptions, 'dryRun' | 'unsafe'>,
): string[] {
  const total = [...fixed.values()].reduce((sum, count) => sum + count, 0);
  const byRule = [...fixed]
    .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
    .map(([ruleId, count]) => `${ruleId} ${count}`);
  const remaining = left.files.reduce((sum, file) => sum + file.results.length, 0);
  const verb = dryRun ? 'Would fix' : 'Fixed';
  const what =
    changes.length === 0
      ? 'There is nothing that these fixes repair.'
      : `${verb} ${plural(total, 'problem')} in ${plural(changes.length, 'file')} (${byRule.join(', ')}).`;
  const rest = remaining === 0 ? 'Nothing is left.' : `${plural(remaining, 'problem')} left.`;
  const more = 'Some may have a fix that you have to look at afterwards: --unsafe-fixes.';
  return [`${what} ${rest}`, ...(remaining > 0 && !unsafe ? [more] : [])];
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
