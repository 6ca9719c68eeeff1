import type { ArgCondition, ArgRef, Condition } from './model';
import { argument, type Site, type SiteArg } from './sites';
import { allTaints, type Value } from './values';

/** What a call or an assignment offers to conditions. */
export interface Parts {
  readonly args: readonly SiteArg[];
  readonly receiver: SiteArg | undefined;
}

/** Whether all conditions hold, for certain. */
export function holdsAll(conditions: readonly Condition[] | undefined, parts: Parts): boolean {
  return conditions === undefined || conditions.every((condition) => holds(condition, parts));
}

/** Whether the conditions of a site's specification let it stand. */
export function isSite({ spec, args, receiver }: Site): boolean {
  if (!spec) return true;
  const parts = { args, receiver };
  return holdsAll(spec.where, parts) && !(spec.unless && holdsAll(spec.unless, parts));
}

function holds(condition: Condition, parts: Parts): boolean {
  if ('any' in condition) return condition.any.some((one) => holds(one, parts));
  const { path = [] } = condition;
  const given = condition.arg === 'receiver' ? parts.receiver : argument(parts.args, condition.arg);
  if (!given) {
    return condition.missing === true && !mayComeFromSpread(parts.args, condition.arg);
  }
  const found = path.length === 0 ? given.value : fieldAt(given.value, path);
  if (found === 'absent') return condition.missing === true;
  if (found === undefined) return false;
  if (condition.missing !== undefined) return !condition.missing;
  return matches(condition, found);
}

function matches(condition: ArgCondition, of: Value): boolean {
  const { is, not, symbol, taint } = condition;
  const known = of.constant;
  if (is && !(known && is.some((other) => same(other, known.value)))) return false;
  if (not && !(known && !not.some((other) => same(other, known.value)))) return false;
  if (condition.matches) {
    const text = typeof known?.value === 'string' ? known.value : undefined;
    if (text === undefined || !condition.matches.test(text)) return false;
  }
  if (condition.below !== undefined) {
    if (typeof known?.value !== 'number' || known.value >= condition.below) return false;
  }
  if (condition.empty && !isEmpty(of)) return false;
  if (symbol && !(of.symbol !== undefined && symbol.includes(of.symbol))) return false;
  return taint === undefined || allTaints(of).some((one) => one.source.kind === taint);
}

function isEmpty({ shape }: Value): boolean {
  if (!shape || shape.open) return false;
  return shape.kind === 'list' ? shape.elements.length === 0 : shape.fields.size === 0;
}

function same(a: unknown, b: unknown): boolean {
  if (typeof a === 'string' && typeof b === 'string') return a.toLowerCase() === b.toLowerCase();
  // Languages without `undefined` have only null to say that nothing is there.
  return a === b || (a === null && b === undefined);
}

/** What stands at the end of a path of keys; `absent` when it is surely not there. */
export function fieldAt(of: Value, path: readonly string[]): Value | 'absent' | undefined {
  let at = of;
  for (const key of path) {
    if (at.shape?.kind === 'list') {
      const element = at.shape.elements[Number(key)];
      if (at.shape.open || !element) return undefined;
      at = element;
      continue;
    }
    if (at.shape?.kind !== 'map') return undefined;
    const field = at.shape.fields.get(key);
    if (!field) return at.shape.open ? undefined : 'absent';
    at = field;
  }
  return at;
}

function mayComeFromSpread(args: readonly SiteArg[], ref: ArgRef | 'receiver'): boolean {
  return ref !== 'receiver' && args.some((arg) => arg.spread);
}
