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
  getValue(address: number, type: 'i32'): number;
  setValue(address: number, value: number, type: 'i32'): void;
  _ts_tree_cursor_goto_first_child_wasm(tree: number): number;
  _ts_tree_cursor_goto_next_sibling_wasm(tree: number): number;
  _ts_tree_cursor_goto_parent_wasm(tree: number): number;
  _ts_tree_cursor_current_node_type_id_wasm(tree: number): number;
  _ts_tree_cursor_current_node_is_missing_wasm(tree: number): number;
  _ts_tree_cursor_current_field_id_wasm(tree: number): number;
  _ts_tree_cursor_start_index_wasm(tree: number): number;
  _ts_tree_cursor_end_index_wasm(tree: number): number;
}

/** The cursor's four words, as the public class keeps them. */
type CursorState = TreeCursor & { [word: number]: number };

/** Copies a tree into arrays, in preorder. */
export function dump(tree: Tree, text: string, info: GrammarInfo, c: DirectCursor): FlatTree {
  const { canonical, named } = info as GrammarTables;
  const address = (tree as unknown as { [word: number]: number })[0] ?? 0;
  const count = tree.rootNode.descendantCount;
  const symbol = new Uint16Array(count);
  const field = new Uint16Array(count);
  const start = new Uint32Array(count);
  const end = new Uint32Array(count);
  const skip = new Uint32Array(count);
  const isError = new Uint8Array(count);
  const isNamed = new Uint8Array(count);

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

    if (c._ts_tree_cursor_goto_first_child_wasm(address)) {
      parents.push(node++);
      continue;
    }
    skip[node] = node + 1;
    node++;
    while (!c._ts_tree_cursor_goto_next_sibling_wasm(address)) {
      const parent = parents.pop();
      if (parent === undefined) {
        for (let word = 0; word < 4; word++) cursor[word] = c.getValue(buffer + 4 * word, 'i32');
        cursor.delete();
        return {
          text,
          grammar: info,
          count: node,
          symbol,
          field,
          start,
          end,
          skip,
          isError,
          isNamed,
        };
      }
      c._ts_tree_cursor_goto_parent_wasm(address);
      skip[parent] = node;
    }
  }
}
