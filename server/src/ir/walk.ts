import type {
  Arg,
  ClassNode,
  Decorator,
  FunctionNode,
  Module,
  Node,
  PatternElement,
  Span,
} from './types';

/** The nodes directly inside a node, in the order of their roles. */
export function children(node: Node | Module): Node[] {
  const out: Node[] = [];
  addChildren(node, out);
  return out;
}

/** The children of nodes that have many, by their start: programs and classes are searched often. */
const wide = new WeakMap<Node | Module, readonly Node[]>();
const manyChildren = 24;

/** A child that contains the span; undefined when none does. */
export function childAround(node: Node | Module, span: Span): Node | undefined {
  const known = wide.get(node);
  const nodes = known ?? children(node);
  const holds = (child: Node) => child.start <= span.start && span.end <= child.end;
  if (nodes.length < manyChildren) return nodes.find(holds);
  const sorted = known ?? [...nodes].sort((a, b) => a.start - b.start);
  if (!known) wide.set(node, sorted);
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]!.start <= span.start) low = middle + 1;
    else high = middle;
  }
  // Children seldom overlap, so it is the last one that starts in front, if any.
  for (let i = low - 1; i >= 0; i--) if (holds(sorted[i]!)) return sorted[i];
  return undefined;
}

function addChildren(node: Node | Module, out: (Node | Module)[]): void {
  switch (node.kind) {
    case 'module':
      addAll(node.body, out);
      break;
    case 'literal':
    case 'name':
    case 'jump':
    case 'import':
      break;
    case 'member':
      add(node.object, out);
      break;
    case 'index':
      out.push(node.object, node.index);
      break;
    case 'call':
      add(node.callee, out);
      addArgs(node.args, out);
      break;
    case 'string':
      addAll(node.parts, out);
      break;
    case 'list':
      addArgs(node.elements, out);
      break;
    case 'map':
      for (const entry of node.entries) {
        add(entry.key, out);
        add(entry.value, out);
      }
      break;
    case 'function':
    case 'function-decl':
      addFunction(node.fn, out);
      break;
    case 'class':
    case 'class-decl':
      addClass(node.cls, out);
      break;
    case 'binary':
      out.push(node.left, node.right);
      break;
    case 'unary':
      add(node.operand, out);
      break;
    case 'conditional':
      out.push(node.test, node.then, node.else);
      break;
    case 'assign':
      add(node.target, out);
      add(node.value, out);
      break;
    case 'sequence':
      addAll(node.items, out);
      break;
    case 'unknown':
      addAll(node.children, out);
      break;
    case 'list-pattern':
    case 'map-pattern':
      addElements(node.elements, out);
      break;
    case 'expr':
      add(node.expr, out);
      break;
    case 'block':
      addAll(node.body, out);
      break;
    case 'if':
      add(node.test, out);
      add(node.then, out);
      add(node.else, out);
      break;
    case 'loop':
      add(node.init, out);
      add(node.target, out);
      add(node.iterable, out);
      add(node.test, out);
      add(node.update, out);
      add(node.body, out);
      add(node.else, out);
      break;
    case 'switch':
      add(node.subject, out);
      for (const branch of node.cases) {
        addAll(branch.tests, out);
        addAll(branch.body, out);
      }
      break;
    case 'return':
    case 'throw':
      add(node.value, out);
      break;
    case 'try':
      add(node.body, out);
      for (const handler of node.handlers) {
        add(handler.target, out);
        add(handler.body, out);
      }
      add(node.finally, out);
      break;
    case 'export':
      add(node.declaration, out);
      break;
  }
}

function add(child: Node | undefined, out: (Node | Module)[]): void {
  if (child) out.push(child);
}

/** Element by element: a list can be longer than a call takes arguments. */
function addAll(nodes: readonly Node[], out: (Node | Module)[]): void {
  for (const node of nodes) out.push(node);
}

function addArgs(args: readonly Arg[], out: (Node | Module)[]): void {
  for (const arg of args) out.push(arg.value);
}

function addDecorators(decorators: readonly Decorator[], out: (Node | Module)[]): void {
  for (const decorator of decorators) out.push(decorator.expr);
}

function addFunction(fn: FunctionNode, out: (Node | Module)[]): void {
  addDecorators(fn.decorators, out);
  for (const param of fn.params) {
    addDecorators(param.decorators, out);
    out.push(param.target);
    if (param.default) out.push(param.default);
  }
  out.push(fn.body);
}

function addClass(cls: ClassNode, out: (Node | Module)[]): void {
  addDecorators(cls.decorators, out);
  addAll(cls.supers, out);
  addAll(cls.body, out);
  for (const method of cls.methods) addFunction(method, out);
}

function addElements(elements: readonly PatternElement[], out: (Node | Module)[]): void {
  for (const element of elements) {
    if (element.target) out.push(element.target);
    if (element.default) out.push(element.default);
  }
}

type NodeOf<K extends Node['kind']> = Extract<Node, { kind: K }>;

/** Nodes of modules by kind: rules look for some kinds again and again. */
const byKind = new WeakMap<Module, ReadonlyMap<string, readonly Node[]>>();

/** All nodes of a kind in a module, parents first. */
export function nodesOf<K extends Node['kind']>(module: Module, kind: K): readonly NodeOf<K>[] {
  let known = byKind.get(module);
  if (!known) {
    known = sorted(module);
    byKind.set(module, known);
  }
  return (known.get(kind) ?? []) as readonly NodeOf<K>[];
}

function sorted(module: Module): ReadonlyMap<string, readonly Node[]> {
  const found = new Map<string, Node[]>();
  // Level by level, which needs no stack.
  const all: (Node | Module)[] = children(module);
  for (let i = 0; i < all.length; i++) {
    const node = all[i] as Node;
    const nodes = found.get(node.kind);
    if (nodes) nodes.push(node);
    else found.set(node.kind, [node]);
    addChildren(node, all);
  }
  return found;
}

/** Visits a node and all that is inside, parents first. Does not recurse: depth is no danger. */
export function walk(root: Node | Module, visit: (node: Node | Module) => void): void {
  const stack: (Node | Module)[] = [root];
  for (let node = stack.pop(); node; node = stack.pop()) {
    visit(node);
    const from = stack.length;
    addChildren(node, stack);
    // The first child has to come off the stack first.
    for (let low = from, high = stack.length - 1; low < high; low++, high--) {
      const lowest = stack[low]!;
      stack[low] = stack[high]!;
      stack[high] = lowest;
    }
  }
}
