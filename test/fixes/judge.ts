import type { AnalysedDocument, AnalysisOptions } from '../../server/src/analysis';
import {
  applyEdits,
  type Finding,
  type Fix,
  type PackageNeed,
  type Severity,
  type TextEdit,
} from '../../server/src/report/finding';

/**
 * Whether a fix holds what it promises, judged apart from what offered it: by what is found in the
 * new text when it is opened as a new document.
 */

/** A text in the place of a file of a project. */
export interface Opened {
  readonly document: AnalysedDocument;
  /** How many findings its calls have in other files, by file and rule; hints do not count. */
  readonly elsewhere: ReadonlyMap<string, number>;
}

/** A file with what offers its fixes, and who judges them. */
export interface Judged {
  /** Offers the fixes. */
  readonly document: AnalysedDocument;
  readonly options: AnalysisOptions;
  /** A new document with this text in the place of the file, in a project of its own. */
  open(text: string): Promise<Opened>;
}

/** What is said of one finding. */
export interface FindingVerdict {
  readonly finding: Finding;
  /** The first that is offered. */
  readonly fix: Fix | undefined;
  /** The text with it. */
  readonly fixed: string | undefined;
  /** Why the fix is not proved, as a clause; undefined when it is, or when there is none. */
  readonly why: string | undefined;
}

export interface FileVerdict {
  readonly findings: readonly FindingVerdict[];
  /** All fixes of the file, one after the other; undefined when there is none. */
  readonly together:
    | {
        readonly text: string;
        readonly packages: readonly PackageNeed[];
        readonly why: string | undefined;
      }
    | undefined;
}

/** Judges the first fix of each finding of these severities, and all fixes together. */
export async function judgeFile(
  judged: Judged,
  severities: ReadonlySet<Severity>,
): Promise<FileVerdict> {
  const { document, options } = judged;
  // In a circle of imports it can matter which file came first: a changed text makes it this one, as
  // each fix will.
  await look(judged, `${document.text}\n`);
  const before = await look(judged, document.text);
  const findings: FindingVerdict[] = [];
  for (const finding of document.findings(options)) {
    if (!severities.has(finding.severity)) continue;
    const fix = document.fixes(finding)[0];
    const verdict = fix && (await judgeFix(judged, before, finding, fix));
    findings.push({ finding, fix, fixed: verdict?.fixed, why: verdict?.why });
  }
  if (findings.every(({ fix }) => fix === undefined)) return { findings, together: undefined };
  const { text, packages } = document.fixAll(options, { previews: true });
  const after = await look(judged, text);
  const why = broken(before, after) ?? more(before, after) ?? moreElsewhere(before, after);
  return { findings, together: { text, packages, why } };
}

/** What a new document says of a text. */
interface Look {
  readonly findings: readonly Finding[];
  readonly hasSyntaxError: boolean;
  readonly notAnalysed: boolean;
  readonly elsewhere: ReadonlyMap<string, number>;
}

/** @param more is asked while the document is open */
async function look(
  { open, options }: Judged,
  text: string,
  more: (document: AnalysedDocument, found: readonly Finding[]) => void = () => {},
): Promise<Look> {
  const { document, elsewhere } = await open(text);
  try {
    const findings = document.findings(options);
    more(document, findings);
    const { hasSyntaxError, notAnalysed } = document;
    return { findings, hasSyntaxError, notAnalysed: notAnalysed !== undefined, elsewhere };
  } finally {
    document.dispose();
  }
}

async function judgeFix(
  judged: Judged,
  before: Look,
  finding: Finding,
  fix: Fix,
): Promise<{ readonly fixed: string | undefined; readonly why: string | undefined }> {
  const { edits } = fix;
  let fixed: string;
  try {
    fixed = applyEdits(judged.document.text, edits);
  } catch {
    return { fixed: undefined, why: 'its edits overlap' };
  }
  if (fixed === judged.document.text) return { fixed, why: 'it changes nothing' };
  let again = false;
  const after = await look(judged, fixed, (document, found) => {
    again = isOfferedAgain(document, found, fix);
  });
  const why =
    broken(before, after) ??
    remaining(before, after, finding, edits) ??
    moreElsewhere(before, after) ??
    (again ? 'the same fix is offered again' : undefined);
  return { fixed, why };
}

function broken(before: Look, after: Look): string | undefined {
  if (after.notAnalysed) return 'the result is not analysed';
  return after.hasSyntaxError && !before.hasSyntaxError ? 'the result does not parse' : undefined;
}

/** Says which finding is still there, or new. Hints of other rules are advice on the rest. */
function remaining(
  before: Look,
  after: Look,
  finding: Finding,
  edits: readonly TextEdit[],
): string | undefined {
  const unmatched = [...after.findings];
  const isFixed = (found: Finding) =>
    fits(found, finding) && found.start === finding.start && found.end === finding.end;
  const take = (fits: (found: Finding) => boolean): Finding | undefined => {
    const index = unmatched.findIndex(fits);
    return index < 0 ? undefined : unmatched.splice(index, 1)[0];
  };
  const moved: Finding[] = [];
  // What no edit touched is where it was, or moved with the text around it.
  for (const old of before.findings) {
    const start = movedBy(edits, old.start);
    const end = movedBy(edits, old.end);
    const same = take((found) => fits(old, found) && found.start === start && found.end === end);
    if (same === undefined) moved.push(old);
    else if (isFixed(old)) return 'the finding is still there';
    else if (isHint(old) && !isHint(same)) {
      return `a hint becomes a finding: ${old.ruleId}`;
    }
  }
  for (const old of moved)
    if (!isFixed(old)) take((found) => fits(old, found) && isHint(old) === isHint(found));
  if (unmatched.some(({ ruleId }) => ruleId === finding.ruleId)) {
    return 'the finding is still there';
  }
  const added = unmatched.find((found) => !isHint(found));
  return added && `a new finding: ${added.ruleId}`;
}

function fits(a: Finding, b: Finding): boolean {
  return a.ruleId === b.ruleId;
}

function isHint({ severity }: Finding): boolean {
  return severity === 'hint';
}

/** Where an offset is after edits; inside of one, at its end. */
function movedBy(edits: readonly TextEdit[], offset: number): number {
  let moved = offset;
  for (const { start, end, newText } of edits) {
    if (end <= offset) moved += newText.length - (end - start);
    else if (start < offset) moved += newText.length - (offset - start);
  }
  return moved;
}

function moreElsewhere(before: Look, after: Look): string | undefined {
  for (const [place, count] of after.elsewhere) {
    if (count > (before.elsewhere.get(place) ?? 0))
      return `a new finding in another file: ${place}`;
  }
  return undefined;
}

/** Whether the same change is offered once more where it was made. */
function isOfferedAgain(
  after: AnalysedDocument,
  found: readonly Finding[],
  { title, edits }: Fix,
): boolean {
  let shift = 0;
  const changed = edits.map(({ start, end, newText }) => {
    const at = start + shift;
    shift += newText.length - (end - start);
    return { start: at, end: at + newText.length };
  });
  const written = edits.map(({ newText }) => newText).join('\0');
  for (const finding of found) {
    if (!changed.some(({ start, end }) => finding.start <= end && start <= finding.end)) continue;
    const again = after
      .fixes(finding)
      .some(
        (other) =>
          other.title === title && other.edits.map(({ newText }) => newText).join('\0') === written,
      );
    if (again) return true;
  }
  return false;
}

/** Of which rule there are more findings; hints do not count. */
function more(before: Look, after: Look): string | undefined {
  const counts = new Map<string, number>();
  for (const { ruleId, severity } of before.findings)
    if (severity !== 'hint') counts.set(ruleId, (counts.get(ruleId) ?? 0) + 1);
  for (const { ruleId, severity } of after.findings) {
    if (severity === 'hint') continue;
    const left = (counts.get(ruleId) ?? 0) - 1;
    if (left < 0) return `a new finding: ${ruleId}`;
    counts.set(ruleId, left);
  }
  return undefined;
}
