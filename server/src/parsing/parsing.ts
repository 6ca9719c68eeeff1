import { Edit, Language, Parser, type Tree } from 'web-tree-sitter';
import { type Blocks, type DirectCursor, dump } from './dump';
import type { FlatTree, GrammarId, GrammarInfo } from './flatTree';
import { grammarInfo } from './grammar';

/**
 * Texts longer than this (UTF-16 code units) are not parsed: what is that long is generated or
 * minified, and nobody reads findings in it.
 */
export const maxTextLength = 1_500_000;

const wasmOf: Readonly<Record<GrammarId, string>> = {
  javascript: 'tree-sitter-javascript.wasm',
  typescript: 'tree-sitter-typescript.wasm',
  tsx: 'tree-sitter-tsx.wasm',
  python: 'tree-sitter-python.wasm',
  java: 'tree-sitter-java.wasm',
  ruby: 'tree-sitter-ruby.wasm',
  php: 'tree-sitter-php.wasm',
};

/** A text with its syntax tree, which follows the text's changes. */
export interface ParsedDocument {
  readonly tree: FlatTree;
  /**
   * Parses the new text, reusing what did not change.
   *
   * @throws RangeError when the text is longer than `maxTextLength`; the document stays as it was.
   */
  edit(text: string): void;
  /** Frees the tree; the document must not be used afterwards. */
  dispose(): void;
}

/** A grammar that is loaded. */
export interface Grammar {
  /** @throws RangeError when the text is longer than `maxTextLength`. */
  open(text: string): ParsedDocument;
}

export interface Parsing {
  load(grammar: GrammarId): Promise<Grammar>;
}

/**
 * Parsers over WebAssembly. Grammars are loaded when they are first needed.
 *
 * @param loadWasm gives the bytes of `web-tree-sitter.wasm` and of the grammars, by file name.
 */
export async function createParsing(
  loadWasm: (name: string) => Promise<Uint8Array>,
): Promise<Parsing> {
  const module = { wasmBinary: await loadWasm('web-tree-sitter.wasm') };
  // Init fills the object with the library's own functions: the direct way to the tree cursor.
  await Parser.init(module);
  const cursor = module as unknown as DirectCursor;
  const loaded = new Map<GrammarId, Promise<Grammar>>();

  const load = async (id: GrammarId): Promise<Grammar> => {
    const language = await Language.load(await loadWasm(wasmOf[id]));
    const parser = new Parser();
    parser.setLanguage(language);
    const info = grammarInfo(id, language);
    return { open: (text) => new TreeDocument(parser, info, cursor, text) };
  };

  return {
    load(id) {
      let grammar = loaded.get(id);
      if (!grammar) {
        grammar = load(id);
        loaded.set(id, grammar);
      }
      return grammar;
    },
  };
}

class TreeDocument implements ParsedDocument {
  tree: FlatTree;
  private syntax: Tree;
  private blocks: Blocks;

  constructor(
    private readonly parser: Parser,
    private readonly info: GrammarInfo,
    private readonly cursor: DirectCursor,
    text: string,
  ) {
    checkLength(text);
    this.syntax = this.parse(text, undefined);
    ({ tree: this.tree, blocks: this.blocks } = dump(this.syntax, text, info, cursor));
  }

  private parse(text: string, old: Tree | undefined): Tree {
    const tree = this.parser.parse(text, old);
    if (!tree) throw new Error('the parser gave no tree');
    return tree;
  }

  edit(text: string): void {
    const before = this.tree.text;
    if (text === before) return;
    checkLength(text);
    const change = changeOf(before, text);
    this.syntax.edit(change);
    const next = this.parse(text, this.syntax);
    const { tree, blocks } = dump(next, text, this.info, this.cursor, {
      tree: this.tree,
      blocks: this.blocks,
      start: change.startIndex,
      oldEnd: change.oldEndIndex,
      newEnd: change.newEndIndex,
    });
    this.syntax.delete();
    this.syntax = next;
    this.tree = tree;
    this.blocks = blocks;
  }

  dispose(): void {
    this.syntax.delete();
  }
}

function checkLength(text: string): void {
  if (text.length > maxTextLength)
    throw new RangeError(`text of ${text.length} characters is too long to parse`);
}

/** The one range in which two texts differ. */
export function changeOf(before: string, after: string): Edit {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before.charCodeAt(start) === after.charCodeAt(start)) start++;
  let tail = 0;
  while (
    tail < most - start &&
    before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail)
  ) {
    tail++;
  }
  const oldEndIndex = before.length - tail;
  const newEndIndex = after.length - tail;
  const startPosition = pointAt(before, start, 0, { row: 0, column: 0 });
  return new Edit({
    startIndex: start,
    oldEndIndex,
    newEndIndex,
    startPosition,
    oldEndPosition: pointAt(before, oldEndIndex, start, startPosition),
    newEndPosition: pointAt(after, newEndIndex, start, startPosition),
  });
}

/** Row and column of an offset, counted on from a known place. */
function pointAt(
  text: string,
  offset: number,
  from: number,
  known: { row: number; column: number },
) {
  let { row } = known;
  let lineStart = from - known.column;
  for (let at = text.indexOf('\n', from); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) {
    row++;
    lineStart = at + 1;
  }
  return { row, column: offset - lineStart };
}
