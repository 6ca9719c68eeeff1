import type { Finding } from '../report/finding';

/** What a text gives: its findings, and how much of it could not be parsed. */
export interface Verdict {
  readonly findings: readonly Finding[];
  readonly syntaxErrors: number;
}

/**
 * Whether a change repairs a finding: the result parses as well as before, there is one finding of
 * the rule less, and no other rule finds more. Hints are advice on the rest of the program and do not
 * count. What is gone cannot be fixed a second time, so a second application changes nothing.
 */
export function repairs(finding: Finding, before: Verdict, after: Verdict): boolean {
  if (after.syntaxErrors > before.syntaxErrors) return false;
  const counts = new Map<string, number>();
  const count = (findings: readonly Finding[], by: number) => {
    for (const { ruleId, severity } of findings) {
      if (severity === 'hint' && ruleId !== finding.ruleId) continue;
      counts.set(ruleId, (counts.get(ruleId) ?? 0) + by);
    }
  };
  count(before.findings, 1);
  count(after.findings, -1);
  for (const [ruleId, difference] of counts) {
    if (difference < (ruleId === finding.ruleId ? 1 : 0)) return false;
  }
  return true;
}
