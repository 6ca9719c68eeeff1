import { walk } from '../../ir/walk';
import type { Observation, RuleContext } from '../rule';

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
    found.push({ at: { start: node.start, end: parent.end }, severity: 'hint', message });
  });
  return found;
}
