import { role, type Site, type SiteArg } from '../engine/sites';
import type { Value } from '../engine/values';
import type { Expr, Span, Stmt } from '../ir/types';
import { nodesOf, walk } from '../ir/walk';
import type { SiteKindName } from '../languages/siteKinds';
import type { Severity } from '../report/finding';
import { nodesAt, source } from './edits';
import { contains, detection, isTestFile, outerFunction } from './report';
import { type Detection, type Exposure, exposure, type Rule, type RuleContext } from './rule';
import { isBuilt, isUnknown } from './textParts';

/** Where data comes from, as far as it makes a difference to a rule. */
export type Level = Exclude<Exposure['level'], 'none'>;

/**
 * What is said about data of each origin; an origin that is left out is none of the rule's business.
 * `unknown` is for values of which nothing is known, not even that they are data: advice at most.
 */
export type Levels = Readonly<
  Partial<Record<Level | 'unknown', { readonly severity: Severity; readonly message: string }>>
>;

/** A rule of the form "untrusted data reaches this part of that kind of site". */
export interface TaintRuleSpec extends Omit<Rule, 'siteKinds' | 'check' | 'severity'> {
  /** Kind of site → its roles where the data does harm, or `all` for every argument. */
  readonly reaches: Readonly<Partial<Record<SiteKindName, readonly string[] | 'all'>>>;
  readonly levels: Levels;
  /** Instead of `levels` for a value that came as it is: a function that is given code and runs it. */
  readonly passedOn?: Levels;
  /**
   * The part of an argument that does harm, such as the host of an address; undefined when there is
   * none. The whole when absent.
   */
  readonly part?: (arg: SiteArg, site: Site, context: RuleContext) => Value | undefined;
}

/** Makes the rule; its highest severity is the highest of its levels. */
export function taintRule({ reaches, levels, passedOn, part, ...about }: TaintRuleSpec): Rule {
  return {
    ...about,
    severity: highest(levels),
    siteKinds: Object.keys(reaches),
    check(site, context) {
      const roles = reaches[site.kind as SiteKindName];
      for (const arg of roles ? argsOf(site, roles) : []) {
        const harmful = part ? part(arg, site, context) : arg.value;
        const say = harmful && passedOn && !isBuilt(harmful) ? passedOn : levels;
        const found = harmful && taintAt(site, { ...arg, value: harmful }, say, context);
        if (found) return found;
      }
      return undefined;
    },
  };
}

/** The arguments that play these roles, or all of them. */
export function argsOf(site: Site, roles: readonly string[] | 'all'): readonly SiteArg[] {
  if (roles === 'all') return site.args;
  return roles.map((name) => role(site, name)).filter((arg) => arg !== undefined);
}

/**
 * What there is to say about the data in an argument; marks the argument.
 * `sinkKind` names the sanitizers that help, where that is not the kind of the site.
 */
export function taintAt(
  site: Site,
  arg: SiteArg,
  levels: Levels,
  context: RuleContext,
  sinkKind: string = site.kind,
): Detection | undefined {
  const found = exposure(arg.value, sinkKind, context.flow);
  if (found.level === 'none') {
    const { unknown } = levels;
    return unknown && isUnknown(arg.value, arg.node, context.module)
      ? detection(site, unknown.severity, unknown.message, { at: arg.node })
      : undefined;
  }
  const say = levels[found.level];
  // What a test makes of its own parameters harms nobody.
  if (found.level !== 'remote' && isTestFile(context.flow.file)) return undefined;
  return say && detection(site, say.severity, say.message, { at: arg.node, taint: found.taint });
}

/**
 * Whether a condition whose text matches decides that a site is reached: one around it, or one before
 * it in the function that leaves.
 */
export function isConditional(site: Site, pattern: RegExp, context: RuleContext): boolean {
  // A function may stand behind the check of the one that calls it.
  const calls = site.through.filter(({ file }) => file === site.file);
  return [site.node, ...calls].some((at) => isConditionalAt(at, pattern, context));
}

function isConditionalAt(at: Span, pattern: RegExp, context: RuleContext): boolean {
  const { module } = context;
  const matches = (test: Expr) =>
    pattern.test(source(context, test)) || asksElsewhere(test, pattern, context);
  const isInside = nodesAt(module, at).some(
    (node) => (node.kind === 'if' || node.kind === 'conditional') && matches(node.test),
  );
  if (isInside) return true;
  const outer = outerFunction(module, at);
  return nodesOf(module, 'if').some(
    ({ test, then, end }) =>
      end <= at.start && contains(outer, test) && leaves(then) && matches(test),
  );
}

/** Whether what a test asks was computed before by such an expression, or is by a function of the file. */
function asksElsewhere(test: Expr, pattern: RegExp, context: RuleContext): boolean {
  const { module } = context;
  const names = new Set<string>();
  walk(test, (node) => {
    if (node.kind === 'name') names.add(node.name);
    if (node.kind === 'call' && node.callee.kind === 'member') names.add(node.callee.property);
  });
  const functions = [
    ...nodesOf(module, 'function-decl').map(({ fn }) => fn),
    ...nodesOf(module, 'class-decl').flatMap(({ cls }) => cls.methods),
  ].filter(
    ({ name, start, end }) => name !== undefined && !(start <= test.start && test.end <= end),
  );
  const outer = outerFunction(module, test);
  const isBefore = (span: Span) => span.end <= test.start && contains(outer, span);
  // What a name was given may stand in another name.
  for (let depth = 0; depth < 2; depth++) {
    for (const assign of nodesOf(module, 'assign')) {
      const { target, value } = assign;
      if (!value || !(value.kind === 'function' || isBefore(assign))) continue;
      // `const { origin } = new URL(text)` takes fields by their names.
      const isField =
        target.kind === 'map-pattern' &&
        target.elements.some(
          ({ target: field }) =>
            field?.kind === 'name' && names.has(field.name) && pattern.test(`.${field.name}`),
        );
      if (isField) return true;
      if (target.kind !== 'name' || !names.has(target.name)) continue;
      if (pattern.test(source(context, value))) return true;
      walk(value, (node) => {
        if (node.kind === 'name') names.add(node.name);
      });
    }
  }
  return functions.some((fn) => names.has(fn.name!) && pattern.test(source(context, fn.body)));
}

function leaves(stmt: Stmt): boolean {
  const last = stmt.kind === 'block' ? stmt.body.at(-1) : stmt;
  if (last?.kind === 'expr') return endsRequest(last.expr);
  return last?.kind === 'return' || last?.kind === 'throw' || last?.kind === 'jump';
}

/** Whether the value surely holds data from the network that can harm this kind of site. */
export function fromRequest(of: Value, sinkKind: string, context: RuleContext): boolean {
  return exposure(of, sinkKind, context.flow).level === 'remote';
}

/** Calls that never return: those of frameworks that answer, and the end of the program. */
function endsRequest(of: Expr): boolean {
  if (of.kind === 'sequence') return of.items.some(endsRequest);
  if (of.kind !== 'call') return false;
  const { callee } = of;
  const name =
    callee.kind === 'name' ? callee.name : callee.kind === 'member' ? callee.property : '';
  return /^(?:abort|exit|die|halt|throw)$/.test(name);
}

const bySeverity: readonly Severity[] = ['error', 'warning', 'hint'];

function highest(levels: Levels): Severity {
  const used = Object.values(levels).map(({ severity }) => severity);
  return bySeverity.find((severity) => used.includes(severity)) ?? 'hint';
}
