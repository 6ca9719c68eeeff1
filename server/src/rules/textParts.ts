import {
  allTaints,
  type Taint,
  type TextValue,
  tainted,
  unionAll,
  type Value,
} from '../engine/values';
import type { Expr, Module, Node } from '../ir/types';
import { children, walk } from '../ir/walk';
import { enclosingFunction, nodesAt } from './edits';

/** What rules ask of text that a program builds. */

/** Whether a text has parts of the program's own besides the data. */
export function isBuilt(of: Value): boolean {
  return of.text?.pieces.some((piece) => piece.text?.trim()) ?? false;
}

/** Whether a built text is a path. */
export function isPath(of: Value): boolean {
  return of.text?.pieces.some((piece) => piece.text?.includes('/')) ?? false;
}

/** What a text surely begins with; empty when that is data. */
export function leadingText(of: Value): string {
  const known = of.constant?.value;
  if (typeof known === 'string') return known;
  let text = '';
  for (const piece of of.text?.pieces ?? []) {
    if (piece.text === undefined) break;
    text += piece.text;
  }
  return text;
}

/** Whether a text, written so, may begin with this data. */
export function beginsWith(of: Value, taint: Taint, node: Expr): boolean {
  const first = of.text?.pieces[0];
  if (!first) return !(node.kind === 'binary' && taint.source.start >= node.right.start);
  return first.text === undefined && allTaints(first.value).some((t) => t.source === taint.source);
}

/** Whether a text begins with something that is neither written out nor this data. */
export function beginsWithUnknown(of: Value, taint: Taint): boolean {
  const first = of.text?.pieces[0];
  return (
    first !== undefined &&
    first.text === undefined &&
    !allTaints(first.value).some((t) => t.source === taint.source)
  );
}

/** A condition that looks at the host of an address. */
export const hostCheck = /\.(?:host|hostname|netloc|origin|getHost|getAuthority)\b|parse_url/;

/** An address whose host is written out, up to where the path begins. */
const fixedHost = /^(?:[a-z][a-z0-9+.-]*:)?\/\/[^/?#\\]+[/?#]/i;
/** A path of the own site; `//host` and `/\host` are other sites to a browser. */
const ownPath = /^(?:\/[^/\\]|[?#]|\.{1,2}\/|\w[\w.-]*[/?#])/;

/**
 * What decides the host of an address: the data in front of the path. Undefined when there is none.
 * `/` alone settles nothing: `'/' + data` may become `//host`.
 */
export function hostPart(of: Value): Value | undefined {
  if (of.constant) return undefined;
  if (!of.text) return of;
  return dataIn(of.text, (before) => !isSettled(before));
}

/** The data in the path of an address whose host is settled; undefined when there is none. */
export function pathPart(of: Value): Value | undefined {
  return of.text && dataIn(of.text, (before) => isSettled(before) && !before.includes('?'));
}

function isSettled(before: string): boolean {
  return fixedHost.test(before) || ownPath.test(before);
}

/** The data of a text that stands behind beginnings which hold; `x` stands for data before it. */
function dataIn(text: TextValue, holds: (before: string) => boolean): Value | undefined {
  const found: Value[] = [];
  let before = '';
  for (const piece of text.pieces) {
    if (piece.text === undefined && holds(before)) found.push(piece.value);
    before += piece.text ?? 'x';
  }
  return found.length === 0 ? undefined : tainted(unionAll(found));
}

const tag = /<(?:[a-z][a-z0-9-]*[\s>/]|\/[a-z]|!doctype)/i;

/** Whether a text is made with HTML tags. */
export function hasTags(of: Value): boolean {
  const known = of.constant?.value;
  if (typeof known === 'string') return tag.test(known);
  return tag.test((of.text?.pieces ?? []).map((piece) => piece.text ?? 'x').join(''));
}

/** Calls whose result is a number, text that was made harmless, or of the program's own making. */
const harmlessCall =
  /^(?:os|sys|time|datetime|tempfile|pathlib|path|process)\.|(?:^|[.#])(?:int|float|bool|len|str|id|round|dedent|\w*(?:quot|escap|encod|sanit|clean|valid|ident|literal|placeholder|render)\w*)\(\)$/i;

/**
 * Whether nobody who reads the file can say what a value is: it hangs on a name without a
 * declaration, or a function of another place gives it; or it is a text with such a part.
 */
export function isUnknown(of: Value, node: Expr, module: Module): boolean {
  if (of.text) {
    return of.text.pieces.some(
      (piece) => piece.text === undefined && isUnknown(piece.value, piece.node, module),
    );
  }
  if (of.shape?.kind === 'list') {
    const written = node.kind === 'list' ? node.elements : [];
    return of.shape.elements.some((element, i) =>
      isUnknown(element, written[i]?.value ?? node, module),
    );
  }
  if (isUndeclared(of, node, module) || isOwnField(of, node, module)) return true;
  // What another server answers.
  if (allTaints(of).some(({ source }) => source.kind === 'fetched')) return true;
  return isBlank(of) && comesFromElsewhere(node, of.symbol, module, 0);
}

/** In Python: a field of which no method of the class says what it holds. */
function isOwnField(of: Value, node: Expr, module: Module): boolean {
  if (module.language !== 'python' || node.kind !== 'member') return false;
  if (node.object.kind !== 'name' || node.object.name !== 'self') return false;
  return !of.constant && !of.shape && !of.fn && !of.instance && of.symbol === undefined;
}

/** How many variables a value is followed through. */
const maxVariables = 3;

/** Whether an imported function gives the value, or what a variable holds that nobody looks at. */
function comesFromElsewhere(
  node: Expr,
  symbol: string | undefined,
  module: Module,
  depth: number,
): boolean {
  if (node.kind === 'call' && node.callee.kind === 'name') {
    const { name } = node.callee;
    return isImported(name, module) && !harmlessCall.test(symbol ?? `${name}()`);
  }
  const name = rootName(node);
  if (name === undefined || depth >= maxVariables) return false;
  return assignmentsTo(name, node, module).some((value) =>
    comesFromElsewhere(value, undefined, module, depth + 1),
  );
}

function isImported(name: string, module: Module): boolean {
  return module.body.some(
    (stmt) => stmt.kind === 'import' && stmt.names.some(({ local }) => local === name),
  );
}

function isBlank(of: Value): boolean {
  return !of.constant && !of.shape && !of.fn && !of.param && allTaints(of).length === 0;
}

function isUndeclared(of: Value, node: Expr, module: Module): boolean {
  // In Ruby a name that nothing declares is a method of the receiver.
  if (!isBlank(of) || of.symbol !== undefined || module.language === 'ruby') return false;
  const root = rootName(node);
  return root !== undefined && !builtIn.test(root) && !isDeclared(root, node, module);
}

/** Functions and classes that JavaScript and PHP have from the start, where no model names them. */
const builtIn =
  /^(?:String|Array|Number|Object|Math|JSON|Date|implode|join|array_fill|count|str_repeat|rtrim)$/;

/** `req` of `req.form.value('age')`. */
function rootName(node: Expr): string | undefined {
  let at = node;
  for (;;) {
    if (at.kind === 'name') return at.name;
    if (at.kind === 'call') at = at.callee;
    else if (at.kind === 'member' || at.kind === 'index') at = at.object;
    else return undefined;
  }
}

/** Whether the name is a parameter or variable of a function around, or one of the file. */
function isDeclared(name: string, node: Expr, module: Module): boolean {
  if (name === 'this' || name === 'self' || name === 'super') return true;
  if (namesOf(module).has(name)) return true;
  return nodesAt(module, node).some((around) => namesOf(around).has(name));
}

const declared = new WeakMap<object, ReadonlySet<string>>();

/** Names that a file or a function declares or assigns, apart from the functions inside it. */
function namesOf(scope: Node | Module): ReadonlySet<string> {
  const known = declared.get(scope);
  if (known) return known;
  const names = new Set<string>();
  if (scope.kind === 'module' || scope.kind === 'class-decl' || scope.kind === 'class') {
    for (const child of children(scope)) addNames(child, names);
  } else if (scope.kind === 'function' || scope.kind === 'function-decl') {
    for (const param of scope.fn.params) addTarget(param.target, names);
    addNames(scope.fn.body, names);
  }
  if (scope.kind === 'class' || scope.kind === 'class-decl') {
    // The walk to a place in a class has no node for its methods.
    for (const method of scope.cls.methods) {
      for (const param of method.params) addTarget(param.target, names);
      addNames(method.body, names);
    }
  }
  declared.set(scope, names);
  return names;
}

function addTarget(target: Node | undefined, names: Set<string>): void {
  if (!target) return;
  walk(target, (node) => {
    if (node.kind === 'name') names.add(node.name);
  });
}

function addNames(node: Node, names: Set<string>): void {
  switch (node.kind) {
    case 'function-decl':
      if (node.fn.name !== undefined) names.add(node.fn.name);
      return;
    case 'class-decl':
      if (node.cls.name !== undefined) names.add(node.cls.name);
      return;
    case 'function':
    case 'class':
      return;
    case 'import':
      for (const { local } of node.names) names.add(local);
      break;
    case 'assign':
    case 'loop':
      addTarget(node.target, names);
      break;
    case 'try':
      for (const handler of node.handlers) addTarget(handler.target, names);
      break;
  }
  for (const child of children(node)) addNames(child, names);
}

const assigned = new WeakMap<object, ReadonlyMap<string, readonly Expr[]>>();

/** What a variable is given in the function around, else in the file; nothing if it is tested. */
export function assignmentsTo(name: string, node: Expr, module: Module): readonly Expr[] {
  const scopes = [enclosingFunction(module, node)?.body, module].filter((one) => one !== undefined);
  for (const scope of scopes) {
    const found = assignmentsIn(scope).get(name);
    if (found) return found === tested ? [] : found;
  }
  return [];
}

/** Stands for the variables that a condition looks at: they may be harmless behind it. */
const tested: readonly Expr[] = [];

function assignmentsIn(scope: Node | Module): ReadonlyMap<string, readonly Expr[]> {
  const known = assigned.get(scope);
  if (known) return known;
  const found = new Map<string, readonly Expr[]>();
  const inTests: Node[] = [];
  walk(scope, (node) => {
    if (node.kind === 'if' || node.kind === 'conditional') inTests.push(node.test);
    if (node.kind !== 'assign' || node.target.kind !== 'name' || !node.value) return;
    const { name } = node.target;
    found.set(name, [...(found.get(name) ?? []), node.value]);
  });
  for (const test of inTests) {
    walk(test, (node) => {
      if (node.kind === 'name' && found.has(node.name)) found.set(node.name, tested);
    });
  }
  assigned.set(scope, found);
  return found;
}
