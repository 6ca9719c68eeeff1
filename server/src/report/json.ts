import type { Span } from '../ir/types';
import type { RuleInfo, Severity, TraceStep } from './finding';
import { LineTable } from './positions';
import type { ScanReport } from './scanReport';

interface JsonRange {
  readonly start: JsonPosition;
  readonly end: JsonPosition;
}

/** `line` and `column` from 1, `offset` from 0; columns and offsets count UTF-16 code units. */
interface JsonPosition {
  readonly line: number;
  readonly column: number;
  readonly offset: number;
}

/** What `scan --format json` prints. */
export interface JsonReport {
  readonly tool: { readonly name: string; readonly version: string };
  /** How many files were analysed. */
  readonly scanned: number;
  readonly findings: readonly JsonFinding[];
  readonly notices: ScanReport['notices'];
}

interface JsonFinding {
  readonly ruleId: string;
  readonly severity: Severity;
  readonly message: string;
  readonly path: string;
  readonly range: JsonRange;
  readonly trace: readonly {
    readonly message: string;
    /** Set for a step in another file. */
    readonly path?: string;
    readonly range: JsonRange;
  }[];
  readonly incomplete: boolean;
  readonly fixes: readonly {
    readonly title: string;
    readonly kind: 'proved' | 'preview';
    readonly edits: readonly { readonly range: JsonRange; readonly newText: string }[];
  }[];
}

/** A scan as plain JSON. */
export function toJson(report: ScanReport, version: string): JsonReport {
  return {
    tool: { name: 'Backend Tutor', version },
    scanned: report.scanned,
    findings: report.files.flatMap(({ path, text, results }) => {
      const table = new LineTable(text);
      const range = ({ start, end }: Span) => ({
        start: position(table, start),
        end: position(table, end),
      });
      return results.map(({ finding, fixes }) => ({
        ruleId: finding.ruleId,
        severity: finding.severity,
        message: finding.message,
        path,
        range: range(finding),
        trace: finding.trace.map((step) => ({
          message: step.message,
          ...(step.elsewhere ? { path: step.elsewhere.path } : {}),
          range: step.elsewhere ? rangeOf(step.elsewhere, step) : range(step),
        })),
        incomplete: finding.incomplete,
        fixes: fixes.map(({ title, kind, edits }) => ({
          title,
          kind,
          edits: edits.map((edit) => ({ range: range(edit), newText: edit.newText })),
        })),
      }));
    }),
    notices: report.notices,
  };
}

function position(table: LineTable, offset: number): JsonPosition {
  const { line, character } = table.positionAt(offset);
  return { line: line + 1, column: character + 1, offset };
}

function rangeOf(at: NonNullable<TraceStep['elsewhere']>, { start, end }: Span): JsonRange {
  return {
    start: { line: at.from.line + 1, column: at.from.character + 1, offset: start },
    end: { line: at.to.line + 1, column: at.to.character + 1, offset: end },
  };
}

/** One entry of `scan --list-rules --format json`. */
export interface JsonRule {
  readonly id: string;
  readonly title: string;
  /** Such as `CWE-89`, the most exact one first. */
  readonly cwe: readonly string[];
  readonly owasp: string;
  readonly severity: Severity;
  readonly languages: readonly string[];
  readonly fix: boolean;
}

export function rulesToJson(rules: readonly RuleInfo[]): JsonRule[] {
  return rules.map(({ id, title, cwe, owasp, severity, languages, fix }) => ({
    id,
    title,
    cwe: cwe.map((number) => `CWE-${number}`),
    owasp,
    severity,
    languages,
    fix,
  }));
}
