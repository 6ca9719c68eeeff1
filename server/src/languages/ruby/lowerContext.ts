import type { Expr, Literal, Name, Span, Stmt, Switch } from '../../ir/types';
import type { FlatTree } from '../../parsing/flatTree';
import {
  Lowering,
  type ExprHandler as SharedExpr,
  type StmtHandler as SharedStmt,
  spanOf,
  type Tables,
} from '../lowering';

export const nodeTypes = [
  'alternative_pattern',
  'argument_list',
  'array_pattern',
  'as_pattern',
  'assignment',
  'begin',
  'begin_block',
  'binary',
  'block_argument',
  'block_body',
  'block_parameter',
  'body_statement',
  'break',
  'call',
  'case',
  'case_match',
  'constant',
  'delimited_symbol',
  'destructured_left_assignment',
  'destructured_parameter',
  'do',
  'else',
  'elsif',
  'end_block',
  'ensure',
  'escape_sequence',
  'exceptions',
  'expression_reference_pattern',
  'find_pattern',
  'forward_argument',
  'forward_parameter',
  'hash_key_symbol',
  'hash_pattern',
  'hash_splat_argument',
  'hash_splat_parameter',
  'heredoc_beginning',
  'heredoc_body',
  'heredoc_content',
  'heredoc_end',
  'identifier',
  'if',
  'in_clause',
  'interpolation',
  'keyword_parameter',
  'keyword_pattern',
  'left_assignment_list',
  'method',
  'next',
  'operator',
  'optional_parameter',
  'pair',
  'parenthesized_pattern',
  'parenthesized_statements',
  'pattern',
  'redo',
  'rescue',
  'rescue_modifier',
  'rest_assignment',
  'retry',
  'return',
  'right_assignment_list',
  'scope_resolution',
  'simple_symbol',
  'singleton_class',
  'singleton_method',
  'splat_argument',
  'splat_parameter',
  'string',
  'string_content',
  'super',
  'then',
  'unless',
  'variable_reference_pattern',
  'when',
] as const;

export const fields = [
  'alias',
  'alternative',
  'alternatives',
  'arguments',
  'block',
  'body',
  'class',
  'clauses',
  'condition',
  'consequence',
  'else',
  'exceptions',
  'guard',
  'handler',
  'key',
  'left',
  'locals',
  'method',
  'name',
  'object',
  'operand',
  'operator',
  'parameters',
  'pattern',
  'receiver',
  'right',
  'scope',
  'superclass',
  'value',
  'variable',
] as const;

export const tokens = ['%', '&&', '+', '<<', '=~', '!~', 'and', 'or', '||'] as const;

type NodeType = (typeof nodeTypes)[number];
type Field = (typeof fields)[number];
type Token = (typeof tokens)[number];

export type ExprHandler = SharedExpr<Context>;
export type StmtHandler = SharedStmt<Context>;

/** How a string's source text becomes its value. */
export interface Quoting {
  /** `double`: all escapes; `single`: only those of the quote and the backslash; `none`. */
  readonly escapes: 'double' | 'single' | 'none';
  /** Columns that a squiggly heredoc takes off each line. */
  readonly indent?: number;
}

/** What handlers inside a method need to know of it. */
interface Method {
  /** Names to pass on in a `super` without arguments. */
  readonly params: readonly string[];
  yields: boolean;
}

/** One Ruby file on its way to the IR. */
export class Context extends Lowering<Context, NodeType, Field, Token> {
  /** Whether `next` and `break` belong to a loop, not to a block. */
  inLoop = false;
  method: Method = { params: [], yields: false };
  /** How literals are quoted that are more than their text. */
  readonly quoting = new Map<Literal, Quoting>();
  private readonly ends: Uint32Array;
  private readonly heredocs = new Map<number, number>();

  constructor(tree: FlatTree, tables: Tables<Context, NodeType, Field, Token>) {
    super(tree, tables);
    this.ends = tree.symbol.subarray(0, tree.count).includes(this.s.heredoc_beginning)
      ? this.withHeredocs()
      : tree.end;
  }

  protected override get self(): Context {
    return this;
  }

  /** The end of the node; what has a heredoc in it reaches to the end of that heredoc's body. */
  override end(node: number): number {
    return this.ends[node]!;
  }

  /** The body that belongs to a `heredoc_beginning`, or -1. */
  heredocBody(beginning: number): number {
    return this.heredocs.get(beginning) ?? -1;
  }

  /**
   * Finds the bodies of heredocs, which stand behind the line that they begin in, and widens all
   * nodes that a heredoc begins in. A body's own heredocs stand inside of it.
   */
  private withHeredocs(): Uint32Array {
    const { tree, s } = this;
    const ends = tree.end.slice();
    const above: number[] = [];
    let waiting: { node: number; above: readonly number[] }[] = [];
    const outer: { limit: number; waiting: typeof waiting }[] = [];
    for (let node = 0; node < tree.count; node++) {
      while (above.length > 0 && tree.skip[above.at(-1)!]! <= node) above.pop();
      while (outer.length > 0 && outer.at(-1)!.limit <= node) waiting = outer.pop()!.waiting;
      if (tree.symbol[node] === s.heredoc_beginning) {
        waiting.push({ node, above: [...above, node] });
      } else if (tree.symbol[node] === s.heredoc_body) {
        const [begun, ...rest] = waiting;
        if (begun) {
          this.heredocs.set(begun.node, node);
          const end = tree.end[node]!;
          for (const wide of begun.above) ends[wide] = Math.max(ends[wide]!, end);
        }
        outer.push({ limit: tree.skip[node]!, waiting: rest });
        waiting = [];
      }
      above.push(node);
    }
    return ends;
  }

  /** The one thing in parentheses; with several statements in them, they stay. */
  override unwrap(node: number): number {
    let inner = node;
    while (this.is(inner, this.s.parenthesized_statements)) {
      const [only, ...more] = this.items(inner);
      if (only === undefined || more.length > 0) break;
      inner = only;
    }
    return inner;
  }

  /** Named children that say something. */
  items(parent: number): number[] {
    return this.children(parent).filter((node) => !this.isSilent(node));
  }

  /** Lowers the inside of a loop or a function, where `next` and `break` mean its own. */
  inside<Built>(loop: boolean, build: () => Built): Built {
    const outer = this.inLoop;
    this.inLoop = loop;
    const built = build();
    this.inLoop = outer;
    return built;
  }

  /** Lowers the inside of a method; tells whether it yields. */
  inMethod<Built>(params: readonly string[], build: () => Built) {
    const outer = this.method;
    const method: Method = { params, yields: false };
    this.method = method;
    const built = this.inside(false, build);
    this.method = outer;
    return { built, yields: method.yields };
  }
}

/**
 * A block is an argument with this name, for a parameter with this name: so it reaches its parameter
 * however many others there are.
 */
export const blockName = 'yield';

/** A name that is not written where it stands. */
export function nameAt(at: number, name: string): Name {
  return { kind: 'name', start: at, end: at, name };
}

export function nothing(at: number): Literal {
  return { kind: 'literal', start: at, end: at, value: null };
}

/**
 * Gives the value of the last of these statements to `wrap`, in every branch that ends there.
 * `break`s at the end of a `case`'s bodies are no longer reached and go.
 */
export function withTail(stmts: readonly Stmt[], wrap: (value: Expr) => Stmt): Stmt[] {
  const last = stmts.at(-1);
  if (last === undefined) return [];
  if (last.kind === 'jump' && stmts.length > 1) {
    const rest = withTail(stmts.slice(0, -1), wrap);
    return rest.at(-1)?.kind === 'return' ? rest : [...rest, last];
  }
  return [...stmts.slice(0, -1), tailOf(last, wrap)];
}

function tailOf<Kind extends Stmt>(stmt: Kind, wrap: (value: Expr) => Stmt): Kind | Stmt {
  switch (stmt.kind) {
    case 'expr':
      return wrap(stmt.expr);
    case 'block':
      return { ...stmt, body: withTail(stmt.body, wrap) };
    case 'if':
      return {
        ...stmt,
        then: tailOf(stmt.then, wrap),
        ...(stmt.else && { else: tailOf(stmt.else, wrap) }),
      };
    case 'switch':
      return {
        ...stmt,
        cases: stmt.cases.map((item) => ({ ...item, body: withTail(item.body, wrap) })),
      };
    case 'try':
      return {
        ...stmt,
        body: { ...stmt.body, body: withTail(stmt.body.body, wrap) },
        handlers: stmt.handlers.map((handler) => ({
          ...handler,
          body: { ...handler.body, body: withTail(handler.body.body, wrap) },
        })),
      };
    default:
      return stmt;
  }
}

export function returned(value: Expr): Stmt {
  return { kind: 'return', start: value.start, end: value.end, value };
}

/** Statements where a value is wanted: evaluated in order, the last one's value is the value. */
export function valueFrom(x: Context, stmts: readonly Stmt[], span: Span): Expr {
  const items = stmts.map((stmt) => valueFromStmt(x, stmt));
  const [only] = items;
  if (only === undefined) return nothing(span.start);
  return items.length === 1 ? only : { kind: 'sequence', start: span.start, end: span.end, items };
}

/** A longer `case` is not nested into conditions. */
const maxCases = 40;

function valueFromStmt(x: Context, stmt: Stmt): Expr {
  switch (stmt.kind) {
    case 'unknown':
      return stmt;
    case 'expr':
      return stmt.expr;
    case 'block':
      return valueFrom(x, stmt.body, stmt);
    case 'if':
      return {
        kind: 'conditional',
        start: stmt.start,
        end: stmt.end,
        test: stmt.test,
        then: valueFromStmt(x, stmt.then),
        else: stmt.else ? valueFromStmt(x, stmt.else) : nothing(stmt.end),
      };
    case 'try':
      if (stmt.finally || stmt.handlers.some((handler) => handler.target)) break;
      return stmt.handlers.reduce<Expr>(
        (left, handler) => ({
          kind: 'binary',
          start: left.start,
          end: handler.end,
          op: '??',
          left,
          right: valueFrom(x, handler.body.body, handler.body),
        }),
        valueFrom(x, stmt.body.body, stmt.body),
      );
    case 'switch':
      if (stmt.cases.length > maxCases) break;
      return valueFromSwitch(x, stmt);
  }
  x.unknowns++;
  return { kind: 'unknown', start: stmt.start, end: stmt.end, syntax: stmt.kind, children: [stmt] };
}

/** `case` as conditions, one in the other; a name that no program can write holds the subject. */
function valueFromSwitch(x: Context, { start, end, subject, cases }: Switch): Expr {
  const name = `case@${start}`;
  let chosen: Expr = nothing(end);
  for (const item of [...cases].reverse()) {
    const body = item.body.at(-1)?.kind === 'jump' ? item.body.slice(0, -1) : item.body;
    const value = valueFrom(x, body, item);
    const tests = item.tests.map(
      (test): Expr => ({
        kind: 'binary',
        start: test.start,
        end: test.end,
        op: '===',
        left: nameAt(test.start, name),
        right: test,
      }),
    );
    const [first, ...more] = tests;
    if (first === undefined) {
      chosen = value;
      continue;
    }
    const test = more.reduce<Expr>(
      (left, right) => ({ kind: 'binary', ...spanOf([left, right]), op: '||', left, right }),
      first,
    );
    chosen = { kind: 'conditional', start: item.start, end, test, then: value, else: chosen };
  }
  const kept: Expr = {
    kind: 'assign',
    start: subject.start,
    end: subject.end,
    target: nameAt(subject.start, name),
    value: subject,
  };
  return { kind: 'sequence', start, end, items: [kept, chosen] };
}
