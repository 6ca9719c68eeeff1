import type {
  Arg,
  Block,
  Call,
  Expr,
  FunctionNode,
  MapEntry,
  Member,
  Param,
  PatternElement,
  Span,
  Stmt,
  Target,
} from '../../ir/types';
import { isText, spanOf } from '../lowering';
import {
  blockName,
  type Context,
  type ExprHandler,
  nameAt,
  nothing,
  returned,
  valueFrom,
  withTail,
} from './lowerContext';
import { formatCall, percent } from './lowerStrings';

/** Expressions: a handler for each expression node of the grammar. */

// Names and plain values ---------------------------------------------------------------------

const name: ExprHandler = (x, node) => x.name(node);

/** `@x` is the member `@x` of `self`; `@@x` too. */
const instanceVariable: ExprHandler = (x, node) => {
  const span = x.span(node);
  return {
    kind: 'member',
    start: span.start,
    end: span.end,
    object: { kind: 'name', start: span.start, end: span.start + 1, name: 'self' },
    property: x.textOf(node),
    propertySpan: span,
  };
};

const integer: ExprHandler = (x, node) => {
  const digits = x.textOf(node).replace(/_/g, '').replace(/^0d/i, '');
  const value = /^0[0-7]+$/.test(digits) ? Number.parseInt(digits, 8) : Number(digits);
  return x.literal(node, value);
};

const float: ExprHandler = (x, node) => x.literal(node, Number(x.textOf(node).replace(/_/g, '')));

/** `2r`, `3i` */
const inner: ExprHandler = (x, node) => x.exprOr(x.first(node), x.start(node));

function constant(value: boolean | null): ExprHandler {
  return (x, node) => x.literal(node, value);
}

const scopeResolution: ExprHandler = (x, node) => {
  const property = x.child(node, x.f.name);
  const scope = x.child(node, x.f.scope);
  if (property < 0) return x.unknown(node);
  if (scope < 0) return { ...x.name(property), start: x.start(node), end: x.end(node) };
  return member(x, node, x.expr(scope), property);
};

function member(x: Context, node: number, object: Expr, property: number): Member {
  const propertySpan = x.span(property);
  return {
    kind: 'member',
    start: x.start(node),
    end: x.end(node),
    object,
    property: x.textOf(property),
    propertySpan,
  };
}

/** Any statement where a value is wanted. */
const statement: ExprHandler = (x, node) => {
  const out: Stmt[] = [];
  x.stmt(node, out);
  return valueFrom(x, out, x.span(node));
};

const parenthesized: ExprHandler = (x, node) => {
  const items = x.items(node);
  const [only] = items;
  if (only === undefined) return nothing(x.start(node));
  if (items.length === 1 && x.isExpr(only)) return x.expr(only);
  const { body } = x.block(node, x.start(node), x.s.parenthesized_statements);
  return valueFrom(x, body, x.span(node));
};

// Operators ----------------------------------------------------------------------------------

const binary: ExprHandler = (x, node) => {
  const operator = x.child(node, x.f.operator);
  const token = operator < 0 ? -1 : x.symbol(operator);
  const left = x.child(node, x.f.left);
  const right = x.child(node, x.f.right);
  if (left >= 0 && right >= 0) {
    if (token === x.t['<<']) return operatorCall(x, node, x.textOf(operator));
    if (token === x.t['=~']) return operatorCall(x, node, 'match?');
    if (token === x.t['!~']) {
      const operand = operatorCall(x, node, 'match?');
      return { kind: 'unary', start: x.start(node), end: x.end(node), op: '!', operand };
    }
    if (token === x.t['%']) return remainder(x, node, left, right);
  }
  return x.operation(node, x.t['+']);
};

/** `left.method(right)` written as an operator. */
function operatorCall(x: Context, node: number, property: string): Call {
  const left = x.expr(x.child(node, x.f.left));
  const right = x.child(node, x.f.right);
  const propertySpan = x.span(x.child(node, x.f.operator));
  const start = x.start(node);
  const callee: Expr = {
    kind: 'member',
    start,
    end: Math.max(left.end, propertySpan.end),
    object: left,
    property,
    propertySpan,
  };
  const argsSpan = x.span(right);
  const args = [{ ...argsSpan, value: x.expr(right) }];
  return {
    kind: 'call',
    start: x.start(node),
    end: x.end(node),
    callee,
    args,
    isNew: false,
    argsSpan,
  };
}

function remainder(x: Context, node: number, left: number, right: number): Expr {
  const format = x.expr(left);
  const value = x.expr(right);
  const span = x.span(node);
  const text = isText(format) ? percent(x, format, value, span) : undefined;
  return (
    text ?? {
      kind: 'binary',
      start: span.start,
      end: span.end,
      op: '%',
      left: format,
      right: value,
    }
  );
}

const unary: ExprHandler = (x, node) => {
  const operator = x.child(node, x.f.operator);
  const op = operator < 0 ? '' : (x.tables.operators[x.symbol(operator)] ?? '');
  const operand = x.exprOr(x.child(node, x.f.operand), x.end(node));
  if (op === '-' && operand.kind === 'literal' && typeof operand.value === 'number') {
    return x.literal(node, -operand.value);
  }
  return { kind: 'unary', start: x.start(node), end: x.end(node), op, operand };
};

const conditional: ExprHandler = (x, node) => ({
  kind: 'conditional',
  start: x.start(node),
  end: x.end(node),
  test: x.exprOr(x.child(node, x.f.condition), x.start(node)),
  then: x.exprOr(x.child(node, x.f.consequence), x.end(node)),
  else: x.exprOr(x.child(node, x.f.alternative), x.end(node)),
});

const range: ExprHandler = (x, node) => {
  const span = x.span(node);
  return {
    kind: 'call',
    start: span.start,
    end: span.end,
    callee: nameAt(span.start, 'Range'),
    args: x
      .items(node)
      .map((bound) => ({ start: x.start(bound), end: x.end(bound), value: x.expr(bound) })),
    isNew: true,
    argsSpan: span,
  };
};

// Collections --------------------------------------------------------------------------------

const array: ExprHandler = (x, node) => ({
  kind: 'list',
  start: x.start(node),
  end: x.end(node),
  of: 'list',
  elements: lowerArgs(x, node, false),
});

const hash: ExprHandler = (x, node) => mapOf(x, x.items(node), x.span(node));

function mapOf(x: Context, nodes: readonly number[], span: Span): Expr {
  return {
    kind: 'map',
    start: span.start,
    end: span.end,
    entries: nodes.map((entry) => lowerEntry(x, entry)),
  };
}

function lowerEntry(x: Context, node: number): MapEntry {
  const span = x.span(node);
  if (!x.is(node, x.s.pair)) {
    const isSpread = x.is(node, x.s.hash_splat_argument);
    return {
      start: span.start,
      end: span.end,
      value: isSpread ? spreadValue(x, node) : x.expr(node),
    };
  }
  const key = x.child(node, x.f.key);
  return {
    start: span.start,
    end: span.end,
    key: x.exprOr(key, span.start),
    value: pairValue(x, node, key),
  };
}

/** `{ x: }` is short for `{ x: x }`. */
function pairValue(x: Context, node: number, key: number): Expr {
  const value = x.child(node, x.f.value);
  if (value >= 0) return x.expr(value);
  const end = x.end(node);
  return key < 0 ? x.missing(end) : nameAt(end, x.textOf(key));
}

// Calls --------------------------------------------------------------------------------------

/**
 * The arguments in `list`. A pair whose key is a symbol is a named argument where `named`; other
 * pairs in a row are one map.
 */
function lowerArgs(x: Context, list: number, named: boolean): Arg[] {
  const args: Arg[] = [];
  let pairs: number[] = [];
  const close = (): void => {
    if (pairs.length === 0) return;
    const span = { start: x.start(pairs[0]!), end: x.end(pairs.at(-1)!) };
    args.push({ start: span.start, end: span.end, value: mapOf(x, pairs, span) });
    pairs = [];
  };
  for (const node of x.items(list)) {
    const { start, end } = x.span(node);
    switch (x.symbol(node)) {
      case x.s.pair: {
        const key = x.child(node, x.f.key);
        const isSymbol = x.is(key, x.s.hash_key_symbol) || x.is(key, x.s.simple_symbol);
        if (named && isSymbol) {
          const keyText = x.textOf(key).replace(/^:/, '');
          args.push({ start, end, name: keyText, value: pairValue(x, node, key) });
        } else pairs.push(node);
        continue;
      }
      case x.s.hash_splat_argument:
        if (!named) pairs.push(node);
        else {
          close();
          args.push({ start, end, spread: 'map', value: spreadValue(x, node) });
        }
        continue;
    }
    close();
    switch (x.symbol(node)) {
      case x.s.splat_argument:
        args.push({ start, end, spread: 'list', value: spreadValue(x, node) });
        break;
      case x.s.forward_argument:
        args.push({ start, end, spread: 'list', value: x.name(node) });
        break;
      case x.s.block_argument:
        args.push({ start, end, name: blockName, value: blockArgument(x, node) });
        break;
      default:
        args.push({ start, end, value: x.expr(node) });
    }
  }
  close();
  return args;
}

/** `*list`; a star alone passes on what the method took with a star. */
function spreadValue(x: Context, node: number): Expr {
  const given = x.first(node);
  return given < 0 ? x.name(node) : x.expr(given);
}

/** `&block`; `&:name` is a function that calls the method on what it gets. */
function blockArgument(x: Context, node: number): Expr {
  const given = x.first(node);
  const span = x.span(node);
  if (given < 0) return nameAt(span.end, blockName);
  if (!x.is(given, x.s.simple_symbol)) return x.expr(given);
  const property = x.textOf(given).slice(1);
  const propertySpan = x.span(given);
  const { start } = propertySpan;
  const object = nameAt(start, 'it');
  const value: Expr = { kind: 'member', ...propertySpan, object, property, propertySpan };
  return functionOf({
    start: span.start,
    end: span.end,
    params: [{ start, end: start, target: nameAt(start, 'it'), decorators: [] }],
    body: { kind: 'block', ...propertySpan, body: [returned(value)] },
  });
}

function functionOf(
  fn: Span & { readonly params: readonly Param[]; readonly body: Block },
): Extract<Expr, { kind: 'function' }> {
  const { start, end } = fn;
  const built: FunctionNode = {
    ...fn,
    isAsync: false,
    isGenerator: false,
    isStatic: false,
    decorators: [],
  };
  return { kind: 'function', start, end, fn: built };
}

/** Methods that call the one whose name they get. */
const dispatchers: ReadonlySet<string> = new Set([
  'send',
  'public_send',
  '__send__',
  'try',
  'try!',
]);

/** Functions that give the block back. */
const blockMakers: ReadonlySet<string> = new Set(['lambda', 'proc']);

const call: ExprHandler = (x, node) => {
  const receiver = x.child(node, x.f.receiver);
  const method = x.child(node, x.f.method);
  const list = x.child(node, x.f.arguments);
  const block = x.child(node, x.f.block);
  const span = x.span(node);
  const property = method < 0 ? '' : x.textOf(method);
  if (receiver < 0) {
    if (method < 0) return x.unknown(node);
    if (list < 0 && block >= 0 && blockMakers.has(property)) return x.expr(block);
    const args = callArgs(x, list, block);
    const text = isFormatter(property) ? formatCall(x, args, span) : undefined;
    if (text) return text;
    if (property !== 'new') return callOf(x, node, x.name(method), args, method, list);
    // A class method makes an instance of its own class.
    const callee = nameAt(span.start, 'self');
    return { ...callOf(x, node, callee, args, method, list), isNew: true };
  }
  const object = x.expr(receiver);
  if (isFormatter(property) && object.kind === 'name' && object.name === 'Kernel') {
    const text = formatCall(x, callArgs(x, list, block), span);
    if (text) return text;
  }
  if (method < 0) return callOf(x, node, object, callArgs(x, list, block), receiver, list);
  if (property === 'new') {
    if (object.kind === 'name' && object.name === 'Proc' && block >= 0) return x.expr(block);
    return { ...callOf(x, node, object, callArgs(x, list, block), method, list), isNew: true };
  }
  if (list < 0 && block < 0) return member(x, node, object, method);
  const args = callArgs(x, list, block);
  const callee: Member = {
    kind: 'member',
    start: span.start,
    end: Math.max(object.end, x.end(method)),
    object,
    property,
    propertySpan: x.span(method),
  };
  return (
    (dispatchers.has(property) ? dispatch(callee, args, span) : undefined) ??
    callOf(x, node, callee, args, method, list)
  );
};

function isFormatter(name: string): boolean {
  return name === 'format' || name === 'sprintf';
}

function callArgs(x: Context, list: number, block: number): Arg[] {
  const args = list < 0 ? [] : lowerArgs(x, list, true);
  if (block >= 0)
    args.push({ start: x.start(block), end: x.end(block), name: blockName, value: x.expr(block) });
  return args;
}

function callOf(
  x: Context,
  node: number,
  callee: Expr,
  args: readonly Arg[],
  last: number,
  list: number,
): Call {
  const span = x.span(node);
  const end = Math.min(x.end(last), span.end);
  const argsSpan = list < 0 ? { start: end, end } : x.span(list);
  return { kind: 'call', start: span.start, end: span.end, callee, args, isNew: false, argsSpan };
}

/** `object.send(:name, …)` calls `object.name(…)`. */
function dispatch({ object }: Member, args: readonly Arg[], span: Span): Expr | undefined {
  const [chosen, ...rest] = args;
  if (chosen?.value.kind !== 'literal' || typeof chosen.value.value !== 'string') return undefined;
  if (!/^[a-z_]\w*[?!]?$/i.test(chosen.value.value)) return undefined;
  const propertySpan = { start: chosen.start, end: chosen.end };
  const callee: Expr = {
    kind: 'member',
    ...spanOf([object, propertySpan]),
    object,
    property: chosen.value.value,
    propertySpan,
  };
  if (rest.length === 0) return { ...callee, start: span.start, end: span.end };
  const argsSpan = spanOf(rest);
  return {
    kind: 'call',
    start: span.start,
    end: span.end,
    callee,
    args: rest,
    isNew: false,
    argsSpan,
  };
}

/** `super` alone passes on what the method got. */
const zsuper: ExprHandler = (x, node) => {
  const span = x.span(node);
  const at = span.end;
  return {
    kind: 'call',
    start: span.start,
    end: span.end,
    callee: { kind: 'name', start: span.start, end: span.end, name: 'super' },
    args: x.method.params.map((param) => ({ start: at, end: at, value: nameAt(at, param) })),
    isNew: false,
    argsSpan: { start: at, end: at },
  };
};

/** `yield a` calls the method's block. */
const yieldCall: ExprHandler = (x, node) => {
  const span = x.span(node);
  const list = x.childOf(node, x.s.argument_list);
  x.method.yields = true;
  const end = span.start + 'yield'.length;
  return {
    kind: 'call',
    start: span.start,
    end: span.end,
    callee: { kind: 'name', start: span.start, end, name: blockName },
    args: callArgs(x, list, -1),
    isNew: false,
    argsSpan: list < 0 ? { start: end, end } : x.span(list),
  };
};

/** `a[b]` is an index; of a class, or with several arguments, a call. */
const elementReference: ExprHandler = (x, node) => {
  const target = x.child(node, x.f.object);
  const span = x.span(node);
  const object = x.exprOr(target, span.start);
  const [index, ...more] = x.items(node).filter((item) => item !== target);
  const isIndex =
    index !== undefined &&
    more.length === 0 &&
    !x.is(index, x.s.pair) &&
    !x.is(index, x.s.splat_argument);
  if (isIndex && !isClassName(object) && !isStatement(x, index)) {
    return { kind: 'index', start: span.start, end: span.end, object, index: x.expr(index) };
  }
  const args = lowerArgs(x, node, true).filter((arg) => arg.start >= object.end);
  const at = Math.min(object.end, span.end);
  const callee: Expr = {
    kind: 'member',
    start: span.start,
    end: at,
    object,
    property: isIndex || isClassName(object) ? '[]' : 'slice',
    propertySpan: { start: at, end: at },
  };
  const argsSpan = { start: at, end: span.end };
  return { kind: 'call', start: span.start, end: span.end, callee, args, isNew: false, argsSpan };
};

/** Text with blanks in it is no key: `DB['SELECT …']`. */
function isStatement(x: Context, node: number): boolean {
  if (x.is(node, x.s.heredoc_beginning)) return true;
  return x.is(node, x.s.string) && /^.\w+\s/.test(x.textOf(node));
}

function isClassName(expr: Expr): boolean {
  const written =
    expr.kind === 'name' ? expr.name : expr.kind === 'member' ? expr.property : undefined;
  return written !== undefined && /^[A-Z]\w*[a-z]/.test(written);
}

// Functions ----------------------------------------------------------------------------------

const block: ExprHandler = (x, node) => {
  const span = x.span(node);
  const list = x.child(node, x.f.parameters);
  const written = list < 0 ? implicitParams(x, node) : undefined;
  const params = written ?? lowerParams(x, list);
  const body = x.inside(false, () => bodyOf(x, x.child(node, x.f.body), span.end));
  return functionOf({
    start: span.start,
    end: span.end,
    params,
    body: { ...body, body: withTail(body.body, returned) },
  });
};

const lambda: ExprHandler = (x, node) => {
  const span = x.span(node);
  const params = lowerParams(x, x.child(node, x.f.parameters));
  const inside = x.child(node, x.f.body);
  if (inside < 0) {
    return functionOf({
      start: span.start,
      end: span.end,
      params,
      body: { kind: 'block', start: span.end, end: span.end, body: [] },
    });
  }
  const body = x.inside(false, () => bodyOf(x, x.child(inside, x.f.body), x.end(inside)));
  return functionOf({
    start: span.start,
    end: span.end,
    params,
    body: { ...body, body: withTail(body.body, returned) },
  });
};

/** The statements of a body; with `rescue` and `ensure` in it they are a `Try`. */
export function bodyOf(x: Context, node: number, at: number): Block {
  const { s } = x;
  return x.block(node, at, s.block_body, s.then, s.do, s.else, s.ensure);
}

/** `_1`, `_2` and `it` are parameters of the block that reads them and has no others. */
function implicitParams(x: Context, node: number): Param[] | undefined {
  const { tree, s, f } = x;
  const found = new Set<string>();
  for (let at = node + 1; at < tree.skip[node]!; at++) {
    if (tree.symbol[at] !== s.identifier || tree.end[at]! - tree.start[at]! !== 2) continue;
    if (tree.field[at] !== f.method) found.add(x.textOf(at));
  }
  const names = ['_1', '_2'].filter((number) => found.has(number));
  if (names.length === 0 && found.has('it')) names.push('it');
  const start = x.start(node) + 1;
  return names.map((param) => ({
    start,
    end: start,
    target: nameAt(start, param),
    decorators: [],
  }));
}

export function lowerParams(x: Context, list: number): Param[] {
  if (list < 0) return [];
  return x
    .items(list)
    .filter((node) => x.tree.field[node] !== x.f.locals)
    .map((node) => lowerParam(x, node));
}

function lowerParam(x: Context, node: number): Param {
  const { s, f } = x;
  const { start, end } = x.span(node);
  const written = x.child(node, f.name);
  const target = (otherwise: string) => (written < 0 ? nameAt(end, otherwise) : x.name(written));
  switch (x.symbol(node)) {
    case s.optional_parameter:
    case s.keyword_parameter: {
      const value = x.child(node, f.value);
      const name = target('');
      return value < 0
        ? { start, end, target: name, decorators: [] }
        : { start, end, target: name, decorators: [], default: x.expr(value) };
    }
    case s.splat_parameter:
      return { start, end, target: target('*'), decorators: [], rest: 'list' };
    case s.hash_splat_parameter:
      return { start, end, target: target('**'), decorators: [], rest: 'map' };
    case s.forward_parameter:
      return { start, end, target: x.name(node), rest: 'list', decorators: [] };
    case s.block_parameter:
      return { start, end, target: nameAt(end, blockName), decorators: [] };
    default:
      return { start, end, target: lowerTarget(x, node), decorators: [] };
  }
}

// Assignments --------------------------------------------------------------------------------

export function lowerTarget(x: Context, node: number): Target {
  const { s } = x;
  switch (x.symbol(node)) {
    case s.left_assignment_list:
    case s.destructured_left_assignment:
    case s.destructured_parameter:
      return x.nested(node, (_, list) => ({
        kind: 'list-pattern',
        start: x.start(list),
        end: x.end(list),
        elements: x.items(list).map((item) => lowerElement(x, item)),
      }));
    case s.rest_assignment:
    case s.splat_parameter:
      return {
        kind: 'list-pattern',
        start: x.start(node),
        end: x.end(node),
        elements: [lowerElement(x, node)],
      };
  }
  const expr = x.expr(node);
  if (expr.kind === 'name' || expr.kind === 'member') return expr;
  if (expr.kind === 'index' || expr.kind === 'unknown') return expr;
  // `list[1, 2] = …` writes to a part of the list.
  const { start, end } = expr;
  if (expr.kind === 'call' && expr.callee.kind === 'member') {
    const { object } = expr.callee;
    const index: Expr = {
      kind: 'list',
      ...expr.argsSpan,
      of: 'list',
      elements: expr.args,
    };
    return { kind: 'index', start, end, object, index };
  }
  return { kind: 'unknown', start, end, syntax: x.nameOf(node), children: [expr] };
}

function lowerElement(x: Context, node: number): PatternElement {
  const { s } = x;
  const span = x.span(node);
  if (!x.is(node, s.rest_assignment) && !x.is(node, s.splat_parameter)) {
    return { start: span.start, end: span.end, target: lowerTarget(x, node) };
  }
  const inside = x.first(node);
  return inside < 0
    ? { start: span.start, end: span.end, rest: true }
    : { start: span.start, end: span.end, target: lowerTarget(x, inside), rest: true };
}

const assignment: ExprHandler = (x, node) => {
  const span = x.span(node);
  const left = x.child(node, x.f.left);
  const operator = x.child(node, x.f.operator);
  const op = operator < 0 ? undefined : x.textOf(operator).slice(0, -1);
  return {
    kind: 'assign',
    start: span.start,
    end: span.end,
    target: left < 0 ? x.missing(span.start) : lowerTarget(x, left),
    value: x.exprOr(x.child(node, x.f.right), span.end),
    op,
  };
};

const splat: ExprHandler = (x, node) => {
  const span = x.span(node);
  const elements: Arg[] = [
    { start: span.start, end: span.end, spread: 'list', value: spreadValue(x, node) },
  ];
  return { kind: 'list', start: span.start, end: span.end, of: 'list', elements };
};

export const exprHandlers: Readonly<Record<string, ExprHandler>> = {
  identifier: name,
  constant: name,
  global_variable: name,
  self: name,
  operator: name,
  setter: name,
  file: name,
  line: name,
  encoding: name,
  forward_argument: name,
  instance_variable: instanceVariable,
  class_variable: instanceVariable,
  integer,
  float,
  rational: inner,
  complex: inner,
  true: constant(true),
  false: constant(false),
  nil: constant(null),
  scope_resolution: scopeResolution,
  parenthesized_statements: parenthesized,
  binary,
  unary,
  conditional,
  range,
  array,
  hash,
  call,
  super: zsuper,
  yield: yieldCall,
  element_reference: elementReference,
  block,
  do_block: block,
  lambda,
  assignment,
  operator_assignment: assignment,
  right_assignment_list: array,
  splat_argument: splat,
  // Statements that may stand where a value is wanted.
  if: statement,
  unless: statement,
  while: statement,
  until: statement,
  for: statement,
  case: statement,
  case_match: statement,
  begin: statement,
  rescue_modifier: statement,
  if_modifier: statement,
  unless_modifier: statement,
  while_modifier: statement,
  until_modifier: statement,
  match_pattern: statement,
  test_pattern: statement,
  return: statement,
  next: statement,
  break: statement,
  redo: statement,
  retry: statement,
  method: statement,
  singleton_method: statement,
  class: statement,
  module: statement,
  singleton_class: statement,
};
