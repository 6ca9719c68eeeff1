import type { TextEdit } from '../report/finding';
import type { Snapshot } from './documents';

/** What is repaired: a text, and how it is looked at. */
export type FixTarget = Pick<Snapshot, 'analysed' | 'options'>;

/**
 * All proved fixes of a document as one set of edits against its present text.
 * @param ruleId limits it to one rule
 * @returns empty when there is nothing to fix
 */
export async function fixAllEdits(
  { analysed, options }: FixTarget,
  ruleId?: string,
): Promise<readonly TextEdit[]> {
  return analysed.fixAll(options, ruleId === undefined ? {} : { ruleId }).edits;
}
