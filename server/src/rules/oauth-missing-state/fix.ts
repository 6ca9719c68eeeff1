import { role } from '../../engine/sites';
import { booleanText, replaceValue, setEntry } from '../repairs/options';
import type { Detection, FixDraft, RuleContext } from '../rule';

/**
 * Lets the library make the state and compare it. Where the program writes the address itself, the
 * other half belongs into the handler of the answer, which only the person knows.
 */
export function fixes({ site }: Detection, context: RuleContext): readonly FixDraft[] {
  const on = booleanText(true, context);
  const state = role(site, 'state')?.node;
  const params = role(site, 'params')?.node;
  const edits =
    state?.kind === 'literal'
      ? [replaceValue(state, on, context)]
      : params?.kind === 'map'
        ? setEntry(params, 'state', on, context)
        : undefined;
  return edits ? [{ title: 'Let the library send a state', edits, safe: false }] : [];
}
