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
  comments: ['line_comment', 'block_comment'],
  commentMarks: /^\/[/*]+|\*\/$/g,
  silent: [
    'type_arguments',
    'type_parameters',
    'throws',
    'permits',
    'modifiers',
    'dimensions',
    'package_declaration',
    'module_declaration',
    'receiver_parameter',
  ],
  names: ['identifier', 'type_identifier'],
  binary: { type: 'binary_expression', parentheses: 'parenthesized_expression' },
  operators: { '==': '===', '!=': '!==' },
}));

/**
 * The IR of one Java file, from a tree of tree-sitter-java 0.23. Casts and types of expressions are
 * left out; what each construct becomes stands at its handler. What has no handler becomes `Unknown`.
 */
export function lowerJava(tree: FlatTree): Module {
  const x = new Context(tree, tablesOf(tree.grammar));
  return x.module('java', packageOf(x));
}

/** The file's package as written; none for the unnamed one. */
function packageOf(x: Context): string | undefined {
  if (x.tree.count === 0) return undefined;
  const declaration = x.childOf(0, x.s.package_declaration);
  const named = declaration < 0 ? undefined : x.children(declaration).at(-1);
  return named === undefined ? undefined : x.textOf(named).replace(/\s/g, '');
}
