import type { Expr } from '../../ir/types';
import { source } from '../edits';
import type { FixDraft, RuleContext } from '../rule';
import { assignmentsTo } from '../textParts';
import { importWhole } from './imports';
import { guard, mergedInsertions } from './refuse';

/**
 * Refuses data that is more than a plain word of letters, digits, `_` and `-`. May refuse what was
 * normal, so it is a preview.
 */
export function onlyPlain(places: readonly Expr[], context: RuleContext): FixDraft | undefined {
  if (places.some((place) => mayBeList(place, context))) return undefined;
  const edits = guard(places, (name) => isNotPlain(name, context), 'Not a plain word', context);
  if (!edits) return undefined;
  const needed = context.module.language === 'python' ? importWhole(context, 're').edits : [];
  return {
    title: 'Accept only letters, digits, _ and - in it',
    edits: mergedInsertions([...edits, ...needed]),
    safe: false,
  };
}

/** Several values at once, or a program's own path: no word that a pattern describes. */
function mayBeList(place: Expr, context: RuleContext): boolean {
  if (place.kind !== 'name') return /\b(?:split|which)\(/.test(source(context, place));
  if (/(?:(?<!s)s|list|argv|params|cmd|command|editor|path)$/i.test(place.name)) return true;
  return assignmentsTo(place.name, place, context.module).some(
    (value) =>
      value.kind === 'list' || /\b(?:split|which|list|sorted)\(/.test(source(context, value)),
  );
}

function isNotPlain(name: string, { module }: RuleContext): string {
  switch (module.language) {
    case 'python':
      return `not re.fullmatch(r'\\w[\\w-]*', ${name})`;
    case 'java':
      return `!${name}.matches("\\\\w[\\\\w-]*")`;
    case 'ruby':
      return `!/\\A\\w[\\w-]*\\z/.match?(${name})`;
    case 'php':
      return `!preg_match('/^\\w[\\w-]*$/D', ${name})`;
    default:
      return `!/^\\w[\\w-]*$/.test(${name})`;
  }
}
