import type { Severity } from '../../server/src/report/finding';
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

/**
 * Adds what was said of a file; of one severity only when it is given. Where a fix fails alone, it is
 * no news that all together do.
 */
export function addTo(
  results: Results,
  { path, language, text, verdict }: JudgedFile,
  severity?: Severity,
): void {
  const lines = new LineTable(text);
  let last: RuleResult | undefined;
  for (const { finding, fix, why } of verdict.findings) {
    if (severity !== undefined && finding.severity !== severity) continue;
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
  const isNews = verdict.findings.every(({ why }) => why === undefined);
  if (together !== undefined && last && isNews) {
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

function rowsOf(results: Results): string[][] {
  const rows: string[][] = [];
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
      rows.push(cells.map(String));
    }
  }
  return rows;
}

const heads = ['rule', 'language', 'findings', 'with a fix', 'share', 'proved', 'failed'];

/** For a person at a terminal. */
export function toText(results: Results): string {
  const rows = [heads, ...rowsOf(results)];
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

/** The languages that have a column of their own; the others are configuration and templates. */
const columns: readonly (readonly [title: string, ...languages: string[]])[] = [
  ['JavaScript', 'javascript'],
  ['TypeScript', 'typescript'],
  ['Python', 'python'],
  ['Java', 'java'],
  ['Ruby', 'ruby'],
  ['PHP', 'php'],
  ['other'],
];

/** Tables of Markdown, one for each severity: of how many findings there is a proved fix. */
export function toMarkdown(bySeverity: Readonly<Record<Severity, Results>>): string {
  return (['error', 'warning', 'hint'] as const)
    .filter((severity) => Object.keys(bySeverity[severity]).length > 0)
    .map((severity) => {
      const results = bySeverity[severity];
      const { findings, fixed, proved } = totalsOf(results);
      const rows = sorted(results).map(([rule, languages]) => [
        `[${rule}](rules/${rule}.md)`,
        ...columns.map((column) => cellOf(languages, column)),
      ]);
      const total = Object.values(results);
      const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
      return [
        `### ${severity === 'error' ? 'Errors' : severity === 'warning' ? 'Warnings' : 'Hints'}`,
        '',
        `${findings} findings, ${fixed} with a fix (${percent(fixed, findings)}), ${proved} of these fixes proved (${percent(proved, fixed)}).`,
        '',
        line(['rule', ...columns.map(([title]) => title)]),
        line(['---', ...columns.map(() => '---')]),
        ...rows.map(line),
        line(['**all**', ...columns.map((column) => cellOf(mergeAll(total), column, true))]),
      ].join('\n');
    })
    .join('\n\n');
}

function cellOf(
  languages: Readonly<Record<string, RuleResult>>,
  [title, ...wanted]: (typeof columns)[number],
  withShare = false,
): string {
  const named = columns.flatMap(([, ...of]) => of);
  const results = Object.entries(languages)
    .filter(([language]) =>
      title === 'other' ? !named.includes(language) : wanted.includes(language),
    )
    .map(([, result]) => result);
  if (results.length === 0) return '';
  const findings = results.reduce((sum, each) => sum + each.findings, 0);
  const proved = results.reduce((sum, each) => sum + each.proved, 0);
  return `${proved}/${findings}${withShare ? ` (${percent(proved, findings)})` : ''}`;
}

/** All rules as one. */
function mergeAll(rules: readonly Record<string, RuleResult>[]): Record<string, RuleResult> {
  const all: Record<string, RuleResult> = {};
  for (const [language, { findings, fixed, proved, failed }] of rules.flatMap(
    Object.entries<RuleResult>,
  )) {
    all[language] ??= { findings: 0, fixed: 0, proved: 0, failed: [] };
    const result = all[language];
    result.findings += findings;
    result.fixed += fixed;
    result.proved += proved;
    result.failed.push(...failed);
  }
  return all;
}

function sorted<T>(of: Record<string, T>): [string, T][] {
  return Object.entries(of).sort(([a], [b]) => (a < b ? -1 : 1));
}

function percent(part: number, whole: number): string {
  return whole === 0 ? '–' : `${Math.floor((100 * part) / whole)} %`;
}
