import type {
  Block,
  ClassNode,
  Decorator,
  Expr,
  FunctionNode,
  Param,
  Span,
  Stmt,
} from '../../ir/types';
import { exprStmt } from '../lowering';
import type { Context, JavaExpr } from './lowerContext';
import { blockOf, lowerArgs, lowerDeclaration } from './lowerParts';

/** Classes of every form, their members, and lambdas. */

function modifiersOf(x: Context, node: number): number {
  return x.childOf(node, x.s.modifiers);
}

function decoratorsOf(x: Context, node: number): Decorator[] {
  const modifiers = modifiersOf(x, node);
  if (modifiers < 0) return [];
  return x
    .children(modifiers)
    .map((child) => ({ start: x.start(child), end: x.end(child), expr: x.expr(child) }));
}

function hasModifier(x: Context, node: number, modifier: number): boolean {
  const modifiers = modifiersOf(x, node);
  return modifiers >= 0 && x.hasToken(modifiers, modifier);
}

function paramsOf(x: Context, list: number): Param[] {
  if (list < 0) return [];
  const params: Param[] = [];
  for (const node of x.children(list)) {
    const span = x.span(node);
    if (x.is(node, x.s.formal_parameter)) {
      const nameNode = x.child(node, x.f.name);
      const type = x.typeOf(node);
      params.push({
        start: span.start,
        end: span.end,
        target: nameNode < 0 ? x.missing(span.start) : x.name(nameNode),
        type,
        decorators: decoratorsOf(x, node),
      });
    } else if (x.is(node, x.s.spread_parameter)) {
      const declarator = x.childOf(node, x.s.variable_declarator);
      const nameNode = declarator < 0 ? -1 : x.child(declarator, x.f.name);
      const type = x.children(node).find((child) => x.isExpr(child));
      params.push({
        start: span.start,
        end: span.end,
        target: nameNode < 0 ? x.missing(span.end) : x.name(nameNode),
        rest: 'list',
        type: type !== undefined ? x.textOf(type) : undefined,
        decorators: decoratorsOf(x, node),
      });
    } else if (x.is(node, x.s.identifier)) {
      params.push({ start: span.start, end: span.end, target: x.name(node), decorators: [] });
    }
  }
  return params;
}

/** A method; one without a body does nothing. */
export function lowerMethod(x: Context, node: number): FunctionNode {
  const nameNode = x.child(node, x.f.name);
  const type = x.typeOf(node);
  const isConstructor = x.is(node, x.s.constructor_declaration);
  return {
    start: x.start(node),
    end: x.end(node),
    name: isConstructor ? 'constructor' : nameNode >= 0 ? x.textOf(nameNode) : undefined,
    nameSpan: nameNode >= 0 ? x.span(nameNode) : undefined,
    params: paramsOf(x, x.child(node, x.f.parameters)),
    body: blockOf(x, x.child(node, x.f.body), x.end(node)),
    isAsync: false,
    isGenerator: false,
    isStatic: hasModifier(x, node, x.t.static),
    isPrivate: hasModifier(x, node, x.t.private),
    decorators: decoratorsOf(x, node),
    returnType: type,
  };
}

export const lowerLambda: JavaExpr = (x, node) => {
  const span = x.span(node);
  const list = x.child(node, x.f.parameters);
  const inside = x.child(node, x.f.body);
  const params: Param[] =
    list >= 0 && x.is(list, x.s.identifier)
      ? [{ start: x.start(list), end: x.end(list), target: x.name(list), decorators: [] }]
      : paramsOf(x, list);
  const fn: FunctionNode = {
    start: span.start,
    end: span.end,
    params,
    body: lambdaBody(x, inside, span.end),
    isAsync: false,
    isGenerator: false,
    isStatic: false,
    decorators: [],
  };
  return { kind: 'function', start: span.start, end: span.end, fn };
};

/** An expression is a block with one `return`. */
function lambdaBody(x: Context, node: number, at: number): Block {
  if (node < 0 || x.is(node, x.s.block)) return blockOf(x, node, at);
  const span = x.span(node);
  return {
    kind: 'block',
    start: span.start,
    end: span.end,
    body: [{ kind: 'return', start: span.start, end: span.end, value: x.expr(node) }],
  };
}

// Classes ------------------------------------------------------------------------------------

export function lowerClass(x: Context, node: number): ClassNode {
  const nameNode = x.child(node, x.f.name);
  const body = x.child(node, x.f.body);
  const components = paramsOf(x, x.child(node, x.f.parameters));
  const inside = body < 0 ? { methods: [], body: [] } : lowerClassBody(x, body, nameNode);
  const isRecord = x.child(node, x.f.parameters) >= 0;
  return {
    start: x.start(node),
    end: x.end(node),
    name: nameNode >= 0 ? x.textOf(nameNode) : undefined,
    supers: supersOf(x, node),
    ...(isRecord ? recordMembers(x, node, components, body, inside) : inside),
    decorators: decoratorsOf(x, node),
  };
}

function supersOf(x: Context, node: number): Expr[] {
  const supers: Expr[] = [];
  const add = (type: number) => {
    if (x.is(type, x.s.type_list)) for (const item of x.children(type)) supers.push(x.expr(item));
    else if (type >= 0) supers.push(x.expr(type));
  };
  for (const child of x.children(node)) {
    if (
      x.is(child, x.s.superclass) ||
      x.is(child, x.s.super_interfaces) ||
      x.is(child, x.s.extends_interfaces)
    ) {
      add(x.first(child));
    }
  }
  return supers;
}

interface Inside {
  readonly methods: FunctionNode[];
  readonly body: Stmt[];
}

/** @param enumName the node of the name of the enum whose constants these are, -1 for none. */
export function lowerClassBody(x: Context, node: number, enumName = -1): Inside {
  const methods: FunctionNode[] = [];
  const body: Stmt[] = [];
  for (const member of x.children(node)) {
    if (x.is(member, x.s.method_declaration) || x.is(member, x.s.constructor_declaration)) {
      methods.push(lowerMethod(x, member));
    } else if (x.is(member, x.s.field_declaration) || x.is(member, x.s.constant_declaration)) {
      // A field's annotations are evaluated for their effects.
      for (const { expr } of decoratorsOf(x, member)) body.push(exprStmt(expr));
      lowerDeclaration(x, member, body);
    } else if (x.is(member, x.s.annotation_type_element_declaration)) {
      methods.push(lowerMethod(x, member));
      const value = x.child(member, x.f.value);
      if (value >= 0) body.push(exprStmt(x.expr(value)));
    } else if (x.is(member, x.s.enum_constant)) {
      body.push(exprStmt(enumConstant(x, member, enumName)));
    } else if (x.is(member, x.s.enum_body_declarations)) {
      const more = lowerClassBody(x, member);
      methods.push(...more.methods);
      body.push(...more.body);
    } else if (!x.is(member, x.s.compact_constructor_declaration)) {
      x.stmt(member, body);
    }
  }
  return { methods, body };
}

/** `A(1)` in `enum E` is the field `A = new E(1)`. */
function enumConstant(x: Context, node: number, enumName: number): Expr {
  const span = x.span(node);
  const nameNode = x.child(node, x.f.name);
  const at: Span = nameNode < 0 ? { start: span.start, end: span.start } : x.span(nameNode);
  const list = x.child(node, x.f.arguments);
  const body = x.child(node, x.f.body);
  const simple: Expr = { kind: 'name', ...at, name: enumName < 0 ? '' : x.textOf(enumName) };
  const inner = { start: at.start, end: span.end };
  const callee: Expr =
    body < 0
      ? simple
      : {
          kind: 'class',
          ...inner,
          cls: { ...inner, supers: [simple], ...lowerClassBody(x, body), decorators: [] },
        };
  return {
    kind: 'assign',
    start: span.start,
    end: span.end,
    target: nameNode < 0 ? x.missing(span.start) : x.name(nameNode),
    value: {
      kind: 'call',
      ...inner,
      callee,
      args: lowerArgs(x, list),
      isNew: true,
      argsSpan: list < 0 ? { start: span.end, end: span.end } : x.span(list),
    },
    declares: 'const',
  };
}

/**
 * A record has a field, a method that reads it and a parameter of the constructor for each
 * component. A compact constructor runs before the fields are set.
 */
function recordMembers(
  x: Context,
  node: number,
  components: readonly Param[],
  body: number,
  inside: Inside,
): Inside {
  const list = x.child(node, x.f.parameters);
  const span = x.span(list);
  const at = { start: span.end, end: span.end };
  const compact = body < 0 ? -1 : x.childOf(body, x.s.compact_constructor_declaration);
  const names = components.flatMap(({ target, type }) =>
    target.kind === 'name'
      ? [{ name: target.name, type, start: target.start, end: target.end }]
      : [],
  );
  const thisField = (property: string, where: Span): Expr & { kind: 'member' } => ({
    kind: 'member',
    ...where,
    object: { kind: 'name', ...where, name: 'this' },
    property,
    propertySpan: where,
  });
  const checks = compact < 0 ? [] : blockOf(x, x.child(compact, x.f.body), x.end(compact)).body;
  const end = compact < 0 ? at : { start: x.end(compact), end: x.end(compact) };
  const sets = names.map(({ name }) =>
    exprStmt({
      kind: 'assign',
      ...end,
      target: thisField(name, end),
      value: { kind: 'name', ...end, name },
    }),
  );
  const plain = { isAsync: false, isGenerator: false, isStatic: false };
  const construct: FunctionNode = {
    start: span.start,
    end: end.end,
    name: 'constructor',
    params: components,
    body: {
      kind: 'block',
      start: compact < 0 ? at.start : x.start(compact),
      end: end.end,
      body: [...checks, ...sets],
    },
    ...plain,
    decorators: [],
  };
  const own = new Set(inside.methods.map(({ name }) => name));
  const readers = names
    .filter(({ name }) => !own.has(name))
    .map(({ name, type, start, end: until }): FunctionNode => {
      const where = { start, end: until };
      return {
        ...where,
        name,
        params: [],
        body: {
          kind: 'block',
          ...where,
          body: [{ kind: 'return', ...where, value: thisField(name, where) }],
        },
        ...plain,
        decorators: [],
        returnType: type,
      };
    });
  const fields = names.map(({ name, type, start, end: until }) =>
    exprStmt({
      kind: 'assign',
      start,
      end: until,
      target: { kind: 'name', start, end: until, name },
      declares: 'let',
      type,
    }),
  );
  const canonical = own.has('constructor') && compact < 0 ? [] : [construct];
  return {
    methods: [...canonical, ...readers, ...inside.methods],
    body: [...fields, ...inside.body],
  };
}
