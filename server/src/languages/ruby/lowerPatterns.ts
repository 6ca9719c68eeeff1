import type { Expr, Stmt, SwitchCase } from '../../ir/types';
import { elementOf } from '../formats';
import { exprStmt } from '../lowering';
import { type Context, nameAt, type StmtHandler } from './lowerContext';
import { bodyOf } from './lowerExprs';

/**
 * Pattern matching: `case … in`, `value => pattern`, `value in pattern`. What a pattern binds is
 * assigned from the matched value; patterns that are values are tests by value, all others are
 * `Unknown` tests that keep the values in them.
 */

/** Makes a fresh expression for the matched value, with the given place for its span. */
type Path = (at: number) => Expr;

function capture(x: Context, node: number, value: Path, out: Stmt[]): void {
  const target = x.name(node);
  if (target.name === '_') return;
  const { start, end } = target;
  out.push(exprStmt({ kind: 'assign', start, end, target, value: value(start) }));
}

function unknownTest(x: Context, node: number, children: readonly Expr[]): Expr {
  x.unknowns++;
  return {
    kind: 'unknown',
    start: x.start(node),
    end: x.end(node),
    syntax: x.nameOf(node),
    children,
  };
}

/** The test, undefined for a pattern that takes everything; what is bound goes to `out`. */
function pattern(x: Context, node: number, value: Path, out: Stmt[]): Expr | undefined {
  return x.nested<Expr | undefined>(node, () => patternAt(x, node, value, out));
}

function patternAt(x: Context, node: number, value: Path, out: Stmt[]): Expr | undefined {
  const { s, f } = x;
  const children: Expr[] = [];
  const add = (inner: number, path: Path): void => {
    const test = inner < 0 ? undefined : pattern(x, inner, path, out);
    if (test) children.push(test);
  };
  switch (x.symbol(node)) {
    case s.identifier:
      capture(x, node, value, out);
      return undefined;
    case s.parenthesized_pattern:
      return x.first(node) < 0 ? undefined : pattern(x, x.first(node), value, out);
    case s.as_pattern: {
      const name = x.child(node, f.name);
      if (name >= 0) capture(x, name, value, out);
      const inner = x.child(node, f.value);
      return inner < 0 ? undefined : pattern(x, inner, value, out);
    }
    case s.alternative_pattern:
      for (const inner of x.childrenUnder(node, f.alternatives)) add(inner, value);
      return unknownTest(x, node, children);
    case s.variable_reference_pattern:
    case s.expression_reference_pattern: {
      const inner = x.first(node);
      return x.exprOr(inner, x.end(node));
    }
    case s.array_pattern:
    case s.find_pattern: {
      let position: number | undefined = x.is(node, s.find_pattern) ? undefined : 0;
      for (const inner of x.items(node)) {
        if (x.tree.field[inner] === f.class) children.push(x.expr(inner));
        else if (x.is(inner, s.splat_parameter)) {
          position = undefined;
          // What a starred name takes is the list itself, as far as its elements go.
          const name = x.child(inner, f.name);
          if (name >= 0) capture(x, name, value, out);
        } else {
          const at = position;
          add(inner, at === undefined ? value : (start) => elementOf(value(start), at));
          if (position !== undefined) position++;
        }
      }
      return unknownTest(x, node, children);
    }
    case s.hash_pattern:
      for (const inner of x.items(node)) {
        if (x.tree.field[inner] === f.class) children.push(x.expr(inner));
        else if (x.is(inner, s.keyword_pattern)) keyword(x, inner, value, out, add);
        else {
          const name = x.child(inner, f.name);
          if (name >= 0) capture(x, name, value, out);
        }
      }
      return unknownTest(x, node, children);
  }
  return x.expr(node);
}

/** `name: pattern`; without a pattern the name is bound. */
function keyword(
  x: Context,
  node: number,
  value: Path,
  out: Stmt[],
  add: (inner: number, path: Path) => void,
): void {
  const key = x.child(node, x.f.key);
  const inner = x.child(node, x.f.value);
  if (key < 0) return;
  const text = x.textOf(key).replace(/^["']|["']$/g, '');
  const path: Path = (start) => elementOf(value(start), text);
  if (inner >= 0) add(inner, path);
  else if (x.is(key, x.s.hash_key_symbol)) capture(x, key, path, out);
}

/** The matched value, to be named again: a name that no program can write holds it. */
function held(x: Context, node: number): { readonly subject: Expr; readonly again: Path } {
  const value = x.expr(node);
  if (value.kind === 'name') {
    return { subject: value, again: (at) => ({ ...value, start: at, end: at }) };
  }
  const name = `match@${value.start}`;
  const { start, end } = value;
  return {
    subject: { kind: 'assign', start, end, target: nameAt(start, name), value },
    again: (at) => nameAt(at, name),
  };
}

const caseMatch: StmtHandler = (x, node, out) => {
  const { f } = x;
  const span = x.span(node);
  const value = x.child(node, f.value);
  if (value < 0) {
    out.push(x.unknown(node));
    return;
  }
  const { subject, again } = held(x, value);
  const cases = x.childrenUnder(node, f.clauses).map((clause) => inClause(x, clause, again));
  const other = x.child(node, f.else);
  if (other >= 0) {
    cases.push({
      start: x.start(other),
      end: x.end(other),
      tests: [],
      body: bodyOf(x, other, span.end).body,
    });
  }
  out.push({ kind: 'switch', start: span.start, end: span.end, subject, cases });
};

function inClause(x: Context, node: number, again: Path): SwitchCase {
  const { f } = x;
  const span = x.span(node);
  const captures: Stmt[] = [];
  const matched = x.child(node, f.pattern);
  const test = matched < 0 ? undefined : pattern(x, matched, again, captures);
  const guard = x.child(node, f.guard);
  const block = bodyOf(x, x.child(node, f.body), span.end);
  let body: readonly Stmt[] = block.body;
  const tests = test ? [test] : [];
  if (guard >= 0) {
    const condition = x.exprOr(x.child(guard, f.condition), x.end(guard));
    // A guard can refuse what the pattern takes: this is no default case.
    if (!test && matched >= 0) tests.push(unknownTest(x, matched, []));
    body = [{ kind: 'if', start: x.start(guard), end: span.end, test: condition, then: block }];
  }
  const leave: Stmt = { kind: 'jump', start: span.end, end: span.end, how: 'break' };
  return { start: span.start, end: span.end, tests, body: [...captures, ...body, leave] };
}

/** `value => pattern` and `value in pattern` bind what the pattern names. */
const match: StmtHandler = (x, node, out) => {
  const value = x.child(node, x.f.value);
  const matched = x.child(node, x.f.pattern);
  if (value < 0 || matched < 0) {
    out.push(x.unknown(node));
    return;
  }
  const { subject, again } = held(x, value);
  const captures: Stmt[] = [];
  const test = pattern(x, matched, again, captures);
  out.push(exprStmt(subject), ...captures);
  if (test) out.push(exprStmt(test));
};

export const patternHandlers: Readonly<Record<string, StmtHandler>> = {
  case_match: caseMatch,
  match_pattern: match,
  test_pattern: match,
};
