import type { Site } from '../engine/sites';
import type { Expr, Node } from '../ir/types';
import { walk } from '../ir/walk';
import { enclosingFunction } from './edits';
import type { RuleContext } from './rule';

/** Names of functions of a program's own that refuse a path which leads out of its folder. */
export const pathCheck =
  /travers|zip_?slip|within|inside|outside|escap(?:es|ing)|(?:check|detect|prevent|refuse|no)\w*escape|(?:check|validate|assert|ensure|verify|require|guard|is_?(?:safe|valid|allowed)|sanit)\w*(?:path|file|dir|folder|entry|name)|(?:path|file_?name|dir|folder|entry)\w*(?:check|valid|safe|allowed)/i;

/** The same for addresses that a browser is sent to. */
export const addressCheck =
  /(?:safe|valid|allowed|trusted|local|internal|relative|same|check|verify|own)\w*(?:ur[il]|redirect|link|host|domain|origin|next|return|location|target)|(?:ur[il]|redirect|link|host|domain|origin|next|return|location)\w*(?:safe|valid|allowed|trusted|local|internal|relative|check)/i;

/**
 * Whether a function with such a name gets the value (or what the value is made of) before the
 * site, in the same function. What it does is not known; its name says what it is for.
 */
export function isCheckedByName(
  site: Site,
  value: Expr,
  pattern: RegExp,
  { module }: RuleContext,
): boolean {
  const body = enclosingFunction(module, site.node)?.body;
  if (!body) return false;
  const names = namesOf(value);
  const checks: (readonly string[])[] = [];
  walk(body, (node) => {
    if (node.start >= site.node.start) return;
    if (node.kind === 'assign' && node.target.kind === 'name' && node.value) {
      if (names.has(node.target.name)) for (const name of namesOf(node.value)) names.add(name);
    }
    if (node.kind === 'call' && pattern.test(calledName(node.callee))) {
      checks.push(node.args.flatMap((arg) => [...namesOf(arg.value)]));
    }
  });
  return checks.some((given) => given.some((name) => names.has(name)));
}

function calledName(callee: Expr): string {
  if (callee.kind === 'member') return callee.property;
  return callee.kind === 'name' ? callee.name : '';
}

function namesOf(node: Node): Set<string> {
  const names = new Set<string>();
  walk(node, (inner) => {
    if (inner.kind === 'name') names.add(inner.name);
  });
  return names;
}
