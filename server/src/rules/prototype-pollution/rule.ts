import { role, type Site } from '../../engine/sites';
import type { Assign, Expr, Span } from '../../ir/types';
import { nodesOf } from '../../ir/walk';
import { nodesAt } from '../edits';
import { contains, detection, outerFunction } from '../report';
import { exposure, type Observation, type Rule, type RuleContext } from '../rule';
import { keyFixes, mergeFixes, walkFixes } from './fix';

const mergeMessage =
  'This copies whatever the request sends into an object, deep. A key named `__proto__` changes all objects of the program, and with them checks such as `user.isAdmin`. Copy only the fields that you know, or refuse that key.';
const keyMessage =
  'The request chooses both keys of this assignment. With `__proto__` as the first it changes all objects of the program. Use a `Map`, or accept only keys that you know.';

const pathMessage =
  'This walks along keys and writes at the end of the way. With the key `__proto__` the way leads to the prototype that all objects share. Refuse `__proto__`, `constructor` and `prototype`.';

/** CWE-1321: data that reaches the prototype that all objects share. */
export const rule: Rule = {
  id: 'prototype-pollution',
  title: 'Request that can change every object',
  cwe: [1321, 915],
  owasp: 'A08:2025 Software or Data Integrity Failures',
  severity: 'warning',
  languages: ['javascript', 'typescript'],
  siteKinds: ['merge', 'computed-key'],
  check: (site, context) =>
    site.kind === 'merge' ? checkMerge(site, context) : checkKey(site, context),
  inspect: findKeyWalks,
  fixes({ site }, context) {
    if (site.kind === 'merge') return mergeFixes(site, context);
    const [object, key] = site.args;
    const outer = outerFunction(context.module, site.node);
    const first = object && firstKey(object.node, outer, context);
    return first && key ? keyFixes([first, key.node], context) : [];
  },
};

function checkMerge(site: Site, context: RuleContext) {
  const sources = role(site, 'source')?.value;
  const elements = sources?.shape?.kind === 'list' ? sources.shape.elements : [sources];
  for (const value of [role(site, 'key')?.value, ...elements]) {
    // Of an object that is written out, the keys are known.
    if (!value || (value.shape?.kind === 'map' && !value.shape.open)) continue;
    const from = exposure(value, site.kind, context.flow);
    if (from.level === 'remote') {
      return detection(site, 'warning', mergeMessage, { taint: from.taint });
    }
  }
  return undefined;
}

/** `object[first][second] = value`: one key alone reaches only the object itself. */
function checkKey(site: Site, context: RuleContext) {
  if (!['javascript', 'typescript'].includes(context.module.language)) return undefined;
  const [object, key] = site.args;
  const found = key && exposure(key.value, site.kind, context.flow);
  if (!object || !key || found?.level !== 'remote') return undefined;
  const outer = outerFunction(context.module, site.node);
  if (knowsDanger.test(context.text.slice(outer.start, outer.end))) return undefined;
  const root = rootOf(key.node);
  const first = firstKey(object.node, outer, context);
  if (!first || root === undefined || first.kind === 'literal') return undefined;
  // A key that the same request brings, or a variable, which may hold one.
  if (rootOf(first) !== root && (object.node.kind === 'index' || first.kind !== 'name')) {
    return undefined;
  }
  return detection(site, 'warning', keyMessage, { taint: found.taint });
}

/** The first key, in `object[first][second]` or where `const found = object[first]` came before. */
function firstKey(node: Expr, outer: Span, context: RuleContext): Expr | undefined {
  if (node.kind === 'index') return node.index;
  if (node.kind !== 'name') return undefined;
  let key: Expr | undefined;
  for (const { start, end, target, value } of nodesOf(context.module, 'assign')) {
    if (value?.kind !== 'index' || !contains(outer, { start, end })) continue;
    if (target.kind === 'name' && target.name === node.name) key = value.index;
  }
  return key;
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

/** What a function that knows of the danger mentions. */
const knowsDanger = /__proto__|hasOwn|Object\.create\(null\)|\bMap\(|isPrototypePolluted|isSafeKey/;

/**
 * `object = object[key]` in a loop or a callback, and `object[last] = value` in the same function:
 * how a value is set by a path of keys.
 */
function findKeyWalks(context: RuleContext): readonly Observation[] {
  if (!['javascript', 'typescript'].includes(context.module.language)) return [];
  const steps: { readonly name: string; readonly at: Assign; readonly key: string }[] = [];
  const written = new Map<string, Span[]>();
  for (const node of nodesOf(context.module, 'assign')) {
    const { target } = node;
    if (!node.value) continue;
    if (target.kind === 'index' && target.object.kind === 'name' && isKey(target.index)) {
      const spans = written.get(target.object.name) ?? [];
      written.set(target.object.name, [...spans, node]);
    }
    if (target.kind === 'name' && !node.declares && stepsInto(node.value, target.name)) {
      steps.push({ name: target.name, at: node, key: keyOf(node.value) });
    }
  }
  return steps.flatMap(({ name, at, key }): readonly Observation[] => {
    const outer = outerFunction(context.module, at);
    const ends = written.get(name)?.some((span) => contains(outer, span) && !contains(at, span));
    if (!ends || !isRepeated(at, context)) return [];
    if (knowsDanger.test(context.text.slice(outer.start, outer.end))) return [];
    const fixes = () => (key === '' ? [] : walkFixes(at, key, context));
    return [
      { at: { start: at.start, end: at.end }, severity: 'warning', message: pathMessage, fixes },
    ];
  });
}

/** A key by name; counters are short or called so. */
function isKey(index: Expr): boolean {
  return index.kind === 'name' && !/^(?:[ijkn]|idx|index|count|pos)$/i.test(index.name);
}

/** `object[key]`, also `object[key] || {}`. */
function stepsInto(value: Expr, name: string): boolean {
  if (value.kind === 'binary') return stepsInto(value.left, name);
  return (
    value.kind === 'index' &&
    value.object.kind === 'name' &&
    value.object.name === name &&
    isKey(value.index)
  );
}

/** `key` in `object[key]`, also in `object[key] || {}`. */
function keyOf(value: Expr): string {
  if (value.kind === 'binary') return keyOf(value.left);
  return value.kind === 'index' && value.index.kind === 'name' ? value.index.name : '';
}

/** In a loop, or in a function that something else calls for each key. */
function isRepeated(at: Span, context: RuleContext): boolean {
  return nodesAt(context.module, at).some(
    (node) => node.kind === 'loop' || node.kind === 'function',
  );
}
