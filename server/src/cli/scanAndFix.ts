import path from 'node:path';
import type { Analysis } from '../analysis';
import type { Notice, ScanReport } from '../report/scanReport';
import { slashed } from './fileScanner';
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
  const { changes, notices } = await fixFiles(analysis, {
    ...options,
    paths: files.paths,
    toFix: before.files.map((file) => path.resolve(cwd, file.path)),
  });
  const done = dryRun ? { written: changes, notices: [] } : await writeChanges(changes, cwd);
  const texts = dryRun
    ? new Map(changes.map(({ file, after }) => [slashed(file), after]))
    : undefined;
  const left = await scanFiles(analysis, files, options, pool, texts);
  return {
    changes: done.written,
    fixed: difference(before, left),
    left,
    notices: [...notices, ...done.notices],
  };
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
export function fixSummary({ changes, fixed, left }: FixedScan, dryRun: boolean): string[] {
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
  return [
    `${what} ${remaining === 0 ? 'Nothing is left.' : `${plural(remaining, 'problem')} left.`}`,
  ];
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
