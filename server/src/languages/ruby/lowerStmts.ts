import type {
  Block,
  ClassNode,
  Expr,
  FunctionNode,
  Handler,
  Param,
  Span,
  Stmt,
  SwitchCase,
  Target,
} from '../../ir/types';
import { walk } from '../../ir/walk';
import { repeat } from '../formats';
import { exprStmt, spanOf } from '../lowering';
import {
  blockName,
  type Context,
  nameAt,
  returned,
  type StmtHandler,
  withTail,
} from './lowerContext';
import { bodyOf, lowerParams, lowerTarget } from './lowerExprs';

/** Statements: a handler for each statement node of the grammar. */

// Conditions ---------------------------------------------------------------------------------

function not(operand: Expr): Expr {
  const { start, end } = operand;
  return { kind: 'unary', start, end, op: '!', operand };
}

/** `if` and `elsif`; `unless` with its condition turned around. */
const conditional: StmtHandler = (x, node, out) => {
  const { f, s } = x;
  const span = x.span(node);
  const test = x.exprOr(x.child(node, f.condition), span.start);
  const other = x.child(node, f.alternative);
  out.push({
    kind: 'if',
    start: span.start,
    end: span.end,
    test: x.is(node, s.unless) ? not(test) : test,
    then: bodyOf(x, x.child(node, f.consequence), span.end),
    ...(other >= 0 && { else: x.is(other, s.elsif) ? only(x, other) : bodyOf(x, other, span.end) }),
  });
};

/** The one statement that a node becomes. */
function only(x: Context, node: number): Stmt {
  const out: Stmt[] = [];
  x.stmt(node, out);
  return out.length === 1
    ? out[0]!
    : { kind: 'block', start: x.start(node), end: x.end(node), body: out };
}

function modifier(negated: boolean): StmtHandler {
  return (x, node, out) => {
    const span = x.span(node);
    const test = x.exprOr(x.child(node, x.f.condition), span.end);
    const body = x.child(node, x.f.body);
    out.push({
      kind: 'if',
      start: span.start,
      end: span.end,
      test: negated ? not(test) : test,
      then:
        body < 0 ? { kind: 'block', start: span.start, end: span.start, body: [] } : only(x, body),
    });
  };
}

/** Whether a statement leaves what is around it, so that `and`/`or` before it is a condition. */
function leaves(x: Context, node: number): boolean {
  const { s } = x;
  const at = x.unwrap(node);
  const symbol = x.symbol(at);
  if (symbol === s.return || symbol === s.next || symbol === s.break) return true;
  if (symbol === s.redo || symbol === s.retry) return true;
  if (symbol === s.identifier) return x.textOf(at) === 'raise';
  return symbol === s.call && isRaise(x, at);
}

/** `find(x) or return`, `redirect_to(x) and return`. */
const binary: StmtHandler = (x, node, out) => {
  const { f, t } = x;
  const operator = x.child(node, f.operator);
  const left = x.child(node, f.left);
  const right = x.child(node, f.right);
  const token = operator < 0 ? -1 : x.symbol(operator);
  const and = token === t.and || token === t['&&'];
  const or = token === t.or || token === t['||'];
  if (left < 0 || right < 0 || !(and || or) || !leaves(x, right)) {
    out.push(exprStmt(x.expr(node)));
    return;
  }
  const test = x.expr(left);
  out.push({
    kind: 'if',
    start: x.start(node),
    end: x.end(node),
    test: and ? test : not(test),
    then: only(x, right),
  });
};

const parenthesized: StmtHandler = (x, node, out) => {
  if (x.items(node).length <= 1) out.push(exprStmt(x.expr(node)));
  else out.push(x.block(node, x.start(node), x.s.parenthesized_statements));
};

/** `case` is a `Switch` whose bodies end with a `break`; without a subject it is `if`s. */
const caseOf: StmtHandler = (x, node, out) => {
  const { f, s } = x;
  const span = x.span(node);
  const subject = x.child(node, f.value);
  const clauses = x.items(node).filter((item) => x.is(item, s.when) || x.is(item, s.else));
  if (subject >= 0) {
    const cases = clauses.map((clause) => caseClause(x, clause));
    out.push({ kind: 'switch', start: span.start, end: span.end, subject: x.expr(subject), cases });
    return;
  }
  x.deeper(Math.min(clauses.length, x.room() >> 1), () => {
    const limit = Math.max(1, x.room() >> 1);
    let chosen: Stmt | undefined;
    for (const clause of clauses.slice(0, limit).reverse()) {
      const { tests, body } = caseClause(x, clause);
      const then: Block = {
        kind: 'block',
        start: x.start(clause),
        end: x.end(clause),
        body: body.slice(0, -1),
      };
      const [first, ...more] = tests;
      if (!first) chosen = then;
      else {
        const test = more.reduce<Expr>(
          (left, right) => ({ kind: 'binary', ...spanOf([left, right]), op: '||', left, right }),
          first,
        );
        const start = x.start(clause);
        chosen = { kind: 'if', start, end: span.end, test, then, else: chosen };
      }
    }
    if (chosen) out.push(chosen);
    for (const clause of clauses.slice(limit)) out.push(x.unknown(clause));
  });
};

function caseClause(x: Context, node: number): SwitchCase {
  const { f, s } = x;
  const span = x.span(node);
  const isElse = x.is(node, s.else);
  const tests = isElse
    ? []
    : x.childrenUnder(node, f.pattern).map((pattern) => {
        const inner = x.first(pattern);
        return x.exprOr(inner, x.start(pattern));
      });
  const block = bodyOf(x, isElse ? node : x.child(node, f.body), span.end);
  const leave: Stmt = { kind: 'jump', start: span.end, end: span.end, how: 'break' };
  return { start: span.start, end: span.end, tests, body: [...block.body, leave] };
}

// Loops --------------------------------------------------------------------------------------

function loop(negated: boolean): StmtHandler {
  return (x, node, out) => {
    const span = x.span(node);
    const test = x.exprOr(x.child(node, x.f.condition), span.end);
    const body = x.child(node, x.f.body);
    out.push({
      kind: 'loop',
      start: span.start,
      end: span.end,
      test: negated ? not(test) : test,
      body: x.inside(true, () => bodyOf(x, body, span.end)),
    });
  };
}

const forLoop: StmtHandler = (x, node, out) => {
  const { f } = x;
  const span = x.span(node);
  const pattern = x.child(node, f.pattern);
  const value = x.child(node, f.value);
  out.push({
    kind: 'loop',
    start: span.start,
    end: span.end,
    target: pattern < 0 ? x.missing(span.start) : lowerTarget(x, pattern),
    iterable: x.exprOr(value < 0 ? -1 : x.first(value), span.start),
    iterates: 'values',
    body: x.inside(true, () => bodyOf(x, x.child(node, f.body), span.end)),
  });
};

/** Out of a loop it is a jump; out of a block it gives the block's value. */
function leave(how: 'break' | 'continue'): StmtHandler {
  return (x, node, out) => {
    if (!x.inLoop) return returnOf(x, node, out);
    out.push({ kind: 'jump', start: x.start(node), end: x.end(node), how });
  };
}

const again: StmtHandler = (x, node, out) => {
  out.push({ kind: 'jump', start: x.start(node), end: x.end(node), how: 'continue' });
};

const returnOf: StmtHandler = (x, node, out) => {
  const span = x.span(node);
  const list = x.childOf(node, x.s.argument_list);
  if (list < 0) {
    out.push({ kind: 'return', start: span.start, end: span.end });
    return;
  }
  const values = x.items(list);
  const [first] = values;
  const plain = values.length === 1 && first !== undefined && x.isExpr(first);
  const value: Expr = plain
    ? x.expr(first)
    : {
        kind: 'list',
        start: x.start(list),
        end: x.end(list),
        of: 'list',
        elements: values.map((item) => ({
          start: x.start(item),
          end: x.end(item),
          value: x.expr(item),
        })),
      };
  out.push({ kind: 'return', start: span.start, end: span.end, value });
};

// Exceptions ---------------------------------------------------------------------------------

/** A body with `rescue`, `else` and `ensure`: statements when it has none of them. */
const body: StmtHandler = (x, node, out) => {
  const { s } = x;
  const span = x.span(node);
  const stmts: Stmt[] = [];
  const handlers: Handler[] = [];
  let last: Block | undefined;
  for (const item of x.items(node)) {
    switch (x.symbol(item)) {
      case s.rescue:
        handlers.push(handlerOf(x, item));
        break;
      // What follows when nothing was raised.
      case s.else:
        x.stmtsOf(item, stmts);
        break;
      case s.ensure:
        last = bodyOf(x, item, span.end);
        break;
      default:
        x.stmt(item, stmts);
    }
  }
  if (handlers.length === 0 && !last) {
    out.push(...stmts);
    return;
  }
  const tried: Block = { kind: 'block', ...(stmts.length > 0 ? spanOf(stmts) : span), body: stmts };
  out.push({ kind: 'try', start: span.start, end: span.end, body: tried, handlers, finally: last });
};

/** The classes of `rescue` are evaluated: they stand first in the handler's body. */
function handlerOf(x: Context, node: number): Handler {
  const { f } = x;
  const span = x.span(node);
  const block = bodyOf(x, x.child(node, f.body), span.end);
  const variable = x.child(node, f.variable);
  const target: Target | undefined =
    variable < 0 || x.first(variable) < 0 ? undefined : lowerTarget(x, x.first(variable));
  const listed = x.child(node, f.exceptions);
  const classes = listed < 0 ? [] : x.items(listed).map((item) => exprStmt(x.expr(item)));
  const stmts = [...classes, ...block.body];
  const whole: Block = {
    kind: 'block',
    ...(stmts.length > 0 ? spanOf([...stmts, block]) : block),
    body: stmts,
  };
  return { start: span.start, end: span.end, target, body: whole };
}

const rescueModifier: StmtHandler = (x, node, out) => {
  const span = x.span(node);
  const tried = x.block(x.child(node, x.f.body), span.start);
  const handler = x.block(x.child(node, x.f.handler), span.end);
  const { start, end } = handler;
  out.push({
    kind: 'try',
    start: span.start,
    end: span.end,
    body: tried,
    handlers: [{ start, end, body: handler }],
  });
};

function isRaise(x: Context, node: number): boolean {
  const method = x.child(node, x.f.method);
  if (method < 0 || x.child(node, x.f.receiver) >= 0 || !x.is(method, x.s.identifier)) return false;
  const name = x.textOf(method);
  return name === 'raise' || name === 'fail';
}

/** `require_relative 'a'` brings all that the file declares; of `require 'a'` the name is noted. */
function importOf(expr: Expr): Stmt | undefined {
  if (expr.kind !== 'call' || expr.callee.kind !== 'name') return undefined;
  const relative = expr.callee.name === 'require_relative';
  const [path, ...more] = expr.args;
  const source = path?.value.kind === 'literal' ? path.value.value : undefined;
  if (!relative && expr.callee.name !== 'require') return undefined;
  if (!path || typeof source !== 'string' || more.length > 0) return undefined;
  const { start, end } = path;
  const names = relative ? [{ start, end, imported: '*', local: '*' }] : [];
  const from = relative && !source.startsWith('.') ? `./${source}` : source;
  return { kind: 'import', start: expr.start, end: expr.end, source: from, names };
}

/** `raise E, "why"` throws a new `E`. */
const call: StmtHandler = (x, node, out) => {
  const expr = x.expr(node);
  const imported = importOf(expr);
  if (imported) {
    out.push(imported);
    return;
  }
  if (expr.kind !== 'call' || !isRaise(x, node)) {
    out.push(exprStmt(expr));
    return;
  }
  const [thrown, ...rest] = expr.args.filter((arg) => arg.name === undefined);
  const { start, end } = expr;
  let value = thrown?.value;
  if (value && rest.length > 0) {
    const whole = spanOf(expr.args);
    value = {
      kind: 'call',
      ...whole,
      callee: value,
      args: rest,
      isNew: true,
      argsSpan: spanOf(rest),
    };
  }
  out.push({ kind: 'throw', start, end, value });
};

/** `raise` alone throws again what was rescued. */
const identifier: StmtHandler = (x, node, out) => {
  if (x.textOf(node) === 'raise')
    out.push({ kind: 'throw', start: x.start(node), end: x.end(node) });
  else out.push(exprStmt(x.name(node)));
};

// Assignments --------------------------------------------------------------------------------

/** `x = if …` assigns in each branch, when the target can be named again. */
const assignment: StmtHandler = (x, node, out) => {
  const { s, f } = x;
  const right = x.child(node, f.right);
  const branches: readonly number[] = [
    s.if,
    s.unless,
    s.case,
    s.case_match,
    s.begin,
    s.rescue_modifier,
  ];
  const left = x.child(node, f.left);
  const target =
    right >= 0 && left >= 0 && branches.includes(x.symbol(right))
      ? lowerTarget(x, left)
      : undefined;
  if (!target || !repeat(target as Expr)) {
    out.push(exprStmt(x.expr(node)));
    return;
  }
  const operator = x.child(node, f.operator);
  const op = operator < 0 ? undefined : x.textOf(operator).slice(0, -1);
  const stmts: Stmt[] = [];
  x.stmt(right, stmts);
  const assigned = withTail(stmts, (value) =>
    exprStmt({
      kind: 'assign',
      start: value.start,
      end: value.end,
      target: placed(target, value.start),
      value,
      op,
    }),
  );
  out.push({ kind: 'block', start: x.start(node), end: x.end(node), body: assigned });
};

/** The same target without text of its own. */
function placed<Part extends Target | Expr>(part: Part, at: number): Part {
  const span: Span = { start: at, end: at };
  if (part.kind !== 'member') return { ...part, start: span.start, end: span.end };
  return {
    ...part,
    start: span.start,
    end: span.end,
    object: placed(part.object, at),
    propertySpan: span,
  };
}

const alias: StmtHandler = (x, node, out) => {
  const span = x.span(node);
  const end = span.start + 'alias'.length;
  const names = [x.child(node, x.f.name), x.child(node, x.f.alias)].filter((part) => part >= 0);
  const args = names.map((part) => ({
    start: x.start(part),
    end: x.end(part),
    value: x.literal(part, x.textOf(part).replace(/^:/, '')),
  }));
  const argsSpan = { start: end, end: span.end };
  const callee: Expr = { kind: 'name', start: span.start, end, name: 'alias_method' };
  out.push(
    exprStmt({
      kind: 'call',
      start: span.start,
      end: span.end,
      callee,
      args,
      isNew: false,
      argsSpan,
    }),
  );
};

const undef: StmtHandler = (x, node, out) => {
  out.push({ kind: 'block', start: x.start(node), end: x.end(node), body: [] });
};

// Methods and classes ------------------------------------------------------------------------

function paramNames(params: readonly Param[]): string[] {
  return params.flatMap(({ target, rest }) =>
    target.kind === 'name' && rest === undefined && target.name !== blockName ? [target.name] : [],
  );
}

function lowerMethod(x: Context, node: number, isStatic: boolean): FunctionNode {
  const { f, s } = x;
  const span = x.span(node);
  const named = x.child(node, f.name);
  const list = x.child(node, f.parameters);
  const params = lowerParams(x, list);
  const blockNode = list < 0 ? -1 : x.childOf(list, s.block_parameter);
  const written = blockNode < 0 ? -1 : x.child(blockNode, f.name);
  const inside = x.child(node, f.body);
  const name = named < 0 ? undefined : x.textOf(named);
  const lowered = x.inMethod(paramNames(params), () => bodyOf(x, inside, span.end));
  const stmts = [...lowered.built.body];
  if (lowered.yields && blockNode < 0) {
    const at = list < 0 ? (named < 0 ? span.start : x.end(named)) : x.end(list);
    params.push({ start: at, end: at, target: nameAt(at, blockName), decorators: [] });
  }
  if (written >= 0) {
    // The name that the method gives its block.
    const { start } = lowered.built;
    const target = nameAt(start, x.textOf(written));
    const value = nameAt(start, blockName);
    stmts.unshift(exprStmt({ kind: 'assign', start, end: start, target, value, declares: 'let' }));
  }
  const isConstructor = name === 'initialize' && !isStatic;
  return {
    start: span.start,
    end: span.end,
    name,
    nameSpan: named < 0 ? undefined : x.span(named),
    params,
    body: {
      kind: 'block',
      start: lowered.built.start,
      end: lowered.built.end,
      body: isConstructor ? stmts : withTail(stmts, returned),
    },
    isAsync: false,
    isGenerator: false,
    isStatic,
    decorators: [],
  };
}

const method: StmtHandler = (x, node, out) => {
  const fn = lowerMethod(x, node, x.is(node, x.s.singleton_method));
  out.push({ kind: 'function-decl', start: x.start(node), end: x.end(node), fn });
};

/** A class's name without what it is nested in. */
function className(x: Context, node: number): string | undefined {
  const named = x.child(node, x.f.name);
  if (named < 0) return undefined;
  return x.textOf(x.is(named, x.s.scope_resolution) ? x.child(named, x.f.name) : named);
}

const accessors: Readonly<Record<string, { readonly reads: boolean; readonly writes: boolean }>> = {
  attr: { reads: true, writes: false },
  attr_reader: { reads: true, writes: false },
  attr_writer: { reads: false, writes: true },
  attr_accessor: { reads: true, writes: true },
};

/** The methods that `attr_accessor :a` makes. */
function accessorMethods(stmt: Stmt): FunctionNode[] {
  if (stmt.kind !== 'expr' || stmt.expr.kind !== 'call') return [];
  const { callee, args } = stmt.expr;
  const made = callee.kind === 'name' ? accessors[callee.name] : undefined;
  if (!made) return [];
  return args.flatMap(({ value }) => {
    if (value.kind !== 'literal' || typeof value.value !== 'string') return [];
    const { start, end, value: name } = value;
    const field: Extract<Target, { kind: 'member' }> = {
      kind: 'member',
      start,
      end,
      object: nameAt(start, 'self'),
      property: `@${name}`,
      propertySpan: { start, end },
    };
    const fn = (fnName: string, params: readonly Param[], result: Expr): FunctionNode => ({
      start,
      end,
      name: fnName,
      nameSpan: { start, end },
      params,
      body: { kind: 'block', start, end, body: [returned(result)] },
      isAsync: false,
      isGenerator: false,
      isStatic: false,
      decorators: [],
    });
    const param = { start, end: start, target: nameAt(start, 'value'), decorators: [] };
    const write: Expr = { kind: 'assign', start, end, target: field, value: nameAt(end, 'value') };
    return [
      ...(made.reads ? [fn(name, [], { ...field, object: nameAt(start, 'self') })] : []),
      ...(made.writes ? [fn(`${name}=`, [param], write)] : []),
    ];
  });
}

/** Whether a parameter itself becomes part of a text. */
function writesParams(fn: FunctionNode): boolean {
  const names = new Set(paramNames(fn.params));
  let found = false;
  walk(fn.body, (node) => {
    if (node.kind !== 'string') return;
    found ||= node.parts.some((part) => part.kind === 'name' && names.has(part.name));
  });
  return found;
}

/** The method that `scope :name, ->(a) { … }` or `define_method(:name) { … }` makes. */
function definedBy(stmt: Stmt): FunctionNode | undefined {
  if (stmt.kind !== 'expr' || stmt.expr.kind !== 'call') return undefined;
  const { callee, args } = stmt.expr;
  const isScope = callee.kind === 'name' && callee.name === 'scope';
  if (!isScope && !(callee.kind === 'name' && callee.name === 'define_method')) return undefined;
  const [named, given, ...more] = args;
  if (named?.value.kind !== 'literal' || typeof named.value.value !== 'string') return undefined;
  if (given?.value.kind !== 'function' || more.length > 0) return undefined;
  // Of the many scopes, those matter to callers that put a parameter into a text.
  if (isScope && !writesParams(given.value.fn)) return undefined;
  const { start, end } = stmt;
  const nameSpan = { start: named.value.start, end: named.value.end };
  const name = named.value.value;
  return { ...given.value.fn, start, end, name, nameSpan, isStatic: isScope };
}

/** Members of a class or module body: methods apart, the rest in order. */
function members(
  x: Context,
  node: number,
  isStatic: boolean,
  methods: FunctionNode[],
  out: Stmt[],
) {
  const { s, f } = x;
  for (const item of node < 0 ? [] : x.items(node)) {
    if (x.is(item, s.method)) methods.push(lowerMethod(x, item, isStatic));
    else if (x.is(item, s.singleton_method)) methods.push(lowerMethod(x, item, true));
    else if (x.is(item, s.singleton_class)) members(x, x.child(item, f.body), true, methods, out);
    else if (isModified(x, item)) {
      // `private def name`, `helper_method def name`
      const list = x.child(item, f.arguments);
      const def = x.first(list);
      methods.push(lowerMethod(x, def, isStatic || x.is(def, s.singleton_method)));
    } else {
      const from = out.length;
      x.stmt(item, out);
      for (const stmt of out.splice(from)) {
        const defined = definedBy(stmt);
        if (defined) methods.push(defined);
        else out.push(stmt);
        methods.push(...accessorMethods(stmt));
      }
    }
  }
}

/** A call whose only argument defines a method. */
function isModified(x: Context, node: number): boolean {
  const { s, f } = x;
  if (!x.is(node, s.call) || x.child(node, f.receiver) >= 0) return false;
  const list = x.child(node, f.arguments);
  if (list < 0) return false;
  const [only, ...more] = x.items(list);
  if (only === undefined || more.length > 0) return false;
  return x.is(only, s.method) || x.is(only, s.singleton_method);
}

const classOf: StmtHandler = (x, node, out) => {
  const span = x.span(node);
  const above = x.child(node, x.f.superclass);
  const methods: FunctionNode[] = [];
  const stmts: Stmt[] = [];
  const inside = x.child(node, x.f.body);
  const name = className(x, node);
  const supers = above < 0 || x.first(above) < 0 ? [] : [x.expr(x.first(above))];
  x.inMethod([], () => members(x, inside, false, methods, stmts));
  const shared = stmts.some(sharesMethods);
  const cls: ClassNode = {
    start: span.start,
    end: span.end,
    name,
    supers,
    methods: shared ? methods.map((fn) => ({ ...fn, isStatic: true })) : methods,
    body: stmts,
    decorators: [],
  };
  out.push({ kind: 'class-decl', start: span.start, end: span.end, cls });
};

/** `module_function` and `extend self` let a module's methods be called on the module. */
function sharesMethods(stmt: Stmt): boolean {
  if (stmt.kind !== 'expr') return false;
  const { expr } = stmt;
  if (expr.kind === 'name') return expr.name === 'module_function';
  if (expr.kind !== 'call' || expr.callee.kind !== 'name') return false;
  const given = expr.args[0]?.value;
  return expr.callee.name === 'extend' && given?.kind === 'name' && given.name === 'self';
}

/** `class << object`: its methods are functions. */
const singletonClass: StmtHandler = (x, node, out) => {
  const methods: FunctionNode[] = [];
  const stmts: Stmt[] = [];
  members(x, x.child(node, x.f.body), true, methods, stmts);
  const fns = methods.map(
    (fn): Stmt => ({ kind: 'function-decl', start: fn.start, end: fn.end, fn }),
  );
  out.push({ kind: 'block', start: x.start(node), end: x.end(node), body: [...fns, ...stmts] });
};

const nested: StmtHandler = (x, node, out) => {
  out.push(x.block(node, x.start(node), x.symbol(node)));
};

export const stmtHandlers: Readonly<Record<string, StmtHandler>> = {
  if: conditional,
  elsif: conditional,
  unless: conditional,
  if_modifier: modifier(false),
  unless_modifier: modifier(true),
  binary,
  parenthesized_statements: parenthesized,
  case: caseOf,
  while: loop(false),
  until: loop(true),
  while_modifier: loop(false),
  until_modifier: loop(true),
  for: forLoop,
  break: leave('break'),
  next: leave('continue'),
  redo: again,
  retry: again,
  return: returnOf,
  body_statement: body,
  begin: body,
  rescue_modifier: rescueModifier,
  call,
  identifier,
  assignment,
  operator_assignment: assignment,
  alias,
  undef,
  method,
  singleton_method: method,
  class: classOf,
  module: classOf,
  singleton_class: singletonClass,
  begin_block: nested,
  end_block: nested,
};
