import type { Block, ClassNode, Decorator, Expr, FunctionNode, Param, Stmt } from '../../ir/types';
import type { Context } from './lowerContext';
import { lowerTarget } from './lowerTargets';

/** Functions of every form: declared, expressions, arrows, methods, generators. */
export function lowerFunction(
  x: Context,
  node: number,
  decorators: readonly Decorator[] = [],
): FunctionNode {
  const nameNode = x.child(node, x.f.name);
  const single = x.child(node, x.f.parameter);
  const list = x.child(node, x.f.parameters);
  const type = x.child(node, x.f.return_type);
  const start = Math.min(x.start(node), ...decorators.map((decorator) => decorator.start));
  return {
    start,
    end: x.end(node),
    ...(nameNode >= 0 ? { name: x.nameText(nameNode), nameSpan: x.span(nameNode) } : {}),
    params: single >= 0 ? [plainParam(x, single)] : list >= 0 ? params(x, list) : [],
    body: body(x, x.child(node, x.f.body), x.end(node)),
    isAsync: x.hasToken(node, x.t.async),
    isGenerator: x.hasToken(node, x.t['*']),
    isStatic: x.hasToken(node, x.t.static),
    decorators,
    ...(type >= 0 ? { returnType: typeText(x, type) } : {}),
  };
}

/** `[key]` of a method or a field is evaluated with the class. */
function computedName(x: Context, node: number, out: Stmt[]): void {
  const inner = x.is(node, x.s.computed_property_name) ? x.inner(node) : -1;
  if (inner < 0) return;
  const expr = x.expr(inner);
  out.push({ kind: 'expr', start: expr.start, end: expr.end, expr });
}

/** An arrow's expression is a block with one `return`. */
function body(x: Context, node: number, at: number): Block {
  if (node < 0 || x.is(node, x.s.statement_block)) return x.block(node, at);
  const value = x.expr(node);
  const span = {
    start: Math.min(value.start, x.start(node)),
    end: Math.max(value.end, x.end(node)),
  };
  return {
    kind: 'block',
    start: span.start,
    end: span.end,
    body: [{ kind: 'return', start: span.start, end: span.end, value }],
  };
}

function plainParam(x: Context, node: number): Param {
  return { start: x.start(node), end: x.end(node), target: lowerTarget(x, node), decorators: [] };
}

/** The text of a type annotation, without its colon. */
export function typeText(x: Context, node: number): string {
  return x.textOf(node).replace(/^\s*:\s*/, '');
}

function params(x: Context, list: number): Param[] {
  const found: Param[] = [];
  for (let node = x.first(list); node >= 0; node = x.next(list, node)) {
    if (x.is(node, x.s.required_parameter) || x.is(node, x.s.optional_parameter)) {
      const pattern = x.child(node, x.f.pattern);
      // TypeScript's `this` parameter is a type only.
      if (pattern < 0 || x.is(pattern, x.s.this)) continue;
      const type = x.child(node, x.f.type);
      const value = x.child(node, x.f.value);
      found.push({
        start: x.start(node),
        end: x.end(node),
        ...paramTarget(x, pattern),
        ...(value >= 0 ? { default: x.expr(value) } : {}),
        ...(type >= 0 ? { type: typeText(x, type) } : {}),
        decorators: decoratorsIn(x, node),
      });
    } else if (x.is(node, x.s.assignment_pattern)) {
      const left = x.child(node, x.f.left);
      const right = x.child(node, x.f.right);
      found.push({
        start: x.start(node),
        end: x.end(node),
        target: left < 0 ? x.missing(x.start(node)) : lowerTarget(x, left),
        ...(right >= 0 ? { default: x.expr(right) } : {}),
        decorators: [],
      });
    } else if (!x.isType(node)) {
      found.push({
        start: x.start(node),
        end: x.end(node),
        ...paramTarget(x, node),
        decorators: [],
      });
    }
  }
  return found;
}

function paramTarget(x: Context, node: number): Pick<Param, 'target' | 'rest'> {
  if (!x.is(node, x.s.rest_pattern)) return { target: lowerTarget(x, node) };
  const inner = x.first(node);
  return { target: inner < 0 ? x.missing(x.end(node)) : lowerTarget(x, inner), rest: 'list' };
}

export function decoratorsIn(x: Context, node: number): Decorator[] {
  const found: Decorator[] = [];
  for (let child = x.first(node); child >= 0; child = x.next(node, child)) {
    if (x.is(child, x.s.decorator)) found.push(decorator(x, child));
  }
  return found;
}

function decorator(x: Context, node: number): Decorator {
  return { start: x.start(node), end: x.end(node), expr: x.exprOr(x.inner(node), x.end(node)) };
}

/** @param outside decorators that stand in front of `export`. */
export function lowerClass(
  x: Context,
  node: number,
  outside: readonly Decorator[] = [],
): ClassNode {
  const nameNode = x.child(node, x.f.name);
  const supers: Expr[] = [];
  const methods: FunctionNode[] = [];
  const fields: Stmt[] = [];
  for (let child = x.first(node); child >= 0; child = x.next(node, child)) {
    if (x.is(child, x.s.class_heritage)) heritage(x, child, supers);
  }
  const bodyNode = x.child(node, x.f.body);
  if (bodyNode >= 0) {
    // TypeScript's grammar puts a method's decorators beside it.
    let pending: Decorator[] = [];
    for (let member = x.first(bodyNode); member >= 0; member = x.next(bodyNode, member)) {
      if (x.is(member, x.s.decorator)) {
        pending.push(decorator(x, member));
        continue;
      }
      if (x.is(member, x.s.method_definition)) {
        const method = lowerFunction(x, member, [...pending, ...decoratorsIn(x, member)]);
        methods.push(method);
        computedName(x, x.child(member, x.f.name), fields);
        parameterProperties(x, member, fields);
      } else {
        // A field's decorators are evaluated for their effects.
        for (const { expr } of pending)
          fields.push({ kind: 'expr', start: expr.start, end: expr.end, expr });
        classMember(x, member, fields);
      }
      pending = [];
    }
  }
  const decorators = [...outside, ...decoratorsIn(x, node)];
  return {
    start: outside[0]?.start ?? x.start(node),
    end: x.end(node),
    ...(nameNode >= 0 ? { name: x.textOf(nameNode) } : {}),
    supers,
    methods,
    body: fields,
    decorators,
  };
}

function heritage(x: Context, node: number, supers: Expr[]): void {
  for (let child = x.first(node); child >= 0; child = x.next(node, child)) {
    if (x.isType(child)) continue;
    const value = x.is(child, x.s.extends_clause) ? x.child(child, x.f.value) : child;
    if (value >= 0) supers.push(x.expr(value));
  }
}

function classMember(x: Context, node: number, out: Stmt[]): void {
  if (x.is(node, x.s.field_definition) || x.is(node, x.s.public_field_definition)) {
    const nameNode = x.is(node, x.s.field_definition)
      ? x.child(node, x.f.property)
      : x.child(node, x.f.name);
    const value = x.child(node, x.f.value);
    const type = x.child(node, x.f.type);
    if (nameNode < 0) return;
    computedName(x, nameNode, out);
    const span = x.span(node);
    for (const { expr } of decoratorsIn(x, node))
      out.push({ kind: 'expr', start: expr.start, end: expr.end, expr });
    out.push({
      kind: 'expr',
      start: span.start,
      end: span.end,
      expr: {
        kind: 'assign',
        start: span.start,
        end: span.end,
        target: { ...x.name(nameNode), name: x.nameText(nameNode) },
        ...(value >= 0 ? { value: x.expr(value) } : {}),
        declares: 'let',
        ...(type >= 0 ? { type: typeText(x, type) } : {}),
      },
    });
  } else if (x.is(node, x.s.class_static_block)) {
    const block = x.child(node, x.f.body);
    if (block >= 0) out.push(x.block(block, x.start(node)));
  } else {
    x.stmt(node, out);
  }
}

/** `constructor(private db: Pool)` declares the field `db`. */
function parameterProperties(x: Context, method: number, fields: Stmt[]): void {
  const list = x.child(method, x.f.parameters);
  if (list < 0) return;
  for (let node = x.first(list); node >= 0; node = x.next(list, node)) {
    if (!x.is(node, x.s.required_parameter) && !x.is(node, x.s.optional_parameter)) continue;
    const isProperty =
      x.childOf(node, x.s.accessibility_modifier) >= 0 || x.hasToken(node, x.t.readonly);
    const pattern = x.child(node, x.f.pattern);
    const type = x.child(node, x.f.type);
    if (!isProperty || pattern < 0 || type < 0) continue;
    const span = x.span(node);
    fields.push({
      kind: 'expr',
      start: span.start,
      end: span.end,
      expr: {
        kind: 'assign',
        start: span.start,
        end: span.end,
        target: x.name(pattern),
        declares: 'let',
        type: typeText(x, type),
      },
    });
  }
}
