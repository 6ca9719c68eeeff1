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
    if (!repairs([finding], before, look(applyEdits(text, edits)))) continue;
    titles.add(title);
    const kind = safe ? 'proved' : 'preview';
    yield { title, kind, edits, ...(packages && { packages }) };
  }
}

/**
 * Whether a change repairs findings: the result parses as well as before, of each rule there are as
 * many findings less as were repaired, and no other rule finds more. Hints are advice on the rest of
 * the program: new ones do not count, and none that goes makes up for an error or a warning. What is
 * gone cannot be fixed a second time, so a second application changes nothing.
 *
 * @param gone what is repaired
 */
export function repairs(gone: readonly Finding[], before: Verdict, after: Verdict): boolean {
  if (after.syntaxErrors > before.syntaxErrors) return false;
  const isSerious = ({ severity }: Finding) => severity !== 'hint';
  const repaired = new Set(gone.map(({ ruleId }) => ruleId));
  return (
    isLess(gone, before.findings, after.findings, ({ ruleId }) => repaired.has(ruleId)) &&
    isLess(gone, before.findings, after.findings, isSerious)
  );
}

/** Whether of each rule, among the findings that count, at least those that are repaired are gone. */
function isLess(
  gone: readonly Finding[],
  before: readonly Finding[],
  after: readonly Finding[],
  counts: (finding: Finding) => boolean,
): boolean {
  const left = new Map<string, number>();
  const add = (findings: readonly Finding[], by: number) => {
    for (const finding of findings.filter(counts))
      left.set(finding.ruleId, (left.get(finding.ruleId) ?? 0) + by);
  };
  add(before, 1);
  add(gone, -1);
  add(after, -1);
  return [...left.values()].every((difference) => difference >= 0);
}
