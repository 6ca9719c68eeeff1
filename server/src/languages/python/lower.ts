import type { Module, Stmt } from '../../ir/types';
import type { FlatTree, GrammarInfo } from '../../parsing/flatTree';
import { Context, resolveTables, survey, type Tables } from './lowerContext';
import { EXPR_HANDLERS } from './lowerExprs';
import { STMT_HANDLERS } from './lowerStmts';

const tablesByGrammar = new WeakMap<GrammarInfo, Tables>();

function tablesOf(grammar: GrammarInfo): Tables {
  let tables = tablesByGrammar.get(grammar);
  if (tables === undefined) {
    tables = resolveTables(grammar, EXPR_HANDLERS, STMT_HANDLERS);
    tablesByGrammar.set(grammar, tables);
  }
  return tables;
}

/**
 * The IR of one Python file, from a tree of tree-sitter-python 0.25 (which also reads Python 2).
 * Any tree gives a module: what the parser could not read becomes `Unknown` and keeps the calls,
 * functions and statements inside. What each construct becomes stands at its handler.
 */
export function lowerPython(tree: FlatTree): Module {
  const tables = tablesOf(tree.grammar);
  const x = new Context(tree, tables);
  const body: Stmt[] = [];
  if (tree.count > 0) {
    // A file that the parser could make nothing of is one `ERROR` node.
    if (x.isErrorNode(0)) body.push(x.unknown(0));
    else x.stmtsOf(0, body);
    x.strayErrors(0, body);
  }
  const { comments, errors, named } = survey(tree, tables);
  const counts = { named, unknown: x.unknowns };
  const end = tree.text.length;
  return { kind: 'module', start: 0, end, language: 'python', body, comments, errors, counts };
}
