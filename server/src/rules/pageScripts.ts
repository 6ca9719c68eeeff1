import type { SiteArg } from '../engine/sites';
import type { Value } from '../engine/values';
import type { Expr } from '../ir/types';
import { nodesOf, walk } from '../ir/walk';
import { contains, isTestFile, outerFunction } from './report';
import type { RuleContext } from './rule';
import { assignmentsTo } from './textParts';

/**
 * PHP without a namespace: pages, and plugins of WordPress and others. There the functions that
 * answer requests stand among all others, and hand on what was sent as parameters and globals.
 */
export function isPageScript({ module, flow }: RuleContext): boolean {
  return module.language === 'php' && module.namespace === undefined && !isTestFile(flow.file);
}

/**
 * Whether a variable of which nothing is known decides what this argument is. Data that was made
 * harmless to this kind of site does not count.
 */
export function isOpen({ value, node }: SiteArg, sinkKind: string): boolean {
  return isOpenValue(value, node, sinkKind);
}

/** Whether such a variable decides the last part of a path, and not only the folder in front. */
export function isOpenPath({ value, node }: SiteArg, sinkKind: string): boolean {
  const { text } = value;
  if (!text) return isOpenValue(value, node, sinkKind);
  for (const piece of [...text.pieces].reverse()) {
    if (piece.text?.includes('/')) return false;
    if (piece.text === undefined && isOpenValue(piece.value, piece.node, sinkKind)) return true;
  }
  return false;
}

function isOpenValue(of: Value, node: Expr, sinkKind: string): boolean {
  if (of.constant || of.shape || of.fn) return false;
  if (of.text) {
    return of.text.pieces.some(
      (piece) => piece.text === undefined && isOpenValue(piece.value, piece.node, sinkKind),
    );
  }
  return isVariable(node) && of.taints.every(({ cleaned }) => !cleaned.includes(sinkKind));
}

/** Whether an earlier line of the function asks if the variable, or a part of it, is one of a list. */
export function isListed({ node }: SiteArg, { module }: RuleContext): boolean {
  const names = variablesIn(node);
  const outer = outerFunction(module, node);
  return nodesOf(module, 'call').some(({ callee, args, start, end }) => {
    const asked = args[0]?.value;
    return (
      /^(?:in_array|array_key_exists)$/.test(calleeName(callee)) &&
      end < node.start &&
      contains(outer, { start, end }) &&
      asked !== undefined &&
      [...variablesIn(asked)].some((name) => names.has(name))
    );
  });
}

function variablesIn(node: Expr): ReadonlySet<string> {
  const names = new Set<string>();
  walk(node, (inner) => {
    if (inner.kind === 'name' && inner.name.startsWith('$')) names.add(inner.name);
  });
  return names;
}

/** `$path`, `$row['path']`, `$row->path`; not what the object itself holds. */
function isVariable(node: Expr): boolean {
  switch (node.kind) {
    case 'name':
      return node.name.startsWith('$') && node.name !== '$this';
    case 'member':
    case 'index':
      return isVariable(node.object);
    default:
      return false;
  }
}

function calleeName(callee: Expr): string {
  if (callee.kind === 'name') return callee.name;
  return callee.kind === 'member' ? callee.property : '';
}

/** Functions that make addresses of the own site, by the usual names. */
const makesAddress = /url|uri|route|path|link|query_arg|referer/i;

/** An address in a variable of which nothing is known, unless a function for addresses made it. */
export function isOpenAddress(arg: SiteArg, sinkKind: string, context: RuleContext): boolean {
  if (context.module.language !== 'php' || isTestFile(context.flow.file)) return false;
  if (!isOpen(arg, sinkKind)) return false;
  if (arg.node.kind !== 'name') return true;
  return assignmentsTo(arg.node.name, arg.node, context.module).every(
    (value) => value.kind !== 'call' || !makesAddress.test(calleeName(value.callee)),
  );
}
