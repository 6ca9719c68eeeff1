import type { FunctionNode } from '../ir/types';
import type { SinkSpec } from './model';
import type { Site } from './sites';
import { paramFunctions } from './substitute';
import { joinValues, type Value } from './values';

/** Ways on which values reach one place that a model knows; more are not kept. */
const maxVariants = 8;

/** The sites that an analysis met, each once for every way on which its values came. */
export class SiteLog {
  /** By node, and by what a model says of it. */
  private readonly byNode = new Map<object, Map<string, Map<string, Site>>>();
  /** Sites that a function's parameters reach: the part of its summary that is not the result. */
  private readonly byFunction = new Map<FunctionNode, Set<Site>>();
  private readonly specNumbers = new Map<SinkSpec, number>();

  record(site: Site): void {
    let known = this.byNode.get(site.node);
    if (!known) {
      known = new Map();
      this.byNode.set(site.node, known);
    }
    const meaning = `${site.kind}|${this.specNumber(site.spec)}`;
    let variants = known.get(meaning);
    if (!variants) {
      variants = new Map();
      known.set(meaning, variants);
    }
    const key = site.through.map((at) => at.start).join('>');
    const before = variants.get(key);
    if (!before && variants.size >= maxVariants) return;
    const merged = before ? mergeSites(before, site) : site;
    variants.set(key, merged);
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
    for (const known of this.byNode.values()) {
      for (const variants of known.values()) sites.push(...variants.values());
    }
    return sites;
  }

  /** Sites that data from the function's parameters reaches, as they are now. */
  reachedFrom(fn: FunctionNode): readonly Site[] {
    return [...(this.byFunction.get(fn) ?? [])];
  }

  private specNumber(spec: SinkSpec | undefined): number {
    if (!spec) return 0;
    const known = this.specNumbers.get(spec);
    if (known !== undefined) return known;
    this.specNumbers.set(spec, this.specNumbers.size + 1);
    return this.specNumbers.size;
  }
}

/** The same site met again, on another way or in another pass: what holds for either. */
function mergeSites(a: Site, b: Site): Site {
  return {
    ...b,
    args: b.args.map((arg, i) => ({ ...arg, value: mergeSeen(a.args[i]?.value, arg.value) })),
    receiver: b.receiver && {
      ...b.receiver,
      value: mergeSeen(a.receiver?.value, b.receiver.value),
    },
  };
}

function mergeSeen(a: Value | undefined, b: Value): Value {
  if (!a || a === b) return b;
  const joined = joinValues(a, b);
  // Of what was seen, the richer text and shape say more to a rule and its fix.
  return { ...joined, shape: joined.shape ?? b.shape ?? a.shape, constant: joined.constant };
}
