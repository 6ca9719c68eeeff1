import { type Diagnostic, DiagnosticSeverity, type Range } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Span } from '../ir/types';
import type { Finding, RuleInfo, Severity } from '../report/finding';
import { incompleteNote } from '../report/scanReport';
import type { ClientFeatures } from './clientFeatures';
import type { Snapshot } from './documents';
import type { FindingsParams } from './protocol';
import { uriBeside } from './uris';

const diagnosticSource = 'Backend Tutor';

/** What a diagnostic carries so that a later request can be matched to its finding. */
interface DiagnosticData {
  readonly ruleId: string;
  readonly start: number;
  readonly end: number;
  readonly version: number;
}

const severities: Record<Severity, DiagnosticSeverity> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  hint: DiagnosticSeverity.Information,
};

/** @param pageOf address of a rule's page; empty when there is none */
export function toDiagnostics(
  snapshot: Pick<Snapshot, 'text' | 'version' | 'analysis' | 'findings'> & {
    readonly analysed: Pick<Snapshot['analysed'], 'notAnalysed'>;
  },
  features: ClientFeatures,
  pageOf: (rule: RuleInfo) => string,
): Diagnostic[] {
  const { analysed, text } = snapshot;
  if (analysed.notAnalysed !== undefined) {
    return [
      {
        range: toRange(text, { start: 0, end: 0 }),
        severity: DiagnosticSeverity.Information,
        source: diagnosticSource,
        code: 'not-analysed',
        message: analysed.notAnalysed,
      },
    ];
  }
  const rules = new Map(snapshot.analysis.rules.map((rule) => [rule.id, rule]));
  return snapshot.findings.map((finding) => {
    const rule = rules.get(finding.ruleId);
    const href = rule === undefined ? '' : pageOf(rule);
    const data: DiagnosticData = {
      ruleId: finding.ruleId,
      start: finding.start,
      end: finding.end,
      version: snapshot.version,
    };
    return {
      range: toRange(text, finding),
      severity: severities[finding.severity],
      source: diagnosticSource,
      code: finding.ruleId,
      ...(features.codeDescription && href !== '' ? { codeDescription: { href } } : {}),
      message: finding.incomplete ? `${finding.message} ${incompleteNote}` : finding.message,
      ...(features.relatedInformation && finding.trace.length > 0
        ? {
            relatedInformation: finding.trace.map((step) => ({
              location: step.elsewhere
                ? {
                    uri: uriBeside(text.uri, step.elsewhere.path),
                    range: { start: step.elsewhere.from, end: step.elsewhere.to },
                  }
                : { uri: text.uri, range: toRange(text, step) },
              message: step.message,
            })),
          }
        : {}),
      data,
    };
  });
}

export function toFindingsParams(snapshot: Snapshot): FindingsParams {
  const counts: Record<string, number> = {};
  for (const { ruleId } of snapshot.findings) counts[ruleId] = (counts[ruleId] ?? 0) + 1;
  const { notAnalysed, hasSyntaxError } = snapshot.analysed;
  return {
    uri: snapshot.text.uri,
    version: snapshot.version,
    counts,
    hasSyntaxError,
    ...(notAnalysed === undefined ? {} : { notAnalysed }),
  };
}

export function toRange(text: TextDocument, { start, end }: Span): Range {
  return { start: text.positionAt(start), end: text.positionAt(end) };
}

/** The finding that a diagnostic shows, if it is still there. */
export function isShownBy(finding: Finding, diagnostic: Diagnostic, text: TextDocument): boolean {
  if (diagnostic.source !== diagnosticSource || diagnostic.code !== finding.ruleId) return false;
  const { start, end } = toRange(text, finding);
  const { range } = diagnostic;
  return (
    range.start.line === start.line &&
    range.start.character === start.character &&
    range.end.line === end.line &&
    range.end.character === end.character
  );
}
