import type { LanguageId, Module } from '../ir/types';
import type { FlatTree, GrammarId } from '../parsing/flatTree';

/** What a language brings to the analysis: which files, which grammar, and how its tree becomes IR. */
export interface FrontEnd {
  readonly language: LanguageId;
  /** File extensions with the dot, lower case, and the grammar that parses each. */
  readonly extensions: Readonly<Record<string, GrammarId>>;
  /** Never throws: what is not understood becomes `Unknown`. */
  lower(tree: FlatTree): Module;
}
