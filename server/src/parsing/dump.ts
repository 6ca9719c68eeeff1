import type { Tree, TreeCursor } from 'web-tree-sitter';
import type { FlatTree, GrammarInfo } from './flatTree';
import { errorSymbol, type GrammarTables } from './grammar';

/**
 * Functions inside web-tree-sitter 0.27 that its `TreeCursor` calls. They are not documented, so the
 * version is pinned. The state of the cursor lies at the transfer buffer, where each call finds it
 * and leaves it: only the public class copies it back and forth, which is what makes it slow.
 */
export interface DirectCursor {
  _ts_init(): number;
  /** The memory; another array after it has grown. */
  readonly HEAPU32: Uint32Array;
  getValue(address: number, type: 'i32'): number;
  setValue(address: number, value: number, type: 'i32'): void;
  _ts_tree_cursor_goto_first_child_wasm(tree: number): number;
  _ts_tree_cursor_goto_next_sibling_wasm(tree: number): number;
  _ts_tree_cursor_goto_parent_wasm(tree: number): number;
  _ts_tree_cursor_current_node_type_id_wasm(tree: number): number;
  _ts_tree_cursor_current_node_is_missing_wasm(tree: number): number;
  /** Address of the subtree's reference in its parent (`TSNode.id`). */
  _ts_tree_cursor_current_node_id_wasm(tree: number): number;
  _ts_tree_cursor_current_field_id_wasm(tree: number): number;
  _ts_tree_cursor_start_index_wasm(tree: number): number;
  _ts_tree_cursor_end_index_wasm(tree: number): number;
}

/** The cursor's four words, as the public class keeps them. */
type CursorState = TreeCursor & { [word: number]: number };

/** Nodes of fewer characters are not remembered: walking them again costs less. */
const smallestBlock = 120;

/** The larger subtrees of a tree that was dumped, so that the next dump can copy what is still there. */
export interface Blocks {
  /** Nodes in preorder, and the address of each one's subtree. */
  readonly nodes: readonly number[];
  readonly subtrees: readonly number[];
  /** Subtree to its place in the lists. */
  readonly places: ReadonlyMap<number, number>;
}

/** The tree before an edit. Its syntax tree must not have been freed, or addresses might come again. */
export interface Before {
  readonly tree: FlatTree;
  readonly blocks: Blocks;
  /** What was changed, as offsets. */
  readonly start: number;
  readonly oldEnd: number;
  readonly newEnd: number;
}

/**
 * Copies a tree into arrays, in preorder.
 *
 * After an edit the parser takes over whole subtrees, which never change: the same subtree at the
 * same place in the text is copied from the arrays before, without asking for its nodes.
 */
export function dump(
  tree: Tree,
  text: string,
  info: GrammarInfo,
  c: DirectCursor,
  before?: Before,
): { tree: FlatTree; blocks: Blocks } {
  const { canonical, named, leaf } = info as GrammarTables;
  const address = (tree as unknown as { [word: number]: number })[0] ?? 0;
  const count = tree.rootNode.descendantCount;
  const symbol = new Uint16Array(count);
  const field = new Uint16Array(count);
  const start = new Uint32Array(count);
  const end = new Uint32Array(count);
  const skip = new Uint32Array(count);
  const isError = new Uint8Array(count);
  const isNamed = new Uint8Array(count);
  const flat: FlatTree = {
    text,
    grammar: info,
    count,
    symbol,
    field,
    start,
    end,
    skip,
    isError,
    isNamed,
  };
  const nodes: number[] = [];
  const subtrees: number[] = [];
  const places = new Map<number, number>();
  const remember = (node: number, subtree: number) => {
    places.set(subtree, nodes.length);
    nodes.push(node);
    subtrees.push(subtree);
  };

  const cursor = tree.walk() as CursorState;
  const buffer = c._ts_init();
  for (let word = 0; word < 4; word++) c.setValue(buffer + 4 * word, cursor[word] ?? 0, 'i32');

  const parents: number[] = [];
  let node = 0;
  for (;;) {
    const type = c._ts_tree_cursor_current_node_type_id_wasm(address);
    const from = c._ts_tree_cursor_start_index_wasm(address);
    const to = c._ts_tree_cursor_end_index_wasm(address);
    symbol[node] = canonical[type] ?? type;
    isNamed[node] = named[type] ?? 0;
    field[node] = c._ts_tree_cursor_current_field_id_wasm(address);
    start[node] = from;
    end[node] = to;
    if (type === errorSymbol) isError[node] = 1;
    // A missing token takes no room in the text.
    else if (from === to && c._ts_tree_cursor_current_node_is_missing_wasm(address))
      isError[node] = 1;

    let copied = 0;
    if (to - from >= smallestBlock) {
      const subtree = c.HEAPU32[c._ts_tree_cursor_current_node_id_wasm(address) >>> 2] ?? 0;
      const place = before && oldPlaceOf(before, subtree, symbol[node]!, from, to);
      if (before === undefined || place === undefined) remember(node, subtree);
      else copied = copy(before, place, flat, node, remember);
    }

    if (copied === 0 && leaf[type] !== 1 && c._ts_tree_cursor_goto_first_child_wasm(address)) {
      parents.push(node++);
      continue;
    }
    skip[node] = node + Math.max(copied, 1);
    node = skip[node]!;
    while (!c._ts_tree_cursor_goto_next_sibling_wasm(address)) {
      const parent = parents.pop();
      if (parent === undefined) {
        for (let word = 0; word < 4; word++) cursor[word] = c.getValue(buffer + 4 * word, 'i32');
        cursor.delete();
        return { tree: flat, blocks: { nodes, subtrees, places } };
      }
      c._ts_tree_cursor_goto_parent_wasm(address);
      skip[parent] = node;
    }
  }
}

/** Which block the same subtree was before the edit, at the same place of the unchanged text. */
function oldPlaceOf(
  { tree, blocks, start, oldEnd, newEnd }: Before,
  subtree: number,
  symbol: number,
  from: number,
  to: number,
): number | undefined {
  if (to > start && from < newEnd) return undefined;
  const place = blocks.places.get(subtree);
  if (place === undefined) return undefined;
  const shift = from >= newEnd ? oldEnd - newEnd : 0;
  const node = blocks.nodes[place]!;
  const isSame =
    tree.start[node] === from + shift &&
    tree.end[node] === to + shift &&
    tree.symbol[node] === symbol;
  return isSame ? place : undefined;
}

/**
 * Copies what is inside an old block to stand inside `node`, whose own entries are made already.
 *
 * @returns how many nodes the subtree has, `node` included.
 */
function copy(
  { tree, blocks, newEnd, oldEnd }: Before,
  first: number,
  to: FlatTree,
  node: number,
  remember: (node: number, subtree: number) => void,
): number {
  const old = blocks.nodes[first]!;
  const limit = tree.skip[old]!;
  const move = node - old;
  to.symbol.set(tree.symbol.subarray(old + 1, limit), node + 1);
  to.field.set(tree.field.subarray(old + 1, limit), node + 1);
  to.isError.set(tree.isError.subarray(old + 1, limit), node + 1);
  to.isNamed.set(tree.isNamed.subarray(old + 1, limit), node + 1);
  const shift = to.start[node]! >= newEnd ? newEnd - oldEnd : 0;
  for (let from = old + 1; from < limit; from++) {
    to.start[from + move] = tree.start[from]! + shift;
    to.end[from + move] = tree.end[from]! + shift;
    to.skip[from + move] = tree.skip[from]! + move;
  }
  for (let place = first; place < blocks.nodes.length && blocks.nodes[place]! < limit; place++)
    remember(blocks.nodes[place]! + move, blocks.subtrees[place]!);
  return limit - old;
}
