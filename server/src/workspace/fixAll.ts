import { difference } from '../report/difference';
import {
  applyEdits,
  type Finding,
  type Fix,
  type PackageNeed,
  type TextEdit,
} from '../report/finding';
import { sortEdits } from '../rules/edits';
import { repairs, type Verdict } from './prove';

/** Which fixes are applied together. */
export interface FixChoice {
  /** Of this rule only. */
  readonly ruleId?: string;
  /** Also those that a person has to look at. */
  readonly previews?: boolean;
}

/** What fixes made of a text. */
export interface AllFixes {
  readonly text: string;
  /** Turn the text that was into this one; empty when nothing was fixed. */
  readonly edits: readonly TextEdit[];
  /** What the new code uses; the project may have it already. */
  readonly packages: readonly PackageNeed[];
  /** What is found in the new text. */
  readonly left: readonly Finding[];
}

/** A text and its analysis, or another text in its place. */
export interface Fixable extends Verdict {
  readonly text: string;
  /** Proved one by one, when asked for the next. */
  fixes(finding: Finding): Iterable<Fix>;
  dispose(): void;
}

/** A fix can uncover another, or wait for one at the same place; beyond this something goes in circles. */
const maxRounds = 20;

/**
 * Applies fixes until none is left. Those that do not touch each other are applied at once, when the
 * result holds what each of them promised alone.
 *
 * @param start is not disposed of
 * @param open analyses another text in the place of the first
 */
export function fixAll(
  start: Fixable,
  open: (text: string) => Fixable,
  choice: FixChoice = {},
): AllFixes {
  const packages = new Map<string, PackageNeed>();
  const steps: (readonly TextEdit[])[] = [];
  let current = start;
  try {
    for (let round = 0; round < maxRounds; round++) {
      const fixes = chosenFixes(current, choice);
      if (fixes.length === 0) break;
      const { next, applied } = applyTogether(current, fixes, open);
      if (current !== start) current.dispose();
      current = next;
      steps.push(editsOf(applied));
      for (const need of applied.flatMap((fix) => fix.packages ?? []))
        packages.set(`${need.ecosystem} ${need.name}`, need);
    }
    const { text, findings } = current;
    const edits = steps.length > 1 ? difference(start.text, text) : (steps[0] ?? []);
    return { text, edits, packages: [...packages.values()], left: findings };
  } finally {
    if (current !== start) current.dispose();
  }
}

interface Chosen {
  readonly finding: Finding;
  readonly fix: Fix;
}

/** For each finding the first fix that may be applied, as long as they do not touch each other. */
function chosenFixes(document: Fixable, { ruleId, previews }: FixChoice): readonly Chosen[] {
  const chosen: Chosen[] = [];
  for (const finding of document.findings) {
    if (ruleId !== undefined && finding.ruleId !== ruleId) continue;
    for (const fix of document.fixes(finding)) {
      if (fix.kind === 'preview' && !previews) continue;
      if (
        !chosen.some((other) => touch(fix, other.fix) || nameAlike(document.text, fix, other.fix))
      )
        chosen.push({ finding, fix });
      break;
    }
  }
  return chosen;
}

function touch(a: Fix, b: Fix): boolean {
  return a.edits.some((edit) => b.edits.some((other) => overlaps(edit, other)));
}

/** Each fix chose a name that is free in this text: the second has to see the first one's. */
function nameAlike(text: string, a: Fix, b: Fix): boolean {
  const names = newNames(text, a);
  return names.size > 0 && [...newNames(text, b)].some((name) => names.has(name));
}

/** Names that a fix seems to declare, such as `rows = …` or `function rows() {`. */
function newNames(text: string, { edits }: Fix): ReadonlySet<string> {
  const names = new Set<string>();
  for (const { newText } of edits) {
    for (const [, name = ''] of newText.matchAll(/([\w$]+)\s*(?:=(?![=>])|\([^()]*\)\s*\{)/g))
      if (!text.includes(name)) names.add(name);
  }
  return names;
}

/** Two insertions at one place would come in an order that nobody chose; the same line comes once. */
function overlaps(a: TextEdit, b: TextEdit): boolean {
  if (a.start === b.start)
    return !(a.end === b.end && a.newText === b.newText && /[\r\n]/.test(a.newText));
  return a.start < b.end && b.start < a.end;
}

/** As many of the fixes as are good together; the first alone was proved. */
function applyTogether(
  document: Fixable,
  chosen: readonly Chosen[],
  open: (text: string) => Fixable,
): { readonly next: Fixable; readonly applied: readonly Fix[] } {
  for (let count = chosen.length; ; count = Math.max(1, count >> 1)) {
    const some = chosen.slice(0, count);
    const applied = some.map(({ fix }) => fix);
    const next = open(applyEdits(document.text, editsOf(applied)));
    const gone = some.map(({ finding }) => finding);
    if (count === 1 || repairs(gone, document, next)) return { next, applied };
    next.dispose();
  }
}

function editsOf(fixes: readonly Fix[]): readonly TextEdit[] {
  return sortEdits(fixes.flatMap((fix) => fix.edits)) ?? [];
}
