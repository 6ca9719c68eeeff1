/**
 * The intermediate representation (IR): what a program means to the analysis, the same for every
 * language. A tree that each front end (`languages/<l>/lower.ts`) builds and nothing prints back.
 *
 * Invariants, held by `check.ts`:
 * - every node carries the span of the text it came from: UTF-16 offsets, `0 ≤ start ≤ end ≤ length`;
 * - a child's span lies inside its parent's (the parts of a `StringBuild` in formatted style may lie
 *   outside the literal, but inside the node);
 * - a node has one owner: the tree has no shared node and no cycle;
 * - no syntax is lost: what a front end does not model becomes `Unknown` and keeps its children.
 *
 * `await`, parentheses, type assertions and non-null marks are transparent: the inner expression
 * stands for the whole.
 */

/** Offsets into the text in UTF-16 code units; `end` is exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export type LanguageId = 'javascript' | 'typescript' | 'python' | 'java' | 'ruby' | 'php';

// ---------------------------------------------------------------------------------------------
// Expressions

export type Expr =
  | Literal
  | Name
  | Member
  | Index
  | Call
  | StringBuild
  | ListExpr
  | MapExpr
  | FunctionExpr
  | ClassExpr
  | Binary
  | Unary
  | Conditional
  | Assign
  | Sequence
  | Unknown;

/** A value written in the source. `undefined` is JavaScript's; Python's `None` is `null`. */
export interface Literal extends Span {
  readonly kind: 'literal';
  readonly value: string | number | boolean | null | undefined;
  /** Set for a regular expression literal, whose `value` is its source text. */
  readonly regex?: boolean;
}

/** A use of a variable. `this`/`self`/`super` are names too. */
export interface Name extends Span {
  readonly kind: 'name';
  readonly name: string;
}

/** `object.property`, also the optional form `object?.property`. */
export interface Member extends Span {
  readonly kind: 'member';
  readonly object: Expr;
  readonly property: string;
  readonly propertySpan: Span;
}

/** `object[index]`. A slice is an index whose index is `Unknown` with the bounds as children. */
export interface Index extends Span {
  readonly kind: 'index';
  readonly object: Expr;
  readonly index: Expr;
}

/** A call, a constructor call (`isNew`), or a tagged template (one `StringBuild` argument). */
export interface Call extends Span {
  readonly kind: 'call';
  readonly callee: Expr;
  readonly args: readonly Arg[];
  readonly isNew: boolean;
  /** The parentheses with what is between them; for a tagged template, the template. */
  readonly argsSpan: Span;
  readonly tagged?: boolean;
}

export interface Arg extends Span {
  readonly value: Expr;
  /** Keyword of a named argument (`name=value`). */
  readonly name?: string;
  /** `...list` or `*list`; `**map`. */
  readonly spread?: 'list' | 'map';
}

/**
 * Every way to build a string from parts is this one node: a concatenation that has a string in it,
 * a template, an f-string, `%` and `.format()` with a literal format.
 *
 * `parts` are in the order of the result. Literal text is a `Literal` with a string value whose span
 * covers its source text, without quotes or template marks. A part that is not a string literal is
 * the expression that fills the hole. For `percent` and `format`, the text parts' spans lie in the
 * format literal, and the holes' spans are those of the values (which stand elsewhere);
 * `holes` then gives, for each non-text part in order, the span of its placeholder.
 */
export interface StringBuild extends Span {
  readonly kind: 'string';
  readonly style: 'concat' | 'template' | 'percent' | 'format';
  readonly parts: readonly Expr[];
  readonly holes?: readonly Span[];
}

export interface ListExpr extends Span {
  readonly kind: 'list';
  readonly elements: readonly Arg[];
  readonly of: 'list' | 'tuple' | 'set';
}

export interface MapExpr extends Span {
  readonly kind: 'map';
  readonly entries: readonly MapEntry[];
}

export interface MapEntry extends Span {
  /** Absent for a spread (`...rest`, `**rest`). An identifier key is a `Literal` string. */
  readonly key?: Expr;
  readonly value: Expr;
}

export interface FunctionExpr extends Span {
  readonly kind: 'function';
  readonly fn: FunctionNode;
}

export interface ClassExpr extends Span {
  readonly kind: 'class';
  readonly cls: ClassNode;
}

/** Operators are written as in JavaScript where both exist: `===`, `!==`, `&&`, `||`, `??`, `in`. */
export interface Binary extends Span {
  readonly kind: 'binary';
  readonly op: string;
  readonly left: Expr;
  readonly right: Expr;
}

export interface Unary extends Span {
  readonly kind: 'unary';
  /** `!`, `-`, `+`, `~`, `typeof`, `void`, `delete`, `++`, `--`, and `yield` (also `yield*`). */
  readonly op: string;
  readonly operand: Expr;
}

export interface Conditional extends Span {
  readonly kind: 'conditional';
  readonly test: Expr;
  readonly then: Expr;
  readonly else: Expr;
}

/** `target = value`; with `op`, the compound form: `+=` has `op: '+'`. Also a declaration. */
export interface Assign extends Span {
  readonly kind: 'assign';
  readonly target: Target;
  /** Absent in a declaration without initial value. */
  readonly value?: Expr;
  readonly op?: string;
  readonly declares?: 'const' | 'let' | 'var';
  /** The written type, as text: `str`, `Request`, `express.Request`. */
  readonly type?: string;
}

/** Expressions evaluated in order for their effects; the last one is the value. */
export interface Sequence extends Span {
  readonly kind: 'sequence';
  readonly items: readonly Expr[];
}

/** Syntax that a front end does not model (or could not parse). Children keep their order. */
export interface Unknown extends Span {
  readonly kind: 'unknown';
  /** The grammar's name for the node: counted, shown in dumps. */
  readonly syntax: string;
  readonly children: readonly (Expr | Stmt)[];
}

// ---------------------------------------------------------------------------------------------
// Assignment targets

export type Target = Name | Member | Index | ListPattern | MapPattern | Unknown;

export interface ListPattern extends Span {
  readonly kind: 'list-pattern';
  readonly elements: readonly PatternElement[];
}

export interface MapPattern extends Span {
  readonly kind: 'map-pattern';
  readonly elements: readonly PatternElement[];
}

export interface PatternElement extends Span {
  /** In a map pattern, the key taken out; absent for the rest element or a computed key. */
  readonly key?: string;
  /** Absent for a hole (`[, b]`). */
  readonly target?: Target;
  readonly default?: Expr;
  readonly rest?: boolean;
}

// ---------------------------------------------------------------------------------------------
// Functions and classes

export interface FunctionNode extends Span {
  readonly name?: string;
  readonly nameSpan?: Span;
  readonly params: readonly Param[];
  /** An arrow or lambda with an expression body has a block of one `return`. */
  readonly body: Block;
  readonly isAsync: boolean;
  readonly isGenerator: boolean;
  /** `static` or decorated so; a class's other functions take the receiver. */
  readonly isStatic: boolean;
  /** Only its own class can call it. */
  readonly isPrivate?: boolean;
  readonly decorators: readonly Decorator[];
  readonly returnType?: string;
  /**
   * Variables of the code around that it sees; absent where it sees them all. Limits names that
   * begin with `$` alone: functions and classes are seen everywhere.
   */
  readonly captures?: readonly string[];
}

export interface Param extends Span {
  readonly target: Target;
  readonly default?: Expr;
  readonly rest?: 'list' | 'map';
  readonly type?: string;
  readonly decorators: readonly Decorator[];
}

/** `@expression`: a decorator or an annotation. */
export interface Decorator extends Span {
  readonly expr: Expr;
}

export interface ClassNode extends Span {
  readonly name?: string;
  readonly supers: readonly Expr[];
  readonly methods: readonly FunctionNode[];
  /** Field declarations and other statements of the class body, in order. */
  readonly body: readonly Stmt[];
  readonly decorators: readonly Decorator[];
}

// ---------------------------------------------------------------------------------------------
// Statements

export type Stmt =
  | ExprStmt
  | Block
  | If
  | Loop
  | Switch
  | Return
  | Throw
  | Try
  | Jump
  | FunctionDecl
  | ClassDecl
  | Import
  | Export
  | Unknown;

export interface ExprStmt extends Span {
  readonly kind: 'expr';
  readonly expr: Expr;
}

export interface Block extends Span {
  readonly kind: 'block';
  readonly body: readonly Stmt[];
}

export interface If extends Span {
  readonly kind: 'if';
  readonly test: Expr;
  readonly then: Stmt;
  readonly else?: Stmt;
}

/**
 * Any loop. `for (init; test; update)` and `while` use those fields; `for x of items` has
 * `target` and `iterable`; a comprehension is a loop too (see `languages/python/lower.ts`).
 */
export interface Loop extends Span {
  readonly kind: 'loop';
  readonly init?: Stmt;
  readonly test?: Expr;
  readonly update?: Expr;
  readonly target?: Target;
  /** The written type of the `target`. */
  readonly type?: string;
  readonly iterable?: Expr;
  /** `keys` for JavaScript's `for…in`. */
  readonly iterates?: 'values' | 'keys';
  readonly body: Stmt;
  readonly else?: Stmt;
}

export interface Switch extends Span {
  readonly kind: 'switch';
  readonly subject: Expr;
  readonly cases: readonly SwitchCase[];
}

export interface SwitchCase extends Span {
  /** Absent for the default case. */
  readonly tests: readonly Expr[];
  readonly body: readonly Stmt[];
}

export interface Return extends Span {
  readonly kind: 'return';
  readonly value?: Expr;
}

export interface Throw extends Span {
  readonly kind: 'throw';
  readonly value?: Expr;
}

export interface Try extends Span {
  readonly kind: 'try';
  readonly body: Block;
  readonly handlers: readonly Handler[];
  readonly finally?: Block;
}

export interface Handler extends Span {
  readonly target?: Target;
  /** The written type of the `target`: `IOException | SQLException`. */
  readonly type?: string;
  readonly body: Block;
}

export interface Jump extends Span {
  readonly kind: 'jump';
  readonly how: 'break' | 'continue';
}

export interface FunctionDecl extends Span {
  readonly kind: 'function-decl';
  readonly fn: FunctionNode;
}

export interface ClassDecl extends Span {
  readonly kind: 'class-decl';
  readonly cls: ClassNode;
}

/**
 * `import { a as b } from 'm'`: `source: 'm'`, `names: [{ imported: 'a', local: 'b' }]`.
 * `imported: '*'` binds the module itself, `'default'` its default export.
 * Python's `import a.b` binds `a` (`source: 'a'`, imported `*`); relative sources keep their dots.
 * CommonJS `require` stays a call; the engine resolves it.
 */
export interface Import extends Span {
  readonly kind: 'import';
  readonly source: string;
  readonly names: readonly ImportName[];
}

export interface ImportName extends Span {
  readonly imported: string;
  readonly local: string;
}

/** `export …`. `names` lists what leaves the module; `declaration` is what stands behind it. */
export interface Export extends Span {
  readonly kind: 'export';
  readonly declaration?: Stmt;
  readonly names: readonly ImportName[];
  readonly source?: string;
}

// ---------------------------------------------------------------------------------------------
// A file

export interface Comment extends Span {
  /** Without the comment marks, trimmed. */
  readonly text: string;
}

export interface Module extends Span {
  readonly kind: 'module';
  readonly language: LanguageId;
  /** Java's package, PHP's namespace, as written. */
  readonly namespace?: string;
  readonly body: readonly Stmt[];
  readonly comments: readonly Comment[];
  /** Places where the parser found a syntax error or missing text. */
  readonly errors: readonly Span[];
  /** Named syntax nodes, and those lowered to `Unknown`: the front end's coverage. */
  readonly counts: { readonly named: number; readonly unknown: number };
}

/** A node that has a `kind`. */
export type Node = Expr | Stmt | Target;
