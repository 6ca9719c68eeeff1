import type { Arg, Binary, Expr, FunctionNode, ListExpr, MapEntry } from '../../ir/types';
import { type Context, type ExprHandler, repeat } from './lowerContext';
import { isString, lowerFormat, lowerPercent, pushOperand, STRING_HANDLERS } from './lowerStrings';
import { lowerParams, lowerTarget, typeText } from './lowerTargets';

/** Expressions: a handler for each expression node of the grammar. */

// Names and plain values ---------------------------------------------------------------------

const lowerName: ExprHandler = (x, node) => x.name(node);

const lowerInteger: ExprHandler = (x, node) => {
  const digits = x.textOf(node).replace(/_|[lLjJ]$/g, '');
  // Python 2 wrote octal numbers with a leading zero.
  const value = /^0[0-7]+$/.test(digits) ? Number.parseInt(digits, 8) : Number(digits);
  return { kind: 'literal', start: x.start(node), end: x.end(node), value };
};

const lowerFloat: ExprHandler = (x, node) => {
  const value = Number(x.textOf(node).replace(/_|[jJ]$/g, ''));
  return { kind: 'literal', start: x.start(node), end: x.end(node), value };
};

function constant(value: boolean | null): ExprHandler {
  return (x, node) => ({ kind: 'literal', start: x.start(node), end: x.end(node), value });
}

const lowerEllipsis: ExprHandler = (x, node) => ({
  kind: 'name',
  start: x.start(node),
  end: x.end(node),
  name: 'Ellipsis',
});

// Operators ----------------------------------------------------------------------------------

/** More changes of operator than this in one chain without parentheses become one `Unknown`. */
const MAX_RUNS = 32;

/** Operators for which the grouping of a chain does not matter. */
const ASSOCIATIVE: ReadonlySet<string> = new Set(['+', '*', '&&', '||', '&', '|', '^']);

function operatorOf(x: Context, node: number): string {
  const token = x.child(node, x.fld.operator);
  return (token >= 0 ? x.tables.operators[x.symbol(token)] : undefined) ?? '?';
}

/**
 * A chain of operators, `a + b + c`, however long: walked along its left side in a loop. A run of
 * `+` with a string in it becomes one flat `StringBuild`; runs of the same operator are grouped in
 * halves, so that the result nests only as deep as the logarithm of their length.
 */
const lowerChain: ExprHandler = (x, node) => {
  const { fld } = x;
  const kind = x.symbol(node);
  const spine: number[] = [];
  let leftmost = node;
  let runs = 0;
  let previous = '';
  while (x.symbol(leftmost) === kind && x.tree.isError[leftmost] === 0) {
    const op = operatorOf(x, leftmost);
    if (op !== previous || !ASSOCIATIVE.has(op)) runs++;
    previous = op;
    spine.push(leftmost);
    const left = x.child(leftmost, fld.left);
    if (left < 0) break;
    leftmost = x.unwrap(left);
  }
  spine.reverse();
  const cost = Math.min(runs, MAX_RUNS) + 31 - Math.clz32(spine.length);
  return x.deeper(Math.min(cost, x.room()), () => {
    const hasLeft = leftmost !== spine[0];
    const first = hasLeft ? x.expr(leftmost) : x.missing(x.start(node));
    return runs > MAX_RUNS ? wholeChain(x, node, first, spine) : foldChain(x, first, spine);
  });
};

function rightOf(x: Context, node: number): Expr {
  return x.exprOr(x.child(node, x.fld.right), x.end(node));
}

function wholeChain(x: Context, node: number, first: Expr, spine: readonly number[]): Expr {
  x.unknowns++;
  const children = [first, ...spine.map((inner) => rightOf(x, inner))];
  return {
    kind: 'unknown',
    start: x.start(node),
    end: x.end(node),
    syntax: x.nameOf(node),
    children,
  };
}

function foldChain(x: Context, first: Expr, spine: readonly number[]): Expr {
  let run: Expr[] = [first];
  // The outermost node of the run: its span covers the run's operands with their parentheses.
  let whole = spine[0]!;
  let runOp = '';
  const close = (): Expr => {
    if (run.length === 1) return run[0]!;
    if (runOp === '+' && run.some(isString)) {
      const parts: Expr[] = [];
      for (const operand of run) pushOperand(operand, parts);
      return { kind: 'string', start: x.start(whole), end: x.end(whole), style: 'concat', parts };
    }
    return { ...halves(runOp, run, 0, run.length), start: x.start(whole), end: x.end(whole) };
  };
  for (const node of spine) {
    const op = operatorOf(x, node);
    if (run.length > 1 && (op !== runOp || !ASSOCIATIVE.has(op))) run = [close()];
    runOp = op;
    whole = node;
    if (op === '%') {
      const left = close();
      const right = x.child(node, x.fld.right);
      const built = right < 0 ? undefined : lowerPercent(x, left, right, x.span(node));
      run = built === undefined ? [left, rightOf(x, node)] : [built];
    } else run.push(rightOf(x, node));
  }
  return close();
}

function halves(op: string, operands: readonly Expr[], from: number, to: number): Expr {
  if (to - from === 1) return operands[from]!;
  // The larger half goes left: up to three operands group as the language does.
  const middle = from + ((to - from + 1) >> 1);
  const left = halves(op, operands, from, middle);
  const right = halves(op, operands, middle, to);
  return { kind: 'binary', start: left.start, end: right.end, op, left, right };
}

/**
 * `a < b < c` is `a < b && b < c`: the middle operand stands twice when it is a name or the like,
 * otherwise its second place is an `Unknown`. `a not in b` is `!(a in b)`.
 */
const lowerComparison: ExprHandler = (x, node) => {
  const { fld } = x;
  const links: Expr[] = [];
  let op = '';
  let left: Expr | undefined;
  const limit = x.tree.skip[node]!;
  for (let child = node + 1; child < limit; child = x.tree.skip[child]!) {
    if (x.tree.field[child] === fld.operators) {
      op = x.tables.operators[x.symbol(child)] ?? '?';
      continue;
    }
    if (x.tree.isNamed[child] === 0 || x.tables.extra[x.symbol(child)] === 1) continue;
    if (x.isErrorNode(child)) continue;
    const operand = x.expr(child);
    if (left !== undefined) links.push(link(op, left, operand));
    left = operand;
    if (links.length > 0) {
      const { start, end } = operand;
      left = repeat(operand) ?? { kind: 'unknown', start, end, syntax: 'operand', children: [] };
    }
  }
  if (links.length === 0) return left ?? x.missing(x.start(node));
  return { ...halves('&&', links, 0, links.length), start: x.start(node), end: x.end(node) };
};

function link(op: string, left: Expr, right: Expr): Expr {
  const { start } = left;
  const { end } = right;
  if (op !== 'not in') return { kind: 'binary', start, end, op, left, right };
  const operand: Binary = { kind: 'binary', start, end, op: 'in', left, right };
  return { kind: 'unary', start, end, op: '!', operand };
}

const lowerNot: ExprHandler = (x, node) => {
  const operand = x.exprOr(x.child(node, x.fld.argument), x.end(node));
  return { kind: 'unary', start: x.start(node), end: x.end(node), op: '!', operand };
};

const lowerUnary: ExprHandler = (x, node) => {
  const operand = x.exprOr(x.child(node, x.fld.argument), x.end(node));
  return {
    kind: 'unary',
    start: x.start(node),
    end: x.end(node),
    op: operatorOf(x, node),
    operand,
  };
};

const lowerConditional: ExprHandler = (x, node) => {
  const [then = -1, test = -1, otherwise = -1] = x
    .children(node)
    .filter((child) => !x.isErrorNode(child));
  return {
    kind: 'conditional',
    start: x.start(node),
    end: x.end(node),
    test: x.exprOr(test, x.end(node)),
    then: x.exprOr(then, x.start(node)),
    else: x.exprOr(otherwise, x.end(node)),
  };
};

/** `await x` and `(x)`: the inner expression stands for the whole. */
const lowerInner: ExprHandler = (x, node) => {
  const unwrapped = x.unwrap(node);
  if (unwrapped !== node) return x.expr(unwrapped);
  const inner = x.children(node).find((child) => !x.isErrorNode(child));
  return inner === undefined ? x.unknown(node) : x.expr(inner);
};

/** A bare `yield` gives `None`; `yield from` gives what it goes over. */
const lowerYield: ExprHandler = (x, node) => {
  x.yields = true;
  const inner = x.first(node);
  const { start, end } = x.span(node);
  const operand: Expr =
    inner >= 0 ? x.expr(inner) : { kind: 'literal', start: end, end, value: null };
  return { kind: 'unary', start, end, op: 'yield', operand };
};

// Access and calls ---------------------------------------------------------------------------

const lowerAttribute: ExprHandler = (x, node) => {
  const object = x.exprOr(x.child(node, x.fld.object), x.start(node));
  return member(x, node, object);
};

function member(x: Context, node: number, object: Expr): Expr {
  const property = x.child(node, x.fld.attribute);
  if (property < 0) return object;
  return {
    kind: 'member',
    start: x.start(node),
    end: x.end(node),
    object,
    property: x.textOf(property),
    propertySpan: x.span(property),
  };
}

const lowerSubscript: ExprHandler = (x, node) => {
  const { fld } = x;
  const object = x.exprOr(x.child(node, fld.value), x.start(node));
  const items = x.childrenUnder(node, fld.subscript);
  const [only] = items;
  let index: Expr;
  if (items.length > 1) {
    const elements = items.map((item) => argOf(x, item));
    const start = elements[0]!.start;
    index = { kind: 'list', start, end: elements.at(-1)!.end, of: 'tuple', elements };
  } else index = only === undefined ? x.missing(x.end(node)) : x.expr(only);
  return { kind: 'index', start: x.start(node), end: x.end(node), object, index };
};

function argOf(x: Context, node: number): Arg {
  const { sym, fld } = x;
  const start = x.start(node);
  const end = x.end(node);
  switch (x.symbol(node)) {
    case sym.list_splat:
    case sym.list_splat_pattern:
      return { start, end, value: x.exprOr(x.first(node), end), spread: 'list' };
    case sym.dictionary_splat:
      return { start, end, value: x.exprOr(x.first(node), end), spread: 'map' };
    case sym.keyword_argument: {
      const name = x.child(node, fld.name);
      const value = x.exprOr(x.child(node, fld.value), end);
      return name < 0 ? { start, end, value } : { start, end, value, name: x.textOf(name) };
    }
    case sym.parenthesized_expression: {
      const inner = x.unwrap(node);
      return x.symbol(inner) === sym.list_splat
        ? { start, end, value: x.exprOr(x.first(inner), end), spread: 'list' }
        : { start, end, value: x.expr(inner) };
    }
  }
  return { start, end, value: x.expr(node) };
}

/** Arguments or elements: the named children of `list`. */
function argsOf(x: Context, list: number): Arg[] {
  const args: Arg[] = [];
  for (let node = x.first(list); node >= 0; node = x.next(list, node)) args.push(argOf(x, node));
  return args;
}

const lowerCall: ExprHandler = (x, node) => {
  const { sym, fld } = x;
  const list = x.child(node, fld.arguments);
  const fn = x.child(node, fld.function);
  const method =
    fn >= 0 && x.symbol(fn) === sym.attribute && x.tree.isError[fn] === 0
      ? x.child(fn, fld.attribute)
      : -1;
  if (method >= 0 && x.end(method) - x.start(method) === 6 && x.textOf(method) === 'format') {
    const format = x.exprOr(x.child(fn, fld.object), x.start(fn));
    const args = callArgs(x, list);
    const built = lowerFormat(x, format, args, x.span(node));
    return built ?? call(x, node, member(x, fn, format), args, list);
  }
  const callee = x.exprOr(fn, x.start(node));
  const args = callArgs(x, list);
  return memberByName(x, node, callee, args) ?? call(x, node, callee, args, list);
};

/** `getattr(object, 'name')` is `object.name`. */
function memberByName(
  x: Context,
  node: number,
  callee: Expr,
  args: readonly Arg[],
): Expr | undefined {
  if (callee.kind !== 'name' || callee.name !== 'getattr' || args.length !== 2) return undefined;
  const [object, key] = args;
  if (!object || object.spread || object.name !== undefined) return undefined;
  if (key?.value.kind !== 'literal' || typeof key.value.value !== 'string') return undefined;
  const property = key.value.value;
  if (!/^[A-Za-z_]\w*$/.test(property)) return undefined;
  const { start, end } = key.value;
  return {
    kind: 'member',
    start: x.start(node),
    end: x.end(node),
    object: object.value,
    property,
    propertySpan: { start, end },
  };
}

function callArgs(x: Context, list: number): Arg[] {
  if (list < 0) return [];
  // `f(x for x in y)`: the generator's parentheses are those of the call.
  if (x.symbol(list) !== x.sym.generator_expression) return argsOf(x, list);
  return [{ start: x.start(list), end: x.end(list), value: x.expr(list) }];
}

function call(x: Context, node: number, callee: Expr, args: readonly Arg[], list: number): Expr {
  const start = x.start(node);
  const end = x.end(node);
  const argsSpan = list < 0 ? { start: end, end } : x.span(list);
  return { kind: 'call', start, end, callee, args, isNew: false, argsSpan };
}

// Collections --------------------------------------------------------------------------------

function lowerList(of: ListExpr['of']): ExprHandler {
  return (x, node) => {
    const elements = argsOf(x, node);
    return { kind: 'list', start: x.start(node), end: x.end(node), elements, of };
  };
}

/** A starred expression outside of a list is a tuple of its own: `x[*a]`. */
const lowerSplat: ExprHandler = (x, node) => ({
  kind: 'list',
  start: x.start(node),
  end: x.end(node),
  elements: [argOf(x, node)],
  of: 'tuple',
});

const lowerDictionary: ExprHandler = (x, node) => {
  const { sym } = x;
  const entries: MapEntry[] = [];
  for (let item = x.first(node); item >= 0; item = x.next(node, item)) {
    const span = x.span(item);
    if (x.symbol(item) === sym.pair) entries.push(lowerPair(x, item));
    else if (x.symbol(item) === sym.dictionary_splat) {
      entries.push({ start: span.start, end: span.end, value: x.exprOr(x.first(item), span.end) });
    } else entries.push({ start: span.start, end: span.end, value: x.expr(item) });
  }
  return { kind: 'map', start: x.start(node), end: x.end(node), entries };
};

function lowerPair(x: Context, node: number): MapEntry {
  const start = x.start(node);
  const end = x.end(node);
  const key = x.exprOr(x.child(node, x.fld.key), start);
  return { start, end, key, value: x.exprOr(x.child(node, x.fld.value), end) };
}

/**
 * A comprehension is an expression, and the IR's loops are statements; so it is lowered to one
 * round of its loop. `[f(a) for a in xs]` is a list whose first element is the sequence
 * `a = xs[…], f(a)`, where `…` is an `Unknown`: what flows from `xs` reaches `a`, and `f(a)` is
 * the element. A spread `Unknown` after it stands for the other rounds. With `if c` the element is
 * `a = xs[…], c ? f(a) : null`: the test guards it, and `null` stands for no element. A dictionary
 * spreads `a = xs[…], {k: v}` in the same way. Clauses nest in order. The loop variable is
 * assigned in the scope around, as it was in Python 2.
 */
function lowerComprehension(of: ListExpr['of'] | 'map'): ExprHandler {
  return (x, node) => {
    const { sym, fld } = x;
    const clauses = x.children(node).filter((child) => x.tree.field[child] !== fld.body);
    const body = x.child(node, fld.body);
    const start = body < 0 ? x.start(node) : x.start(body);
    const end = clauses.length > 0 ? x.end(clauses.at(-1)!) : x.end(node);
    return x.deeper(Math.min(clauses.length, x.room()), () => {
      // In the order of evaluation: the clauses, then the element.
      const steps = clauses.map((clause) =>
        x.symbol(clause) === sym.for_in_clause
          ? lowerFor(x, clause)
          : x.exprOr(x.isErrorNode(clause) ? clause : x.first(clause), x.end(clause)),
      );
      let value: Expr;
      if (of !== 'map' || body < 0) value = x.exprOr(body, start);
      else
        value = {
          kind: 'map',
          start: x.start(body),
          end: x.end(body),
          entries: [lowerPair(x, body)],
        };
      for (let at = clauses.length - 1; at >= 0; at--) {
        const step = steps[at]!;
        if (x.symbol(clauses[at]!) !== sym.for_in_clause) {
          const none: Expr = { kind: 'literal', start: end, end, value: null };
          value = { kind: 'conditional', start, end, test: step, then: value, else: none };
        } else {
          const items = value.kind === 'sequence' ? [step, ...value.items] : [step, value];
          value = { kind: 'sequence', start, end, items };
        }
      }
      const whole = x.span(node);
      if (of === 'map')
        return {
          kind: 'map',
          start: whole.start,
          end: whole.end,
          entries: [{ start, end, value }],
        };
      const others: Arg = { start: end, end, value: otherRounds(end), spread: 'list' };
      return {
        kind: 'list',
        start: whole.start,
        end: whole.end,
        of,
        elements: [{ start, end, value }, others],
      };
    });
  };
}

function otherRounds(at: number): Expr {
  return { kind: 'unknown', start: at, end: at, syntax: 'for_in_clause', children: [] };
}

/** `for target in items` as `target = items[…]`. */
function lowerFor(x: Context, node: number): Expr {
  const { fld } = x;
  const span = x.span(node);
  const rights = x.childrenUnder(node, fld.right);
  let object: Expr;
  if (rights.length > 1) {
    const elements = rights.map((right) => argOf(x, right));
    const { start } = elements[0]!;
    object = { kind: 'list', start, end: elements.at(-1)!.end, of: 'tuple', elements };
  } else object = x.exprOr(rights[0] ?? -1, span.end);
  const { start, end } = object;
  const index = otherRounds(end);
  const left = x.child(node, fld.left);
  return {
    kind: 'assign',
    start: span.start,
    end: span.end,
    target: left < 0 ? x.missing(span.start) : lowerTarget(x, left),
    value: { kind: 'index', start, end, object, index },
  };
}

// Functions and assignments ------------------------------------------------------------------

const lowerLambda: ExprHandler = (x, node) => {
  const { fld } = x;
  const span = x.span(node);
  const params = lowerParams(x, x.child(node, fld.parameters));
  // The function, its block and its `return` are levels too.
  const { built: value, isGenerator } = x.inFunction(() =>
    x.deeper(Math.min(3, x.room()), () => x.exprOr(x.child(node, fld.body), span.end)),
  );
  const { start, end } = value;
  const fn: FunctionNode = {
    start: span.start,
    end: span.end,
    params,
    body: { kind: 'block', start, end, body: [{ kind: 'return', start, end, value }] },
    isAsync: false,
    isGenerator,
    isStatic: false,
    decorators: [],
  };
  return { kind: 'function', start: span.start, end: span.end, fn };
};

const lowerAssignment: ExprHandler = (x, node) => {
  const { fld } = x;
  const left = x.child(node, fld.left);
  const right = x.child(node, fld.right);
  const type = typeText(x, x.child(node, fld.type));
  // The value first: it is evaluated before the target.
  const value = right >= 0 ? x.expr(right) : undefined;
  const target = left < 0 ? x.missing(x.start(node)) : lowerTarget(x, left);
  const start = x.start(node);
  const end = x.end(node);
  if (type !== undefined) return { kind: 'assign', start, end, target, value, type };
  return { kind: 'assign', start, end, target, value };
};

const lowerAugmented: ExprHandler = (x, node) => {
  const { fld } = x;
  const left = x.child(node, fld.left);
  return {
    kind: 'assign',
    start: x.start(node),
    end: x.end(node),
    target: left < 0 ? x.missing(x.start(node)) : lowerTarget(x, left),
    value: x.exprOr(x.child(node, fld.right), x.end(node)),
    op: operatorOf(x, node).slice(0, -1),
  };
};

const lowerWalrus: ExprHandler = (x, node) => {
  const { fld } = x;
  const name = x.child(node, fld.name);
  return {
    kind: 'assign',
    start: x.start(node),
    end: x.end(node),
    target: name < 0 ? x.missing(x.start(node)) : lowerTarget(x, name),
    value: x.exprOr(x.child(node, fld.value), x.end(node)),
  };
};

/** `value as target`, in `with` and in old-style `except`. */
const lowerAs: ExprHandler = (x, node) => {
  const alias = x.child(node, x.fld.alias);
  const value = x.exprOr(x.first(node), x.start(node));
  if (alias < 0) return value;
  return {
    kind: 'assign',
    start: x.start(node),
    end: x.end(node),
    target: lowerTarget(x, alias),
    value,
  };
};

/** Handlers by the grammar's name for the node. */
export const EXPR_HANDLERS: Readonly<Record<string, ExprHandler>> = {
  ...STRING_HANDLERS,
  identifier: lowerName,
  integer: lowerInteger,
  float: lowerFloat,
  true: constant(true),
  false: constant(false),
  none: constant(null),
  ellipsis: lowerEllipsis,
  binary_operator: lowerChain,
  boolean_operator: lowerChain,
  comparison_operator: lowerComparison,
  not_operator: lowerNot,
  unary_operator: lowerUnary,
  conditional_expression: lowerConditional,
  await: lowerInner,
  parenthesized_expression: lowerInner,
  yield: lowerYield,
  attribute: lowerAttribute,
  subscript: lowerSubscript,
  call: lowerCall,
  list: lowerList('list'),
  tuple: lowerList('tuple'),
  expression_list: lowerList('tuple'),
  pattern_list: lowerList('tuple'),
  tuple_pattern: lowerList('tuple'),
  list_pattern: lowerList('list'),
  set: lowerList('set'),
  list_splat: lowerSplat,
  list_splat_pattern: lowerSplat,
  dictionary: lowerDictionary,
  list_comprehension: lowerComprehension('list'),
  generator_expression: lowerComprehension('list'),
  set_comprehension: lowerComprehension('set'),
  dictionary_comprehension: lowerComprehension('map'),
  lambda: lowerLambda,
  assignment: lowerAssignment,
  augmented_assignment: lowerAugmented,
  named_expression: lowerWalrus,
  // Outside of a call only after a syntax error, where `name=value` was an assignment.
  keyword_argument: lowerWalrus,
  as_pattern: lowerAs,
};
