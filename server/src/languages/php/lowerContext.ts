import type { Call, Expr, Member, Name, Span, Stmt } from '../../ir/types';
import { type ExprHandler, exprStmt, Lowering, type StmtHandler } from '../lowering';

/** What the handlers ask for by name: `x.s.argument` is the number of the node type `argument`. */
export const nodeTypes = [
  'anonymous_class',
  'argument',
  'arguments',
  'array_element_initializer',
  'attribute',
  'attribute_group',
  'attribute_list',
  'base_clause',
  'by_ref',
  'case_statement',
  'catch_clause',
  'class_interface_clause',
  'colon_block',
  'compound_statement',
  'anonymous_function_use_clause',
  'arrow_function',
  'const_declaration',
  'const_element',
  'dynamic_variable_name',
  'else_if_clause',
  'enum_case',
  'escape_sequence',
  'finally_clause',
  'global_declaration',
  'heredoc_end',
  'list_literal',
  'match_conditional_expression',
  'method_declaration',
  'name',
  'namespace_definition',
  'namespace_name',
  'namespace_use_clause',
  'namespace_use_group',
  'nowdoc_string',
  'pair',
  'php_tag',
  'property_declaration',
  'property_element',
  'property_promotion_parameter',
  'qualified_name',
  'reference_modifier',
  'relative_name',
  'simple_parameter',
  'static_modifier',
  'static_variable_declaration',
  'string_content',
  'text',
  'text_interpolation',
  'throw_expression',
  'use_declaration',
  'use_list',
  'variable_name',
  'variadic_parameter',
  'variadic_unpacking',
  'visibility_modifier',
  'yield_expression',
] as const;

export const fields = [
  'alias',
  'alternative',
  'argument',
  'arguments',
  'attributes',
  'body',
  'condition',
  'conditional_expressions',
  'default_value',
  'function',
  'initialize',
  'left',
  'name',
  'object',
  'operator',
  'parameters',
  'return_expression',
  'return_type',
  'right',
  'scope',
  'static_modifier',
  'type',
  'update',
  'value',
] as const;

export const tokens = ['.', '=>', ','] as const;

type NodeType = (typeof nodeTypes)[number];
type Field = (typeof fields)[number];
type Token = (typeof tokens)[number];

export type PhpExpr = ExprHandler<Context>;
export type PhpStmt = StmtHandler<Context>;

/** One PHP file on its way to the IR. */
export class Context extends Lowering<Context, NodeType, Field, Token> {
  protected readonly self: Context = this;

  /** Statements in order; what `<?=` opens, and text outside of the tags, is printed. */
  override stmtsOf(parent: number, out: Stmt[]): void {
    let echoes = false;
    for (let node = this.first(parent); node >= 0; node = this.next(parent, node)) {
      if (this.is(node, this.s.php_tag)) {
        echoes = this.isEchoTag(node);
      } else if (this.is(node, this.s.text_interpolation)) {
        this.interpolation(node, out);
        echoes = this.children(node).some((part) => this.isEchoTag(part));
      } else {
        const before = out.length;
        this.stmt(node, out);
        const stmt = out[before];
        if (echoes && stmt?.kind === 'expr') {
          const span = { start: stmt.start, end: stmt.end };
          out[before] = exprStmt(this.print('echo', span, [stmt.expr]));
        }
        echoes = false;
      }
    }
  }

  private isEchoTag(node: number): boolean {
    return this.is(node, this.s.php_tag) && this.textOf(node) === '<?=';
  }

  private interpolation(node: number, out: Stmt[]): void {
    for (const part of this.children(node)) {
      if (this.is(part, this.s.text)) this.stmt(part, out);
    }
  }

  /** A call of something that the language itself has. */
  print(name: string, span: Span, args: readonly Expr[]): Call {
    const callee: Name = { kind: 'name', start: span.start, end: span.start, name };
    return this.callOf(callee, args, span);
  }

  callOf(callee: Expr, args: readonly Expr[], span: Span): Call {
    return {
      kind: 'call',
      start: span.start,
      end: span.end,
      callee,
      args: args.map((value) => ({ start: value.start, end: value.end, value })),
      isNew: false,
      argsSpan: { start: callee.end, end: span.end },
    };
  }

  variable(node: number): Name {
    const text = this.textOf(node);
    return {
      kind: 'name',
      start: this.start(node),
      end: this.end(node),
      name: text === '$this' ? 'this' : text,
    };
  }

  /** `\A\B\c` as a chain of members; a name of one part, also after a backslash, as a name. */
  qualified(node: number): Expr {
    const names: number[] = [];
    this.namesIn(node, names);
    const start = this.start(node);
    let chain: Expr | undefined;
    for (const part of names) {
      const property = this.textOf(part);
      const propertySpan = this.span(part);
      if (property === 'namespace') continue;
      chain = chain
        ? ({
            kind: 'member',
            start,
            end: propertySpan.end,
            object: chain,
            property,
            propertySpan,
          } satisfies Member)
        : { kind: 'name', ...propertySpan, name: property };
    }
    return chain ?? this.missing(start);
  }

  private namesIn(node: number, out: number[]): void {
    for (const part of this.children(node)) {
      if (this.is(part, this.s.name)) out.push(part);
      else this.namesIn(part, out);
    }
  }

  typeText(node: number): string | undefined {
    const type = this.child(node, this.f.type);
    return type < 0 ? undefined : this.textOf(type);
  }
}
