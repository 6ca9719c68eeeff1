import type { Span } from '../../ir/types';
import { walk } from '../../ir/walk';
import { indentationAt, lineBreak } from '../edits';
import { indentUnit } from '../repairs/statements';
import type { FixDraft, Observation, RuleContext } from '../rule';

const message =
  'Nothing here says that requests which change something are checked for forgery. New applications check them, older ones only when told. Write `protect_from_forgery with: :exception` in this class.';

/** Rails: the class that all controllers come from, without a word on forged requests. */
export function railsControllers(context: RuleContext): readonly Observation[] {
  const { module, text } = context;
  if (module.language !== 'ruby' || !text.includes('ActionController::Base')) return [];
  const found: Observation[] = [];
  walk(module, (node) => {
    if (node.kind !== 'class-decl' && node.kind !== 'class') return;
    const [parent] = node.cls.supers;
    if (!parent || !/^(?:::)?ActionController::Base$/.test(text.slice(parent.start, parent.end)))
      return;
    const body = text.slice(node.start, node.end);
    if (/\bprotect_from_forgery\b|\bskip_forgery_protection\b|verify_authenticity_token/.test(body))
      return;
    found.push({
      at: { start: node.start, end: parent.end },
      severity: 'hint',
      message,
      fixes: () => protect(node, parent, context),
    });
  });
  return found;
}

/** The word on forged requests, as the first line of the class. */
function protect(cls: Span, parent: Span, context: RuleContext): readonly FixDraft[] {
  const { text } = context;
  const lineEnd = text.indexOf('\n', parent.end);
  if (lineEnd < 0 || /\S/.test(text.slice(parent.end, lineEnd).replace(/#.*/, ''))) return [];
  const indent = indentationAt(text, cls.start) + indentUnit(context);
  const at = text[lineEnd - 1] === '\r' ? lineEnd - 1 : lineEnd;
  const newText = `${lineBreak(text)}${indent}protect_from_forgery with: :exception`;
  const title = 'Check requests for forgery (protect_from_forgery)';
  return [{ title, edits: [{ start: at, end: at, newText }], safe: false }];
}
