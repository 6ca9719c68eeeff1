import { applyEdits, type Finding, type Fix } from '../report/finding';
import { sortEdits } from '../rules/edits';
import type { FixDraft } from '../rules/rule';

/** What a text gives: its findings, and how much of it could not be parsed. */
export interface Verdict {
  readonly findings: readonly Finding[];
  readonly syntaxErrors: number;
}

/** More choices than a person reads. */
const maxFixes = 3;

/**
 * The repairs of a finding that hold what they promise, in their order.
 *
 * @param look gives the verdict on another text in the place of this one
 */
export function provedFixes(
  finding: Finding,
  drafts: readonly FixDraft[],
  text: string,
  before: Verdict,
  look: (text: string) => Verdict,
): readonly Fix[] {
  const fixes = new Map<string, Fix>();
  for (const { title, edits: unsorted, safe, packages } of drafts) {
    if (fixes.size >= maxFixes) break;
    const edits = sortEdits(unsorted);
    if (!edits || fixes.has(title)) continue;
    if (!repairs(finding, before, look(applyEdits(text, edits)))) continue;
    const kind = safe ? 'proved' : 'preview';
    fixes.set(title, { title, kind, edits, ...(packages && { packages }) });
  }
  return [...fixes.values()];
}

/**
 * Whether a change repairs a finding: the result parses as well as before, there is one finding of
 * the rule less, and no other rule finds more. Hints are advice on the rest of the program and do not
 * count. What is gone cannot be fixed a second time, so a second application changes nothing.
 */
function repairs(finding: Finding, before: Verdict, after: Verdict): boolean {
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
