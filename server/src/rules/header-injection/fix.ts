import { role } from '../../engine/sites';
import { importClass } from '../repairs/imports';
import { withoutLineBreaks } from '../repairs/lineBreaks';
import { markedArg, placesOf } from '../repairs/places';
import { wrapAll } from '../repairs/wrap';
import type { Detection, FixDraft, RuleContext } from '../rule';

/** Repairs of a header's value; a name that the request chooses needs a person's decision. */
export function fixes(detection: Detection, context: RuleContext): readonly FixDraft[] {
  const { site } = detection;
  const arg = markedArg(detection);
  if (!arg || arg !== role(site, 'value')) return [];
  const isHarmful = ({ cleaned }: { readonly cleaned: readonly string[] }) =>
    !cleaned.includes('response-header');
  const places = placesOf(arg.node, arg.value, isHarmful, context);
  const drafts: FixDraft[] = [];
  if (site.spec?.data?.part === 'cookie' && context.module.language === 'java') {
    const encoder = importClass(context, 'java.net.URLEncoder');
    const charsets = importClass(context, 'java.nio.charset.StandardCharsets');
    const wrapped = wrapAll(
      places,
      (data) => `${encoder.name}.encode(${data}, ${charsets.name}.UTF_8)`,
      context,
    );
    // Whoever reads the cookie has to decode it.
    if (wrapped) {
      const edits = [...wrapped, ...encoder.edits, ...charsets.edits];
      drafts.push({ title: 'Encode the value (URLEncoder)', edits, safe: false });
    }
  }
  const edits = wrapAll(places, withoutLineBreaks('', context), context);
  if (edits) drafts.push({ title: 'Remove line breaks', edits, safe: true });
  return drafts;
}
