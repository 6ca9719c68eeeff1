import type { Site } from '../../engine/sites';
import { allTaints, type Step, type Taint } from '../../engine/values';
import type { Span } from '../../ir/types';
import { nodesAt } from '../edits';
import { contains, detection, isTestFile, sitesOf } from '../report';
import { type Detection, exposure, type RuleContext } from '../rule';

const message =
  'Data from the request is put between tags by hand here. Wherever the text is shown as HTML, in a page or a mail, it can carry a script. Escape it for HTML, or let a template that escapes put it in.';

/** Sites that say themselves what is wrong with the text, or that show it as it is. */
const ownKinds = ['html', 'response', 'render', 'log'] as const;

/** HTML with data of a request that goes where no model follows it. */
export function builtMarkup(site: Site, context: RuleContext): Detection | undefined {
  const [text] = site.args;
  if (!text || isTestFile(site.file)) return undefined;
  const found = exposure(text.value, 'html', context.flow);
  if (found.level !== 'remote') return undefined;
  const others = sitesOf(context, 'built-markup').filter(({ node }) => node !== site.node);
  const isPart = others.some(({ node }) => contains(node, site.node));
  // What was built before with the same data is where it went in.
  const variable = assignedName(site, context);
  const isLater = others.some(
    (other) =>
      !contains(site.node, other.node) &&
      (passes(found.taint, other.node) ||
        (variable !== undefined &&
          other.node.start < site.node.start &&
          other.fn === site.fn &&
          assignedName(other, context) === variable)),
  );
  if (isPart || isLater || isShown(site, context)) return undefined;
  return detection(site, 'hint', message, { at: text.node, taint: found.taint });
}

/** The variable that a text grows in: `html += …`. */
function assignedName(site: Site, context: RuleContext): string | undefined {
  const around = nodesAt(context.module, site.node).findLast(({ kind }) => kind === 'assign');
  return around?.kind === 'assign' && around.op !== undefined && around.target.kind === 'name'
    ? around.target.name
    : undefined;
}

/** Whether a site of the file takes the same text. */
function isShown(site: Site, context: RuleContext): boolean {
  return sitesOf(context, ...ownKinds).some(
    ({ node, args }) =>
      contains(node, site.node) ||
      args.some(({ value }) => allTaints(value).some((taint) => passes(taint, site.node))),
  );
}

/** Whether data has come through this place. */
function passes(taint: Taint, { start, end }: Span): boolean {
  for (let step: Step | undefined = taint.steps; step; step = step.before) {
    if (step.start === start && step.end === end) return true;
  }
  return false;
}
