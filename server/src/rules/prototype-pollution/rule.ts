import { role, type Site } from '../../engine/sites';
import type { Expr } from '../../ir/types';
import { detection } from '../report';
import { exposure, type Rule, type RuleContext } from '../rule';

const mergeMessage =
  'This copies whatever the request sends into an object, deep. A key named `__proto__` changes all objects of the program, and with them checks such as `user.isAdmin`. Copy only the fields that you know, or refuse that key.';
const keyMessage =
  'The request chooses both keys of this assignment. With `__proto__` as the first it changes all objects of the program. Use a `Map`, or accept only keys that you know.';

/** CWE-1321: data that reaches the prototype that all objects share. */
export const rule: Rule = {
  id: 'prototype-pollution',
  title: 'Request that can change every object',
  cwe: [1321, 915],
  owasp: 'A08:2025 Software or Data Integrity Failures',
  severity: 'error',
  languages: ['javascript', 'typescript'],
  siteKinds: ['merge', 'computed-key'],
  check: (site, context) =>
    site.kind === 'merge' ? checkMerge(site, context) : checkKey(site, context),
};

function checkMerge(site: Site, context: RuleContext) {
  for (const arg of [role(site, 'key'), role(site, 'source')]) {
    const from = arg && exposure(arg.value, site.kind, context.flow);
    if (from?.level === 'remote') {
      return detection(site, 'warning', mergeMessage, { taint: from.taint });
    }
  }
  return undefined;
}

/** `object[first][second] = value`: one key alone reaches only the object itself. */
function checkKey(site: Site, context: RuleContext) {
  if (!['javascript', 'typescript'].includes(context.module.language)) return undefined;
  const [object, key] = site.args;
  if (!object || !key || object.node.kind !== 'index' || isNumber(object.node.index)) {
    return undefined;
  }
  const found = exposure(key.value, site.kind, context.flow);
  const root = rootOf(key.node);
  if (found.level !== 'remote' || root === undefined || rootOf(object.node.index) !== root) {
    return undefined;
  }
  return detection(site, 'warning', keyMessage, { taint: found.taint });
}

/** The variable that an expression takes its data from: `req` in `req.body.name`. */
function rootOf(node: Expr): string | undefined {
  switch (node.kind) {
    case 'name':
      return node.name;
    case 'member':
    case 'index':
      return rootOf(node.object);
    case 'call':
      return rootOf(node.callee);
    default:
      return undefined;
  }
}

function isNumber(of: Expr): boolean {
  return of.kind === 'literal' && typeof of.value === 'number';
}
