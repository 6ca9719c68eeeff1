import type { Expr, Module, Target } from '../ir/types';
import { nodesOf } from '../ir/walk';

/**
 * What a field of the own object (`@size`, `this.size`), or a global variable of Ruby, holds when
 * all that the file assigns to it is one and the same literal; undefined otherwise. Which method
 * runs first is not known to the flow, and does not matter then.
 */
export function onlyLiteral(node: Expr, module: Module): string | number | undefined {
  const name = fieldName(node, module);
  if (name === undefined) return undefined;
  let only: string | number | undefined;
  for (const { target, value } of nodesOf(module, 'assign')) {
    if (!value || fieldName(target, module) !== name) continue;
    const given = value.kind === 'literal' ? value.value : undefined;
    if (typeof given !== 'string' && typeof given !== 'number') return undefined;
    if (only !== undefined && only !== given) return undefined;
    only = given;
  }
  return only;
}

const own = /^(?:this|self|@)$/;

function fieldName(node: Expr | Target, { language }: Module): string | undefined {
  if (language === 'ruby' && node.kind === 'name' && node.name.startsWith('$')) return node.name;
  if (node.kind !== 'member' || node.object.kind !== 'name') return undefined;
  return own.test(node.object.name) ? node.property : undefined;
}
