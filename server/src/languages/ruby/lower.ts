import type { Module } from '../../ir/types';
import type { FlatTree } from '../../parsing/flatTree';
import { tablesFor } from '../lowering';
import { Context, fields, nodeTypes, tokens } from './lowerContext';
import { exprHandlers } from './lowerExprs';
import { patternHandlers } from './lowerPatterns';
import { stmtHandlers } from './lowerStmts';
import { stringHandlers } from './lowerStrings';

const tablesOf = tablesFor(() => ({
  nodeTypes,
  fields,
  tokens,
  exprs: { ...exprHandlers, ...stringHandlers },
  stmts: { ...stmtHandlers, ...patternHandlers },
  comments: ['comment'],
  commentMarks: /^(?:#+|=begin\b)|\n=end\b[^\n]*$/g,
  // A heredoc's body is lowered where the heredoc begins.
  silent: ['heredoc_body', 'empty_statement', 'uninterpreted', 'hash_splat_nil'],
  names: ['identifier', 'constant'],
  binary: { type: 'binary', parentheses: 'parenthesized_statements' },
  operators: { '==': '===', '!=': '!==', and: '&&', or: '||', not: '!', 'defined?': 'typeof' },
}));

/**
 * The IR of one Ruby file, from a tree of tree-sitter-ruby 0.23. Any tree gives a module: what the
 * parser could not read becomes `Unknown` and keeps what is inside.
 *
 * Ruby's own ways, as the IR has them:
 * - everything has a value: a function's last expression is a `Return`, also through `if`, `case`
 *   and `begin`; `x = if …` assigns in each branch;
 * - a block is the call's argument `yield`; a method that yields, or names its block, has a
 *   parameter `yield`;
 * - an instance variable `@x` is the member `@x` of `self`; `attr_reader :x` is a method that
 *   gives it, `attr_writer :x` a method `x=` that takes it;
 * - symbols are texts; `a << b` and `a =~ b` are calls of `<<` and `match?`; `a..b` is a new
 *   `Range`; a regular expression with holes is a new `Regexp`; backticks call a function of that
 *   name;
 * - a call without arguments and block is a `Member`, without receiver a `Name`;
 * - `require_relative` imports everything from a file, `require` notes a library;
 * - `send(:name, …)` with a literal name is a call of that method.
 */
export function lowerRuby(tree: FlatTree): Module {
  return new Context(tree, tablesOf(tree.grammar)).module('ruby');
}
