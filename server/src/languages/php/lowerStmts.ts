import type { Block, Expr, Handler, If, ImportName, Stmt, SwitchCase } from '../../ir/types';
import { repeat } from '../formats';
import { exprStmt, spanOf } from '../lowering';
import { lowerClass, lowerConstants, lowerFunction } from './lowerClasses';
import type { Context, PhpStmt } from './lowerContext';
import { lowerTarget } from './lowerExprs';

/** Statements: a handler for each statement node of the grammar. */

function blockOf(x: Context, node: number, at: number): Block {
  return x.block(node, at, x.s.compound_statement, x.s.colon_block);
}

const expression: PhpStmt = (x, node, out) => {
  const inside = x.inner(node);
  if (x.is(inside, x.s.throw_expression)) {
    out.push({
      kind: 'throw',
      start: x.start(inside),
      end: x.end(inside),
      value: x.exprOr(x.inner(inside), x.end(inside)),
    });
  } else if (inside >= 0) {
    out.push(exprStmt(x.expr(inside)));
  }
};

/** `echo $a, $b`. */
const echo: PhpStmt = (x, node, out) => {
  const span = x.span(node);
  const inside = x.exprOr(x.inner(node), span.end);
  const args = inside.kind === 'sequence' ? inside.items : [inside];
  out.push(exprStmt(x.print('echo', span, args)));
};

/** Text outside of the tags is printed as it is. */
const text: PhpStmt = (x, node, out) => {
  out.push(exprStmt(x.print('echo', x.span(node), [x.literal(node, x.textOf(node))])));
};

const exit: PhpStmt = (x, node, out) => {
  const inside = x.inner(node);
  out.push(exprStmt(x.print('exit', x.span(node), inside < 0 ? [] : [x.expr(inside)])));
};

const unset: PhpStmt = (x, node, out) => {
  const args = x.children(node).map((child) => x.expr(child));
  out.push(exprStmt(x.print('unset', x.span(node), args)));
};

// Branches -----------------------------------------------------------------------------------

const ifStatement: PhpStmt = (x, node, out) => {
  const whole = x.span(node);
  const branches = [{ test: x.child(node, x.f.condition), body: x.child(node, x.f.body), node }];
  let last = -1;
  for (const clause of x.childrenUnder(node, x.f.alternative)) {
    if (x.is(clause, x.s.else_if_clause)) {
      branches.push({
        test: x.child(clause, x.f.condition),
        body: x.child(clause, x.f.body),
        node: clause,
      });
    } else last = clause;
  }
  const kept = branches.slice(0, Math.max(1, x.room() >> 1));
  const built = x.deeper(kept.length, () => {
    const lowered = kept.map(({ test, body, node: at }) => ({
      test: x.exprOr(test, x.start(at)),
      then: blockOf(x, body, x.end(at)),
      start: x.start(at),
    }));
    let otherwise: Stmt | undefined =
      last < 0 ? undefined : blockOf(x, x.child(last, x.f.body), x.end(last));
    for (const { test, then, start } of lowered.toReversed()) {
      const branch: If = { kind: 'if', start, end: whole.end, test, then };
      otherwise = otherwise === undefined ? branch : { ...branch, else: otherwise };
    }
    return otherwise;
  });
  if (built) out.push(built);
};

const switchStatement: PhpStmt = (x, node, out) => {
  const block = x.child(node, x.f.body);
  const cases = (block < 0 ? [] : x.children(block)).map((branch): SwitchCase => {
    const test = x.child(branch, x.f.value);
    const body: Stmt[] = [];
    for (const child of x.children(branch)) if (child !== test) x.stmt(child, body);
    const isCase = x.is(branch, x.s.case_statement);
    return {
      start: x.start(branch),
      end: x.end(branch),
      tests: isCase ? [x.exprOr(test, x.start(branch))] : [],
      body,
    };
  });
  const subject = x.exprOr(x.child(node, x.f.condition), x.start(node));
  out.push({ kind: 'switch', start: x.start(node), end: x.end(node), subject, cases });
};

// Loops --------------------------------------------------------------------------------------

const whileStatement: PhpStmt = (x, node, out) => {
  out.push({
    kind: 'loop',
    start: x.start(node),
    end: x.end(node),
    test: x.exprOr(x.child(node, x.f.condition), x.end(node)),
    body: blockOf(x, x.child(node, x.f.body), x.start(node)),
  });
};

function several(x: Context, node: number, field: number): Expr | undefined {
  const exprs = x.childrenUnder(node, field).map((child) => x.expr(child));
  const [only] = exprs;
  if (exprs.length <= 1) return only;
  return { kind: 'sequence', ...spanOf(exprs), items: exprs };
}

const forStatement: PhpStmt = (x, node, out) => {
  const init = several(x, node, x.f.initialize);
  const test = several(x, node, x.f.condition);
  const update = several(x, node, x.f.update);
  const body = x.childrenUnder(node, x.f.body);
  const stmts: Stmt[] = [];
  for (const part of body) {
    if (x.is(part, x.s.compound_statement)) x.stmtsOf(part, stmts);
    else x.stmt(part, stmts);
  }
  const at = x.end(node);
  const span = stmts.length > 0 ? spanOf(stmts) : { start: at, end: at };
  out.push({
    kind: 'loop',
    start: x.start(node),
    end: x.end(node),
    init: init && exprStmt(init),
    test,
    update,
    body: { kind: 'block', start: span.start, end: span.end, body: stmts },
  });
};

/** `foreach ($list as $key => $value)`: the key comes from the same collection. */
const foreachStatement: PhpStmt = (x, node, out) => {
  const body = x.child(node, x.f.body);
  const [items = -1, binding = -1] = x.children(node).filter((child) => child !== body);
  const span = x.span(node);
  const iterable = x.exprOr(items, span.start);
  const isPair = x.is(binding, x.s.pair);
  const [key = -1, paired = -1] = isPair ? x.children(binding) : [];
  const target = lowerTarget(x, isPair ? paired : binding, span.end);
  const keys = isPair ? repeat(iterable) : undefined;
  const init: Stmt | undefined =
    keys && key >= 0
      ? {
          kind: 'block',
          start: keys.start,
          end: x.end(key),
          body: [
            exprStmt({
              kind: 'assign',
              start: keys.start,
              end: x.end(key),
              target: lowerTarget(x, key, x.end(key)),
              value: {
                kind: 'call',
                start: keys.start,
                end: keys.end,
                callee: { kind: 'name', start: keys.start, end: keys.start, name: 'key' },
                args: [{ start: keys.start, end: keys.end, value: keys }],
                isNew: false,
                argsSpan: { start: keys.start, end: keys.end },
              },
            }),
          ],
        }
      : undefined;
  out.push({
    kind: 'loop',
    start: span.start,
    end: span.end,
    init,
    target,
    iterable,
    iterates: 'values',
    body: blockOf(x, body, span.end),
  });
};

const jump =
  (how: 'break' | 'continue'): PhpStmt =>
  (x, node, out) => {
    out.push({ kind: 'jump', start: x.start(node), end: x.end(node), how });
  };

const returnStatement: PhpStmt = (x, node, out) => {
  const value = x.inner(node);
  out.push({
    kind: 'return',
    start: x.start(node),
    end: x.end(node),
    value: value >= 0 ? x.expr(value) : undefined,
  });
};

const tryStatement: PhpStmt = (x, node, out) => {
  const handlers: Handler[] = [];
  let last: Block | undefined;
  for (const child of x.children(node)) {
    const body = x.child(child, x.f.body);
    if (x.is(child, x.s.finally_clause)) last = blockOf(x, body, x.end(child));
    else if (x.is(child, x.s.catch_clause)) {
      const nameNode = x.child(child, x.f.name);
      const type = x.typeText(child);
      handlers.push({
        start: x.start(child),
        end: x.end(child),
        target: nameNode >= 0 ? x.variable(nameNode) : undefined,
        type,
        body: blockOf(x, body, x.end(child)),
      });
    }
  }
  out.push({
    kind: 'try',
    start: x.start(node),
    end: x.end(node),
    body: blockOf(x, x.child(node, x.f.body), x.end(node)),
    handlers,
    finally: last,
  });
};

// Declarations -------------------------------------------------------------------------------

const functionDefinition: PhpStmt = (x, node, out) => {
  const fn = lowerFunction(x, node);
  out.push({ kind: 'function-decl', start: fn.start, end: fn.end, fn });
};

const classDeclaration: PhpStmt = (x, node, out) => {
  const cls = lowerClass(x, node);
  out.push({ kind: 'class-decl', start: cls.start, end: cls.end, cls });
};

const staticVariables: PhpStmt = (x, node, out) => {
  for (const declared of x.children(node)) {
    const nameNode = x.child(declared, x.f.name);
    const value = x.child(declared, x.f.value);
    if (!x.is(declared, x.s.static_variable_declaration) || nameNode < 0) continue;
    out.push(
      exprStmt({
        kind: 'assign',
        start: x.start(declared),
        end: x.end(declared),
        target: x.variable(nameNode),
        value: value >= 0 ? x.expr(value) : undefined,
        declares: 'let',
      }),
    );
  }
};

const namespaceDefinition: PhpStmt = (x, node, out) => {
  const body = x.child(node, x.f.body);
  if (body >= 0) x.stmtsOf(body, out);
};

/** `use A\B as C;`, `use A\{B, C as D};`, `use function A\b;`. */
const useDeclaration: PhpStmt = (x, node, out) => {
  const span = x.span(node);
  const group = x.child(node, x.f.body);
  if (group >= 0) {
    const prefix = x.childOf(node, x.s.namespace_name);
    const source = prefix < 0 ? '' : plain(x, prefix);
    for (const clause of x.children(group)) importClause(x, clause, source, span, out);
    return;
  }
  for (const clause of x.children(node)) {
    if (x.is(clause, x.s.namespace_use_clause)) importClause(x, clause, '', span, out);
  }
};

function plain(x: Context, node: number): string {
  return x.textOf(node).replace(/\s/g, '').replace(/^\\/, '');
}

function importClause(
  x: Context,
  clause: number,
  prefix: string,
  span: { start: number; end: number },
  out: Stmt[],
): void {
  const alias = x.child(clause, x.f.alias);
  const named = x.children(clause).find((child) => child !== alias && !x.isSilent(child)) ?? -1;
  if (named < 0) return;
  const whole = prefix === '' ? plain(x, named) : `${prefix}\\${plain(x, named)}`;
  const cut = whole.lastIndexOf('\\');
  const last = whole.slice(cut + 1);
  const local = alias < 0 ? last : x.textOf(alias);
  // A name without a namespace is a whole of its own.
  const name: ImportName = {
    start: x.start(clause),
    end: x.end(clause),
    imported: cut < 0 ? '*' : last,
    local,
  };
  out.push({
    kind: 'import',
    start: span.start,
    end: span.end,
    source: cut < 0 ? whole : whole.slice(0, cut),
    names: [name],
  });
}

const block: PhpStmt = (x, node, out) => out.push(blockOf(x, node, x.start(node)));

const inside: PhpStmt = (x, node, out) => x.stmtsOf(node, out);

export const stmtHandlers: Readonly<Record<string, PhpStmt>> = {
  expression_statement: expression,
  echo_statement: echo,
  text,
  text_interpolation: inside,
  php_tag: () => {},
  exit_statement: exit,
  unset_statement: unset,
  compound_statement: block,
  colon_block: block,
  if_statement: ifStatement,
  switch_statement: switchStatement,
  while_statement: whileStatement,
  do_statement: whileStatement,
  for_statement: forStatement,
  foreach_statement: foreachStatement,
  break_statement: jump('break'),
  continue_statement: jump('continue'),
  return_statement: returnStatement,
  try_statement: tryStatement,
  function_definition: functionDefinition,
  class_declaration: classDeclaration,
  interface_declaration: classDeclaration,
  trait_declaration: classDeclaration,
  enum_declaration: classDeclaration,
  const_declaration: (x, node, out) => lowerConstants(x, node, out),
  function_static_declaration: staticVariables,
  namespace_definition: namespaceDefinition,
  namespace_use_declaration: useDeclaration,
  declare_statement: inside,
};
