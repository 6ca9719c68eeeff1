import { markedArg, placesOf } from '../repairs/places';
import { allowOnly } from '../repairs/refuse';
import type { Detection, FixDraft, RuleContext } from '../rule';

/** What the person replaces: values that the program knows. */
const examples = ['small', 'large'] as const;

/** Takes only values from a list into the session. A preview: the person knows the values. */
export function fixes(detection: Detection, context: RuleContext): readonly FixDraft[] {
  const arg = markedArg(detection);
  if (!arg) return [];
  const remote = (kind: string) => kind === 'remote';
  const places = placesOf(
    arg.node,
    arg.value,
    ({ source, cleaned }) => remote(source.kind) && !cleaned.includes('trust-boundary'),
    context,
  );
  const title = `Accept only values from a list (${examples.join(', ')})`;
  return [[arg.node], places].flatMap((at) => {
    const edits = allowOnly(at, examples, 'Unknown value', context);
    return edits ? [{ title, edits, safe: false }] : [];
  });
}
