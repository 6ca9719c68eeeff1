import { type ExprHandler, Lowering, type StmtHandler } from '../lowering';

/** What the handlers ask for by name: `x.s.block` is the number of the node type `block`. */
export const nodeTypes = [
  'annotation',
  'annotation_type_element_declaration',
  'asterisk',
  'block',
  'catch_clause',
  'catch_formal_parameter',
  'catch_type',
  'class_body',
  'compact_constructor_declaration',
  'constant_declaration',
  'constructor_body',
  'constructor_declaration',
  'element_value_pair',
  'enum_body_declarations',
  'enum_constant',
  'expression_statement',
  'extends_interfaces',
  'field_declaration',
  'finally_clause',
  'formal_parameter',
  'guard',
  'identifier',
  'marker_annotation',
  'method_declaration',
  'modifiers',
  'package_declaration',
  'parenthesized_expression',
  'pattern',
  'record_pattern',
  'record_pattern_component',
  'spread_parameter',
  'string_interpolation',
  'super_interfaces',
  'superclass',
  'switch_label',
  'switch_rule',
  'type_list',
  'variable_declarator',
] as const;

export const fields = [
  'alternative',
  'arguments',
  'array',
  'body',
  'condition',
  'consequence',
  'constructor',
  'declarator',
  'dimensions',
  'field',
  'index',
  'init',
  'key',
  'left',
  'name',
  'object',
  'operand',
  'operator',
  'parameters',
  'pattern',
  'resources',
  'right',
  'scope',
  'template_argument',
  'type',
  'update',
  'value',
] as const;

export const tokens = ['final', 'private', '+', ';', '++', 'new', 'static'] as const;

type NodeType = (typeof nodeTypes)[number];
type Field = (typeof fields)[number];
type Token = (typeof tokens)[number];

export type JavaExpr = ExprHandler<Context>;
export type JavaStmt = StmtHandler<Context>;

/** One Java file on its way to the IR. */
export class Context extends Lowering<Context, NodeType, Field, Token> {
  protected readonly self: Context = this;

  /** The written type, with the brackets that may follow the name: `String args[]`. */
  typeOf(node: number): string | undefined {
    const type = this.child(node, this.f.type);
    if (type < 0) return undefined;
    const dimensions = this.child(node, this.f.dimensions);
    return this.textOf(type) + (dimensions < 0 ? '' : this.textOf(dimensions));
  }
}
