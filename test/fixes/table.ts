import { LineTable } from '../../server/src/report/positions';
import type { JudgedFile } from './corpus';

/** What is written with `--json`. */
export type Results = Record<string, Record<string, RuleResult>>;

export interface RuleResult {
  findings: number;
  /** Findings with a fix. */
  fixed: number;
  proved: number;
  readonly failed: { readonly file: string; readonly line: number; readonly why: string }[];
}

/** Adds what was said of a file. Also when the fixes fail together only, they are not proved. */
export function addTo(results: Results, { path, language, text, verdict }: JudgedFile): void {
  const lines = new LineTable(text);
  let last: RuleResult | undefined;
  for (const { finding, fix, why } of verdict.findings) {
    results[finding.ruleId] ??= {};
    const languages = results[finding.ruleId] ?? {};
    languages[language] ??= { findings: 0, fixed: 0, proved: 0, failed: [] };
    const result = languages[language];
    result.findings++;
    if (fix === undefined) continue;
    result.fixed++;
    if (why === undefined) result.proved++;
    else result.failed.push({ file: path, line: lineOf(lines, finding.start), why });
    last = result;
  }
  const together = verdict.together?.why;
  if (together !== undefined && last) {
    last.failed.push({ file: path, line: 1, why: `all fixes together: ${together}` });
  }
}

function lineOf(lines: LineTable, offset: number): number {
  return lines.positionAt(offset).line + 1;
}

export interface Totals {
  readonly findings: number;
  readonly fixed: number;
  readonly proved: number;
  readonly failed: number;
}

export function totalsOf(results: Results): Totals {
  const all = Object.values(results).flatMap((languages) => Object.values(languages));
  const sum = (of: (result: RuleResult) => number) =>
    all.reduce((total, each) => total + of(each), 0);
  return {
    findings: sum(({ findings }) => findings),
    fixed: sum(({ fixed }) => fixed),
    proved: sum(({ proved }) => proved),
    failed: sum(({ failed }) => failed.length),
  };
}

interface Row {
  readonly cells: readonly string[];
}

function rowsOf(results: Results): Row[] {
  const rows: Row[] = [];
  for (const [rule, languages] of sorted(results)) {
    for (const [language, { findings, fixed, proved, failed }] of sorted(languages)) {
      const cells = [
        rule,
        language,
        findings,
        fixed,
        percent(fixed, findings),
        proved,
        failed.length,
      ];
      rows.push({ cells: cells.map(String) });
    }
  }
  return rows;
}

const heads = ['rule', 'language', 'findings', 'with a fix', 'share', 'proved', 'failed'];

/** For a person at a terminal. */
export function toText(results: Results): string {
  const rows = [heads, ...rowsOf(results).map(({ cells }) => cells)];
  const widths = heads.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const { findings, fixed, proved, failed } = totalsOf(results);
  const lines = rows.map((row) =>
    row
      .map((cell, column) =>
        column < 2 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join('  ')
      .trimEnd(),
  );
  const problems = Object.entries(results).flatMap(([rule, languages]) =>
    Object.values(languages).flatMap((result) =>
      result.failed.map(({ file, line, why }) => `${file}:${line}: ${rule}: ${why}`),
    ),
  );
  return [
    ...lines,
    '',
    ...problems,
    ...(problems.length > 0 ? [''] : []),
    `${findings} findings, ${fixed} with a fix (${percent(fixed, findings)}), ${proved} proved, ${failed} failed.`,
  ].join('\n');
}

/** A table of Markdown. */
export function toMarkdown(results: Results): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [
    line(heads),
    line(heads.map(() => '---')),
    ...rowsOf(results).map(({ cells }) => line(cells)),
  ].join('\n');
}

function sorted<T>(of: Record<string, T>): [string, T][] {
  return Object.entries(of).sort(([a], [b]) => (a < b ? -1 : 1));
}

function percent(part: number, whole: number): string {
  return whole === 0 ? '–' : `${Math.round((100 * part) / whole)} %`;
}
