import type { FunctionNode } from '../ir/types';
import { type Site, type SiteArg, withValue } from './sites';
import { paramFunctions } from './substitute';
import { joinValues, type Value, withContent } from './values';

/** Ways on which values reach one place that a model knows; more are not kept. */
const maxVariants = 8;

interface Met {
  /** Calls through which the values came, as text. */
  readonly way: string;
  site: Site;
}

/** The sites that an analysis met, each once for every way on which its values came. */
export class SiteLog {
  /** By node; few nodes mean more than one thing. */
  private readonly byNode = new Map<object, Met[]>();
  /** Sites that a function's parameters reach: the part of its summary that is not the result. */
  private readonly byFunction = new Map<FunctionNode, Set<Site>>();
  /** Files that sites are in. */
  readonly files = new Set<string>();

  record(site: Site): void {
    let met = this.byNode.get(site.node);
    if (!met) {
      met = [];
      this.byNode.set(site.node, met);
    }
    const way = site.through.length === 0 ? '' : site.through.map((at) => at.start).join('>');
    let variants = 0;
    let known: Met | undefined;
    for (const one of met) {
      if (one.site.spec !== site.spec || one.site.kind !== site.kind) continue;
      variants++;
      if (one.way === way) known = one;
    }
    if (!known && variants >= maxVariants) return;
    const before = known?.site;
    const merged = before ? mergeSites(before, site) : site;
    if (known) known.site = merged;
    else met.push({ way, site: merged });
    this.files.add(site.file);
    for (const fn of paramFunctions(merged)) {
      let reached = this.byFunction.get(fn);
      if (!reached) {
        reached = new Set();
        this.byFunction.set(fn, reached);
      }
      if (before) reached.delete(before);
      reached.add(merged);
    }
  }

  all(): readonly Site[] {
    const sites: Site[] = [];
    for (const met of this.byNode.values()) for (const { site } of met) sites.push(site);
    return sites;
  }

  /** Sites that data from the function's parameters reaches, as they are now. */
  reachedFrom(fn: FunctionNode): readonly Site[] {
    const reached = this.byFunction.get(fn);
    return reached ? [...reached] : none;
  }
}

const none: readonly Site[] = [];

/** The same site met again, on another way or in another pass: what holds for either. */
function mergeSites(a: Site, b: Site): Site {
  let same = true;
  const seen = (before: SiteArg | undefined, arg: SiteArg): SiteArg => {
    const value = mergeSeen(before?.value, arg.value);
    if (value === arg.value) return arg;
    same = false;
    return withValue(arg, value);
  };
  const args = b.args.map((arg, i) => seen(a.args[i], arg));
  const receiver = b.receiver && seen(a.receiver, b.receiver);
  if (same) return b;
  const { kind, node, spec, decorates, file, fn, through } = b;
  return { kind, node, spec, args, receiver, decorates, file, fn, through };
}

function mergeSeen(a: Value | undefined, b: Value): Value {
  if (!a || a === b) return b;
  const joined = joinValues(a, b);
  // Of what was seen, the richer text and shape say more to a rule and its fix.
  const shape = joined.shape ?? b.shape ?? a.shape;
  return shape === joined.shape ? joined : withContent(joined, joined.taints, shape, joined.text);
}
