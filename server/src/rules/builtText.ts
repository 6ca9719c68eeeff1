import type { Site } from '../engine/sites';
import { allTaints, type Step, type Taint } from '../engine/values';
import type { Span } from '../ir/types';
import { nodesAt } from './edits';
import { contains, sitesOf } from './report';
import type { RuleContext } from './rule';

/** What rules ask of a text that a program builds with data and that no model follows further. */

/**
 * Whether a built text is said of elsewhere: it is a part of a larger one, or was added to one that
 * holds the same data, or one of these sites takes it.
 */
export function isSaidElsewhere(
  site: Site,
  taint: Taint,
  takers: readonly Site[],
  context: RuleContext,
): boolean {
  const others = sitesOf(context, site.kind).filter(({ node }) => node !== site.node);
  if (others.some(({ node }) => contains(node, site.node))) return true;
  const variable = assignedName(site, context);
  const isLater = others.some(
    (other) =>
      !contains(site.node, other.node) &&
      (passes(taint, other.node) ||
        (variable !== undefined &&
          other.node.start < site.node.start &&
          other.fn === site.fn &&
          assignedName(other, context) === variable)),
  );
  return isLater || takers.some((taker) => takes(taker, site));
}

/** The variable that a text grows in: `html += …`. */
function assignedName(site: Site, context: RuleContext): string | undefined {
  const around = nodesAt(context.module, site.node).findLast(({ kind }) => kind === 'assign');
  return around?.kind === 'assign' && around.op !== undefined && around.target.kind === 'name'
    ? around.target.name
    : undefined;
}

/** Whether a site takes a text that was built elsewhere. */
function takes({ node, args }: Site, built: Site): boolean {
  return (
    contains(node, built.node) ||
    args.some(({ value }) => allTaints(value).some((taint) => passes(taint, built.node)))
  );
}

/** Whether data has come through this place. */
function passes(taint: Taint, { start, end }: Span): boolean {
  for (let step: Step | undefined = taint.steps; step; step = step.before) {
    if (step.start === start && step.end === end) return true;
  }
  return false;
}
