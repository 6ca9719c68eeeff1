import type { Block, ClassNode, Decorator, Expr, FunctionNode, Param, Stmt } from '../../ir/types';
import type { Context } from './lowerContext';
import { lowerTarget } from './lowerTargets';

/** Functions of every form: declared, expressions, arrows, methods, generators. */
export function lowerFunction(
  x: Context,
  node: number,
  decorators: readonly Decorator[] = [],
): FunctionNode {
  const nameNode = x.under(node, 'name');
  const single = x.under(node, 'parameter');
  const list = x.under(node, 'parameters');
  const type = x.under(node, 'return_type');
  const start = Math.min(x.start(node), ...decorators.map((decorator) => decorator.start));
  return {
    start,
    end: x.end(node),
    ...(nameNode >= 0 ? { name: x.textOf(nameNode), nameSpan: x.span(nameNode) } : {}),
    params: single >= 0 ? [plainParam(x, single)] : list >= 0 ? params(x, list) : [],
    body: body(x, x.under(node, 'body'), x.end(node)),
    isAsync: x.hasToken(node, 'async'),
    isGenerator: x.hasToken(node, '*'),
    isStatic: x.hasToken(node, 'static'),
    decorators,
    ...(type >= 0 ? { returnType: typeText(x, type) } : {}),
  };
}

/** An arrow's expression is a block with one `return`. */
function body(x: Context, node: number, at: number): Block {
  if (node < 0 || x.is(node, 'statement_block')) return x.block(node, at);
  const value = x.expr(node);
  const span = {
    start: Math.min(value.start, x.start(node)),
    end: Math.max(value.end, x.end(node)),
  };
  return { kind: 'block', ...span, body: [{ kind: 'return', ...span, value }] };
}

function plainParam(x: Context, node: number): Param {
  return { ...x.span(node), target: lowerTarget(x, node), decorators: [] };
}

/** The text of a type annotation, without its colon. */
export function typeText(x: Context, node: number): string {
  return x.textOf(node).replace(/^\s*:\s*/, '');
}

function params(x: Context, list: number): Param[] {
  const found: Param[] = [];
  for (let node = x.first(list); node >= 0; node = x.next(list, node)) {
    if (x.is(node, 'required_parameter') || x.is(node, 'optional_parameter')) {
      const pattern = x.under(node, 'pattern');
      // TypeScript's `this` parameter is a type only.
      if (pattern < 0 || x.is(pattern, 'this')) continue;
      const type = x.under(node, 'type');
      const value = x.under(node, 'value');
      found.push({
        ...x.span(node),
        ...paramTarget(x, pattern),
        ...(value >= 0 ? { default: x.expr(value) } : {}),
        ...(type >= 0 ? { type: typeText(x, type) } : {}),
        decorators: decoratorsIn(x, node),
      });
    } else if (x.is(node, 'assignment_pattern')) {
      const left = x.under(node, 'left');
      const right = x.under(node, 'right');
      found.push({
        ...x.span(node),
        target: left < 0 ? x.missing(x.start(node)) : lowerTarget(x, left),
        ...(right >= 0 ? { default: x.expr(right) } : {}),
        decorators: [],
      });
    } else if (!x.isType(node)) {
      found.push({ ...x.span(node), ...paramTarget(x, node), decorators: [] });
    }
  }
  return found;
}

function paramTarget(x: Context, node: number): Pick<Param, 'target' | 'rest'> {
  if (!x.is(node, 'rest_pattern')) return { target: lowerTarget(x, node) };
  const inner = x.first(node);
  return { target: inner < 0 ? x.missing(x.end(node)) : lowerTarget(x, inner), rest: 'list' };
}

export function decoratorsIn(x: Context, node: number): Decorator[] {
  const found: Decorator[] = [];
  for (let child = x.first(node); child >= 0; child = x.next(node, child)) {
    if (x.is(child, 'decorator')) found.push(decorator(x, child));
  }
  return found;
}

function decorator(x: Context, node: number): Decorator {
  return { ...x.span(node), expr: x.exprOr(x.first(node), x.end(node)) };
}

export function lowerClass(x: Context, node: number): ClassNode {
  const nameNode = x.under(node, 'name');
  const supers: Expr[] = [];
  const methods: FunctionNode[] = [];
  const fields: Stmt[] = [];
  for (let child = x.first(node); child >= 0; child = x.next(node, child)) {
    if (x.is(child, 'class_heritage')) heritage(x, child, supers);
  }
  const bodyNode = x.under(node, 'body');
  if (bodyNode >= 0) {
    // TypeScript's grammar puts a method's decorators beside it.
    let pending: Decorator[] = [];
    for (let member = x.first(bodyNode); member >= 0; member = x.next(bodyNode, member)) {
      if (x.is(member, 'decorator')) {
        pending.push(decorator(x, member));
        continue;
      }
      if (x.is(member, 'method_definition')) {
        const method = lowerFunction(x, member, [...pending, ...decoratorsIn(x, member)]);
        methods.push(method);
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
  const decorators = decoratorsIn(x, node);
  return {
    ...x.span(node),
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
    const value = x.is(child, 'extends_clause') ? x.under(child, 'value') : child;
    if (value >= 0) supers.push(x.expr(value));
  }
}

function classMember(x: Context, node: number, out: Stmt[]): void {
  if (x.is(node, 'field_definition') || x.is(node, 'public_field_definition')) {
    const nameNode = x.is(node, 'field_definition')
      ? x.under(node, 'property')
      : x.under(node, 'name');
    const value = x.under(node, 'value');
    const type = x.under(node, 'type');
    if (nameNode < 0) return;
    const span = x.span(node);
    for (const { expr } of decoratorsIn(x, node))
      out.push({ kind: 'expr', start: expr.start, end: expr.end, expr });
    out.push({
      kind: 'expr',
      ...span,
      expr: {
        kind: 'assign',
        ...span,
        target: x.name(nameNode),
        ...(value >= 0 ? { value: x.expr(value) } : {}),
        declares: 'let',
        ...(type >= 0 ? { type: typeText(x, type) } : {}),
      },
    });
  } else if (x.is(node, 'class_static_block')) {
    const block = x.under(node, 'body');
    if (block >= 0) out.push(x.block(block, x.start(node)));
  } else {
    x.stmt(node, out);
  }
}

/** `constructor(private db: Pool)` declares the field `db`. */
function parameterProperties(x: Context, method: number, fields: Stmt[]): void {
  const list = x.under(method, 'parameters');
  if (list < 0) return;
  for (let node = x.first(list); node >= 0; node = x.next(list, node)) {
    if (!x.is(node, 'required_parameter') && !x.is(node, 'optional_parameter')) continue;
    const isProperty =
      x.childOf(node, x.tables.sym('accessibility_modifier')) >= 0 || x.hasToken(node, 'readonly');
    const pattern = x.under(node, 'pattern');
    const type = x.under(node, 'type');
    if (!isProperty || pattern < 0 || type < 0) continue;
    const span = x.span(node);
    fields.push({
      kind: 'expr',
      ...span,
      expr: {
        kind: 'assign',
        ...span,
        target: x.name(pattern),
        declares: 'let',
        type: typeText(x, type),
      },
    });
  }
}
