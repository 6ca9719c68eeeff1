import type {
  Arg,
  ClassNode,
  Decorator,
  FunctionNode,
  Module,
  Node,
  PatternElement,
} from './types';

/** The nodes directly inside a node, in the order of their roles. */
export function children(node: Node | Module): Node[] {
  const out: Node[] = [];
  const add = (child: Node | undefined) => {
    if (child) out.push(child);
  };
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
      add(node.object);
      break;
    case 'index':
      out.push(node.object, node.index);
      break;
    case 'call':
      add(node.callee);
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
        add(entry.key);
        add(entry.value);
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
      add(node.operand);
      break;
    case 'conditional':
      out.push(node.test, node.then, node.else);
      break;
    case 'assign':
      add(node.target);
      add(node.value);
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
      add(node.expr);
      break;
    case 'block':
      addAll(node.body, out);
      break;
    case 'if':
      add(node.test);
      add(node.then);
      add(node.else);
      break;
    case 'loop':
      add(node.init);
      add(node.target);
      add(node.iterable);
      add(node.test);
      add(node.update);
      add(node.body);
      add(node.else);
      break;
    case 'switch':
      add(node.subject);
      for (const branch of node.cases) {
        addAll(branch.tests, out);
        addAll(branch.body, out);
      }
      break;
    case 'return':
    case 'throw':
      add(node.value);
      break;
    case 'try':
      add(node.body);
      for (const handler of node.handlers) {
        add(handler.target);
        add(handler.body);
      }
      add(node.finally);
      break;
    case 'export':
      add(node.declaration);
      break;
  }
  return out;
}

/** Element by element: a list can be longer than a call takes arguments. */
function addAll(nodes: readonly Node[], out: Node[]): void {
  for (const node of nodes) out.push(node);
}

function addArgs(args: readonly Arg[], out: Node[]): void {
  for (const arg of args) out.push(arg.value);
}

function addDecorators(decorators: readonly Decorator[], out: Node[]): void {
  for (const decorator of decorators) out.push(decorator.expr);
}

function addFunction(fn: FunctionNode, out: Node[]): void {
  addDecorators(fn.decorators, out);
  for (const param of fn.params) {
    addDecorators(param.decorators, out);
    out.push(param.target);
    if (param.default) out.push(param.default);
  }
  out.push(fn.body);
}

function addClass(cls: ClassNode, out: Node[]): void {
  addDecorators(cls.decorators, out);
  addAll(cls.supers, out);
  addAll(cls.body, out);
  for (const method of cls.methods) addFunction(method, out);
}

function addElements(elements: readonly PatternElement[], out: Node[]): void {
  for (const element of elements) {
    if (element.target) out.push(element.target);
    if (element.default) out.push(element.default);
  }
}

/** Visits a node and all that is inside, parents first. Does not recurse: depth is no danger. */
export function walk(root: Node | Module, visit: (node: Node | Module) => void): void {
  const stack: (Node | Module)[] = [root];
  for (let node = stack.pop(); node; node = stack.pop()) {
    visit(node);
    const inner = children(node);
    for (let i = inner.length - 1; i >= 0; i--) stack.push(inner[i]!);
  }
}
