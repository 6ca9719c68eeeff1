/**
 * A syntax tree copied out of WebAssembly into flat arrays: one crossing-poor walk, then plain
 * JavaScript. Nodes are numbers in preorder; the root is 0. Only named nodes and the anonymous
 * tokens that carry meaning are kept by `kind`; anonymous ones have `isNamed` 0.
 */
export interface FlatTree {
  /** The text that the offsets refer to. */
  readonly text: string;
  readonly grammar: GrammarInfo;
  readonly count: number;
  /** Grammar symbol of each node; compare with `grammar.symbol('call_expression')`. */
  readonly symbol: Uint16Array;
  /** Grammar field under which the node hangs in its parent, 0 when none. */
  readonly field: Uint16Array;
  /** UTF-16 offsets. */
  readonly start: Uint32Array;
  readonly end: Uint32Array;
  /** Index of the next node that is not inside this one: `node + 1 … skip[node] - 1` are inside. */
  readonly skip: Uint32Array;
  /** 1 for an ERROR or MISSING node. */
  readonly isError: Uint8Array;
  readonly isNamed: Uint8Array;
}

/** Symbol and field tables of one grammar, resolved once. */
export interface GrammarInfo {
  readonly id: GrammarId;
  /** Names by symbol number. */
  readonly symbolNames: readonly string[];
  readonly fieldNames: readonly (string | null)[];
  /** Number of a named symbol; throws on a name that the grammar does not have (several alias
   * symbols may share a name: the walk maps them to one number). */
  symbol(name: string): number;
  /** Number of an anonymous token such as `+`. */
  token(name: string): number;
  field(name: string): number;
}

export type GrammarId = 'javascript' | 'typescript' | 'tsx' | 'python' | 'java' | 'ruby' | 'php';
