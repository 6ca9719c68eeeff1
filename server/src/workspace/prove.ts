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
 * The repairs of a finding that hold what they promise, in their order, each tried when it is asked
 * for.
 *
 * @param look gives the verdict on another text in the place of this one
 */
export function* provedFixes(
  finding: Finding,
  drafts: readonly FixDraft[],
  text: string,
  before: Verdict,
  look: (text: string) => Verdict,
): Generator<Fix, void, undefined> {
  const titles = new Set<string>();
  for (const { title, edits: unsorted, safe, packages } of drafts) {
    if (titles.size >= maxFixes) break;
    const edits = sortEdits(unsorted);
    if (!edits || titles.has(title)) continue;
    if (!repairs([finding.ruleId], before, look(applyEdits(text, edits)))) continue;
    titles.add(title);
    const kind = safe ? 'proved' : 'preview';
    yield { title, kind, edits, ...(packages && { packages }) };
  }
}

/**
 * Whether a change repairs findings: the result parses as well as before, of each rule there are as
 * many findings less as were repaired, and no other rule finds more. Hints are advice on the rest of
 * the program and do not count. What is gone cannot be fixed a second time, so a second application
 * changes nothing.
 *
 * @param gone the rule of each finding that is repaired
 */
export function repairs(gone: readonly string[], before: Verdict, after: Verdict): boolean {
  if (after.syntaxErrors > before.syntaxErrors) return false;
  const counts = new Map<string, number>();
  for (const ruleId of gone) counts.set(ruleId, (counts.get(ruleId) ?? 0) - 1);
  const count = (findings: readonly Finding[], by: number) => {
    for (const { ruleId, severity } of findings) {
      if (severity === 'hint' && !gone.includes(ruleId)) continue;
      counts.set(ruleId, (counts.get(ruleId) ?? 0) + by);
    }
  };
  count(before.findings, 1);
  count(after.findings, -1);
  return [...counts.values()].every((difference) => difference >= 0);
}
