import type {
  Arg,
  Call,
  Expr,
  ListExpr,
  Literal,
  MapEntry,
  Member,
  Span,
  Unary,
} from '../../ir/types';
import type { Context, ExprHandler } from './lowerContext';
import { lowerClass, lowerFunction } from './lowerFunctions';
import { lowerTarget } from './lowerTargets';
import { cook, numberOf } from './strings';

/** More operands than this in one chain are kept side by side instead of nested. */
const maxChain = 150;

function literal(x: Context, node: number, value: Literal['value']): Literal {
  return { kind: 'literal', start: x.start(node), end: x.end(node), value };
}

function text(value: string, start: number, end: number): Literal {
  return { kind: 'literal', start, end, value };
}

/** A string's span covers its source text without quotes. */
function stringLiteral(x: Context, node: number): Literal {
  const start = x.start(node) + 1;
  const end = Math.max(start, x.end(node) - (isClosed(x, node) ? 1 : 0));
  return text(cook(x.text.slice(start, end)), start, end);
}

/** Whether the quote at the end of a literal is there; text that is being typed may lack it. */
function isClosed(x: Context, node: number): boolean {
  return x.text.charCodeAt(x.end(node) - 1) === x.text.charCodeAt(x.start(node));
}

/** `` `a${b}c` ``: text and values in order; without values a plain string. */
function template(x: Context, node: number): Expr {
  const parts: Expr[] = [];
  let at = x.start(node) + 1;
  const end = Math.max(at, x.end(node) - (isClosed(x, node) ? 1 : 0));
  const addText = (until: number) => {
    if (until > at) parts.push(text(cook(x.text.slice(at, until)), at, until));
  };
  let values = 0;
  for (let child = x.first(node); child >= 0; child = x.next(node, child)) {
    if (!x.is(child, x.s.template_substitution)) continue;
    addText(x.start(child));
    parts.push(x.exprOr(x.inner(child), x.start(child)));
    at = x.end(child);
    values++;
  }
  addText(end);
  if (values === 0) return text(cook(x.text.slice(x.start(node) + 1, end)), x.start(node) + 1, end);
  return { kind: 'string', style: 'template', start: x.start(node), end: x.end(node), parts };
}

function isText(expr: Expr): boolean {
  return (
    (expr.kind === 'literal' && typeof expr.value === 'string' && !expr.regex) ||
    expr.kind === 'string'
  );
}

/** Operands of a left-leaning chain of one operator, leftmost first. */
function chain(x: Context, node: number, operator: number): number[] {
  const operands: number[] = [];
  let at = node;
  for (;;) {
    const op = x.child(at, x.f.operator);
    if (!x.is(at, x.s.binary_expression) || op < 0 || x.symbol(op) !== operator) break;
    operands.push(x.child(at, x.f.right));
    const left = unwrap(x, x.child(at, x.f.left));
    if (left < 0) break;
    at = left;
  }
  operands.push(at);
  return operands.reverse();
}

function unwrap(x: Context, node: number): number {
  let inner = node;
  while (x.is(inner, x.s.parenthesized_expression)) inner = x.inner(inner);
  return inner;
}

const binary: ExprHandler = (x, node) => {
  const op = x.child(node, x.f.operator);
  const operator = op < 0 ? '' : (x.tables.operators[x.symbol(op)] ?? '');
  if (operator === '+') return addition(x, node);
  const operands = operator === '' ? [] : chain(x, node, x.symbol(op));
  if (operands.length > maxChain) return wide(x, node, operands);
  const left = x.child(node, x.f.left);
  const right = x.child(node, x.f.right);
  return {
    kind: 'binary',
    start: x.start(node),
    end: x.end(node),
    op: operator,
    left: x.exprOr(left, x.start(node)),
    right: x.exprOr(right, x.end(node)),
  };
};

/** A chain too long to nest: its operands are evaluated, their combination is not known. */
function wide(x: Context, node: number, operands: readonly number[]): Expr {
  x.unknowns++;
  const children = operands.filter((operand) => operand >= 0).map((operand) => x.expr(operand));
  return {
    kind: 'unknown',
    syntax: 'binary_expression',
    start: x.start(node),
    end: x.end(node),
    children,
  };
}

/** `a + b + 'c'` is one string with three parts; without a string in it, sums. */
function addition(x: Context, node: number): Expr {
  const operands = chain(x, node, x.t['+']).map((operand) => ({
    outer: operand,
    expr: x.exprOr(operand, x.start(node)),
  }));
  if (operands.some(({ expr }) => isText(expr))) {
    const parts = operands.flatMap(({ expr }) => flatParts(expr));
    return { kind: 'string', style: 'concat', start: x.start(node), end: x.end(node), parts };
  }
  if (operands.length > maxChain) {
    x.unknowns++;
    const children = operands.map(({ expr }) => expr);
    return {
      kind: 'unknown',
      syntax: 'binary_expression',
      start: x.start(node),
      end: x.end(node),
      children,
    };
  }
  let sum = operands[0]!.expr;
  for (let i = 1; i < operands.length; i++) {
    const right = operands[i]!.expr;
    const last = i === operands.length - 1;
    sum = {
      kind: 'binary',
      op: '+',
      start: last ? x.start(node) : sum.start,
      end: last ? x.end(node) : right.end,
      left: sum,
      right,
    };
  }
  return sum;
}

function args(x: Context, node: number): Arg[] {
  const list: Arg[] = [];
  for (let child = x.first(node); child >= 0; child = x.next(node, child)) {
    if (x.is(child, x.s.spread_element)) {
      list.push({
        start: x.start(child),
        end: x.end(child),
        value: x.exprOr(x.first(child), x.end(child)),
        spread: 'list',
      });
    } else {
      const value = x.expr(child);
      list.push({
        start: Math.min(value.start, x.start(child)),
        end: Math.max(value.end, x.end(child)),
        value,
      });
    }
  }
  return list;
}

function call(x: Context, node: number, callee: number, given: number, isNew: boolean): Call {
  const at = x.end(node);
  const span = x.span(node);
  if (given >= 0 && x.is(given, x.s.template_string)) {
    const value = template(x, given);
    return {
      kind: 'call',
      start: span.start,
      end: span.end,
      callee: x.exprOr(callee, span.start),
      args: [{ start: value.start, end: value.end, value }],
      isNew,
      argsSpan: x.span(given),
      tagged: true,
    };
  }
  return {
    kind: 'call',
    start: span.start,
    end: span.end,
    callee: x.exprOr(callee, span.start),
    args: given >= 0 ? args(x, given) : [],
    isNew,
    argsSpan: given >= 0 ? x.span(given) : { start: at, end: at },
  };
}

/** `'a'.concat(b, c)` builds a string as `'a' + b + c` does. */
function concatCall(built: Call): Expr {
  const { callee, args, tagged, start, end } = built;
  if (callee.kind !== 'member' || callee.property !== 'concat' || tagged) return built;
  if (!isText(callee.object) || args.some(({ spread }) => spread)) return built;
  const parts = [callee.object, ...args.map(({ value }) => value)].flatMap(flatParts);
  return { kind: 'string', style: 'concat', start, end, parts };
}

/** What a part brings into a longer string: for a string that is built itself, its own parts. */
function flatParts(part: Expr): readonly Expr[] {
  return part.kind === 'string' && !part.holes ? part.parts : [part];
}

const object: ExprHandler = (x, node) => {
  const entries: MapEntry[] = [];
  for (let child = x.first(node); child >= 0; child = x.next(node, child)) {
    const span = x.span(child);
    if (x.is(child, x.s.pair)) {
      const key = x.child(child, x.f.key);
      entries.push({
        start: span.start,
        end: span.end,
        key: key < 0 ? x.missing(span.start) : propertyKey(x, key),
        value: x.exprOr(x.child(child, x.f.value), span.end),
      });
    } else if (x.is(child, x.s.shorthand_property_identifier)) {
      entries.push({
        start: span.start,
        end: span.end,
        key: literal(x, child, x.textOf(child)),
        value: x.name(child),
      });
    } else if (x.is(child, x.s.spread_element)) {
      entries.push({ start: span.start, end: span.end, value: x.exprOr(x.first(child), span.end) });
    } else if (x.is(child, x.s.method_definition)) {
      const fn = lowerFunction(x, child);
      const key = x.child(child, x.f.name);
      entries.push({
        start: span.start,
        end: span.end,
        key: key < 0 ? x.missing(span.start) : propertyKey(x, key),
        value: { kind: 'function', start: fn.start, end: fn.end, fn },
      });
    } else {
      entries.push({ start: span.start, end: span.end, value: x.expr(child) });
    }
  }
  return { kind: 'map', start: x.start(node), end: x.end(node), entries };
};

/** A key as an expression: names and strings are literals. */
function propertyKey(x: Context, node: number): Expr {
  if (x.is(node, x.s.computed_property_name)) return x.exprOr(x.first(node), x.start(node));
  if (x.is(node, x.s.string) || x.is(node, x.s.number)) return x.expr(node);
  return literal(x, node, x.textOf(node));
}

const array: ExprHandler = (x, node) => ({
  kind: 'list',
  start: x.start(node),
  end: x.end(node),
  elements: args(x, node),
  of: 'list',
});

function unary(x: Context, node: number, op: string, operand: number): Unary {
  return {
    kind: 'unary',
    start: x.start(node),
    end: x.end(node),
    op,
    operand: x.exprOr(operand, x.end(node)),
  };
}

/** The inner expression stands for the whole. */
const transparent: ExprHandler = (x, node) => x.exprOr(x.inner(node), x.start(node));

const rawHtmlName = 'dangerouslySetInnerHTML';

/** Whether a JSX attribute puts text into the page without escaping it. */
function isRawHtml(x: Context, attribute: number): boolean {
  return x.textOf(x.first(attribute)) === rawHtmlName;
}

/** `dangerouslySetInnerHTML={value}` as a call of that name with `value.__html`. */
function rawHtml(x: Context, attribute: number): Call {
  const name = x.first(attribute);
  const given = x.next(attribute, name);
  const object = x.exprOr(given < 0 ? given : x.first(given), x.end(name));
  const value: Member = {
    kind: 'member',
    start: object.start,
    end: object.end,
    object,
    property: '__html',
    propertySpan: { start: object.end, end: object.end },
  };
  return {
    kind: 'call',
    start: x.start(attribute),
    end: x.end(attribute),
    callee: { kind: 'name', start: x.start(name), end: x.end(name), name: rawHtmlName },
    args: [{ start: value.start, end: value.end, value }],
    isNew: false,
    argsSpan: { start: value.start, end: value.end },
  };
}

/** Attributes that lead to an address, or hold a page, by the function that stands for them. */
const pageAttributes: ReadonlyMap<string, string> = new Map([
  ['href', 'jsxHref'],
  ['xlinkHref', 'jsxHref'],
  ['formAction', 'jsxHref'],
  ['srcDoc', 'jsxSrcDoc'],
]);

/** `href={value}` as a call of a function with that value. */
function pageAttribute(x: Context, attribute: number): Call | undefined {
  const name = x.first(attribute);
  const callee = pageAttributes.get(x.textOf(name));
  const given = callee === undefined ? -1 : x.next(attribute, name);
  if (callee === undefined || given < 0 || !x.is(given, x.s.jsx_expression)) return undefined;
  const value = x.exprOr(x.first(given), x.end(name));
  return {
    kind: 'call',
    start: x.start(attribute),
    end: x.end(attribute),
    callee: { kind: 'name', start: x.start(name), end: x.end(name), name: callee },
    args: [{ start: value.start, end: value.end, value }],
    isNew: false,
    argsSpan: { start: value.start, end: value.end },
  };
}

/** What an element shows, as a list: its attributes' and its children's expressions. */
const jsx: ExprHandler = (x, node) => {
  const elements: Arg[] = [];
  const collect = (parent: number) => {
    for (let child = x.first(parent); child >= 0; child = x.next(parent, child)) {
      if (x.is(child, x.s.jsx_expression)) {
        const inner = x.first(child);
        if (inner >= 0)
          add(
            x.is(inner, x.s.spread_element)
              ? x.exprOr(x.first(inner), x.end(inner))
              : x.expr(inner),
          );
      } else if (x.is(child, x.s.jsx_element) || x.is(child, x.s.jsx_self_closing_element)) {
        add(x.expr(child));
      } else if (x.is(child, x.s.jsx_attribute) && isRawHtml(x, child)) {
        add(rawHtml(x, child));
      } else if (x.is(child, x.s.jsx_attribute) && pageAttributes.has(x.textOf(x.first(child)))) {
        const call = pageAttribute(x, child);
        if (call) add(call);
      } else if (x.is(child, x.s.jsx_opening_element) || x.is(child, x.s.jsx_attribute)) {
        collect(child);
      }
    }
  };
  const add = (value: Expr) => {
    elements.push({ start: value.start, end: value.end, value });
  };
  collect(node);
  return {
    kind: 'list',
    start: x.start(node),
    end: x.end(node),
    elements,
    of: 'list',
  } satisfies ListExpr;
};

const assignment: ExprHandler = (x, node) => {
  const left = x.child(node, x.f.left);
  const right = x.child(node, x.f.right);
  const op = x.child(node, x.f.operator);
  const compound = op >= 0 && x.is(node, x.s.augmented_assignment_expression);
  return {
    kind: 'assign',
    start: x.start(node),
    end: x.end(node),
    target: left < 0 ? x.missing(x.start(node)) : lowerTarget(x, unwrap(x, left)),
    value: x.exprOr(right, x.end(node)),
    ...(compound ? { op: x.textOf(op).slice(0, -1) } : {}),
  };
};

const fnExpr: ExprHandler = (x, node) => {
  const fn = lowerFunction(x, node);
  return { kind: 'function', start: fn.start, end: fn.end, fn };
};

const name: ExprHandler = (x, node) => x.name(node);

export const exprHandlers: Readonly<Record<string, ExprHandler>> = {
  identifier: name,
  this: name,
  super: name,
  import: name,
  meta_property: name,
  property_identifier: (x, node) => literal(x, node, x.textOf(node)),
  private_property_identifier: (x, node) => literal(x, node, x.textOf(node)),
  nested_identifier: (x, node) => memberOf(x, node),
  number: (x, node) => literal(x, node, numberOf(x.textOf(node))),
  string: stringLiteral,
  template_string: template,
  regex: (x, node) => ({ ...literal(x, node, x.textOf(node)), regex: true }),
  true: (x, node) => literal(x, node, true),
  false: (x, node) => literal(x, node, false),
  null: (x, node) => literal(x, node, null),
  undefined: (x, node) => literal(x, node, undefined),
  parenthesized_expression: transparent,
  await_expression: transparent,
  as_expression: transparent,
  satisfies_expression: transparent,
  non_null_expression: transparent,
  type_assertion: transparent,
  instantiation_expression: transparent,
  array,
  object,
  binary_expression: binary,
  member_expression: memberOf,
  subscript_expression: (x, node) => ({
    kind: 'index',
    start: x.start(node),
    end: x.end(node),
    object: x.exprOr(x.child(node, x.f.object), x.start(node)),
    index: x.exprOr(x.child(node, x.f.index), x.end(node)),
  }),
  call_expression: (x, node) =>
    concatCall(call(x, node, x.child(node, x.f.function), x.child(node, x.f.arguments), false)),
  new_expression: (x, node) =>
    call(x, node, x.child(node, x.f.constructor), x.child(node, x.f.arguments), true),
  ternary_expression: (x, node) => ({
    kind: 'conditional',
    start: x.start(node),
    end: x.end(node),
    test: x.exprOr(x.child(node, x.f.condition), x.start(node)),
    then: x.exprOr(x.child(node, x.f.consequence), x.end(node)),
    else: x.exprOr(x.child(node, x.f.alternative), x.end(node)),
  }),
  assignment_expression: assignment,
  augmented_assignment_expression: assignment,
  sequence_expression: (x, node) => ({
    kind: 'sequence',
    start: x.start(node),
    end: x.end(node),
    items: x.children(node).map((item) => x.expr(item)),
  }),
  unary_expression: (x, node) => {
    const op = x.child(node, x.f.operator);
    return unary(x, node, op < 0 ? '' : x.textOf(op), x.child(node, x.f.argument));
  },
  update_expression: (x, node) => {
    const op = x.child(node, x.f.operator);
    return unary(x, node, op < 0 ? '' : x.textOf(op), x.child(node, x.f.argument));
  },
  yield_expression: (x, node) => {
    const operand = x.inner(node);
    if (operand >= 0) return unary(x, node, 'yield', operand);
    const end = x.end(node);
    const nothing: Literal = { kind: 'literal', start: end, end, value: undefined };
    return { kind: 'unary', start: x.start(node), end: x.end(node), op: 'yield', operand: nothing };
  },
  arrow_function: fnExpr,
  function_expression: fnExpr,
  generator_function: fnExpr,
  class: (x, node) => {
    const cls = lowerClass(x, node);
    return { kind: 'class', start: cls.start, end: cls.end, cls };
  },
  jsx_element: jsx,
  jsx_self_closing_element: jsx,
  jsx_expression: transparent,
};

function memberOf(x: Context, node: number): Expr {
  const property = x.child(node, x.f.property);
  const at: Span = property >= 0 ? x.span(property) : { start: x.end(node), end: x.end(node) };
  return {
    kind: 'member',
    start: x.start(node),
    end: x.end(node),
    object: x.exprOr(x.child(node, x.f.object), x.start(node)),
    property: x.text.slice(at.start, at.end),
    propertySpan: at,
  };
}
