import type {
  Assign,
  Block,
  ClassNode,
  Decorator,
  Expr,
  FunctionNode,
  Param,
  Stmt,
} from '../../ir/types';
import { exprStmt } from '../lowering';
import type { Context, PhpExpr } from './lowerContext';
import { lowerArgs } from './lowerExprs';

/** Functions and classes of every form. */

function decoratorsOf(x: Context, node: number): Decorator[] {
  const list = x.child(node, x.f.attributes);
  if (list < 0) return [];
  return x.children(list).flatMap((group) =>
    x.children(group).map((attribute): Decorator => {
      const span = x.span(attribute);
      const named = x.exprOr(x.first(attribute), span.start);
      const args = x.child(attribute, x.f.parameters);
      if (args < 0) return { start: span.start, end: span.end, expr: named };
      return {
        start: span.start,
        end: span.end,
        expr: {
          kind: 'call',
          start: span.start,
          end: span.end,
          callee: named,
          args: lowerArgs(x, args),
          isNew: false,
          argsSpan: x.span(args),
        },
      };
    }),
  );
}

function paramsOf(x: Context, list: number): Param[] {
  if (list < 0) return [];
  return x.children(list).map((node): Param => {
    const span = x.span(node);
    const nameNode = x.child(node, x.f.name);
    const inner = x.is(nameNode, x.s.by_ref) ? x.inner(nameNode) : nameNode;
    const type = x.typeText(node);
    const fallback = x.child(node, x.f.default_value);
    return {
      start: span.start,
      end: span.end,
      target: inner < 0 ? x.missing(span.end) : x.variable(inner),
      default: fallback >= 0 ? x.expr(fallback) : undefined,
      ...(x.is(node, x.s.variadic_parameter) && { rest: 'list' as const }),
      type,
      decorators: decoratorsOf(x, node),
    };
  });
}

/** Parameters of a constructor that are properties too: `private PDO $db`. */
function promotions(x: Context, list: number): Stmt[] {
  if (list < 0) return [];
  return x.children(list).flatMap((node): Stmt[] => {
    if (!x.is(node, x.s.property_promotion_parameter)) return [];
    const named = x.child(node, x.f.name);
    const inner = x.is(named, x.s.by_ref) ? x.inner(named) : named;
    if (inner < 0) return [];
    const { start, end } = x.span(inner);
    const property = x.textOf(inner).slice(1);
    const assign: Assign = {
      kind: 'assign',
      start,
      end,
      target: {
        kind: 'member',
        start,
        end,
        object: { kind: 'name', start, end: start, name: 'this' },
        property,
        propertySpan: { start, end },
      },
      value: x.variable(inner),
    };
    return [exprStmt(assign)];
  });
}

export function lowerFunction(x: Context, node: number): FunctionNode {
  const nameNode = x.child(node, x.f.name);
  const list = x.child(node, x.f.parameters);
  const body = x.child(node, x.f.body);
  const inside = bodyOf(x, body, x.end(node));
  const promoted = promotions(x, list);
  const span = x.span(node);
  return {
    start: span.start,
    end: span.end,
    name: nameNode < 0 ? undefined : x.textOf(nameNode),
    nameSpan: nameNode < 0 ? undefined : x.span(nameNode),
    params: paramsOf(x, list),
    body:
      promoted.length === 0
        ? inside
        : { kind: 'block', start: span.start, end: span.end, body: [...promoted, ...inside.body] },
    isAsync: false,
    isGenerator: false,
    isStatic: x.childOf(node, x.s.static_modifier) >= 0,
    isPrivate: isHidden(x, node),
    decorators: decoratorsOf(x, node),
    returnType: returnType(x, node),
    captures: capturesOf(x, node, body),
  };
}

/** Whether only classes of its family can call a method. */
function isHidden(x: Context, node: number): boolean {
  const modifier = x.childOf(node, x.s.visibility_modifier);
  return modifier >= 0 && x.textOf(modifier) !== 'public';
}

/** A function sees no variables around it, but for those that it names; an arrow function sees all. */
function capturesOf(x: Context, node: number, body: number): readonly string[] | undefined {
  if (x.is(node, x.s.arrow_function)) return undefined;
  const uses = x.childOf(node, x.s.anonymous_function_use_clause);
  const named = uses < 0 ? [] : variablesIn(x, uses);
  for (let inner = Math.max(body, 0); inner < (body < 0 ? 0 : x.tree.skip[body]!); inner++) {
    if (x.is(inner, x.s.global_declaration)) named.push(...variablesIn(x, inner));
  }
  return named;
}

function variablesIn(x: Context, node: number): string[] {
  const found: string[] = [];
  for (let inner = node + 1; inner < x.tree.skip[node]!; inner++) {
    if (x.is(inner, x.s.variable_name)) found.push(x.textOf(inner));
  }
  return found;
}

function returnType(x: Context, node: number): string | undefined {
  const type = x.child(node, x.f.return_type);
  return type < 0 ? undefined : x.textOf(type);
}

/** An expression is a block with one `return`. */
function bodyOf(x: Context, body: number, at: number): Block {
  if (body < 0 || x.is(body, x.s.compound_statement))
    return x.block(body, at, x.s.compound_statement);
  const span = x.span(body);
  return {
    kind: 'block',
    start: span.start,
    end: span.end,
    body: [{ kind: 'return', start: span.start, end: span.end, value: x.expr(body) }],
  };
}

export const lowerClosure: PhpExpr = (x, node) => {
  const fn = lowerFunction(x, node);
  return { kind: 'function', start: fn.start, end: fn.end, fn };
};

// Classes ------------------------------------------------------------------------------------

export function lowerClass(x: Context, node: number): ClassNode {
  const nameNode = x.child(node, x.f.name);
  const list = x.child(node, x.f.body);
  const methods: FunctionNode[] = [];
  const body: Stmt[] = [];
  const supers: Expr[] = [];
  for (const child of x.children(node)) {
    if (!x.is(child, x.s.base_clause) && !x.is(child, x.s.class_interface_clause)) continue;
    for (const base of x.children(child)) supers.push(x.expr(base));
  }
  for (const member of list < 0 ? [] : x.children(list)) {
    if (x.is(member, x.s.method_declaration)) methods.push(lowerFunction(x, member));
    else if (x.is(member, x.s.property_declaration)) properties(x, member, body);
    else if (x.is(member, x.s.const_declaration)) lowerConstants(x, member, body);
    else if (x.is(member, x.s.enum_case)) enumCase(x, member, body);
    else if (x.is(member, x.s.use_declaration)) {
      // What a trait has, the class has.
      for (const used of x.children(member)) {
        if (!x.is(used, x.s.use_list)) supers.push(x.expr(used));
      }
    } else x.stmt(member, body);
  }
  return {
    start: x.start(node),
    end: x.end(node),
    name: nameNode >= 0 ? x.textOf(nameNode) : undefined,
    supers,
    methods,
    body,
    decorators: decoratorsOf(x, node),
  };
}

export function lowerAnonymousClass(x: Context, node: number): ClassNode {
  return lowerClass(x, node);
}

/** A property is known by its name without `$`, as `$this->name` says it. */
function properties(x: Context, node: number, out: Stmt[]): void {
  const type = x.typeText(node);
  for (const element of x.children(node)) {
    if (!x.is(element, x.s.property_element)) {
      if (!x.isSilent(element) && element !== x.child(node, x.f.attributes)) x.stmt(element, out);
      continue;
    }
    const nameNode = x.child(element, x.f.name);
    const value = x.child(element, x.f.default_value);
    const span = x.span(element);
    if (nameNode < 0) continue;
    const assign: Assign = {
      kind: 'assign',
      start: span.start,
      end: span.end,
      target: {
        kind: 'name',
        start: x.start(nameNode),
        end: x.end(nameNode),
        name: x.textOf(nameNode).slice(1),
      },
      value: value >= 0 ? x.expr(value) : undefined,
      declares: 'let',
      type,
    };
    out.push(exprStmt(assign));
  }
}

/** `const A = 1, B = 2;` in a class or outside. */
export function lowerConstants(x: Context, node: number, out: Stmt[]): void {
  for (const element of x.children(node)) {
    if (!x.is(element, x.s.const_element)) continue;
    const [nameNode = -1, value = -1] = x.children(element);
    const span = x.span(element);
    if (nameNode < 0) continue;
    const assign: Assign = {
      kind: 'assign',
      start: span.start,
      end: span.end,
      target: x.name(nameNode),
      value: value >= 0 ? x.expr(value) : undefined,
      declares: 'const',
    };
    out.push(exprStmt(assign));
  }
}

function enumCase(x: Context, node: number, out: Stmt[]): void {
  const nameNode = x.child(node, x.f.name);
  const value = x.child(node, x.f.value);
  if (nameNode < 0) return;
  const assign: Assign = {
    kind: 'assign',
    start: x.start(node),
    end: x.end(node),
    target: x.name(nameNode),
    value: value < 0 ? x.literal(nameNode, x.textOf(nameNode)) : x.expr(value),
    declares: 'const',
  };
  out.push(exprStmt(assign));
}
