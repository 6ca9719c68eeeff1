import type { LanguageId, Module, Stmt } from '../../ir/types';
import type { FlatTree, GrammarInfo } from '../../parsing/flatTree';
import { Context, resolveTables, survey, type Tables } from './lowerContext';
import { exprHandlers } from './lowerExprs';
import { stmtHandlers } from './lowerStmts';

const tablesByGrammar = new WeakMap<GrammarInfo, Tables>();

function tablesOf(grammar: GrammarInfo): Tables {
  let tables = tablesByGrammar.get(grammar);
  if (!tables) {
    tables = resolveTables(grammar, exprHandlers, stmtHandlers);
    tablesByGrammar.set(grammar, tables);
  }
  return tables;
}

/**
 * The IR of one JavaScript or TypeScript file, from a tree of tree-sitter-javascript 0.25 or
 * tree-sitter-typescript 0.23. Types are left out; what has no handler becomes `Unknown`.
 */
export function lowerJavascript(tree: FlatTree, language: LanguageId): Module {
  const tables = tablesOf(tree.grammar);
  const x = new Context(tree, tables);
  const body: Stmt[] = [];
  if (tree.count > 0) {
    if (x.is(0, x.s.program)) x.stmtsOf(0, body);
    else body.push(x.unknown(0));
  }
  const { comments, errors, named } = survey(tree, tables);
  const counts = { named, unknown: x.unknowns };
  return {
    kind: 'module',
    start: 0,
    end: tree.text.length,
    language,
    body,
    comments,
    errors,
    counts,
  };
}
