import type {
  Block,
  Comment,
  Expr,
  LanguageId,
  Literal,
  Module,
  Name,
  Span,
  Stmt,
  Unknown,
} from '../ir/types';
import type { FlatTree, GrammarInfo } from '../parsing/flatTree';
import { errorSymbol } from '../parsing/grammar';
import { FlatReader } from './flatReader';

/**
 * How deep the IR may nest. What lies deeper becomes one flat `Unknown`, so that no text, however
 * nested, can exhaust the stack here or in a walk over the result.
 */
const maxDepth = 200;

/** More operands than this in one chain of operators are kept side by side instead of nested. */
const maxChain = 150;

export type ExprHandler<X> = (x: X, node: number) => Expr;
export type StmtHandler<X> = (x: X, node: number, out: Stmt[]) => void;

type Numbers<N extends string> = Readonly<Record<N, number>>;

/** What a front end says about its grammar: the names that it asks for, and a handler per node type. */
export interface Syntax<X, S extends string, F extends string, T extends string> {
  /** Node types, fields and tokens that handlers use as `x.s.name`, `x.f.name`, `x.t['+']`. */
  readonly nodeTypes: readonly S[];
  readonly fields: readonly F[];
  readonly tokens: readonly T[];
  readonly exprs: Readonly<Record<string, ExprHandler<X>>>;
  readonly stmts: Readonly<Record<string, StmtHandler<X>>>;
  /** Node types that may stand anywhere and are left out: comments first. */
  readonly comments: readonly string[];
  /** What is taken off a comment's text. */
  readonly commentMarks: RegExp;
  /** Node types that say nothing about values: types, modifiers, labels. They are left out. */
  readonly silent: readonly string[];
  /** Node types of names: all that is kept of what nests too deep. */
  readonly names: readonly string[];
  /** The node type of two operands (fields `left`, `operator`, `right`) and that of parentheses. */
  readonly binary: { readonly type: string; readonly parentheses: string };
  /** Token to the IR's operator, where they differ. */
  readonly operators: Readonly<Record<string, string>>;
}

/** The names of a `Syntax` as numbers of one loaded grammar. */
export interface Tables<X, S extends string, F extends string, T extends string> {
  readonly s: Numbers<S>;
  readonly f: Numbers<F>;
  readonly t: Numbers<T>;
  readonly exprs: readonly (ExprHandler<X> | undefined)[];
  readonly stmts: readonly (StmtHandler<X> | undefined)[];
  /** 1 for nodes that may stand anywhere. */
  readonly extra: Uint8Array;
  readonly silent: Uint8Array;
  readonly names: Uint8Array;
  readonly commentMarks: RegExp;
  readonly binary: {
    readonly type: number;
    readonly parentheses: number;
    readonly left: number;
    readonly operator: number;
    readonly right: number;
  };
  readonly operators: readonly string[];
}

function numbersOf<N extends string>(find: (name: string) => number, names: readonly N[]) {
  return Object.fromEntries(names.map((name) => [name, find(name)])) as Numbers<N>;
}

/** Resolves names to numbers; throws when the grammar lacks one (a wrong grammar version). */
function resolveSyntax<X, S extends string, F extends string, T extends string>(
  grammar: GrammarInfo,
  syntax: Syntax<X, S, F, T>,
): Tables<X, S, F, T> {
  const { symbol, field, token, symbolNames } = grammar;
  const exprs: (ExprHandler<X> | undefined)[] = symbolNames.map(() => undefined);
  for (const [name, handler] of Object.entries(syntax.exprs)) exprs[symbol(name)] = handler;
  const stmts: (StmtHandler<X> | undefined)[] = symbolNames.map(() => undefined);
  for (const [name, handler] of Object.entries(syntax.stmts)) stmts[symbol(name)] = handler;
  const marked = (names: readonly string[]) => {
    const marks = new Uint8Array(errorSymbol + 1);
    for (const name of names) marks[symbol(name)] = 1;
    return marks;
  };
  return {
    s: numbersOf(symbol, syntax.nodeTypes),
    f: numbersOf(field, syntax.fields),
    t: numbersOf(token, syntax.tokens),
    exprs,
    stmts,
    extra: marked(syntax.comments),
    silent: marked(syntax.silent),
    names: marked(syntax.names),
    commentMarks: syntax.commentMarks,
    binary: {
      type: symbol(syntax.binary.type),
      parentheses: symbol(syntax.binary.parentheses),
      left: field('left'),
      operator: field('operator'),
      right: field('right'),
    },
    operators: symbolNames.map((name) => syntax.operators[name] ?? name),
  };
}

/**
 * One file on its way to the IR: the flat tree, ways to move in it, and what all front ends share.
 * A front end derives its context `X` from this. Handlers reach each other through `expr` and
 * `stmt`, which look up the node's symbol, count the depth and keep what nothing handles.
 */
export abstract class Lowering<
  X,
  S extends string,
  F extends string,
  T extends string,
> extends FlatReader {
  /** Syntax nodes lowered to `Unknown`. */
  unknowns = 0;
  readonly s: Numbers<S>;
  readonly f: Numbers<F>;
  readonly t: Numbers<T>;
  private depth = 0;
  /** ERROR nodes in the order of the text, and those of them that are lowered. */
  private readonly torn: number[] = [];
  private readonly seen = new Set<number>();

  constructor(
    tree: FlatTree,
    readonly tables: Tables<X, S, F, T>,
  ) {
    super(tree, tables.extra);
    this.s = tables.s;
    this.f = tables.f;
    this.t = tables.t;
    for (let at = tree.isError.indexOf(1); at >= 0; at = tree.isError.indexOf(1, at + 1)) {
      if (tree.symbol[at] === errorSymbol) this.torn.push(at);
    }
  }

  /** This object, as the handlers know it. */
  protected abstract readonly self: X;

  // Asking -------------------------------------------------------------------------------------

  is(node: number, symbol: number): boolean {
    return node >= 0 && this.tree.symbol[node] === symbol;
  }

  hasToken(parent: number, token: number): boolean {
    return this.childOf(parent, token) >= 0;
  }

  isErrorNode(node: number): boolean {
    return this.tree.symbol[node] === errorSymbol;
  }

  isSilent(node: number): boolean {
    return this.tables.silent[this.symbol(node)] === 1;
  }

  isExpr(node: number): boolean {
    return this.tables.exprs[this.symbol(node)] !== undefined;
  }

  /** Named children under `field`. */
  childrenUnder(parent: number, field: number): number[] {
    return this.children(parent).filter((node) => this.tree.field[node] === field);
  }

  /**
   * The one expression that a node has inside: the first child that is neither silent nor an ERROR,
   * or the ERROR when there is nothing else; -1 for none.
   */
  inner(parent: number): number {
    const first = this.first(parent);
    for (let node = first; node >= 0; node = this.next(parent, node)) {
      if (!this.isSilent(node) && !this.isErrorNode(node)) return node;
    }
    return first >= 0 && this.isSilent(first) ? -1 : first;
  }

  /** What stands inside any number of parentheses; the node itself when there are none. */
  unwrap(node: number): number {
    let inner = node;
    while (this.is(inner, this.tables.binary.parentheses)) {
      const next = this.inner(inner);
      if (next < 0) break;
      inner = next;
    }
    return inner;
  }

  // Building -----------------------------------------------------------------------------------

  literal(node: number, value: Literal['value']): Literal {
    return { kind: 'literal', start: this.start(node), end: this.end(node), value };
  }

  name(node: number): Name {
    return { kind: 'name', start: this.start(node), end: this.end(node), name: this.textOf(node) };
  }

  /** Stands for an expression that the text lacks. */
  missing(at: number): Unknown {
    return { kind: 'unknown', start: at, end: at, syntax: 'MISSING', children: [] };
  }

  /** The expression at `node`; for none (-1) an `Unknown` without text at `at`. */
  exprOr(node: number, at: number): Expr {
    return node >= 0 ? this.expr(node) : this.missing(at);
  }

  expr(node: number): Expr {
    const handler =
      this.tree.isError[node] === 1 ? undefined : this.tables.exprs[this.symbol(node)];
    if (this.depth >= maxDepth) return this.flatten(node);
    if (handler === undefined) return this.unknown(node);
    this.depth++;
    const built = handler(this.self, node);
    this.depth--;
    return built;
  }

  stmt(node: number, out: Stmt[]): void {
    if (this.isSilent(node)) return;
    if (this.depth >= maxDepth) {
      out.push(this.flatten(node));
      return;
    }
    this.stmtAt(node, out);
    if (this.torn.length > 0) this.keepTorn(node, out);
  }

  private stmtAt(node: number, out: Stmt[]): void {
    const isError = this.tree.isError[node] === 1;
    const handler = isError ? undefined : this.tables.stmts[this.symbol(node)];
    this.depth++;
    if (handler) handler(this.self, node, out);
    else if (!isError && this.isExpr(node)) out.push(exprStmt(this.expr(node)));
    else out.push(this.unknown(node));
    this.depth--;
  }

  stmtsOf(parent: number, out: Stmt[]): void {
    for (let node = this.first(parent); node >= 0; node = this.next(parent, node)) {
      this.stmt(node, out);
    }
  }

  /**
   * The statements inside the node as a block; an empty one at `at` when there is no node. A node of
   * a type in `blocks` has statements, any other is one.
   */
  block(node: number, at: number, ...blocks: readonly number[]): Block {
    const body: Stmt[] = [];
    if (node < 0) return { kind: 'block', start: at, end: at, body };
    if (blocks.includes(this.symbol(node))) this.stmtsOf(node, body);
    else this.stmt(node, body);
    return { kind: 'block', start: this.start(node), end: this.end(node), body };
  }

  /** What nests in itself without being an expression or a statement; flat when it is too deep. */
  nested<Built>(node: number, build: (x: X, node: number) => Built): Built | Unknown {
    if (this.depth >= maxDepth) return this.flatten(node);
    this.depth++;
    const built = build(this.self, node);
    this.depth--;
    return built;
  }

  /** Lowers with `cost` more levels on the count: for handlers that nest without recursion. */
  deeper<Built>(cost: number, build: () => Built): Built {
    this.depth += cost;
    const built = build();
    this.depth -= cost;
    return built;
  }

  /** How many more levels may nest here. */
  room(): number {
    return Math.max(0, maxDepth - this.depth);
  }

  // Operators ----------------------------------------------------------------------------------

  /**
   * Two operands and what is between them. A left-leaning chain of one operator is taken as a whole:
   * with `concat` (the token that joins strings) and a string in it, it is one `StringBuild`.
   * @param always the operator joins strings whatever its operands are (PHP's `.`).
   */
  operation(node: number, concat: number, always = false): Expr {
    const { binary, operators } = this.tables;
    const op = this.child(node, binary.operator);
    const token = op < 0 ? -1 : this.symbol(op);
    if (token === concat) return this.addition(node, token, always);
    const operands = token < 0 ? [] : this.chain(node, token);
    if (operands.length > maxChain) {
      return this.wide(
        node,
        operands.map((operand) => this.exprOr(operand, this.start(node))),
      );
    }
    return {
      kind: 'binary',
      start: this.start(node),
      end: this.end(node),
      op: operators[token] ?? '',
      left: this.exprOr(this.child(node, binary.left), this.start(node)),
      right: this.exprOr(this.child(node, binary.right), this.end(node)),
    };
  }

  /** Operands of a left-leaning chain of one operator, leftmost first. */
  private chain(node: number, token: number): number[] {
    const { binary } = this.tables;
    const operands: number[] = [];
    let at = node;
    while (this.is(at, binary.type) && this.tree.isError[at] === 0) {
      const op = this.child(at, binary.operator);
      if (op < 0 || this.symbol(op) !== token) break;
      const left = this.child(at, binary.left);
      if (left < 0) break;
      operands.push(this.child(at, binary.right));
      at = this.unwrap(left);
    }
    operands.push(at);
    return operands.reverse();
  }

  /** `a + b + 'c'` is one string with three parts; without a string in it, sums. */
  private addition(node: number, token: number, always: boolean): Expr {
    const operands = this.chain(node, token).map((at) => this.exprOr(at, this.start(node)));
    if (always || operands.some(isText)) {
      const parts = operands.flatMap(flatParts);
      return {
        kind: 'string',
        style: 'concat',
        start: this.start(node),
        end: this.end(node),
        parts,
      };
    }
    if (operands.length > maxChain) return this.wide(node, operands);
    const op = this.tables.operators[token] ?? '';
    let sum = operands[0]!;
    for (let i = 1; i < operands.length; i++) {
      const right = operands[i]!;
      const span =
        i === operands.length - 1 ? this.span(node) : { start: sum.start, end: right.end };
      sum = { kind: 'binary', op, start: span.start, end: span.end, left: sum, right };
    }
    return sum;
  }

  /** A chain too long to nest: its operands are evaluated, their combination is not known. */
  private wide(node: number, children: readonly Expr[]): Unknown {
    this.unknowns++;
    return {
      kind: 'unknown',
      syntax: this.nameOf(node),
      start: this.start(node),
      end: this.end(node),
      children,
    };
  }

  // What is not understood ---------------------------------------------------------------------

  nameOf(node: number): string {
    if (this.isErrorNode(node)) return 'ERROR';
    return this.tree.grammar.symbolNames[this.symbol(node)] ?? 'MISSING';
  }

  /** An `Unknown` that keeps what can be lowered of its children. */
  unknown(node: number): Unknown {
    this.unknowns++;
    if (this.torn.length > 0) this.seen.add(node);
    const children: (Expr | Stmt)[] = [];
    this.collect(node, children);
    return {
      kind: 'unknown',
      start: this.start(node),
      end: this.end(node),
      syntax: this.nameOf(node),
      children,
    };
  }

  private collect(parent: number, out: (Expr | Stmt)[]): void {
    if (this.depth >= maxDepth) {
      if (parent + 1 < this.tree.skip[parent]!) out.push(this.flatten(parent));
      return;
    }
    this.depth++;
    for (let node = this.first(parent); node >= 0; node = this.next(parent, node)) {
      if (this.tree.isError[node] === 1) out.push(this.unknown(node));
      else if (this.isSilent(node)) continue;
      else if (this.tables.stmts[this.symbol(node)]) this.stmt(node, out as Stmt[]);
      else if (this.isExpr(node)) out.push(this.expr(node));
      else this.collect(node, out);
    }
    this.depth--;
  }

  /**
   * What a syntax error cut out of a statement stands behind it: the parser may put an ERROR node
   * anywhere, also where no handler looks.
   */
  private keepTorn(node: number, out: Stmt[]): void {
    const { torn } = this;
    let low = 0;
    for (let high = torn.length; low < high; ) {
      const middle = (low + high) >> 1;
      if (torn[middle]! < node) low = middle + 1;
      else high = middle;
    }
    for (let i = low; i < torn.length && torn[i]! < this.tree.skip[node]!; i++) {
      const error = torn[i]!;
      if (this.seen.has(error)) continue;
      const kept = this.unknown(error);
      if (kept.children.length > 0) out.push(kept);
    }
  }

  /** The names of a subtree that nests too deep, in one flat `Unknown`. */
  private flatten(node: number): Unknown {
    this.unknowns++;
    const { tree } = this;
    const children: Expr[] = [];
    for (let inner = node; inner < tree.skip[node]!; inner++) {
      if (this.tables.names[tree.symbol[inner]!] === 1) children.push(this.name(inner));
    }
    return {
      kind: 'unknown',
      start: this.start(node),
      end: this.end(node),
      syntax: this.nameOf(node),
      children,
    };
  }

  /**
   * The whole file. The root's statements are the module's; a file that the parser could make
   * nothing of is one ERROR node.
   */
  module(language: LanguageId, namespace?: string): Module {
    const body: Stmt[] = [];
    if (this.tree.count > 0) {
      if (this.isErrorNode(0)) body.push(this.unknown(0));
      else this.stmtsOf(0, body);
    }
    return { ...this.survey(), language, body, namespace };
  }

  /** Comments, the places of syntax errors, and the number of named nodes. */
  private survey(): Omit<Module, 'language' | 'body' | 'namespace'> {
    const comments: Comment[] = [];
    const errors: Span[] = [];
    const { symbol, start, end, isNamed, isError, count, text } = this.tree;
    let named = 0;
    for (let node = 0; node < count; node++) {
      if (isNamed[node] === 1) named++;
      if (this.tables.extra[symbol[node]!] === 1) {
        const written = text.slice(start[node]!, end[node]!);
        const stripped = written.replace(this.tables.commentMarks, '').trim();
        comments.push({ start: start[node]!, end: end[node]!, text: stripped });
      }
      if (isError[node] === 1) errors.push({ start: start[node]!, end: end[node]! });
    }
    const counts = { named, unknown: this.unknowns };
    return { kind: 'module', start: 0, end: text.length, comments, errors, counts };
  }
}

/** The expression as a statement. */
export function exprStmt(expr: Expr): Stmt {
  return { kind: 'expr', start: expr.start, end: expr.end, expr };
}

/** Whether an operand is surely text, so that an operator that adds joins strings. */
export function isText(expr: Expr): boolean {
  return (
    (expr.kind === 'literal' && typeof expr.value === 'string' && !expr.regex) ||
    expr.kind === 'string'
  );
}

/** What a part brings into a longer string: for a string that is built itself, its own parts. */
export function flatParts(part: Expr): readonly Expr[] {
  return part.kind === 'string' && !part.holes ? part.parts : [part];
}

/** The smallest span with all of `spans`, of which there is at least one. */
export function spanOf(spans: readonly Span[]): Span {
  let { start, end } = spans[0]!;
  for (const span of spans) {
    if (span.start < start) start = span.start;
    if (span.end > end) end = span.end;
  }
  return { start, end };
}

/** The tables of a grammar, made once for each that is loaded. */
export function tablesFor<X, S extends string, F extends string, T extends string>(
  syntax: () => Syntax<X, S, F, T>,
): (grammar: GrammarInfo) => Tables<X, S, F, T> {
  const known = new WeakMap<GrammarInfo, Tables<X, S, F, T>>();
  return (grammar) => {
    let tables = known.get(grammar);
    if (tables === undefined) {
      tables = resolveSyntax(grammar, syntax());
      known.set(grammar, tables);
    }
    return tables;
  };
}
