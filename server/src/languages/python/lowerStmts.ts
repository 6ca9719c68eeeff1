import type {
  Block,
  ClassNode,
  Decorator,
  Expr,
  FunctionNode,
  Handler,
  If,
  ImportName,
  Span,
  Stmt,
  SwitchCase,
} from '../../ir/types';
import type { Context, StmtHandler } from './lowerContext';
import { lowerCase, lowerParams, lowerSubject, lowerTarget, typeText } from './lowerTargets';

/** Statements: a handler for each statement node of the grammar. */

function exprStmt(expr: Expr): Stmt {
  return { kind: 'expr', start: expr.start, end: expr.end, expr };
}

/** Several expressions in a row are a tuple. */
function tupleOf(x: Context, nodes: readonly number[]): Expr {
  const elements = nodes.map((node) => {
    const value = x.expr(node);
    const spread = x.symbol(node) === x.sym.list_splat && value.kind === 'list';
    return spread ? value.elements[0]! : { start: x.start(node), end: x.end(node), value };
  });
  const start = elements[0]!.start;
  return { kind: 'list', start, end: elements.at(-1)!.end, of: 'tuple', elements };
}

const lowerExpressionStatement: StmtHandler = (x, node, out) => {
  const nodes = x.children(node);
  const [first] = nodes;
  if (first === undefined) return;
  const isTuple = nodes.length > 1 || x.childOf(node, x.sym.comma) >= 0;
  const expr = isTuple ? tupleOf(x, nodes) : x.expr(first);
  out.push({ kind: 'expr', start: x.start(node), end: x.end(node), expr });
};

// Simple statements --------------------------------------------------------------------------

const lowerReturn: StmtHandler = (x, node, out) => {
  const inner = x.first(node);
  const value = inner < 0 ? undefined : x.expr(inner);
  out.push({ kind: 'return', start: x.start(node), end: x.end(node), value });
};

/** `raise x from y` evaluates both and throws `x`. */
const lowerRaise: StmtHandler = (x, node, out) => {
  const span = x.span(node);
  const cause = x.child(node, x.fld.cause);
  const thrown = x.first(node);
  if (thrown < 0 || thrown === cause) {
    out.push({
      kind: 'throw',
      start: span.start,
      end: span.end,
      value: cause >= 0 ? x.expr(cause) : undefined,
    });
    return;
  }
  const value = x.expr(thrown);
  if (cause < 0) out.push({ kind: 'throw', start: span.start, end: span.end, value });
  else {
    const { start } = value;
    const items = [x.expr(cause), value];
    const sequence: Expr = { kind: 'sequence', start, end: x.end(cause), items };
    out.push({ kind: 'throw', start: span.start, end: span.end, value: sequence });
  }
};

/** `assert test, message` is `if (!test) throw message`. */
const lowerAssert: StmtHandler = (x, node, out) => {
  const span = x.span(node);
  const [test, ...messages] = x.children(node);
  const operand = x.exprOr(test ?? -1, span.end);
  const { start, end } = operand;
  const value = messages.length === 0 ? undefined : tupleOrOnly(x, messages);
  const thrown: Stmt =
    value === undefined
      ? { kind: 'throw', start: span.end, end: span.end }
      : { kind: 'throw', start: value.start, end: value.end, value };
  out.push({
    kind: 'if',
    start: span.start,
    end: span.end,
    test: { kind: 'unary', start, end, op: '!', operand },
    then: thrown,
  });
};

function tupleOrOnly(x: Context, nodes: readonly number[]): Expr {
  return nodes.length === 1 ? x.expr(nodes[0]!) : tupleOf(x, nodes);
}

const lowerDelete: StmtHandler = (x, node, out) => {
  const inner = x.first(node);
  if (inner < 0) return;
  const nodes = x.symbol(inner) === x.sym.expression_list ? x.children(inner) : [inner];
  for (const target of nodes) {
    const operand = x.expr(target);
    const { start, end } = operand;
    out.push(exprStmt({ kind: 'unary', start, end, op: 'delete', operand }));
  }
};

/** `pass` is an empty block. */
const lowerPass: StmtHandler = (x, node, out) => {
  out.push({ kind: 'block', start: x.start(node), end: x.end(node), body: [] });
};

function jump(how: 'break' | 'continue'): StmtHandler {
  return (x, node, out) => {
    out.push({ kind: 'jump', start: x.start(node), end: x.end(node), how });
  };
}

/** `global a` and `nonlocal a` change scopes; the IR has no word for it, but keeps the names. */
const lowerScope: StmtHandler = (x, node, out) => {
  out.push(x.unknown(node));
};

/** The statements `print …` and `exec …` of Python 2 are calls. */
const lowerCallStatement: StmtHandler = (x, node, out) => {
  const span = x.span(node);
  const keyword = node + 1;
  const name = x.textOf(keyword);
  const args = x.children(node).map((child) => {
    // `print >>file, x`: the chevron holds the file.
    const inner = x.tables.exprs[x.symbol(child)] === undefined ? x.first(child) : child;
    return { start: x.start(child), end: x.end(child), value: x.exprOr(inner, x.end(child)) };
  });
  const expr: Expr = {
    kind: 'call',
    start: span.start,
    end: span.end,
    callee: { kind: 'name', start: x.start(keyword), end: x.end(keyword), name },
    args,
    isNew: false,
    argsSpan: { start: args[0]?.start ?? span.end, end: span.end },
  };
  out.push(exprStmt(expr));
};

/** `type X = …` declares `X` with that type. */
const lowerTypeAlias: StmtHandler = (x, node, out) => {
  const { fld, sym } = x;
  const left = x.child(node, fld.left);
  let name = left;
  while (name >= 0 && x.symbol(name) !== sym.identifier) name = x.first(name);
  const type = typeText(x, x.child(node, fld.right));
  const target = name < 0 ? x.missing(x.end(node)) : x.name(name);
  const span = x.span(node);
  out.push(exprStmt({ kind: 'assign', start: span.start, end: span.end, target, type }));
};

// Imports ------------------------------------------------------------------------------------

function sourceText(x: Context, node: number): string {
  return node < 0 ? '' : x.textOf(node).replace(/\s/g, '');
}

/**
 * `import a.b` binds `a`, and makes the module known under its path; `import a.b as c` binds `a.b`
 * itself. Each is an import of its own.
 */
const lowerImport: StmtHandler = (x, node, out) => {
  const { sym, fld } = x;
  const items = x.childrenUnder(node, fld.name);
  for (const item of items) {
    const name = x.span(item);
    const span = items.length === 1 ? x.span(node) : name;
    const add = (source: string, local: string) =>
      out.push({
        kind: 'import',
        start: span.start,
        end: span.end,
        source,
        names: [{ ...name, imported: '*', local }],
      });
    if (x.symbol(item) === sym.aliased_import) {
      add(sourceText(x, x.child(item, fld.name)), sourceText(x, x.child(item, fld.alias)));
      continue;
    }
    const first = sourceText(x, x.first(item));
    const whole = sourceText(x, item);
    add(first, first);
    if (whole !== first) add(whole, whole);
  }
};

/** `from m import *` has the one name `*` as `*`: everything, under its own name. */
const lowerImportFrom: StmtHandler = (x, node, out) => {
  const { sym, fld } = x;
  const module = x.child(node, fld.module_name);
  const names: ImportName[] = [];
  for (let item = x.first(node); item >= 0; item = x.next(node, item)) {
    const span = x.span(item);
    if (x.symbol(item) === sym.wildcard_import)
      names.push({ start: span.start, end: span.end, imported: '*', local: '*' });
    else if (x.symbol(item) === sym.aliased_import) {
      const imported = sourceText(x, x.child(item, fld.name));
      names.push({
        start: span.start,
        end: span.end,
        imported,
        local: sourceText(x, x.child(item, fld.alias)),
      });
    } else if (x.tree.field[item] === fld.name) {
      const imported = sourceText(x, item);
      names.push({ start: span.start, end: span.end, imported, local: imported });
    }
  }
  // `from __future__ import …` has no module node.
  const source = module < 0 ? '__future__' : sourceText(x, module);
  out.push({ kind: 'import', start: x.start(node), end: x.end(node), source, names });
};

// Compound statements ------------------------------------------------------------------------

/** The `else` branches of an `if`, from the last to the first; long chains end flat. */
const lowerIf: StmtHandler = (x, node, out) => {
  const { fld, sym } = x;
  const end = x.end(node);
  const branch = (at: number): Omit<If, 'kind' | 'else'> => ({
    start: x.start(at),
    end,
    test: x.exprOr(x.child(at, fld.condition), x.start(at)),
    then: x.block(x.child(at, fld.consequence), x.end(at)),
  });
  const first = branch(node);
  const rest = x.childrenUnder(node, fld.alternative);
  if (rest.length === 0) {
    out.push({ kind: 'if', start: first.start, end, test: first.test, then: first.then });
    return;
  }
  const nested = Math.min(rest.length, x.room() >> 1);
  // What the chain nests counts for its branches too.
  const tail = x.deeper(nested, () => {
    const branches = rest.slice(0, nested).map((at) => ({
      at,
      built: x.symbol(at) === sym.elif_clause ? branch(at) : undefined,
    }));
    let otherwise: Stmt | undefined;
    if (nested < rest.length) {
      const children: (Expr | Stmt)[] = [];
      for (const at of rest.slice(nested)) {
        if (x.symbol(at) === sym.elif_clause) {
          const { test, then } = branch(at);
          children.push(test, then);
        } else children.push(elseBlock(x, at));
      }
      x.unknowns++;
      otherwise = {
        kind: 'unknown',
        start: x.start(rest[nested]!),
        end,
        syntax: 'elif_clause',
        children,
      };
    }
    for (const { at, built } of branches.reverse()) {
      if (built === undefined) otherwise = elseBlock(x, at);
      else {
        otherwise = { kind: 'if', ...built, else: otherwise };
      }
    }
    return otherwise;
  });
  out.push({ kind: 'if', ...first, else: tail });
};

function elseBlock(x: Context, clause: number): Block {
  return x.block(x.child(clause, x.fld.body), x.end(clause));
}

const lowerFor: StmtHandler = (x, node, out) => {
  const { fld } = x;
  const span = x.span(node);
  const left = x.child(node, fld.left);
  const otherwise = x.child(node, fld.alternative);
  out.push({
    kind: 'loop',
    start: span.start,
    end: span.end,
    target: left < 0 ? x.missing(span.start) : lowerTarget(x, left),
    iterable: x.exprOr(x.child(node, fld.right), span.start),
    iterates: 'values',
    body: x.block(x.child(node, fld.body), span.end),
    else: otherwise >= 0 ? elseBlock(x, otherwise) : undefined,
  });
};

const lowerWhile: StmtHandler = (x, node, out) => {
  const { fld } = x;
  const span = x.span(node);
  const otherwise = x.child(node, fld.alternative);
  out.push({
    kind: 'loop',
    start: span.start,
    end: span.end,
    test: x.exprOr(x.child(node, fld.condition), span.start),
    body: x.block(x.child(node, fld.body), span.end),
    else: otherwise >= 0 ? elseBlock(x, otherwise) : undefined,
  });
};

/**
 * The `else` of a `try` runs after its body when nothing was raised: it is added to the body.
 */
const lowerTry: StmtHandler = (x, node, out) => {
  const { sym, fld } = x;
  const span = x.span(node);
  let body = x.block(x.child(node, fld.body), span.start);
  const handlers: Handler[] = [];
  let last: Block | undefined;
  for (let clause = x.first(node); clause >= 0; clause = x.next(node, clause)) {
    switch (x.symbol(clause)) {
      case sym.except_clause:
        handlers.push(lowerHandler(x, clause));
        break;
      case sym.else_clause: {
        const more = elseBlock(x, clause);
        body = { ...body, end: more.end, body: [...body.body, ...more.body] };
        break;
      }
      case sym.finally_clause:
        last = x.block(x.childOf(clause, sym.block), x.end(clause));
        break;
    }
  }
  out.push({ kind: 'try', start: span.start, end: span.end, body, handlers, finally: last });
};

/** The exception classes of `except` are evaluated: they stand first in the handler's body. */
function lowerHandler(x: Context, node: number): Handler {
  const { sym, fld } = x;
  const span = x.span(node);
  const body = x.block(x.childOf(node, sym.block), span.end);
  const values = x.childrenUnder(node, fld.value);
  const [only] = values;
  if (only === undefined) return { start: span.start, end: span.end, body };
  const alias = x.child(node, fld.alias);
  let target = alias >= 0 ? lowerTarget(x, alias) : undefined;
  let classes: Expr;
  if (values.length === 1 && x.symbol(only) === sym.as_pattern) {
    const name = x.child(only, fld.alias);
    if (name >= 0) target = lowerTarget(x, name);
    classes = x.exprOr(x.first(only), x.start(only));
  } else classes = tupleOrOnly(x, values);
  return {
    start: span.start,
    end: span.end,
    target,
    body: { ...body, start: classes.start, body: [exprStmt(classes), ...body.body] },
  };
}

/** `with a as b: …` assigns `a` to `b` and runs the body: one block. */
const lowerWith: StmtHandler = (x, node, out) => {
  const { sym, fld } = x;
  const body: Stmt[] = [];
  const block = x.child(node, fld.body);
  for (let clause = x.first(node); clause >= 0; clause = x.next(node, clause)) {
    if (clause === block || x.isErrorNode(clause)) continue;
    for (let item = x.first(clause); item >= 0; item = x.next(clause, item)) {
      const value = x.symbol(item) === sym.with_item ? x.child(item, fld.value) : item;
      if (value >= 0) body.push(exprStmt(x.expr(value)));
    }
  }
  if (block >= 0) x.stmtsOf(block, body);
  out.push({ kind: 'block', start: x.start(node), end: x.end(node), body });
};

const lowerMatch: StmtHandler = (x, node, out) => {
  const { sym, fld } = x;
  const span = x.span(node);
  const block = x.child(node, fld.body);
  const nodes = x.childrenUnder(node, fld.subject);
  if (nodes.length === 0) {
    out.push(x.unknown(node));
    return;
  }
  const { subject, again } = lowerSubject(x, nodes);
  const cases: SwitchCase[] = [];
  for (let item = block < 0 ? -1 : x.first(block); item >= 0; item = x.next(block, item)) {
    if (x.symbol(item) === sym.case_clause) cases.push(lowerCase(x, item, again));
  }
  out.push({ kind: 'switch', start: span.start, end: span.end, subject, cases });
};

// Functions and classes ----------------------------------------------------------------------

/** A definition with its decorators: the span covers both. */
interface Definition {
  readonly node: number;
  readonly span: Span;
  readonly decorators: readonly Decorator[];
}

function definitionAt(x: Context, node: number): Definition {
  const span = x.span(node);
  const definition = x.child(node, x.fld.definition);
  if (definition < 0) return { node, span, decorators: [] };
  const decorators: Decorator[] = [];
  for (const child of x.children(node)) {
    if (x.symbol(child) !== x.sym.decorator) continue;
    const expr = x.exprOr(x.first(child), x.end(child));
    decorators.push({ start: x.start(child), end: x.end(child), expr });
  }
  return { node: definition, span, decorators };
}

/**
 * A class method has its receiver as an argument: `isStatic` stands for `@staticmethod` alone, as
 * a class method takes the class in place of the object.
 */
function lowerFunction(x: Context, { node, span, decorators }: Definition): FunctionNode {
  const { sym, fld } = x;
  const name = x.child(node, fld.name);
  const returnType = typeText(x, x.child(node, fld.return_type));
  const { built, isGenerator } = x.inFunction(() => {
    const params = lowerParams(x, x.child(node, fld.parameters));
    return { params, body: bodyOf(x, node) };
  });
  return {
    start: span.start,
    end: span.end,
    name: name < 0 ? undefined : x.textOf(name),
    nameSpan: name < 0 ? undefined : x.span(name),
    params: built.params,
    body: built.body,
    isAsync: x.childOf(node, sym.async) >= 0,
    isGenerator,
    isStatic: decorators.some(({ expr }) => expr.kind === 'name' && expr.name === 'staticmethod'),
    decorators,
    returnType,
  };
}

/**
 * The body of a function or class. After a syntax error the parser often hangs the statements
 * before the body, in an `ERROR` node: they belong to it.
 */
function bodyOf(x: Context, node: number): Block {
  const block = x.child(node, x.fld.body);
  const errors = x.children(node).filter((child) => x.isErrorNode(child));
  const plain = x.block(block, x.end(node));
  if (errors.length === 0) return plain;
  const strays = errors.map((error) => x.unknown(error));
  const start = Math.min(plain.start, strays[0]!.start);
  return { kind: 'block', start, end: plain.end, body: [...strays, ...plain.body] };
}

/** Functions are methods; every other statement of the body stays in its order. */
function lowerClass(x: Context, { node, span, decorators }: Definition): ClassNode {
  const { sym, fld } = x;
  const name = x.child(node, fld.name);
  const list = x.child(node, fld.superclasses);
  const supers: Expr[] = [];
  for (let base = list < 0 ? -1 : x.first(list); base >= 0; base = x.next(list, base)) {
    // `metaclass=M` and `*bases` are no classes to look methods up in.
    const isClass = x.symbol(base) !== sym.keyword_argument && x.symbol(base) !== sym.list_splat;
    supers.push(isClass ? x.expr(base) : keepValue(x, base));
  }
  const methods: FunctionNode[] = [];
  const body: Stmt[] = [];
  for (const stmt of bodyOf(x, node).body) {
    if (stmt.kind === 'function-decl') methods.push(stmt.fn);
    else body.push(stmt);
  }
  return {
    start: span.start,
    end: span.end,
    name: name >= 0 ? x.textOf(name) : undefined,
    supers,
    methods,
    body,
    decorators,
  };
}

/** An `Unknown` with the value of a keyword or starred argument. */
function keepValue(x: Context, node: number): Expr {
  const named = x.child(node, x.fld.value);
  const value = x.exprOr(named >= 0 ? named : x.first(node), x.end(node));
  x.unknowns++;
  return {
    kind: 'unknown',
    start: x.start(node),
    end: x.end(node),
    syntax: x.nameOf(node),
    children: [value],
  };
}

const lowerDefinition: StmtHandler = (x, node, out) => {
  const definition = definitionAt(x, node);
  const { span } = definition;
  if (x.symbol(definition.node) === x.sym.class_definition) {
    out.push({
      kind: 'class-decl',
      start: span.start,
      end: span.end,
      cls: lowerClass(x, definition),
    });
  } else
    out.push({
      kind: 'function-decl',
      start: span.start,
      end: span.end,
      fn: lowerFunction(x, definition),
    });
};

/** Handlers by the grammar's name for the node. */
export const STMT_HANDLERS: Readonly<Record<string, StmtHandler>> = {
  expression_statement: lowerExpressionStatement,
  return_statement: lowerReturn,
  raise_statement: lowerRaise,
  assert_statement: lowerAssert,
  delete_statement: lowerDelete,
  pass_statement: lowerPass,
  break_statement: jump('break'),
  continue_statement: jump('continue'),
  global_statement: lowerScope,
  nonlocal_statement: lowerScope,
  print_statement: lowerCallStatement,
  exec_statement: lowerCallStatement,
  type_alias_statement: lowerTypeAlias,
  import_statement: lowerImport,
  import_from_statement: lowerImportFrom,
  future_import_statement: lowerImportFrom,
  if_statement: lowerIf,
  for_statement: lowerFor,
  while_statement: lowerWhile,
  try_statement: lowerTry,
  with_statement: lowerWith,
  match_statement: lowerMatch,
  function_definition: lowerDefinition,
  class_definition: lowerDefinition,
  decorated_definition: lowerDefinition,
};
