import { applyEdits, type TextEdit } from '../report/finding';
import type { Snapshot } from './documents';

/** What is repaired: a text, and how it is looked at. */
export type FixTarget = Pick<Snapshot, 'analysed' | 'analysis' | 'options' | 'languageId'>;

/** A fix can uncover another; beyond this many rounds something goes in circles. */
const MAX_ROUNDS = 10;

/**
 * All proved fixes of a document as one set of edits against its present text.
 * @param ruleId limits it to one rule
 * @returns empty when there is nothing to fix
 */
export async function fixAllEdits(
  { analysed, analysis, options, languageId }: FixTarget,
  ruleId?: string,
): Promise<readonly TextEdit[]> {
  const before = analysed.text;
  const edits = await analysed.fixAll(options, ruleId);
  if (edits.length === 0) return [];
  let after = applyEdits(before, edits);
  const copy = await analysis.open(analysed.path, languageId, after);
  try {
    for (let round = 1; round < MAX_ROUNDS; round++) {
      const more = await copy.fixAll(options, ruleId);
      if (more.length === 0) return round === 1 ? edits : [difference(before, after)];
      after = applyEdits(after, more);
      copy.update(after);
    }
    return [difference(before, after)];
  } finally {
    copy.dispose();
  }
}

/** One replacement that turns one text into the other. */
function difference(before: string, after: string): TextEdit {
  let start = 0;
  const shorter = Math.min(before.length, after.length);
  while (start < shorter && before[start] === after[start]) start++;
  let tail = 0;
  while (
    tail < shorter - start &&
    before[before.length - 1 - tail] === after[after.length - 1 - tail]
  ) {
    tail++;
  }
  return { start, end: before.length - tail, newText: after.slice(start, after.length - tail) };
}
