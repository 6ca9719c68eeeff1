import type {
  Assign,
  Decorator,
  Expr,
  Handler,
  ImportName,
  MapEntry,
  Stmt,
  SwitchCase,
} from '../../ir/types';
import type { Context, StmtHandler } from './lowerContext';
import { decoratorsIn, lowerClass, lowerFunction, typeText } from './lowerFunctions';
import { lowerTarget } from './lowerTargets';
import { cook } from './strings';

const declaration: StmtHandler = (x, node, out) => {
  const kindNode = x.child(node, x.f.kind);
  const kind = kindNode >= 0 ? x.textOf(kindNode) : 'var';
  const declares: Assign['declares'] = kind === 'let' ? 'let' : kind === 'var' ? 'var' : 'const';
  for (let child = x.first(node); child >= 0; child = x.next(node, child)) {
    if (!x.is(child, x.s.variable_declarator)) {
      x.stmt(child, out);
      continue;
    }
    const nameNode = x.child(child, x.f.name);
    const value = x.child(child, x.f.value);
    const type = x.child(child, x.f.type);
    const span = x.span(child);
    const expr: Assign = {
      kind: 'assign',
      start: span.start,
      end: span.end,
      target: nameNode < 0 ? x.missing(span.start) : lowerTarget(x, nameNode),
      ...(value >= 0 ? { value: x.expr(value) } : {}),
      declares,
      ...(type >= 0 ? { type: typeText(x, type) } : {}),
    };
    out.push({ kind: 'expr', start: span.start, end: span.end, expr });
  }
};

const functionDeclaration: StmtHandler = (x, node, out) => {
  const fn = lowerFunction(x, node);
  out.push({ kind: 'function-decl', start: fn.start, end: fn.end, fn });
};

const classDeclaration: StmtHandler = (x, node, out) => pushClass(x, node, [], out);

function pushClass(x: Context, node: number, outside: readonly Decorator[], out: Stmt[]): void {
  const cls = lowerClass(x, node, outside);
  out.push({ kind: 'class-decl', start: cls.start, end: cls.end, cls });
}

function single(x: Context, node: number, at: number): Stmt {
  return x.block(node, at);
}

const ifStatement: StmtHandler = (x, node, out) => {
  const alternative = x.child(node, x.f.alternative);
  const otherwise =
    alternative < 0 ? -1 : x.is(alternative, x.s.else_clause) ? x.first(alternative) : alternative;
  out.push({
    kind: 'if',
    start: x.start(node),
    end: x.end(node),
    test: x.exprOr(x.child(node, x.f.condition), x.start(node)),
    then: single(x, x.child(node, x.f.consequence), x.end(node)),
    ...(otherwise >= 0 ? { else: single(x, otherwise, x.end(node)) } : {}),
  });
};

/** A `for` part that may be a statement, an expression, or `;` alone. */
function forPart(x: Context, node: number): Expr | undefined {
  if (node < 0 || x.is(node, x.s.empty_statement)) return undefined;
  return x.expr(x.is(node, x.s.expression_statement) ? x.first(node) : node);
}

const forStatement: StmtHandler = (x, node, out) => {
  const initializer = x.child(node, x.f.initializer);
  const init: Stmt[] = [];
  if (initializer >= 0 && !x.is(initializer, x.s.empty_statement)) x.stmt(initializer, init);
  const test = forPart(x, x.child(node, x.f.condition));
  const update = forPart(x, x.child(node, x.f.increment));
  const first = init[0];
  out.push({
    kind: 'loop',
    start: x.start(node),
    end: x.end(node),
    ...(first
      ? {
          init:
            init.length === 1
              ? first
              : { kind: 'block', start: x.start(initializer), end: x.end(initializer), body: init },
        }
      : {}),
    ...(test ? { test } : {}),
    ...(update ? { update } : {}),
    body: single(x, x.child(node, x.f.body), x.end(node)),
  });
};

const forIn: StmtHandler = (x, node, out) => {
  const left = x.child(node, x.f.left);
  const operator = x.child(node, x.f.operator);
  out.push({
    kind: 'loop',
    start: x.start(node),
    end: x.end(node),
    ...(left >= 0 ? { target: lowerTarget(x, left) } : {}),
    iterable: x.exprOr(x.child(node, x.f.right), x.end(node)),
    iterates: operator >= 0 && x.textOf(operator) === 'in' ? 'keys' : 'values',
    body: single(x, x.child(node, x.f.body), x.end(node)),
  });
};

const whileStatement: StmtHandler = (x, node, out) => {
  out.push({
    kind: 'loop',
    start: x.start(node),
    end: x.end(node),
    test: x.exprOr(x.child(node, x.f.condition), x.end(node)),
    body: single(x, x.child(node, x.f.body), x.start(node)),
  });
};

const switchStatement: StmtHandler = (x, node, out) => {
  const cases: SwitchCase[] = [];
  const body = x.child(node, x.f.body);
  if (body >= 0) {
    for (let branch = x.first(body); branch >= 0; branch = x.next(body, branch)) {
      const test = x.is(branch, x.s.switch_case) ? x.child(branch, x.f.value) : -1;
      const statements: Stmt[] = [];
      for (let child = x.first(branch); child >= 0; child = x.next(branch, child)) {
        if (child !== test) x.stmt(child, statements);
      }
      cases.push({
        start: x.start(branch),
        end: x.end(branch),
        tests: test >= 0 ? [x.expr(test)] : [],
        body: statements,
      });
    }
  }
  out.push({
    kind: 'switch',
    start: x.start(node),
    end: x.end(node),
    subject: x.exprOr(x.child(node, x.f.value), x.start(node)),
    cases,
  });
};

const tryStatement: StmtHandler = (x, node, out) => {
  const handler = x.child(node, x.f.handler);
  const finalizer = x.child(node, x.f.finalizer);
  const handlers: Handler[] = [];
  if (handler >= 0) {
    const parameter = x.child(handler, x.f.parameter);
    handlers.push({
      start: x.start(handler),
      end: x.end(handler),
      ...(parameter >= 0 ? { target: lowerTarget(x, parameter) } : {}),
      body: x.block(x.child(handler, x.f.body), x.end(handler)),
    });
  }
  out.push({
    kind: 'try',
    start: x.start(node),
    end: x.end(node),
    body: x.block(x.child(node, x.f.body), x.end(node)),
    handlers,
    ...(finalizer >= 0 ? { finally: x.block(x.child(finalizer, x.f.body), x.end(finalizer)) } : {}),
  });
};

function withValue(kind: 'return' | 'throw'): StmtHandler {
  return (x, node, out) => {
    const value = x.inner(node);
    out.push({
      kind,
      start: x.start(node),
      end: x.end(node),
      ...(value >= 0 ? { value: x.expr(value) } : {}),
    });
  };
}

function jump(how: 'break' | 'continue'): StmtHandler {
  return (x, node, out) => {
    out.push({ kind: 'jump', start: x.start(node), end: x.end(node), how });
  };
}

function moduleName(x: Context, node: number): string {
  return node < 0 ? '' : cook(x.textOf(node).slice(1, -1));
}

const importStatement: StmtHandler = (x, node, out) => {
  const names: ImportName[] = [];
  let source = x.child(node, x.f.source);
  for (let child = x.first(node); child >= 0; child = x.next(node, child)) {
    if (x.is(child, x.s.import_require_clause)) {
      // TypeScript: `import x = require('m')`.
      source = x.child(child, x.f.source);
      const local = x.first(child);
      if (local >= 0)
        names.push({
          start: x.start(local),
          end: x.end(local),
          imported: '*',
          local: x.textOf(local),
        });
    } else if (x.is(child, x.s.import_clause)) {
      for (let part = x.first(child); part >= 0; part = x.next(child, part))
        importPart(x, part, names);
    }
  }
  out.push({
    kind: 'import',
    start: x.start(node),
    end: x.end(node),
    source: moduleName(x, source),
    names,
  });
};

function importPart(x: Context, node: number, names: ImportName[]): void {
  if (x.is(node, x.s.identifier)) {
    names.push({
      start: x.start(node),
      end: x.end(node),
      imported: 'default',
      local: x.textOf(node),
    });
  } else if (x.is(node, x.s.namespace_import)) {
    const local = x.first(node);
    if (local >= 0)
      names.push({ start: x.start(node), end: x.end(node), imported: '*', local: x.textOf(local) });
  } else if (x.is(node, x.s.named_imports)) {
    for (let child = x.first(node); child >= 0; child = x.next(node, child)) {
      if (x.is(child, x.s.import_specifier)) names.push(specifier(x, child));
    }
  }
}

function specifier(x: Context, node: number): ImportName {
  const nameNode = x.child(node, x.f.name);
  const alias = x.child(node, x.f.alias);
  const imported = nameNode < 0 ? '' : x.nameText(nameNode);
  return {
    start: x.start(node),
    end: x.end(node),
    imported,
    local: alias >= 0 ? x.nameText(alias) : imported,
  };
}

/** A class whose decorators stand in front of `export`; in front of anything else they are expressions. */
function decorated(x: Context, node: number, outside: readonly Decorator[], out: Stmt[]): void {
  if (x.is(node, x.s.class_declaration) || x.is(node, x.s.abstract_class_declaration)) {
    pushClass(x, node, outside, out);
  } else if (x.is(node, x.s.class)) {
    const cls = lowerClass(x, node, outside);
    const { start, end } = cls;
    out.push({ kind: 'expr', start, end, expr: { kind: 'class', start, end, cls } });
  } else {
    for (const { expr } of outside)
      out.push({ kind: 'expr', start: expr.start, end: expr.end, expr });
    if (node >= 0) x.stmt(node, out);
  }
}

const exportStatement: StmtHandler = (x, node, out) => {
  const names: ImportName[] = [];
  const inner: Stmt[] = [];
  const source = x.child(node, x.f.source);
  const declared = x.child(node, x.f.declaration);
  const value = x.child(node, x.f.value);
  const outside = decoratorsIn(x, node);
  if (outside.length > 0) decorated(x, declared >= 0 ? declared : value, outside, inner);
  else if (declared >= 0) x.stmt(declared, inner);
  else if (value >= 0) x.stmt(value, inner);
  // TypeScript's `export = value` has no field.
  else if (x.hasToken(node, x.t['='])) x.stmt(x.inner(node), inner);
  for (let child = x.first(node); child >= 0; child = x.next(node, child)) {
    if (!x.is(child, x.s.export_clause)) continue;
    for (let part = x.first(child); part >= 0; part = x.next(child, part)) {
      if (x.is(part, x.s.export_specifier)) names.push(specifier(x, part));
    }
  }
  const first = inner[0];
  const declaration: Stmt | undefined =
    inner.length > 1
      ? { kind: 'block', start: x.start(node), end: x.end(node), body: inner }
      : first;
  out.push({
    kind: 'export',
    start: x.start(node),
    end: x.end(node),
    ...(declaration ? { declaration } : {}),
    names,
    ...(source >= 0 ? { source: moduleName(x, source) } : {}),
  });
};

/** `enum Color { Red, Green = 'g' }` is an object with constant fields. */
const enumDeclaration: StmtHandler = (x, node, out) => {
  const nameNode = x.child(node, x.f.name);
  const body = x.child(node, x.f.body);
  if (nameNode < 0 || body < 0) {
    out.push(x.unknown(node));
    return;
  }
  const entries: MapEntry[] = [];
  /** Value of a member that has none written, when it can be told. */
  let next: number | undefined = 0;
  for (let member = x.first(body); member >= 0; member = x.next(body, member)) {
    const assigned = x.is(member, x.s.enum_assignment);
    const key = assigned ? x.child(member, x.f.name) : member;
    const value = assigned ? x.child(member, x.f.value) : -1;
    if (key < 0) continue;
    const span = x.span(member);
    const lowered: Expr =
      value >= 0
        ? x.expr(value)
        : next === undefined
          ? x.missing(span.end)
          : { kind: 'literal', start: span.end, end: span.end, value: next };
    next =
      lowered.kind === 'literal' && typeof lowered.value === 'number'
        ? lowered.value + 1
        : undefined;
    entries.push({
      start: span.start,
      end: span.end,
      key: { kind: 'literal', start: x.start(key), end: x.end(key), value: x.nameText(key) },
      value: lowered,
    });
  }
  const span = x.span(node);
  out.push({
    kind: 'expr',
    start: span.start,
    end: span.end,
    expr: {
      kind: 'assign',
      start: span.start,
      end: span.end,
      target: x.name(nameNode),
      value: { kind: 'map', start: x.start(body), end: x.end(body), entries },
      declares: 'const',
    },
  });
};

/** `import A = B.C` is `const A = B.C`. */
const importAlias: StmtHandler = (x, node, out) => {
  const local = x.first(node);
  const value = local < 0 ? -1 : x.next(node, local);
  if (value < 0) {
    out.push(x.unknown(node));
    return;
  }
  const span = x.span(node);
  out.push({
    kind: 'expr',
    start: span.start,
    end: span.end,
    expr: {
      kind: 'assign',
      start: span.start,
      end: span.end,
      target: x.name(local),
      value: x.expr(value),
      declares: 'const',
    },
  });
};

/** `namespace N { … }`: its statements. */
const namespace: StmtHandler = (x, node, out) => {
  const body = x.child(node, x.f.body);
  if (body >= 0) out.push(x.block(body, x.end(node)));
};

export const stmtHandlers: Readonly<Record<string, StmtHandler>> = {
  expression_statement: (x, node, out) => {
    const inner = x.inner(node);
    if (inner < 0) return;
    // A namespace parses as an expression.
    if (x.is(inner, x.s.internal_module)) namespace(x, inner, out);
    else out.push({ kind: 'expr', start: x.start(node), end: x.end(node), expr: x.expr(inner) });
  },
  variable_declaration: declaration,
  lexical_declaration: declaration,
  using_declaration: declaration,
  function_declaration: functionDeclaration,
  generator_function_declaration: functionDeclaration,
  class_declaration: classDeclaration,
  abstract_class_declaration: classDeclaration,
  statement_block: (x, node, out) => {
    out.push(x.block(node, x.start(node)));
  },
  if_statement: ifStatement,
  for_statement: forStatement,
  for_in_statement: forIn,
  while_statement: whileStatement,
  do_statement: whileStatement,
  switch_statement: switchStatement,
  try_statement: tryStatement,
  return_statement: withValue('return'),
  throw_statement: withValue('throw'),
  break_statement: jump('break'),
  continue_statement: jump('continue'),
  labeled_statement: (x, node, out) => {
    const body = x.child(node, x.f.body);
    if (body >= 0) x.stmt(body, out);
  },
  with_statement: (x, node, out) => {
    const object = x.child(node, x.f.object);
    if (object >= 0) x.stmt(object, out);
    out.push(x.block(x.child(node, x.f.body), x.end(node)));
  },
  import_statement: importStatement,
  import_alias: importAlias,
  export_statement: exportStatement,
  enum_declaration: enumDeclaration,
  internal_module: namespace,
  module: namespace,
};
