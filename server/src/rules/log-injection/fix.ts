import type { Expr } from '../../ir/types';
import { withoutLineBreaks } from '../repairs/lineBreaks';
import { markedArg, placesOf } from '../repairs/places';
import { type Wrap, wrapAll } from '../repairs/wrap';
import type { Detection, FixDraft, RuleContext } from '../rule';

/** Repairs of a log entry that data could end: line breaks in the data are written as such, or go. */
export function fixes(detection: Detection, context: RuleContext): readonly FixDraft[] {
  const arg = markedArg(detection);
  if (!arg) return [];
  const places = placesOf(arg.node, arg.value, ({ cleaned }) => !cleaned.includes('log'), context);
  const { by, wrap } = writer(arg.node, context);
  const edits = wrapAll(places, wrap, context);
  return edits ? [{ title: `Keep it on one line (${by})`, edits, safe: true }] : [];
}

function writer(whole: Expr, context: RuleContext): { readonly by: string; readonly wrap: Wrap } {
  const clean = withoutLineBreaks(' ', context);
  switch (context.module.language) {
    case 'python':
      return { by: 'repr', wrap: (data) => `repr(${data})` };
    case 'ruby':
      return {
        by: 'inspect',
        wrap: (data) => `${/^[@\w.]+(?:\[[^\]]*\])*$/.test(data) ? data : `(${data})`}.inspect`,
      };
    case 'java':
      return { by: 'replaceAll', wrap: clean };
    case 'php':
      return { by: 'str_replace', wrap: clean };
    default:
      // What is logged as it is may be an object.
      return {
        by: 'JSON.stringify',
        wrap: (data, node) => (node === whole ? `JSON.stringify(${data})` : clean(data, node)),
      };
  }
}
