import type {
  Expr,
  ListPattern,
  Param,
  PatternElement,
  Stmt,
  SwitchCase,
  Target,
} from '../../ir/types';
import { type Context, spanOf } from './lowerContext';

/** Assignment targets, parameters and the patterns of `match`. */

export function lowerTarget(x: Context, node: number): Target {
  const { sym } = x;
  switch (x.symbol(node)) {
    case sym.tuple_pattern:
    case sym.list_pattern:
    case sym.pattern_list:
    // In `with … as (a, b)` the target has the form of an expression.
    case sym.tuple:
    case sym.list:
    case sym.expression_list:
      return x.deeper(1, () => (x.room() === 0 ? x.unknown(node) : lowerListTarget(x, node)));
    case sym.parenthesized_expression:
    case sym.as_pattern_target: {
      const inner = x.unwrap(x.first(node) < 0 ? node : x.first(node));
      return inner === node ? x.unknown(node) : lowerTarget(x, inner);
    }
    case sym.list_splat_pattern:
    case sym.list_splat: {
      const element = lowerElement(x, node);
      return { kind: 'list-pattern', start: x.start(node), end: x.end(node), elements: [element] };
    }
  }
  const expr = x.expr(node);
  if (expr.kind === 'name' || expr.kind === 'member' || expr.kind === 'index') return expr;
  if (expr.kind === 'unknown') return expr;
  const { start, end } = expr;
  return { kind: 'unknown', start, end, syntax: x.nameOf(node), children: [expr] };
}

function lowerListTarget(x: Context, node: number): ListPattern {
  const elements: PatternElement[] = [];
  for (let item = x.first(node); item >= 0; item = x.next(node, item)) {
    elements.push(lowerElement(x, item));
  }
  return { kind: 'list-pattern', start: x.start(node), end: x.end(node), elements };
}

function lowerElement(x: Context, node: number): PatternElement {
  const symbol = x.symbol(node);
  const rest = symbol === x.sym.list_splat_pattern || symbol === x.sym.list_splat;
  const inner = rest ? x.first(node) : node;
  const target = inner < 0 ? x.missing(x.end(node)) : lowerTarget(x, inner);
  const span = { start: x.start(node), end: x.end(node) };
  return rest
    ? { start: span.start, end: span.end, target, rest }
    : { start: span.start, end: span.end, target };
}

// Parameters ---------------------------------------------------------------------------------

/** The text of an annotation; the quotes of a forward reference (`'User'`) are left out. */
export function typeText(x: Context, node: number): string | undefined {
  if (node < 0) return undefined;
  const text = x.textOf(node);
  return /^(['"])([^'"]*)\1$/.exec(text)?.[2] ?? text;
}

/**
 * A parameter's type, and the call that tells where its value comes from: `Annotated[T, Depends(f)]`
 * means what `: T = Depends(f)` means.
 */
function annotation(x: Context, node: number): { type: string | undefined; given?: Expr } {
  const type = typeText(x, node);
  if (node < 0 || type === undefined || !/^(?:\w+\.)*Annotated\[/.test(type)) return { type };
  const whole = x.first(node);
  if (whole < 0) return { type };
  let parts = x.childrenUnder(whole, x.fld.subscript);
  if (x.symbol(whole) === x.sym.generic_type) {
    const list = x.children(whole)[1];
    parts = list === undefined ? [] : x.children(list).map((part) => x.first(part));
  }
  const [first, ...rest] = parts;
  const call = rest.find((part) => part >= 0 && x.symbol(part) === x.sym.call);
  return {
    type: first === undefined ? type : typeText(x, first),
    ...(call === undefined ? {} : { given: x.expr(call) }),
  };
}

export function lowerParams(x: Context, list: number): Param[] {
  const params: Param[] = [];
  if (list < 0) return params;
  for (let node = x.first(list); node >= 0; node = x.next(list, node)) {
    const param = lowerParam(x, node);
    if (param !== undefined) params.push(param);
  }
  return params;
}

const NO_DECORATORS: Param['decorators'] = [];

function lowerParam(x: Context, node: number): Param | undefined {
  const { sym, fld } = x;
  const start = x.start(node);
  const end = x.end(node);
  const decorators = NO_DECORATORS;
  switch (x.symbol(node)) {
    case sym.identifier:
    case sym.tuple_pattern:
      return { start, end, target: lowerTarget(x, node), decorators };
    case sym.default_parameter:
    case sym.typed_default_parameter: {
      const name = x.child(node, fld.name);
      const { type } = annotation(x, x.child(node, fld.type));
      const target = name < 0 ? x.missing(start) : lowerTarget(x, name);
      const value = x.exprOr(x.child(node, fld.value), end);
      return { start, end, target, decorators, default: value, type };
    }
    case sym.typed_parameter: {
      const { type, given } = annotation(x, x.child(node, fld.type));
      const inner = x.first(node);
      const param = inner < 0 ? undefined : lowerParam(x, inner);
      const { target, rest } = param ?? {};
      return target && { start, end, target, decorators, rest, default: given, type };
    }
    case sym.list_splat_pattern:
    case sym.dictionary_splat_pattern: {
      const inner = x.first(node);
      const target = inner < 0 ? x.missing(end) : lowerTarget(x, inner);
      const rest = x.symbol(node) === sym.list_splat_pattern ? 'list' : 'map';
      return { start, end, target, decorators, rest };
    }
  }
  // The marks `*` and `/` only tell how arguments may be passed. An error is kept.
  if (!x.isErrorNode(node)) return undefined;
  return { start, end, target: x.unknown(node), decorators };
}

// match --------------------------------------------------------------------------------------

/** Makes a fresh expression for the matched value, with the given place for its span. */
type Path = (at: number) => Expr;

/**
 * One `case`. Literals and dotted names become tests by value; every other pattern is one
 * `Unknown` test that keeps the values in it. Names that the pattern binds are assigned first in
 * the body. As the cases of a `Switch` fall through, each body ends with a `break`.
 *
 * `subject` is the matched expression's second use.
 */
export function lowerCase(x: Context, node: number, subject: Path): SwitchCase {
  const { sym, fld } = x;
  const start = x.start(node);
  const end = x.end(node);
  const captures: Stmt[] = [];
  const tests: Expr[] = [];
  const patterns = x.children(node).filter((child) => x.symbol(child) === sym.case_pattern);
  const guard = x.child(node, fld.guard);

  if (patterns.length === 1 && patterns[0] !== undefined) {
    const pattern = patterns[0];
    for (const alternative of alternatives(x, pattern)) {
      const test = lowerPattern(x, alternative, subject, captures);
      if (test !== undefined) tests.push(test);
    }
    if (isIrrefutable(x, pattern)) tests.length = 0;
    // A guard can refuse what the pattern takes: this is no default case.
    if (tests.length === 0 && guard >= 0) tests.push(patternTest(x, pattern, []));
  } else {
    const values: Expr[] = [];
    patterns.forEach((pattern, position) => {
      const test = lowerPattern(x, pattern, (at) => elementOf(subject(at), position), captures);
      if (test !== undefined) values.push(test);
    });
    tests.push({
      kind: 'unknown',
      start: patterns.length > 0 ? x.start(patterns[0]!) : start,
      end: patterns.length > 0 ? x.end(patterns.at(-1)!) : start,
      syntax: 'case_pattern',
      children: values,
    });
    x.unknowns++;
  }

  const block = x.block(x.child(node, fld.consequence), end);
  let guarded: readonly Stmt[] = block.body;
  if (guard >= 0) {
    const condition = x.first(guard);
    const test = x.exprOr(condition, x.end(guard));
    guarded = [{ kind: 'if', start: x.start(guard), end: block.end, test, then: block }];
  }
  const leave: Stmt = { kind: 'jump', start: end, end, how: 'break' };
  const body = [...captures, ...guarded, leave];
  return { start, end, tests, body };
}

/** The pattern without the nodes that only wrap it. */
function unwrapPattern(x: Context, node: number): number {
  const { sym } = x;
  let inner = node;
  for (;;) {
    const symbol = x.symbol(inner);
    const first = x.first(inner);
    const wraps =
      symbol === sym.case_pattern ||
      // `(p)` has the form of a tuple without a comma.
      (symbol === sym.tuple_pattern && x.childOf(inner, sym.comma) < 0);
    const negative = symbol === sym.case_pattern && x.childOf(inner, sym.minus) >= 0;
    if (!wraps || negative || first < 0 || x.next(inner, first) >= 0) return inner;
    inner = first;
  }
}

function alternatives(x: Context, pattern: number): number[] {
  const inner = unwrapPattern(x, pattern);
  // The minus of `-1 | 1` stands beside its number: such a pattern stays whole.
  const splits = x.symbol(inner) === x.sym.union_pattern && x.childOf(inner, x.sym.minus) < 0;
  return splits ? x.children(inner) : [inner];
}

/** Whether the pattern takes every value: `_`, a bare name, or either with `as`. */
function isIrrefutable(x: Context, pattern: number): boolean {
  const { sym } = x;
  const inner = unwrapPattern(x, pattern);
  if (x.symbol(inner) === sym.dotted_name) return isCapture(x, inner);
  if (x.symbol(inner) === sym.as_pattern) return isIrrefutable(x, x.first(inner));
  return isWildcard(x, inner);
}

function isWildcard(x: Context, node: number): boolean {
  return x.symbol(node) === x.sym.case_pattern && x.textOf(node) === '_';
}

function isCapture(x: Context, node: number): boolean {
  const first = x.first(node);
  return first >= 0 && x.next(node, first) < 0;
}

function patternTest(x: Context, node: number, children: readonly Expr[]): Expr {
  x.unknowns++;
  const syntax = x.nameOf(node);
  return { kind: 'unknown', start: x.start(node), end: x.end(node), syntax, children };
}

function elementOf(object: Expr, key: string | number | undefined): Expr {
  const { start, end } = object;
  const index: Expr =
    key === undefined
      ? { kind: 'unknown', start: end, end, syntax: 'case_pattern', children: [] }
      : { kind: 'literal', start: end, end, value: key };
  return { kind: 'index', start, end, object, index };
}

function capture(x: Context, node: number, value: Path, out: Stmt[]): void {
  const name = x.name(node);
  if (name.name === '_') return;
  const { start, end } = name;
  const expr: Expr = { kind: 'assign', start, end, target: name, value: value(start) };
  out.push({ kind: 'expr', start, end, expr });
}

/** Returns the test, undefined for a pattern that takes everything; adds what is bound to `out`. */
function lowerPattern(x: Context, node: number, value: Path, out: Stmt[]): Expr | undefined {
  if (x.room() === 0) return x.expr(node);
  return x.deeper(1, () => lowerInnerPattern(x, unwrapPattern(x, node), value, out));
}

function lowerInnerPattern(x: Context, node: number, value: Path, out: Stmt[]): Expr | undefined {
  const { sym, fld } = x;
  const children: Expr[] = [];
  const add = (inner: number, path: Path): void => {
    const test = lowerPattern(x, inner, path, out);
    if (test !== undefined) children.push(test);
  };
  switch (x.symbol(node)) {
    case sym.dotted_name:
      if (!isCapture(x, node)) return lowerDotted(x, node);
      capture(x, x.first(node), value, out);
      return undefined;
    case sym.as_pattern: {
      const inner = x.first(node);
      const name = x.next(node, inner);
      if (name >= 0) capture(x, name, value, out);
      return lowerPattern(x, inner, value, out);
    }
    case sym.splat_pattern: {
      const name = x.first(node);
      if (name >= 0) capture(x, name, value, out);
      return undefined;
    }
    case sym.union_pattern:
      for (const inner of x.children(node)) add(inner, value);
      return patternTest(x, node, children);
    case sym.list_pattern:
    case sym.tuple_pattern: {
      let position: number | undefined = 0;
      for (const inner of x.children(node)) {
        const splat = x.symbol(unwrapPattern(x, inner)) === sym.splat_pattern;
        if (splat) position = undefined;
        const key: number | undefined = position;
        // What a starred name takes is the list itself, as far as its elements go.
        add(inner, splat ? value : (at) => elementOf(value(at), key));
        if (position !== undefined) position++;
      }
      return patternTest(x, node, children);
    }
    case sym.dict_pattern: {
      let key: Expr | undefined;
      for (const inner of x.children(node)) {
        if (x.tree.field[inner] === fld.key) {
          key = lowerPattern(x, inner, value, out);
          if (key !== undefined) children.push(key);
        } else if (x.tree.field[inner] === fld.value) {
          const name = key?.kind === 'literal' ? String(key.value) : undefined;
          add(inner, (at) => elementOf(value(at), name));
        } else add(inner, value);
      }
      return patternTest(x, node, children);
    }
    case sym.class_pattern: {
      const [cls, ...inners] = x.children(node);
      if (cls !== undefined) children.push(lowerDotted(x, cls));
      for (const inner of inners) {
        const keyword = unwrapPattern(x, inner);
        if (x.symbol(keyword) !== sym.keyword_pattern) {
          // Which attribute stands first is the class's to say; `str(name)` takes the value.
          add(inner, value);
          continue;
        }
        const [name, pattern] = x.children(keyword);
        if (name === undefined || pattern === undefined) continue;
        add(pattern, (at) => elementOf(value(at), x.textOf(name)));
      }
      return patternTest(x, node, children);
    }
    case sym.complex_pattern:
      for (const inner of x.children(node)) children.push(x.expr(inner));
      return patternTest(x, node, children);
    case sym.case_pattern: {
      const inner = x.first(node);
      if (inner < 0) return undefined;
      const operand = x.expr(inner);
      return { kind: 'unary', start: x.start(node), end: x.end(node), op: '-', operand };
    }
  }
  return x.expr(node);
}

/** `a.b.c` as names and members. */
function lowerDotted(x: Context, node: number): Expr {
  const [first, ...rest] = x.children(node);
  if (first === undefined) return x.missing(x.start(node));
  let built: Expr = x.name(first);
  for (const part of rest.slice(0, x.room())) {
    const propertySpan = { start: x.start(part), end: x.end(part) };
    built = {
      kind: 'member',
      start: built.start,
      end: propertySpan.end,
      object: built,
      property: x.textOf(part),
      propertySpan,
    };
  }
  return built;
}

/** How the cases of a `match` name its subject again, and the subject itself. */
export function lowerSubject(x: Context, nodes: readonly number[]): { subject: Expr; again: Path } {
  const items = nodes.map((node) => x.expr(node));
  const span = spanOf(items);
  const value: Expr =
    items.length === 1
      ? items[0]!
      : {
          kind: 'list',
          start: span.start,
          end: span.end,
          of: 'tuple',
          elements: items.map((item) => ({ start: item.start, end: item.end, value: item })),
        };
  if (value.kind === 'name') {
    return { subject: value, again: (at) => ({ ...value, start: at, end: at }) };
  }
  // A name that no program can write holds the value.
  const name = `match@${span.start}`;
  return {
    subject: {
      kind: 'assign',
      start: span.start,
      end: span.end,
      target: { kind: 'name', start: span.start, end: span.start, name },
      value,
    },
    again: (at) => ({ kind: 'name', start: at, end: at, name }),
  };
}
