import type { Module } from '../../ir/types';
import type { FlatTree } from '../../parsing/flatTree';
import { tablesFor } from '../lowering';
import { Context, fields, nodeTypes, tokens } from './lowerContext';
import { exprHandlers } from './lowerExprs';
import { stmtHandlers } from './lowerStmts';

const tablesOf = tablesFor(() => ({
  nodeTypes,
  fields,
  tokens,
  exprs: exprHandlers,
  stmts: stmtHandlers,
  comments: ['comment'],
  commentMarks: /^(?:\/[/*]+|#+)|\*\/$/g,
  silent: [
    'php_end_tag',
    'named_type',
    'optional_type',
    'primitive_type',
    'union_type',
    'intersection_type',
    'bottom_type',
    'type_list',
    'visibility_modifier',
    'static_modifier',
    'abstract_modifier',
    'final_modifier',
    'readonly_modifier',
    'var_modifier',
    'reference_modifier',
    'empty_statement',
    'variadic_placeholder',
    'declare_directive',
    'global_declaration',
    'goto_statement',
    'named_label_statement',
    'anonymous_function_use_clause',
  ],
  names: ['variable_name', 'name'],
  binary: { type: 'binary_expression', parentheses: 'parenthesized_expression' },
  operators: { '.': '+', and: '&&', or: '||', '<>': '!=' },
}));

/**
 * The IR of one PHP file, from a tree of tree-sitter-php 0.24. Text outside of the tags, and `<?=`,
 * are calls of `echo`. Variables keep their `$`; properties have none.
 */
export function lowerPhp(tree: FlatTree): Module {
  const x = new Context(tree, tablesOf(tree.grammar));
  return x.module('php', namespaceOf(x));
}

/** The file's namespace as written; the first one when there are several. */
function namespaceOf(x: Context): string | undefined {
  if (x.tree.count === 0) return undefined;
  const definition = x.childOf(0, x.s.namespace_definition);
  const named = definition < 0 ? -1 : x.child(definition, x.f.name);
  return named < 0 ? undefined : x.textOf(named).replace(/\s/g, '');
}
