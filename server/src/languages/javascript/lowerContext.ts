import type { Block, Comment, Expr, Name, Span, Stmt, Unknown } from '../../ir/types';
import type { FlatTree, GrammarInfo } from '../../parsing/flatTree';
import { errorSymbol } from '../../parsing/grammar';
import { FlatReader } from '../flatReader';
import { cook } from './strings';

/** How deep the IR may nest; what lies deeper becomes one flat `Unknown`. */
const maxDepth = 200;

export type ExprHandler = (x: Context, node: number) => Expr;
export type StmtHandler = (x: Context, node: number, out: Stmt[]) => void;

type Numbers<Name extends string> = Readonly<Record<Name, number>>;

/**
 * A grammar's numbers by name. The JavaScript and the TypeScript grammars differ; what one of them
 * lacks has a number that no node has.
 */
export interface Tables {
  readonly s: Numbers<(typeof nodeTypes)[number]>;
  readonly f: Numbers<(typeof fields)[number]>;
  readonly t: Numbers<(typeof tokens)[number]>;
  readonly exprs: readonly (ExprHandler | undefined)[];
  readonly stmts: readonly (StmtHandler | undefined)[];
  /** 1 for what may stand anywhere: comments. */
  readonly extra: Uint8Array;
  /** 1 for syntax that only types have, which is left out. */
  readonly types: Uint8Array;
  readonly operators: readonly string[];
}

/** A number that no node, token or field has. */
const absent = 0xfffe;

/** What the handlers ask for by name: `x.s.pair` is the number of the node type `pair`. */
const nodeTypes = [
  'accessibility_modifier',
  'array_pattern',
  'as_expression',
  'assignment_pattern',
  'augmented_assignment_expression',
  'binary_expression',
  'abstract_class_declaration',
  'class',
  'class_declaration',
  'class_heritage',
  'class_static_block',
  'comment',
  'computed_property_name',
  'decorator',
  'else_clause',
  'empty_statement',
  'enum_assignment',
  'export_clause',
  'export_specifier',
  'expression_statement',
  'extends_clause',
  'field_definition',
  'identifier',
  'import_clause',
  'import_require_clause',
  'import_specifier',
  'internal_module',
  'jsx_attribute',
  'jsx_element',
  'jsx_expression',
  'jsx_opening_element',
  'jsx_self_closing_element',
  'method_definition',
  'named_imports',
  'namespace_import',
  'non_null_expression',
  'number',
  'object_assignment_pattern',
  'object_pattern',
  'optional_parameter',
  'pair',
  'pair_pattern',
  'parenthesized_expression',
  'program',
  'public_field_definition',
  'required_parameter',
  'rest_pattern',
  'shorthand_property_identifier',
  'shorthand_property_identifier_pattern',
  'spread_element',
  'statement_block',
  'string',
  'switch_case',
  'template_string',
  'template_substitution',
  'this',
  'undefined',
  'variable_declarator',
] as const;

const fields = [
  'alias',
  'alternative',
  'argument',
  'arguments',
  'body',
  'condition',
  'consequence',
  'constructor',
  'declaration',
  'finalizer',
  'function',
  'handler',
  'increment',
  'index',
  'initializer',
  'key',
  'kind',
  'left',
  'name',
  'object',
  'operator',
  'parameter',
  'parameters',
  'pattern',
  'property',
  'return_type',
  'right',
  'source',
  'type',
  'value',
] as const;

const tokens = ['*', '+', ',', '=', 'async', 'readonly', 'static'] as const;

const typeSyntax = [
  'type_annotation',
  'type_arguments',
  'type_parameters',
  'interface_declaration',
  'type_alias_declaration',
  'ambient_declaration',
  'function_signature',
  'method_signature',
  'abstract_method_signature',
  'index_signature',
  'call_signature',
  'construct_signature',
  'property_signature',
  'implements_clause',
  'accessibility_modifier',
  'override_modifier',
  'predefined_type',
  'type_identifier',
  'generic_type',
  'union_type',
  'object_type',
  'array_type',
  'asserts_annotation',
  'type_predicate_annotation',
  'hash_bang_line',
  'html_comment',
  'statement_identifier',
  'import_attribute',
  'jsx_text',
  'jsx_closing_element',
  'empty_statement',
  'debugger_statement',
  'optional_chain',
];

function numberOf(find: (name: string) => number, name: string): number {
  try {
    return find(name);
  } catch {
    return absent;
  }
}

function numbersOf<Name extends string>(
  find: (name: string) => number,
  names: readonly Name[],
): Numbers<Name> {
  return Object.fromEntries(names.map((name) => [name, numberOf(find, name)])) as Numbers<Name>;
}

export function resolveTables(
  grammar: GrammarInfo,
  exprHandlers: Readonly<Record<string, ExprHandler>>,
  stmtHandlers: Readonly<Record<string, StmtHandler>>,
): Tables {
  const sym = (name: string) => numberOf(grammar.symbol, name);
  const exprs: (ExprHandler | undefined)[] = grammar.symbolNames.map(() => undefined);
  const stmts: (StmtHandler | undefined)[] = grammar.symbolNames.map(() => undefined);
  for (const [name, handler] of Object.entries(exprHandlers)) {
    if (sym(name) !== absent) exprs[sym(name)] = handler;
  }
  for (const [name, handler] of Object.entries(stmtHandlers)) {
    if (sym(name) !== absent) stmts[sym(name)] = handler;
  }
  const extra = new Uint8Array(0x10000);
  extra[sym('comment')] = 1;
  const types = new Uint8Array(0x10000);
  for (const name of typeSyntax) types[sym(name)] = 1;
  types[absent] = 0;
  return {
    s: numbersOf(grammar.symbol, nodeTypes),
    f: numbersOf(grammar.field, fields),
    t: numbersOf(grammar.token, tokens),
    exprs,
    stmts,
    extra,
    types,
    operators: grammar.symbolNames.map((name) =>
      name === '==' ? '===' : name === '!=' ? '!==' : name,
    ),
  };
}

/** One file on its way to the IR. Handlers reach each other through `expr` and `stmt`. */
export class Context extends FlatReader {
  /** Syntax nodes lowered to `Unknown`. */
  unknowns = 0;
  readonly s: Tables['s'];
  readonly f: Tables['f'];
  readonly t: Tables['t'];
  private depth = 0;
  /** ERROR nodes in the order of the text, and those of them that are lowered. */
  private readonly torn: number[] = [];
  private readonly seen = new Set<number>();

  constructor(
    tree: FlatTree,
    readonly tables: Tables,
  ) {
    super(tree, tables.extra);
    this.s = tables.s;
    this.f = tables.f;
    this.t = tables.t;
    for (let at = tree.isError.indexOf(1); at >= 0; at = tree.isError.indexOf(1, at + 1)) {
      if (tree.symbol[at] === errorSymbol) this.torn.push(at);
    }
  }

  is(node: number, symbol: number): boolean {
    return node >= 0 && this.tree.symbol[node] === symbol;
  }

  hasToken(parent: number, token: number): boolean {
    return this.childOf(parent, token) >= 0;
  }

  isType(node: number): boolean {
    return this.tables.types[this.symbol(node)] === 1;
  }

  /**
   * The one expression that a node has inside: the first child that is neither type nor ERROR, or
   * the ERROR when there is nothing else; -1 for none.
   */
  inner(parent: number): number {
    const first = this.first(parent);
    for (let node = first; node >= 0; node = this.next(parent, node)) {
      if (!this.isType(node) && this.symbol(node) !== errorSymbol) return node;
    }
    return first >= 0 && this.isType(first) ? -1 : first;
  }

  /** The expression at `node`; for none (-1) an `Unknown` without text at `at`. */
  exprOr(node: number, at: number): Expr {
    return node >= 0 ? this.expr(node) : this.missing(at);
  }

  missing(at: number): Unknown {
    return { kind: 'unknown', start: at, end: at, syntax: 'MISSING', children: [] };
  }

  expr(node: number): Expr {
    const handler =
      this.tree.isError[node] === 1 ? undefined : this.tables.exprs[this.symbol(node)];
    if (this.depth >= maxDepth) return this.flatten(node);
    if (handler === undefined) return this.unknown(node);
    this.depth++;
    const built = handler(this, node);
    this.depth--;
    return built;
  }

  stmt(node: number, out: Stmt[]): void {
    if (this.isType(node)) return;
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
    if (handler) handler(this, node, out);
    else if (!isError && this.tables.exprs[this.symbol(node)]) {
      const expr = this.expr(node);
      out.push({ kind: 'expr', start: expr.start, end: expr.end, expr });
    } else out.push(this.unknown(node));
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

  stmtsOf(parent: number, out: Stmt[]): void {
    for (let node = this.first(parent); node >= 0; node = this.next(parent, node))
      this.stmt(node, out);
  }

  /** The block at `node`, or a single statement as one; an empty one at `at` when there is none. */
  block(node: number, at: number): Block {
    const body: Stmt[] = [];
    if (node < 0) return { kind: 'block', start: at, end: at, body };
    if (this.is(node, this.s.statement_block)) this.stmtsOf(node, body);
    else this.stmt(node, body);
    return { kind: 'block', start: this.start(node), end: this.end(node), body };
  }

  name(node: number): Name {
    return { kind: 'name', start: this.start(node), end: this.end(node), name: this.textOf(node) };
  }

  /** A name as the program uses it: without the quotes of a name in quotes. */
  nameText(node: number): string {
    const written = this.textOf(node);
    return this.is(node, this.s.string) ? cook(written.slice(1, -1)) : written;
  }

  /** An `Unknown` that keeps what can be lowered of its children. */
  unknown(node: number): Unknown {
    const { tree } = this;
    this.unknowns++;
    if (this.torn.length > 0) this.seen.add(node);
    const children: (Expr | Stmt)[] = [];
    this.collect(node, children);
    const syntax =
      tree.symbol[node] === errorSymbol
        ? 'ERROR'
        : (tree.grammar.symbolNames[tree.symbol[node]!] ?? 'MISSING');
    return { kind: 'unknown', start: this.start(node), end: this.end(node), syntax, children };
  }

  private collect(parent: number, out: (Expr | Stmt)[]): void {
    if (this.depth >= maxDepth) {
      if (parent + 1 < this.tree.skip[parent]!) out.push(this.flatten(parent));
      return;
    }
    this.depth++;
    for (let node = this.first(parent); node >= 0; node = this.next(parent, node)) {
      const symbol = this.symbol(node);
      if (this.tree.isError[node] === 1) out.push(this.unknown(node));
      else if (this.isType(node)) continue;
      else if (this.tables.stmts[symbol]) this.stmt(node, out as Stmt[]);
      else if (this.tables.exprs[symbol]) out.push(this.expr(node));
      else this.collect(node, out);
    }
    this.depth--;
  }

  /** What nests in itself without being an expression or a statement; flat when it is too deep. */
  nested<Built>(node: number, build: (x: Context, node: number) => Built): Built | Unknown {
    if (this.depth >= maxDepth) return this.flatten(node);
    this.depth++;
    const built = build(this, node);
    this.depth--;
    return built;
  }

  /** The names of a subtree that nests too deep. */
  private flatten(node: number): Unknown {
    this.unknowns++;
    const { tree } = this;
    const identifier = this.s.identifier;
    const children: Expr[] = [];
    for (let inner = node; inner < tree.skip[node]!; inner++) {
      if (tree.symbol[inner] === identifier) children.push(this.name(inner));
    }
    const syntax = tree.grammar.symbolNames[tree.symbol[node]!] ?? 'ERROR';
    return { kind: 'unknown', start: this.start(node), end: this.end(node), syntax, children };
  }
}

/** Comments, the places of syntax errors, and the number of named nodes. */
export function survey(
  tree: FlatTree,
  tables: Tables,
): { comments: Comment[]; errors: Span[]; named: number } {
  const comments: Comment[] = [];
  const errors: Span[] = [];
  const { symbol, start, end, isNamed, isError, count } = tree;
  const comment = tables.s.comment;
  let named = 0;
  for (let node = 0; node < count; node++) {
    if (isNamed[node] === 1) named++;
    if (symbol[node] === comment) {
      const text = tree.text
        .slice(start[node]!, end[node]!)
        .replace(/^\/[/*]+|\*\/$/g, '')
        .trim();
      comments.push({ start: start[node]!, end: end[node]!, text });
    }
    if (isError[node] === 1) errors.push({ start: start[node]!, end: end[node]! });
  }
  return { comments, errors, named };
}
