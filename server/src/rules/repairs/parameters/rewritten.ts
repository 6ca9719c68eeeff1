import type { Expr } from '../../../ir/types';
import { applyEdits } from '../../../report/finding';
import { sortEdits, source, writtenSpan } from '../../edits';
import type { RuleContext } from '../../rule';
import type { Rewrite } from './placeholders';

/** A text as it is written once its values have left it. */
export function rewrittenText(text: Expr, rewrite: Rewrite, context: RuleContext): string {
  const { start, end } = writtenSpan(context, text);
  const inside = rewrite.edits
    .filter((edit) => start <= edit.start && edit.end <= end)
    .map((edit) => ({ ...edit, start: edit.start - start, end: edit.end - start }));
  const written = context.text.slice(start, end);
  const sorted = sortEdits(inside);
  return sorted ? applyEdits(written, sorted) : source(context, text);
}
