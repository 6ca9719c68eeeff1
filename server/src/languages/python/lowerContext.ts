import type { Block, Comment, Expr, Literal, Name, Span, Stmt, Unknown } from '../../ir/types';
import type { FlatTree, GrammarInfo } from '../../parsing/flatTree';
import { errorSymbol } from '../../parsing/grammar';
import { FlatReader } from '../flatReader';

/**
 * How deep the IR may nest. What lies deeper becomes one flat `Unknown`, so that no text, however
 * nested, can exhaust the stack here or in a walk over the result.
 */
const MAX_DEPTH = 200;

export type ExprHandler = (x: Context, node: number) => Expr;
export type StmtHandler = (x: Context, node: number, out: Stmt[]) => void;

/** What the grammar's numbers mean, found once for each loaded grammar. */
export interface Tables {
  readonly sym: Symbols;
  readonly fld: Fields;
  /** IR operator by token symbol; undefined for what is no operator. */
  readonly operators: readonly (string | undefined)[];
  /** Handlers by symbol; undefined where the symbol is no expression (or statement). */
  readonly exprs: readonly (ExprHandler | undefined)[];
  readonly stmts: readonly (StmtHandler | undefined)[];
  /** 1 for nodes that may stand anywhere: comments and line continuations. */
  readonly extra: Uint8Array;
}

const SYMBOLS = [
  'aliased_import',
  'argument_list',
  'as_pattern',
  'as_pattern_target',
  'assignment',
  'attribute',
  'binary_operator',
  'block',
  'boolean_operator',
  'call',
  'case_clause',
  'case_pattern',
  'class_definition',
  'class_pattern',
  'comment',
  'complex_pattern',
  'concatenated_string',
  'decorator',
  'default_parameter',
  'dict_pattern',
  'dictionary',
  'dictionary_splat',
  'dictionary_splat_pattern',
  'dotted_name',
  'elif_clause',
  'else_clause',
  'except_clause',
  'expression_list',
  'finally_clause',
  'float',
  'for_in_clause',
  'format_expression',
  'format_specifier',
  'function_definition',
  'generator_expression',
  'generic_type',
  'identifier',
  'integer',
  'interpolation',
  'keyword_argument',
  'keyword_pattern',
  'lambda_parameters',
  'line_continuation',
  'list',
  'list_pattern',
  'list_splat',
  'list_splat_pattern',
  'pair',
  'parameters',
  'parenthesized_expression',
  'pattern_list',
  'relative_import',
  'set',
  'slice',
  'splat_pattern',
  'string',
  'string_end',
  'string_start',
  'tuple',
  'tuple_pattern',
  'typed_default_parameter',
  'typed_parameter',
  'union_pattern',
  'wildcard_import',
  'with_item',
] as const;

const FIELDS = [
  'alias',
  'alternative',
  'argument',
  'arguments',
  'attribute',
  'body',
  'cause',
  'code',
  'condition',
  'consequence',
  'definition',
  'expression',
  'format_specifier',
  'function',
  'guard',
  'key',
  'left',
  'module_name',
  'name',
  'object',
  'operator',
  'operators',
  'parameters',
  'return_type',
  'right',
  'subject',
  'subscript',
  'superclasses',
  'type',
  'value',
] as const;

type Symbols = Readonly<Record<(typeof SYMBOLS)[number], number>> & {
  readonly plus: number;
  readonly percent: number;
  readonly star: number;
  readonly doubleStar: number;
  readonly minus: number;
  readonly comma: number;
  readonly equals: number;
  readonly async: number;
};
type Fields = Readonly<Record<(typeof FIELDS)[number], number>>;

/** Python's operators that the IR writes as JavaScript does. */
const JAVASCRIPT_OPERATORS: Readonly<Record<string, string>> = {
  '==': '===',
  is: '===',
  '!=': '!==',
  '<>': '!==',
  'is not': '!==',
  and: '&&',
  or: '||',
};

/** Resolves the names of a grammar; throws when the grammar lacks one (a wrong grammar version). */
export function resolveTables(
  grammar: GrammarInfo,
  exprs: Readonly<Record<string, ExprHandler>>,
  stmts: Readonly<Record<string, StmtHandler>>,
): Tables {
  const sym: Record<string, number> = {
    plus: grammar.token('+'),
    percent: grammar.token('%'),
    star: grammar.token('*'),
    doubleStar: grammar.token('**'),
    minus: grammar.token('-'),
    comma: grammar.token(','),
    equals: grammar.token('='),
    async: grammar.token('async'),
  };
  for (const name of SYMBOLS) sym[name] = grammar.symbol(name);
  const fld: Record<string, number> = {};
  for (const name of FIELDS) fld[name] = grammar.field(name);

  const exprTable: (ExprHandler | undefined)[] = grammar.symbolNames.map(() => undefined);
  for (const [name, handler] of Object.entries(exprs)) exprTable[grammar.symbol(name)] = handler;
  const stmtTable: (StmtHandler | undefined)[] = grammar.symbolNames.map(() => undefined);
  for (const [name, handler] of Object.entries(stmts)) stmtTable[grammar.symbol(name)] = handler;

  const extra = new Uint8Array(errorSymbol + 1);
  extra[sym.comment!] = 1;
  extra[sym.line_continuation!] = 1;
  return {
    sym: sym as Symbols,
    fld: fld as Fields,
    operators: grammar.symbolNames.map((name) => JAVASCRIPT_OPERATORS[name] ?? name),
    exprs: exprTable,
    stmts: stmtTable,
    extra,
  };
}

/**
 * One file on its way to the IR: the flat tree, ways to move in it, and what the handlers share.
 * Handlers reach each other only through `expr` and `stmt`, which look up the node's symbol.
 */
export class Context extends FlatReader {
  readonly tables: Tables;
  readonly sym: Symbols;
  readonly fld: Fields;
  /** Syntax nodes lowered to `Unknown` so far. */
  unknowns = 0;
  /** Whether the function being lowered contains a `yield`. */
  yields = false;
  /** Prefix flags of string literals that are not plain, for a later look at their raw text. */
  readonly prefixes = new Map<Literal, number>();
  private depth = 0;
  /** The `ERROR` nodes in order, and those already in the IR. */
  private readonly errorNodes: number[] = [];
  private readonly placed = new Set<number>();

  constructor(tree: FlatTree, tables: Tables) {
    super(tree, tables.extra);
    this.tables = tables;
    this.sym = tables.sym;
    this.fld = tables.fld;
    for (let node = 1; node < tree.count; node++) {
      if (tree.symbol[node] === errorSymbol) this.errorNodes.push(node);
    }
  }

  /** Named children under `field`. */
  childrenUnder(parent: number, field: number): number[] {
    const found: number[] = [];
    for (let node = this.first(parent); node >= 0; node = this.next(parent, node)) {
      if (this.tree.field[node] === field) found.push(node);
    }
    return found;
  }

  /** What stands inside any number of parentheses; the node itself when there are none. */
  unwrap(node: number): number {
    let inner = node;
    while (this.tree.symbol[inner] === this.sym.parenthesized_expression) {
      const next = this.first(inner);
      if (next < 0 || this.next(inner, next) >= 0) break;
      inner = next;
    }
    return inner;
  }

  // Building ----------------------------------------------------------------------------------

  /** The expression at `node`, which may also be missing (-1): then an `Unknown` at `at`. */
  exprOr(node: number, at: number): Expr {
    return node >= 0 ? this.expr(node) : this.missing(at);
  }

  expr(node: number): Expr {
    const { tree } = this;
    if (tree.isError[node] === 1) return this.unknown(node);
    if (this.depth >= MAX_DEPTH) return this.flatten(node);
    const handler = this.tables.exprs[tree.symbol[node]!];
    if (handler === undefined) return this.unknown(node);
    this.depth++;
    const built = handler(this, node);
    this.depth--;
    return built;
  }

  /** Lowers with `cost` more levels on the count: for handlers that nest without recursion. */
  deeper<T>(cost: number, build: () => T): T {
    this.depth += cost;
    const built = build();
    this.depth -= cost;
    return built;
  }

  /** How many more levels may nest here. */
  room(): number {
    return Math.max(0, MAX_DEPTH - this.depth);
  }

  stmt(node: number, out: Stmt[]): void {
    const { tree } = this;
    const handler = tree.isError[node] === 1 ? undefined : this.tables.stmts[tree.symbol[node]!];
    if (this.depth >= MAX_DEPTH) out.push(this.flatten(node));
    else if (handler !== undefined) {
      this.depth++;
      handler(this, node, out);
      this.depth--;
    } else if (tree.symbol[node] === this.sym.block) this.stmtsOf(node, out);
    else if (
      tree.symbol[node] !== errorSymbol &&
      this.tables.exprs[tree.symbol[node]!] !== undefined
    ) {
      const expr = this.expr(node);
      out.push({ kind: 'expr', start: expr.start, end: expr.end, expr });
    } else out.push(this.unknown(node));
    this.strayErrors(node, out);
  }

  stmtsOf(parent: number, out: Stmt[]): void {
    for (let node = this.first(parent); node >= 0; node = this.next(parent, node)) {
      this.stmt(node, out);
    }
  }

  /** The block at `node`; when it is missing, an empty one at `at`. */
  block(node: number, at: number): Block {
    const body: Stmt[] = [];
    if (node < 0) return { kind: 'block', start: at, end: at, body };
    this.stmtsOf(node, body);
    return { kind: 'block', start: this.start(node), end: this.end(node), body };
  }

  /**
   * Appends the syntax errors inside `node` that no handler has taken up, so that half-typed code
   * keeps its calls whatever the construct they stand in.
   */
  strayErrors(node: number, out: Stmt[]): void {
    const nodes = this.errorNodes;
    if (nodes.length === 0) return;
    let low = 0;
    for (let high = nodes.length; low < high; ) {
      const middle = (low + high) >> 1;
      if (nodes[middle]! < node) low = middle + 1;
      else high = middle;
    }
    const limit = this.tree.skip[node]!;
    for (; low < nodes.length && nodes[low]! < limit; low++) {
      if (!this.placed.has(nodes[low]!)) out.push(this.unknown(nodes[low]!));
    }
  }

  /** Whether `node` is an `ERROR` node. */
  isErrorNode(node: number): boolean {
    return this.tree.symbol[node] === errorSymbol;
  }

  /** An `Unknown` that keeps what can be lowered of its children. */
  unknown(node: number): Unknown {
    this.unknowns++;
    const children: (Expr | Stmt)[] = [];
    if (this.isErrorNode(node)) this.placed.add(node);
    const syntax = this.nameOf(node);
    this.collect(node, children);
    return { kind: 'unknown', start: this.start(node), end: this.end(node), syntax, children };
  }

  nameOf(node: number): string {
    if (this.isErrorNode(node)) return 'ERROR';
    if (this.tree.isError[node] === 1) return 'MISSING';
    return this.tree.grammar.symbolNames[this.symbol(node)] ?? '';
  }

  private collect(parent: number, out: (Expr | Stmt)[]): void {
    if (this.depth >= MAX_DEPTH) {
      if (parent + 1 < this.tree.skip[parent]!) out.push(this.flatten(parent));
      return;
    }
    this.depth++;
    for (let node = this.first(parent); node >= 0; node = this.next(parent, node)) {
      const symbol = this.symbol(node);
      if (this.tree.isError[node] === 1) out.push(this.unknown(node));
      else if (this.tables.stmts[symbol] !== undefined) this.stmt(node, out as Stmt[]);
      else if (this.tables.exprs[symbol] !== undefined) out.push(this.expr(node));
      else this.collect(node, out);
    }
    this.depth--;
  }

  /** The names of a subtree that nests too deep, in one flat `Unknown`. */
  private flatten(node: number): Unknown {
    this.unknowns++;
    const { tree, sym, fld } = this;
    const children: Expr[] = [];
    for (let inner = node; inner < tree.skip[node]!; inner++) {
      const field = tree.field[inner];
      if (tree.symbol[inner] === sym.identifier && field !== fld.attribute && field !== fld.name) {
        children.push(this.name(inner));
      } else if (this.isErrorNode(inner)) this.placed.add(inner);
    }
    const syntax = this.nameOf(node);
    return { kind: 'unknown', start: this.start(node), end: this.end(node), syntax, children };
  }

  /** Stands for an expression that the text lacks. */
  missing(at: number): Unknown {
    return { kind: 'unknown', start: at, end: at, syntax: 'MISSING', children: [] };
  }

  name(node: number): Name {
    return { kind: 'name', start: this.start(node), end: this.end(node), name: this.textOf(node) };
  }

  /** Lowers a function's inside and tells whether it has a `yield` of its own. */
  inFunction<T>(build: () => T): { readonly built: T; readonly isGenerator: boolean } {
    const outer = this.yields;
    this.yields = false;
    const built = build();
    const isGenerator = this.yields;
    this.yields = outer;
    return { built, isGenerator };
  }
}

/** Comments, the places of syntax errors, and the number of named nodes. */
export function survey(
  tree: FlatTree,
  tables: Tables,
): { comments: Comment[]; errors: Span[]; named: number } {
  const comments: Comment[] = [];
  const errors: Span[] = [];
  let named = 0;
  const { symbol, start, end, isNamed, isError, count } = tree;
  const comment = tables.sym.comment;
  for (let node = 0; node < count; node++) {
    if (isNamed[node] === 1) named++;
    if (symbol[node] === comment) {
      const text = tree.text.slice(start[node]!, end[node]!).replace(/^#+/, '').trim();
      comments.push({ start: start[node]!, end: end[node]!, text });
    }
    if (isError[node] === 1) errors.push({ start: start[node]!, end: end[node]! });
  }
  return { comments, errors, named };
}

/** The smallest span with all of `spans`; they are not empty. */
export function spanOf(spans: readonly Span[]): Span {
  let { start, end } = spans[0]!;
  for (const span of spans) {
    if (span.start < start) start = span.start;
    if (span.end > end) end = span.end;
  }
  return { start, end };
}

/** A second use of an expression without effects, or undefined when it may have some. */
export function repeat(expr: Expr): Expr | undefined {
  if (expr.kind === 'name' || expr.kind === 'literal') return { ...expr };
  if (expr.kind !== 'member') return undefined;
  const object = repeat(expr.object);
  return object && { ...expr, object };
}
