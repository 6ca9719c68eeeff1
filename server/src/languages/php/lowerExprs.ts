import type {
  Arg,
  Assign,
  Call,
  Conditional,
  Expr,
  ListExpr,
  MapEntry,
  MapExpr,
  Member,
  PatternElement,
  Target,
} from '../../ir/types';
import { buildFormat, isFormat } from '../formats';
import { lowerAnonymousClass, lowerClosure } from './lowerClasses';
import type { Context, PhpExpr } from './lowerContext';
import { doubleQuoted, heredoc, printfSyntax, shellCommand, singleQuoted } from './lowerStrings';

/** Expressions: a handler for each expression node of the grammar. */

// Names --------------------------------------------------------------------------------------

const variable: PhpExpr = (x, node) => x.variable(node);

/** A name; `die` and `exit` end the program also without brackets. */
const name: PhpExpr = (x, node) =>
  /^(?:die|exit)$/i.test(x.textOf(node)) ? x.print('exit', x.span(node), []) : x.name(node);

const qualified: PhpExpr = (x, node) => x.qualified(node);

/** `${name}` and `${name['key']}` in a text, `${'name'}`; which variable `$$name` is, is not known. */
const dynamicVariable: PhpExpr = (x, node) => {
  const span = x.span(node);
  const inside = x.inner(node);
  if (inside < 0) return x.unknown(node);
  if (x.is(inside, x.s.name))
    return { kind: 'name', start: span.start, end: span.end, name: `$${x.textOf(inside)}` };
  const expr = x.expr(inside);
  if (expr.kind === 'index' && expr.object.kind === 'name' && !expr.object.name.startsWith('$')) {
    return { ...expr, object: { ...expr.object, name: `$${expr.object.name}` } };
  }
  if (expr.kind === 'literal' && typeof expr.value === 'string') {
    return { kind: 'name', start: span.start, end: span.end, name: `$${expr.value}` };
  }
  x.unknowns++;
  return {
    kind: 'unknown',
    start: span.start,
    end: span.end,
    syntax: x.nameOf(node),
    children: [expr],
  };
};

/** The member that a name node stands for; a name that is computed gives an index. */
function memberOf(x: Context, node: number, object: Expr, nameNode: number): Expr {
  const span = x.span(node);
  if (nameNode < 0)
    return { kind: 'index', start: span.start, end: span.end, object, index: x.missing(span.end) };
  if (x.is(nameNode, x.s.name)) {
    const member: Member = {
      kind: 'member',
      start: span.start,
      end: span.end,
      object,
      property: x.textOf(nameNode),
      propertySpan: x.span(nameNode),
    };
    return member;
  }
  return { kind: 'index', start: span.start, end: span.end, object, index: x.expr(nameNode) };
}

const memberAccess: PhpExpr = (x, node) =>
  memberOf(x, node, x.exprOr(x.child(node, x.f.object), x.start(node)), x.child(node, x.f.name));

/** `Foo::$bar`: a static property has no `$` as a member. */
const staticProperty: PhpExpr = (x, node) => {
  const object = x.exprOr(x.child(node, x.f.scope), x.start(node));
  const nameNode = x.child(node, x.f.name);
  if (!x.is(nameNode, x.s.variable_name)) return memberOf(x, node, object, nameNode);
  return {
    kind: 'member',
    start: x.start(node),
    end: x.end(node),
    object,
    property: x.textOf(nameNode).slice(1),
    propertySpan: x.span(nameNode),
  };
};

/** `Foo::BAR`. */
const classConstant: PhpExpr = (x, node) => {
  const [scope = -1, constant = -1] = x.children(node);
  return memberOf(x, node, x.exprOr(scope, x.start(node)), constant);
};

/** `$a['key']`; in a text the key has no quotes; `$a[]` has none. */
const subscript: PhpExpr = (x, node) => {
  const [object = -1, index = -1] = x.children(node);
  const span = x.span(node);
  return {
    kind: 'index',
    start: span.start,
    end: span.end,
    object: x.exprOr(object, span.start),
    index: x.is(index, x.s.name) ? x.literal(index, x.textOf(index)) : x.exprOr(index, span.end),
  };
};

// Calls --------------------------------------------------------------------------------------

export function lowerArgs(x: Context, list: number): Arg[] {
  if (list < 0) return [];
  const args: Arg[] = [];
  for (const node of x.children(list)) {
    if (x.isSilent(node)) continue;
    const { start, end } = x.span(node);
    if (!x.is(node, x.s.argument)) {
      args.push({ start, end, value: x.expr(node) });
      continue;
    }
    const nameNode = x.child(node, x.f.name);
    const value = x.children(node).find((child) => child !== nameNode && !x.isSilent(child));
    if (value !== undefined && x.is(value, x.s.variadic_unpacking)) {
      args.push({ start, end, value: x.exprOr(x.inner(value), end), spread: 'list' });
      continue;
    }
    const given = x.exprOr(value ?? -1, end);
    if (nameNode < 0) args.push({ start, end, value: given });
    else args.push({ start, end, value: given, name: `$${x.textOf(nameNode)}` });
  }
  return args;
}

function call(x: Context, node: number, callee: Expr): Call {
  const list = x.child(node, x.f.arguments);
  return {
    kind: 'call',
    start: x.start(node),
    end: x.end(node),
    callee,
    args: lowerArgs(x, list),
    isNew: false,
    argsSpan: list < 0 ? { start: x.end(node), end: x.end(node) } : x.span(list),
  };
}

const formatters = new Set(['sprintf', 'printf', 'vsprintf']);

/** Functions that call the one whose name they are given; some take its arguments as a list. */
const callbacks: ReadonlySet<string> = new Set([
  'call_user_func',
  'call_user_func_array',
  'forward_static_call',
  'forward_static_call_array',
]);

/** `call_user_func('name', $x)` with the name written out is `name($x)`. */
function callOfName(called: Call, lowerCase: string): Call | undefined {
  const [fn, ...args] = called.args;
  if (fn?.value.kind !== 'literal' || fn.spread || typeof fn.value.value !== 'string') {
    return undefined;
  }
  const { start, end, value } = fn.value;
  if (!/^[a-z_]\w*$/i.test(value)) return undefined;
  return {
    ...called,
    callee: { kind: 'name', start, end, name: value },
    args: lowerCase.endsWith('_array')
      ? args.map((arg) => ({ ...arg, spread: 'list' as const }))
      : args,
  };
}

const functionCall: PhpExpr = (x, node) => {
  const fn = x.child(node, x.f.function);
  const callee = x.is(fn, x.s.name) ? x.name(fn) : x.exprOr(fn, x.start(node));
  const called = call(x, node, callee);
  if (callee.kind !== 'name') return called;
  const lowerCase = callee.name.toLowerCase();
  const named = callbacks.has(lowerCase) ? callOfName(called, lowerCase) : undefined;
  if (named) return named;
  if (!formatters.has(lowerCase)) return called;
  const [format, ...rest] = called.args;
  if (!format || called.args.some((arg) => arg.spread || arg.name !== undefined)) return called;
  if (!isFormat(format.value)) return called;
  const values = rest.map(({ value }) => value);
  const [list] = values;
  const given = lowerCase === 'vsprintf' ? { positional: [], rest: list } : { positional: values };
  const text = buildFormat('percent', format.value, printfSyntax(x), given, x.span(node));
  if (lowerCase !== 'printf') return text;
  return { ...called, args: [{ start: text.start, end: text.end, value: text }] };
};

const methodCall: PhpExpr = (x, node) => {
  const object = x.exprOr(x.child(node, x.f.object), x.start(node));
  const nameNode = x.child(node, x.f.name);
  return call(x, node, calleeOf(x, object, nameNode));
};

const staticCall: PhpExpr = (x, node) => {
  const scope = x.exprOr(x.child(node, x.f.scope), x.start(node));
  return call(x, node, calleeOf(x, scope, x.child(node, x.f.name)));
};

/** The method without its arguments. */
function calleeOf(x: Context, object: Expr, nameNode: number): Expr {
  const end = nameNode < 0 ? object.end : x.end(nameNode);
  const span = { start: object.start, end };
  if (x.is(nameNode, x.s.name)) {
    const property = x.textOf(nameNode);
    return {
      kind: 'member',
      start: span.start,
      end: span.end,
      object,
      property,
      propertySpan: x.span(nameNode),
    };
  }
  return {
    kind: 'index',
    start: span.start,
    end: span.end,
    object,
    index: x.exprOr(nameNode, end),
  };
}

const creation: PhpExpr = (x, node) => {
  const span = x.span(node);
  const parts = x.children(node);
  const list = parts.find((part) => x.is(part, x.s.arguments)) ?? -1;
  const named = parts.find((part) => part !== list) ?? -1;
  if (x.is(named, x.s.anonymous_class)) {
    const inner = x.childOf(named, x.s.arguments);
    const cls = lowerAnonymousClass(x, named);
    return {
      kind: 'call',
      start: span.start,
      end: span.end,
      callee: { kind: 'class', start: cls.start, end: cls.end, cls },
      args: lowerArgs(x, inner),
      isNew: true,
      argsSpan: inner < 0 ? { start: span.end, end: span.end } : x.span(inner),
    };
  }
  const callee = x.exprOr(named, span.end);
  // A variable holds the name of the class.
  if (callee.kind === 'index' || (callee.kind === 'name' && callee.name.startsWith('$'))) {
    return x.print('(new)', span, [callee, ...lowerArgs(x, list).map(({ value }) => value)]);
  }
  return {
    kind: 'call',
    start: span.start,
    end: span.end,
    callee,
    args: lowerArgs(x, list),
    isNew: true,
    argsSpan: list < 0 ? { start: span.end, end: span.end } : x.span(list),
  };
};

/** `include 'a.php'`, `print $x`, `clone`: words of the language that are called like functions. */
function word(called: string): PhpExpr {
  return (x, node) => x.print(called, x.span(node), [x.exprOr(x.inner(node), x.end(node))]);
}

/** Casts to arrays and objects keep what they are given; others are like functions. */
const cast: PhpExpr = (x, node) => {
  const value = x.exprOr(x.child(node, x.f.value), x.end(node));
  const to = x.typeText(node)?.trim().toLowerCase() ?? '';
  const fn = /^(?:int|integer|float|double|real|bool|boolean|string)$/.exec(to)
    ? `(${to})`
    : undefined;
  return fn === undefined ? value : x.print(fn, x.span(node), [value]);
};

const inner: PhpExpr = (x, node) => x.exprOr(x.inner(node), x.end(node));

// Collections --------------------------------------------------------------------------------

const array: PhpExpr = (x, node) => {
  const span = x.span(node);
  const elements = x.children(node).filter((child) => x.is(child, x.s.array_element_initializer));
  const hasKeys = elements.some((element) => x.hasToken(element, x.t['=>']));
  return hasKeys ? map(x, span, elements) : list(x, span, elements);
};

function list(x: Context, span: { start: number; end: number }, elements: number[]): ListExpr {
  return {
    kind: 'list',
    start: span.start,
    end: span.end,
    of: 'list',
    elements: elements.map((element): Arg => {
      const at = x.span(element);
      const value = x.inner(element);
      return x.is(value, x.s.variadic_unpacking)
        ? { ...at, value: x.exprOr(x.inner(value), at.end), spread: 'list' }
        : { ...at, value: valueAt(x, value, at.end) };
    }),
  };
}

/** An element without a key is under the next number. */
function map(x: Context, span: { start: number; end: number }, elements: number[]): MapExpr {
  let next = 0;
  const entries = elements.map((element): MapEntry => {
    const at = x.span(element);
    const [first = -1, second = -1] = x.children(element);
    if (x.hasToken(element, x.t['=>'])) {
      return { ...at, key: keyAt(x, first, at.start), value: valueAt(x, second, at.end) };
    }
    if (x.is(first, x.s.variadic_unpacking)) {
      return { ...at, value: x.exprOr(x.inner(first), at.end) };
    }
    const key = { kind: 'literal' as const, start: at.start, end: at.start, value: next++ };
    return { ...at, key, value: valueAt(x, first, at.end) };
  });
  return { kind: 'map', start: span.start, end: span.end, entries };
}

/** Options of curl are numbers, which mean something by their names alone. */
function keyAt(x: Context, node: number, start: number): Expr {
  const key = x.exprOr(node, start);
  return key.kind === 'name' && key.name.startsWith('CURLOPT_')
    ? { kind: 'literal', start: key.start, end: key.end, value: key.name }
    : key;
}

/** `&$x` in a collection is `$x`. */
function valueAt(x: Context, node: number, end: number): Expr {
  return x.is(node, x.s.by_ref) ? x.exprOr(x.inner(node), end) : x.exprOr(node, end);
}

// Assignments --------------------------------------------------------------------------------

export function lowerTarget(x: Context, node: number, at: number): Target {
  if (node < 0) return x.missing(at);
  if (x.is(node, x.s.by_ref)) return lowerTarget(x, x.inner(node), at);
  if (x.is(node, x.s.list_literal)) return x.nested(node, listTarget);
  const expr = x.expr(node);
  switch (expr.kind) {
    case 'name':
    case 'member':
    case 'index':
    case 'unknown':
      return expr;
    default:
      x.unknowns++;
      return {
        kind: 'unknown',
        start: expr.start,
        end: expr.end,
        syntax: x.nameOf(node),
        children: [expr],
      };
  }
}

/** `[$a, $b]`, `list('k' => $a)`. */
function listTarget(x: Context, node: number): Target {
  const elements: PatternElement[] = [];
  let hasKeys = false;
  const parts = listParts(x, node);
  for (let i = 0; i < parts.length; i++) {
    const part = parts[i]!;
    const after = parts[i + 1];
    if (part < 0) {
      const at = x.start(node);
      elements.push({ start: at, end: at });
      continue;
    }
    const isKey = after !== undefined && after >= 0 && isArrowBetween(x, part, after);
    if (!isKey) {
      elements.push({
        start: x.start(part),
        end: x.end(part),
        target: lowerTarget(x, part, x.end(part)),
      });
      continue;
    }
    hasKeys = true;
    const key = x.expr(part);
    const span = { start: x.start(part), end: x.end(after) };
    elements.push({
      start: span.start,
      end: span.end,
      ...(key.kind === 'literal' && { key: String(key.value) }),
      target: lowerTarget(x, after, span.end),
    });
    i++;
  }
  return {
    kind: hasKeys ? 'map-pattern' : 'list-pattern',
    start: x.start(node),
    end: x.end(node),
    elements,
  };
}

/** The parts of a list; -1 for a place that is left out, `list($a, , $b)`. */
function listParts(x: Context, node: number): number[] {
  const parts: number[] = [];
  const named = new Set(x.children(node));
  let isFilled = false;
  for (let part = node + 1; part < x.tree.skip[node]!; part = x.tree.skip[part]!) {
    if (x.is(part, x.t[','])) {
      if (!isFilled) parts.push(-1);
      isFilled = false;
    } else if (named.has(part)) {
      parts.push(part);
      isFilled = true;
    }
  }
  return parts;
}

function isArrowBetween(x: Context, left: number, right: number): boolean {
  return x.text.slice(x.end(left), x.start(right)).includes('=>');
}

const assignment: PhpExpr = (x, node) => {
  const span = x.span(node);
  const assign: Assign = {
    kind: 'assign',
    start: span.start,
    end: span.end,
    target: lowerTarget(x, x.child(node, x.f.left), span.start),
    value: x.exprOr(x.child(node, x.f.right), span.end),
  };
  return assign;
};

const augmented: PhpExpr = (x, node) => {
  const span = x.span(node);
  const token = x.child(node, x.f.operator);
  const written = token < 0 ? '=' : x.textOf(token);
  const op = written === '.=' ? '+' : written.slice(0, -1);
  return {
    kind: 'assign',
    start: span.start,
    end: span.end,
    target: lowerTarget(x, x.child(node, x.f.left), span.start),
    value: x.exprOr(x.child(node, x.f.right), span.end),
    op,
  };
};

// Operators ----------------------------------------------------------------------------------

/** Texts are joined by `.`; what is added to a number becomes one. */
const binary: PhpExpr = (x, node) => {
  const built = x.operation(node, x.t['.'], true);
  if (built.kind !== 'binary' || built.op !== '+') return built;
  const { left, right } = built;
  if (isNumber(right) && !isNumber(left)) return { ...built, left: numberOf(x, left) };
  if (isNumber(left) && !isNumber(right)) return { ...built, right: numberOf(x, right) };
  return built;
};

/** A number as it is written, also one that has something added to it. */
function isNumber(expr: Expr): boolean {
  const last = expr.kind === 'binary' && expr.op === '+' ? expr.right : expr;
  return last.kind === 'literal' && typeof last.value === 'number';
}

function numberOf(x: Context, expr: Expr): Expr {
  return x.print('(float)', { start: expr.start, end: expr.end }, [expr]);
}

const unary: PhpExpr = (x, node) => {
  const span = x.span(node);
  const operand = x.child(node, x.f.argument);
  const at = operand < 0 ? x.inner(node) : operand;
  const op = x.text.slice(span.start, span.start + 1);
  return { kind: 'unary', start: span.start, end: span.end, op, operand: x.exprOr(at, span.end) };
};

const update: PhpExpr = (x, node) => {
  const span = x.span(node);
  const op = x.textOf(node).includes('++') ? '++' : '--';
  return {
    kind: 'unary',
    start: span.start,
    end: span.end,
    op,
    operand: x.exprOr(x.child(node, x.f.argument), span.end),
  };
};

const conditional: PhpExpr = (x, node) => {
  const span = x.span(node);
  const test = x.child(node, x.f.condition);
  const body = x.child(node, x.f.body);
  const alternative = x.exprOr(x.child(node, x.f.alternative), span.end);
  // `a ?: b` is `a || b`.
  if (body < 0) {
    const left = x.exprOr(test, span.start);
    return { kind: 'binary', op: '||', start: span.start, end: span.end, left, right: alternative };
  }
  return {
    kind: 'conditional',
    start: span.start,
    end: span.end,
    test: x.exprOr(test, span.start),
    then: x.expr(body),
    else: alternative,
  };
};

/** `match` is a chain of conditions; what is compared with the subject is not told apart. */
const match: PhpExpr = (x, node) => {
  const span = x.span(node);
  const subject = x.child(node, x.f.condition);
  const block = x.child(node, x.f.body);
  const arms = block < 0 ? [] : x.children(block);
  let result: Expr = x.missing(span.end);
  const built = arms.map((arm) => ({
    span: x.span(arm),
    isDefault: !x.is(arm, x.s.match_conditional_expression),
    conditions: conditionsOf(x, arm),
    value: x.exprOr(x.child(arm, x.f.return_expression), x.end(arm)),
  }));
  const fallback = built.find(({ isDefault }) => isDefault);
  if (fallback) result = fallback.value;
  for (const arm of built.toReversed()) {
    if (arm.isDefault) continue;
    const test: Expr = {
      kind: 'unknown',
      start: arm.span.start,
      end: arm.value.start,
      syntax: 'match_condition_list',
      children: arm.conditions,
    };
    const { start } = arm.span;
    const end = Math.max(arm.span.end, result.end);
    const chain: Conditional = {
      kind: 'conditional',
      start: Math.min(start, result.start),
      end,
      test,
      then: arm.value,
      else: result,
    };
    result = chain;
  }
  const first = x.exprOr(subject, span.start);
  return { kind: 'sequence', start: span.start, end: span.end, items: [first, result] };
};

function conditionsOf(x: Context, arm: number): Expr[] {
  const list = x.child(arm, x.f.conditional_expressions);
  return list < 0 ? [] : x.children(list).map((condition) => x.expr(condition));
}

const yields: PhpExpr = (x, node) => {
  const span = x.span(node);
  const parts = x.children(node);
  const last = parts.at(-1) ?? -1;
  const value = x.is(last, x.s.array_element_initializer) ? (x.children(last).at(-1) ?? -1) : last;
  return {
    kind: 'unary',
    start: span.start,
    end: span.end,
    op: 'yield',
    operand: valueAt(x, value, span.end),
  };
};

const sequence: PhpExpr = (x, node) => ({
  kind: 'sequence',
  start: x.start(node),
  end: x.end(node),
  items: x.children(node).map((child) => x.expr(child)),
});

/** `throw` inside an expression. */
const throws: PhpExpr = (x, node) =>
  x.print('throw', x.span(node), [x.exprOr(x.inner(node), x.end(node))]);

const integer: PhpExpr = (x, node) => {
  const digits = x.textOf(node).replaceAll('_', '').toLowerCase();
  const value = /^0[0-7]+$/.test(digits) ? Number.parseInt(digits, 8) : Number(digits);
  return x.literal(node, Number.isNaN(value) ? null : value);
};

export const exprHandlers: Readonly<Record<string, PhpExpr>> = {
  variable_name: variable,
  dynamic_variable_name: dynamicVariable,
  name,
  qualified_name: qualified,
  relative_name: qualified,
  namespace_name: qualified,
  relative_scope: name,
  member_access_expression: memberAccess,
  nullsafe_member_access_expression: memberAccess,
  scoped_property_access_expression: staticProperty,
  class_constant_access_expression: classConstant,
  subscript_expression: subscript,
  function_call_expression: functionCall,
  member_call_expression: methodCall,
  nullsafe_member_call_expression: methodCall,
  scoped_call_expression: staticCall,
  object_creation_expression: creation,
  include_expression: word('include'),
  include_once_expression: word('include_once'),
  require_expression: word('require'),
  require_once_expression: word('require_once'),
  print_intrinsic: word('print'),
  clone_expression: inner,
  error_suppression_expression: inner,
  parenthesized_expression: inner,
  by_ref: inner,
  argument: inner,
  variadic_unpacking: inner,
  array_element_initializer: inner,
  cast_expression: cast,
  array_creation_expression: array,
  list_literal: (x, node) => x.unknown(node),
  assignment_expression: assignment,
  reference_assignment_expression: assignment,
  augmented_assignment_expression: augmented,
  binary_expression: binary,
  unary_op_expression: unary,
  update_expression: update,
  conditional_expression: conditional,
  match_expression: match,
  yield_expression: yields,
  sequence_expression: sequence,
  throw_expression: throws,
  anonymous_function: lowerClosure,
  arrow_function: lowerClosure,
  encapsed_string: doubleQuoted,
  heredoc,
  nowdoc: heredoc,
  shell_command_expression: shellCommand,
  string: singleQuoted,
  integer,
  float: (x, node) => x.literal(node, Number(x.textOf(node).replaceAll('_', ''))),
  boolean: (x, node) => x.literal(node, x.textOf(node).toLowerCase() === 'true'),
  null: (x, node) => x.literal(node, null),
};
