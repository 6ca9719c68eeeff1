import type { Arg, Assign, Call, Expr, Literal, Member, Span } from '../../ir/types';
import { buildFormat, type FormatSyntax, isFormat } from '../formats';
import { flatParts, isText } from '../lowering';
import { lowerClassBody, lowerLambda } from './lowerClasses';
import type { Context, JavaExpr } from './lowerContext';
import { lowerArgs, lowerRecordPattern, lowerTarget } from './lowerParts';
import { lowerCases } from './lowerStmts';
import { cook, formatSyntax, numberOf, stripIndent } from './strings';

/** Expressions: a handler for each expression node of the grammar, and for types used as values. */

const name: JavaExpr = (x, node) => x.name(node);
const number: JavaExpr = (x, node) => x.literal(node, numberOf(x.textOf(node)));
const transparent: JavaExpr = (x, node) => x.exprOr(x.inner(node), x.start(node));

/** A character is a text of one character. */
const character: JavaExpr = (x, node) => {
  const start = x.start(node) + 1;
  const end = Math.max(start, x.end(node) - 1);
  return { kind: 'literal', start, end, value: cook(x.text.slice(start, end)) };
};

/** A string's span covers its source text without quotes. `STR."\{a}"` has values inside. */
const string: JavaExpr = (x, node) => {
  const isBlock = x.text.startsWith('"""', x.start(node));
  const quotes = isBlock ? 3 : 1;
  const start = Math.min(x.start(node) + quotes, x.end(node));
  const closed = x.text.endsWith('"'.repeat(quotes), x.end(node)) ? quotes : 0;
  const end = Math.max(start, x.end(node) - closed);
  const literal = (from: number, to: number): Literal => {
    const raw = x.text.slice(from, to);
    const whole = isBlock && from === start && to === end;
    return {
      kind: 'literal',
      start: from,
      end: to,
      value: whole ? stripIndent(raw) : cook(raw),
    };
  };
  const values = x.children(node).filter((child) => x.is(child, x.s.string_interpolation));
  if (values.length === 0) return literal(start, end);
  const parts: Expr[] = [];
  let at = start;
  for (const child of values) {
    if (x.start(child) > at) parts.push(literal(at, x.start(child)));
    parts.push(x.exprOr(x.inner(child), x.start(child)));
    at = x.end(child);
  }
  if (end > at) parts.push(literal(at, end));
  return { kind: 'string', style: 'template', start: x.start(node), end: x.end(node), parts };
};

/** `a.b`, also of package and type names. */
function memberOf(x: Context, node: number, object: number, property: number): Expr {
  const at = property >= 0 ? x.span(property) : { start: x.end(node), end: x.end(node) };
  return {
    kind: 'member',
    start: x.start(node),
    end: x.end(node),
    object: x.exprOr(object, x.start(node)),
    property: x.text.slice(at.start, at.end),
    propertySpan: at,
  };
}

/** A type name with its package or outer type: the last named child is the name. */
const scopedType: JavaExpr = (x, node) => {
  const parts = x.children(node).filter((child) => x.isExpr(child) && !isAnnotation(x, child));
  const [scope, property] = parts;
  if (scope === undefined) return x.unknown(node);
  return property === undefined ? x.expr(scope) : memberOf(x, node, scope, property);
};

function isAnnotation(x: Context, node: number): boolean {
  return x.is(node, x.s.annotation) || x.is(node, x.s.marker_annotation);
}

/** `List<String>` and `int[]` as values are the type without what is between the brackets. */
const bareType: JavaExpr = (x, node) => {
  for (const child of x.children(node)) {
    if (x.isExpr(child) && !isAnnotation(x, child)) return x.expr(child);
  }
  return x.unknown(node);
};

/** `String.class` is a member of the type. */
const classLiteral: JavaExpr = (x, node) => {
  const end = x.end(node);
  return {
    kind: 'member',
    start: x.start(node),
    end: x.end(node),
    object: x.exprOr(x.first(node), x.start(node)),
    property: 'class',
    propertySpan: { start: Math.max(x.start(node), end - 'class'.length), end },
  };
};

/** `Type::method` is a member; `Type::new` too. */
const methodReference: JavaExpr = (x, node) => {
  const object = x.first(node);
  let property = -1;
  for (const child of x.children(node)) if (x.is(child, x.s.identifier)) property = child;
  if (property === object || property < 0) property = x.childOf(node, x.t.new);
  return memberOf(x, node, object, property);
};

// Calls --------------------------------------------------------------------------------------

function argsSpanOf(x: Context, node: number, list: number): Span {
  return list < 0 ? { start: x.end(node), end: x.end(node) } : x.span(list);
}

const methodInvocation: JavaExpr = (x, node) => {
  const nameNode = x.child(node, x.f.name);
  const object = x.child(node, x.f.object);
  const list = x.child(node, x.f.arguments);
  const at = x.start(node);
  const callee: Expr =
    object < 0
      ? nameNode < 0
        ? x.missing(at)
        : x.name(nameNode)
      : {
          ...(memberOf(x, node, object, nameNode) as Member),
          end: nameNode < 0 ? x.end(node) : x.end(nameNode),
        };
  const call: Call = {
    kind: 'call',
    start: x.start(node),
    end: x.end(node),
    callee,
    args: lowerArgs(x, list),
    isNew: false,
    argsSpan: argsSpanOf(x, node, list),
  };
  return textCall(x, call) ?? call;
};

/** Calls that build a text from a known text: `String.format`, `formatted`, `printf`, `concat`. */
function textCall(x: Context, call: Call): Expr | undefined {
  const { callee, args, start, end } = call;
  if (callee.kind !== 'member') return undefined;
  const { object, property } = callee;
  const values = args.map(({ value }) => value);
  if (property === 'concat' && isText(object)) {
    const parts = [object, ...values].flatMap(flatParts);
    return { kind: 'string', style: 'concat', start, end, parts };
  }
  if (property === 'formatted') {
    const syntax = formatSyntax(x.text, 'formatter');
    if (!hasPlaces(object, syntax)) return undefined;
    return buildFormat('format', object, syntax, { positional: values }, { start, end });
  }
  if (property !== 'format' && property !== 'printf') return undefined;
  const isMessage = isNamed(object, 'MessageFormat');
  const syntax = formatSyntax(x.text, isMessage ? 'message' : 'formatter');
  // A locale may stand in front.
  const first = values.findIndex((value) => hasPlaces(value, syntax));
  if (first < 0 || first > 1 || (first === 1 && !isPlain(values[0]!))) return undefined;
  const ofString = isNamed(object, 'String') || isMessage;
  const within = ofString ? { start, end } : { start: args[first]!.start, end: args.at(-1)!.end };
  const positional = values.slice(first + 1);
  const built = buildFormat('format', values[first]!, syntax, { positional }, within);
  // A stream's `printf` writes the text.
  return ofString ? built : { ...call, args: [{ ...within, value: built }] };
}

/** Whether a text has a place for a value, so that it is a format. */
function hasPlaces(expr: Expr, syntax: FormatSyntax): boolean {
  if (!isFormat(expr)) return false;
  const pieces = expr.kind === 'string' ? expr.parts : [expr];
  return pieces.some(
    (piece) =>
      piece.kind === 'literal' && typeof piece.value === 'string' && syntax.scan(piece).length > 0,
  );
}

function isNamed(expr: Expr, simple: string): boolean {
  return expr.kind === 'name' ? expr.name === simple : isMemberNamed(expr, simple);
}

function isMemberNamed(expr: Expr, simple: string): boolean {
  return expr.kind === 'member' && expr.property === simple;
}

/** Whether evaluating it does nothing. */
function isPlain(expr: Expr): boolean {
  if (expr.kind === 'member') return isPlain(expr.object);
  return expr.kind === 'name' || expr.kind === 'literal';
}

/** `new A(b)`; with a body, the callee is the class that the body makes. */
const creation: JavaExpr = (x, node) => {
  const type = x.child(node, x.f.type);
  const list = x.child(node, x.f.arguments);
  const body = x.childOf(node, x.s.class_body);
  const superclass = x.exprOr(type, x.start(node));
  const call: Call = {
    kind: 'call',
    start: x.start(node),
    end: x.end(node),
    callee: superclass,
    args: lowerArgs(x, list),
    isNew: true,
    argsSpan: argsSpanOf(x, node, list),
  };
  if (body < 0) return call;
  const span = { start: superclass.start, end: x.end(body) };
  const cls = {
    start: span.start,
    end: span.end,
    supers: [superclass],
    ...lowerClassBody(x, body),
    decorators: [],
  };
  return { ...call, callee: { kind: 'class', start: span.start, end: span.end, cls } };
};

/** `new int[n]` is a list without elements; its size is evaluated. `new int[]{a, b}` has them. */
const arrayCreation: JavaExpr = (x, node) => {
  const value = x.child(node, x.f.value);
  if (value >= 0) return { ...x.expr(value), start: x.start(node), end: x.end(node) };
  const span = x.span(node);
  const sizes = x
    .childrenUnder(node, x.f.dimensions)
    .map((dimension) => x.inner(dimension))
    .filter((size) => size >= 0)
    .map((size) => x.expr(size))
    .filter((size) => !isPlain(size));
  const list: Expr = { kind: 'list', start: span.start, end: span.end, elements: [], of: 'list' };
  return sizes.length === 0
    ? list
    : { kind: 'sequence', start: span.start, end: span.end, items: [...sizes, list] };
};

const arrayInitializer: JavaExpr = (x, node) => ({
  kind: 'list',
  start: x.start(node),
  end: x.end(node),
  elements: lowerArgs(x, node),
  of: 'list',
});

// Operators ----------------------------------------------------------------------------------

const assignment: JavaExpr = (x, node) => {
  const left = x.child(node, x.f.left);
  const operator = x.child(node, x.f.operator);
  const op = operator < 0 ? '' : x.textOf(operator).slice(0, -1);
  return {
    kind: 'assign',
    start: x.start(node),
    end: x.end(node),
    target: left < 0 ? x.missing(x.start(node)) : lowerTarget(x, left),
    value: x.exprOr(x.child(node, x.f.right), x.end(node)),
    op: op === '' ? undefined : op,
  };
};

const unary: JavaExpr = (x, node) => {
  const operator = x.child(node, x.f.operator);
  const operand = x.child(node, x.f.operand);
  const inner = operand < 0 ? -1 : x.unwrap(operand);
  const op = operator < 0 ? '' : x.textOf(operator);
  const value = x.exprOr(operand, x.end(node));
  // A number with a sign is a number.
  if (op === '-' && inner >= 0 && value.kind === 'literal' && typeof value.value === 'number') {
    return x.literal(node, -value.value);
  }
  return { kind: 'unary', start: x.start(node), end: x.end(node), op, operand: value };
};

const update: JavaExpr = (x, node) => ({
  kind: 'unary',
  start: x.start(node),
  end: x.end(node),
  op: x.hasToken(node, x.t['++']) ? '++' : '--',
  operand: x.exprOr(x.inner(node), x.end(node)),
});

/** `a instanceof T b` declares `b` with the value of `a`. */
const instanceOf: JavaExpr = (x, node) => {
  const span = x.span(node);
  const left = x.exprOr(x.child(node, x.f.left), span.start);
  const type = x.child(node, x.f.right);
  const bound = x.child(node, x.f.name);
  const pattern = x.child(node, x.f.pattern);
  if (pattern >= 0) {
    const { start } = span;
    const typeName = x.first(pattern);
    const target = lowerRecordPattern(x, pattern);
    const value: Assign = {
      kind: 'assign',
      start,
      end: target.end,
      target,
      value: left,
      declares: 'let',
    };
    const right = x.exprOr(typeName, span.end);
    return {
      kind: 'binary',
      start: span.start,
      end: span.end,
      op: 'instanceof',
      left: value,
      right,
    };
  }
  const right = x.exprOr(type, span.end);
  if (bound < 0)
    return { kind: 'binary', start: span.start, end: span.end, op: 'instanceof', left, right };
  const value: Assign = {
    kind: 'assign',
    start: span.start,
    end: x.end(bound),
    target: x.name(bound),
    value: left,
    declares: 'let',
    type: type >= 0 ? x.textOf(type) : undefined,
  };
  return { kind: 'binary', start: span.start, end: span.end, op: 'instanceof', left: value, right };
};

/** A `switch` used as a value is a function that is called at once; `yield` returns from it. */
const switchValue: JavaExpr = (x, node) => {
  const span = x.span(node);
  const at = { start: span.end, end: span.end };
  const body = {
    kind: 'block' as const,
    start: span.start,
    end: span.end,
    body: [lowerCases(x, node, true)],
  };
  const fn = {
    start: span.start,
    end: span.end,
    params: [],
    body,
    isAsync: false,
    isGenerator: false,
    isStatic: false,
    decorators: [],
  };
  const callee: Expr = { kind: 'function', start: span.start, end: span.end, fn };
  return {
    kind: 'call',
    start: span.start,
    end: span.end,
    callee,
    args: [],
    isNew: false,
    argsSpan: at,
  };
};

// Annotations --------------------------------------------------------------------------------

/** `@A` is `A`; `@A(b)` and `@A(c = d)` are calls, with the elements as named arguments. */
const annotation: JavaExpr = (x, node) => {
  const nameNode = x.child(node, x.f.name);
  const callee = x.exprOr(nameNode, x.end(node));
  const list = x.child(node, x.f.arguments);
  if (list < 0) return callee;
  const args = x.children(list).map((child): Arg => {
    if (!x.is(child, x.s.element_value_pair))
      return { start: x.start(child), end: x.end(child), value: x.expr(child) };
    const key = x.child(child, x.f.key);
    const value = x.exprOr(x.child(child, x.f.value), x.end(child));
    return {
      start: x.start(child),
      end: x.end(child),
      value,
      name: key >= 0 ? x.textOf(key) : undefined,
    };
  });
  const span = { start: callee.start, end: x.end(node) };
  return {
    kind: 'call',
    start: span.start,
    end: span.end,
    callee,
    args,
    isNew: false,
    argsSpan: x.span(list),
  };
};

export const exprHandlers: Readonly<Record<string, JavaExpr>> = {
  identifier: name,
  type_identifier: name,
  underscore_pattern: name,
  this: name,
  super: name,
  integral_type: name,
  floating_point_type: name,
  boolean_type: name,
  void_type: name,
  decimal_integer_literal: number,
  hex_integer_literal: number,
  octal_integer_literal: number,
  binary_integer_literal: number,
  decimal_floating_point_literal: number,
  hex_floating_point_literal: number,
  true: (x, node) => x.literal(node, true),
  false: (x, node) => x.literal(node, false),
  null_literal: (x, node) => x.literal(node, null),
  character_literal: character,
  string_literal: string,
  template_expression: (x, node) => x.exprOr(x.child(node, x.f.template_argument), x.end(node)),
  class_literal: classLiteral,
  parenthesized_expression: transparent,
  cast_expression: (x, node) => x.exprOr(x.child(node, x.f.value), x.end(node)),
  scoped_identifier: (x, node) =>
    memberOf(x, node, x.child(node, x.f.scope), x.child(node, x.f.name)),
  scoped_type_identifier: scopedType,
  generic_type: bareType,
  array_type: bareType,
  annotated_type: bareType,
  field_access: (x, node) => memberOf(x, node, x.child(node, x.f.object), x.child(node, x.f.field)),
  array_access: (x, node) => ({
    kind: 'index',
    start: x.start(node),
    end: x.end(node),
    object: x.exprOr(x.child(node, x.f.array), x.start(node)),
    index: x.exprOr(x.child(node, x.f.index), x.end(node)),
  }),
  method_invocation: methodInvocation,
  method_reference: methodReference,
  object_creation_expression: creation,
  array_creation_expression: arrayCreation,
  array_initializer: arrayInitializer,
  element_value_array_initializer: arrayInitializer,
  binary_expression: (x, node) => x.operation(node, x.t['+']),
  instanceof_expression: instanceOf,
  unary_expression: unary,
  update_expression: update,
  ternary_expression: (x, node) => ({
    kind: 'conditional',
    start: x.start(node),
    end: x.end(node),
    test: x.exprOr(x.child(node, x.f.condition), x.start(node)),
    then: x.exprOr(x.child(node, x.f.consequence), x.end(node)),
    else: x.exprOr(x.child(node, x.f.alternative), x.end(node)),
  }),
  assignment_expression: assignment,
  lambda_expression: lowerLambda,
  switch_expression: switchValue,
  annotation,
  marker_annotation: annotation,
};
