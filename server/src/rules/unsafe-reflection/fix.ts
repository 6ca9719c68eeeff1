import { role, type SiteArg } from '../../engine/sites';
import type { Call, Expr, Loop } from '../../ir/types';
import { enclosingFunction, nodesAt, source } from '../edits';
import { markedArg, placesOf } from '../repairs/places';
import { placeholder, recordNames, shownFields } from '../repairs/recordFields';
import { allowOnly, guard, ifThen, notIn } from '../repairs/refuse';
import { insertBefore, ownLine } from '../repairs/statements';
import { outerFunction } from '../report';
import type { Detection, FixDraft, RuleContext } from '../rule';

/** Repairs of a name that data chooses: it must be one of a list, or one of the object's own. */
export function fixes(detection: Detection, context: RuleContext): readonly FixDraft[] {
  const { site } = detection;
  const arg = markedArg(detection) ?? role(site, 'name') ?? site.args[0];
  if (!arg) return [];
  const found = placesOf(
    arg.node,
    arg.value,
    ({ cleaned }) => !cleaned.includes('reflection'),
    context,
  );
  const places = found.map((place) => beforeForms(place, context));
  const drafts: FixDraft[] = [];
  const own = ownFunction(site.args[1], places, context);
  if (own) drafts.push(own);
  const of = site.spec?.data?.of ?? (site.spec ? 'class' : 'method');
  const call = site.node.kind === 'call' ? site.node : undefined;
  const names = of === 'attribute' && call ? fieldsOf(call, context) : (listed[of] ?? ['show']);
  const shown = names.join(', ');
  const edits =
    (call && of === 'attribute' ? skipOthers(call, places, names, context) : undefined) ??
    allowOnly(places, names, 'Unknown name', context);
  if (edits) drafts.push({ title: `Allow only names from a list (${shown})`, edits, safe: false });
  return drafts;
}

/** What stands for names that the person fills in. */
const listed: Readonly<Record<string, readonly string[]>> = {
  class: ['Report', 'Invoice'],
  method: ['show', 'list'],
  function: ['show', 'list'],
  directory: ['java:comp/env/jdbc/main'],
};

/** The data itself, and not `data.camelize.to_sym`: what is compared is what was sent. */
function beforeForms(place: Expr, context: RuleContext): Expr {
  let at = place;
  for (;;) {
    const of: Expr | undefined =
      at.kind === 'member'
        ? at.object
        : at.kind === 'call' && at.callee.kind === 'member' && at.args.length === 0
          ? at.callee.object
          : undefined;
    const name =
      at.kind === 'member'
        ? at.property
        : at.kind === 'call' && at.callee.kind === 'member'
          ? at.callee.property
          : '';
    if (
      !of ||
      !/^(?:to_sym|to_s|camelcase|camelize|classify|singularize|constantize|capitalize|titleize|strip|underscore)$/.test(
        name,
      )
    ) {
      return at;
    }
    if (context.module.language !== 'ruby') return at;
    at = of;
  }
}

/** `object[name](…)` in JavaScript: only what the object itself has. */
function ownFunction(
  object: SiteArg | undefined,
  places: readonly Expr[],
  context: RuleContext,
): FixDraft | undefined {
  if (!/script$/.test(context.module.language) || !object) return undefined;
  const written = source(context, object.node);
  if (!/^[\w$.]+$/.test(written)) return undefined;
  const edits = guard(
    places,
    (name) => `!Object.hasOwn(${written}, ${name})`,
    'Unknown name',
    context,
  );
  return (
    edits && { title: 'Allow only what the object itself has (Object.hasOwn)', edits, safe: false }
  );
}

/** Attributes that a person may set, as far as the file shows. */
function fieldsOf(call: Call, context: RuleContext): readonly string[] {
  const shown = shownFields(
    recordNames(call.args[0]?.value, context),
    undefined,
    outerFunction(context.module, call),
    context,
  );
  return shown.length > 0 ? shown : placeholder;
}

/** `for key, value in data.items(): setattr(record, key, value)`: other keys are left out. */
function skipOthers(
  call: Call,
  [place]: readonly Expr[],
  names: readonly string[],
  context: RuleContext,
) {
  if (context.module.language !== 'python' || place?.kind !== 'name') return undefined;
  const fn = enclosingFunction(context.module, call);
  const loop = nodesAt(context.module, call).findLast(
    (node): node is Loop => node.kind === 'loop' && (fn === undefined || node.start > fn.start),
  );
  const statement = ownLine(call, context);
  if (!loop?.target || !statement) return undefined;
  if (!new RegExp(`\\b${place.name}\\b`).test(source(context, loop.target))) return undefined;
  const lines = ifThen(notIn(place.name, names, context), ['continue'], context);
  return [insertBefore(statement, lines, context)];
}
