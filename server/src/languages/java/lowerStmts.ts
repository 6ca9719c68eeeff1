import type {
  Block,
  Expr,
  Handler,
  If,
  ImportName,
  Stmt,
  Switch,
  SwitchCase,
  Throw,
} from '../../ir/types';
import { exprStmt, spanOf } from '../lowering';
import { lowerClass, lowerMethod } from './lowerClasses';
import type { Context, JavaStmt } from './lowerContext';
import { blockOf, lowerArgs, lowerDeclaration, lowerRecordPattern } from './lowerParts';

/** Statements: a handler for each statement node of the grammar. */

const ifStatement: JavaStmt = (x, node, out) => {
  // A chain of `else if` is taken as a whole: it may be longer than what may nest.
  const chain: number[] = [node];
  for (let last = node; ; ) {
    const next = x.child(last, x.f.alternative);
    if (next < 0 || x.symbol(next) !== x.symbol(node) || chain.length >= x.room() >> 1) break;
    chain.push(next);
    last = next;
  }
  const built = x.deeper(chain.length, () => {
    const branches = chain.map((at) => ({
      test: x.exprOr(x.child(at, x.f.condition), x.start(at)),
      then: blockOf(x, x.child(at, x.f.consequence), x.end(at)),
    }));
    const last = chain.at(-1)!;
    const alternative = x.child(last, x.f.alternative);
    let otherwise: Stmt | undefined =
      alternative < 0 ? undefined : blockOf(x, alternative, x.end(last));
    let whole: If | undefined;
    for (let i = chain.length - 1; i >= 0; i--) {
      const branch = {
        kind: 'if' as const,
        start: x.start(chain[i]!),
        end: x.end(chain[i]!),
        ...branches[i]!,
      };
      whole = otherwise === undefined ? branch : { ...branch, else: otherwise };
      otherwise = whole;
    }
    return whole!;
  });
  out.push(built);
};

const whileStatement: JavaStmt = (x, node, out) => {
  out.push({
    kind: 'loop',
    start: x.start(node),
    end: x.end(node),
    test: x.exprOr(x.child(node, x.f.condition), x.end(node)),
    body: blockOf(x, x.child(node, x.f.body), x.start(node)),
  });
};

const forStatement: JavaStmt = (x, node, out) => {
  const span = x.span(node);
  const init: Stmt[] = [];
  for (const part of x.childrenUnder(node, x.f.init)) x.stmt(part, init);
  const test = x.child(node, x.f.condition);
  const updates = x.childrenUnder(node, x.f.update).map((update) => x.expr(update));
  const first = init[0];
  out.push({
    kind: 'loop',
    start: span.start,
    end: span.end,
    ...(first && {
      init: init.length === 1 ? first : { kind: 'block', ...spanOf(init), body: init },
    }),
    test: test >= 0 ? x.expr(test) : undefined,
    ...(updates.length > 0 && {
      update:
        updates.length === 1
          ? updates[0]!
          : { kind: 'sequence', ...spanOf(updates), items: updates },
    }),
    body: blockOf(x, x.child(node, x.f.body), span.end),
  });
};

const enhancedFor: JavaStmt = (x, node, out) => {
  const span = x.span(node);
  const nameNode = x.child(node, x.f.name);
  const type = x.typeOf(node);
  out.push({
    kind: 'loop',
    start: span.start,
    end: span.end,
    target: nameNode < 0 ? x.missing(span.start) : x.name(nameNode),
    type,
    iterable: x.exprOr(x.child(node, x.f.value), span.start),
    iterates: 'values',
    body: blockOf(x, x.child(node, x.f.body), span.end),
  });
};

// Switch -------------------------------------------------------------------------------------

/**
 * Both forms of `switch`. A rule (`case 1 -> …`) does not fall through, so it ends with a `break`,
 * or, as a value, with a `return` of its expression.
 */
export function lowerCases(x: Context, node: number, isValue: boolean): Switch {
  const subject = x.exprOr(x.child(node, x.f.condition), x.start(node));
  const cases: SwitchCase[] = [];
  const block = x.child(node, x.f.body);
  for (const branch of block < 0 ? [] : x.children(block)) {
    const span = x.span(branch);
    const body: Stmt[] = [];
    const tests: Expr[] = [];
    let isDefault = false;
    for (const child of x.children(branch)) {
      if (x.is(child, x.s.switch_label)) {
        if (x.first(child) < 0) isDefault = true;
        else label(x, child, subject, tests, body);
      } else if (isValue && x.is(child, x.s.expression_statement)) {
        if (x.is(branch, x.s.switch_rule)) {
          const value = x.exprOr(x.inner(child), x.end(child));
          body.push({ kind: 'return', start: x.start(child), end: x.end(child), value });
        } else x.stmt(child, body);
      } else x.stmt(child, body);
    }
    const { end } = span;
    if (!isValue && x.is(branch, x.s.switch_rule)) {
      body.push({ kind: 'jump', start: end, end, how: 'break' });
    }
    cases.push({ start: span.start, end: span.end, tests: isDefault ? [] : tests, body });
  }
  return { kind: 'switch', start: x.start(node), end: x.end(node), subject, cases };
}

/** `case 1, 2`, `case String s`, `case Point(int a, int b) when a > b`. */
function label(x: Context, node: number, subject: Expr, tests: Expr[], body: Stmt[]): void {
  for (const child of x.children(node)) {
    if (x.is(child, x.s.guard)) {
      const guard = x.inner(child);
      if (guard >= 0) body.push(exprStmt(x.expr(guard)));
    } else if (x.is(child, x.s.pattern)) {
      const span = x.span(child);
      const pattern = x.first(child);
      const isRecord = pattern >= 0 && x.is(pattern, x.s.record_pattern);
      const bound = pattern < 0 ? undefined : x.children(pattern).at(-1);
      const type = pattern < 0 ? -1 : x.first(pattern);
      // Whether the pattern fits is not known.
      tests.push({
        kind: 'unknown',
        start: span.start,
        end: span.end,
        syntax: 'pattern',
        children: [],
      });
      if (bound === undefined) continue;
      const value: Expr =
        subject.kind === 'name'
          ? { ...subject, start: span.start, end: span.end }
          : x.missing(span.end);
      body.push(
        exprStmt({
          kind: 'assign',
          start: span.start,
          end: span.end,
          target: isRecord ? lowerRecordPattern(x, pattern) : x.name(bound),
          value,
          declares: 'let',
          ...(type >= 0 && type !== bound && { type: x.textOf(type) }),
        }),
      );
    } else tests.push(x.expr(child));
  }
}

// Exceptions ---------------------------------------------------------------------------------

function handler(x: Context, clause: number): Handler {
  const span = x.span(clause);
  const parameter = x.childOf(clause, x.s.catch_formal_parameter);
  const nameNode = parameter < 0 ? -1 : x.child(parameter, x.f.name);
  const type = parameter < 0 ? -1 : x.childOf(parameter, x.s.catch_type);
  return {
    start: span.start,
    end: span.end,
    target: nameNode >= 0 ? x.name(nameNode) : undefined,
    type: type >= 0 ? x.textOf(type) : undefined,
    body: blockOf(x, x.child(clause, x.f.body), span.end),
  };
}

/** The resources of a `try` are the first statements of its body. */
const tryStatement: JavaStmt = (x, node, out) => {
  const span = x.span(node);
  const resources = x.child(node, x.f.resources);
  const opened: Stmt[] = [];
  if (resources >= 0) for (const item of x.children(resources)) x.stmt(item, opened);
  const block = blockOf(x, x.child(node, x.f.body), span.end);
  const body: Block =
    opened.length === 0
      ? block
      : { ...block, start: x.start(resources), body: [...opened, ...block.body] };
  const handlers: Handler[] = [];
  let last: Block | undefined;
  for (const clause of x.children(node)) {
    if (x.is(clause, x.s.catch_clause)) handlers.push(handler(x, clause));
    else if (x.is(clause, x.s.finally_clause)) last = blockOf(x, x.inner(clause), x.end(clause));
  }
  out.push({ kind: 'try', start: span.start, end: span.end, body, handlers, finally: last });
};

const resource: JavaStmt = (x, node, out) => {
  const nameNode = x.child(node, x.f.name);
  const value = x.child(node, x.f.value);
  const type = x.typeOf(node);
  if (nameNode < 0) {
    const used = x.inner(node);
    if (used >= 0) out.push(exprStmt(x.expr(used)));
    return;
  }
  out.push(
    exprStmt({
      kind: 'assign',
      start: x.start(node),
      end: x.end(node),
      target: x.name(nameNode),
      value: value >= 0 ? x.expr(value) : undefined,
      declares: 'let',
      type,
    }),
  );
};

/** `assert test : message` is `if (!test) throw message`. */
const assertStatement: JavaStmt = (x, node, out) => {
  const span = x.span(node);
  const [test, message] = x.children(node);
  const operand = x.exprOr(test ?? -1, span.end);
  const thrown: Throw =
    message === undefined
      ? { kind: 'throw', start: span.end, end: span.end }
      : { kind: 'throw', start: x.start(message), end: x.end(message), value: x.expr(message) };
  const { start, end } = operand;
  out.push({
    kind: 'if',
    start: span.start,
    end: span.end,
    test: { kind: 'unary', start, end, op: '!', operand },
    then: thrown,
  });
};

// Simple statements --------------------------------------------------------------------------

function withValue(kind: 'return' | 'throw'): JavaStmt {
  return (x, node, out) => {
    const value = x.inner(node);
    out.push({
      kind,
      start: x.start(node),
      end: x.end(node),
      value: value >= 0 ? x.expr(value) : undefined,
    });
  };
}

function jump(how: 'break' | 'continue'): JavaStmt {
  return (x, node, out) => {
    out.push({ kind: 'jump', start: x.start(node), end: x.end(node), how });
  };
}

/** `import a.b.C;`, `import a.b.*;`, `import static a.B.c;`. */
const importDeclaration: JavaStmt = (x, node, out) => {
  const whole = x.first(node);
  if (whole < 0) return;
  const span = x.span(node);
  const written = x.textOf(whole).replace(/\s/g, '');
  const names: ImportName[] = [];
  let source = written;
  const star = x.childOf(node, x.s.asterisk);
  if (star >= 0) names.push({ start: x.start(star), end: x.end(star), imported: '*', local: '*' });
  else {
    const dot = written.lastIndexOf('.');
    source = dot < 0 ? '' : written.slice(0, dot);
    const imported = written.slice(dot + 1);
    names.push({ start: x.start(whole), end: x.end(whole), imported, local: imported });
  }
  out.push({ kind: 'import', start: span.start, end: span.end, source, names });
};

const classDeclaration: JavaStmt = (x, node, out) => {
  const cls = lowerClass(x, node);
  out.push({ kind: 'class-decl', start: cls.start, end: cls.end, cls });
};

export const stmtHandlers: Readonly<Record<string, JavaStmt>> = {
  expression_statement: (x, node, out) => {
    const inner = x.inner(node);
    if (inner < 0) return;
    if (x.tables.stmts[x.symbol(inner)] !== undefined) x.stmt(inner, out);
    else out.push({ kind: 'expr', start: x.start(node), end: x.end(node), expr: x.expr(inner) });
  },
  local_variable_declaration: lowerDeclaration,
  static_initializer: (x, node, out) => {
    out.push(blockOf(x, x.childOf(node, x.s.block), x.end(node)));
  },
  block: (x, node, out) => {
    out.push(blockOf(x, node, x.start(node)));
  },
  labeled_statement: (x, node, out) => {
    const body = x.children(node)[1];
    if (body !== undefined) x.stmt(body, out);
  },
  if_statement: ifStatement,
  while_statement: whileStatement,
  do_statement: whileStatement,
  for_statement: forStatement,
  enhanced_for_statement: enhancedFor,
  switch_expression: (x, node, out) => {
    out.push(lowerCases(x, node, false));
  },
  synchronized_statement: (x, node, out) => {
    const lock = x.childOf(node, x.s.parenthesized_expression);
    if (lock >= 0) out.push(exprStmt(x.expr(lock)));
    out.push(blockOf(x, x.child(node, x.f.body), x.end(node)));
  },
  try_statement: tryStatement,
  try_with_resources_statement: tryStatement,
  resource,
  assert_statement: assertStatement,
  return_statement: withValue('return'),
  yield_statement: withValue('return'),
  throw_statement: withValue('throw'),
  break_statement: jump('break'),
  continue_statement: jump('continue'),
  import_declaration: importDeclaration,
  class_declaration: classDeclaration,
  interface_declaration: classDeclaration,
  annotation_type_declaration: classDeclaration,
  enum_declaration: classDeclaration,
  record_declaration: classDeclaration,
  method_declaration: (x, node, out) => {
    const fn = lowerMethod(x, node);
    out.push({ kind: 'function-decl', start: fn.start, end: fn.end, fn });
  },
  explicit_constructor_invocation: (x, node, out) => {
    const callee = x.child(node, x.f.constructor);
    const list = x.child(node, x.f.arguments);
    const end = list < 0 ? x.end(node) : x.end(list);
    out.push({
      kind: 'expr',
      start: x.start(node),
      end: x.end(node),
      expr: {
        kind: 'call',
        start: x.start(node),
        end,
        callee: x.exprOr(callee, x.start(node)),
        args: lowerArgs(x, list),
        isNew: false,
        argsSpan: list < 0 ? { start: end, end } : x.span(list),
      },
    });
  },
};
