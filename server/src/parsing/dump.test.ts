import fc from 'fast-check';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { Language, Parser } from 'web-tree-sitter';
import { corpusFile, languages } from '../../../test/bench/corpus';
import { loadWasm } from '../testing/analysis';
import { type DirectCursor, dump } from './dump';
import type { FlatTree } from './flatTree';
import { grammarInfo } from './grammar';
import { changeOf } from './parsing';

let cursor: DirectCursor;

beforeAll(async () => {
  const module = { wasmBinary: await loadWasm('web-tree-sitter.wasm') };
  await Parser.init(module);
  cursor = module as unknown as DirectCursor;
});

async function load(id: (typeof languages)[number]) {
  const language = await Language.load(await loadWasm(`tree-sitter-${id}.wasm`));
  const parser = new Parser();
  parser.setLanguage(language);
  return { parser, info: grammarInfo(id, language) };
}

/** The arrays in which two dumps differ. Byte by byte, which is much faster than matchers are. */
function differences(a: FlatTree, b: FlatTree): string[] {
  const arrays = ['symbol', 'field', 'start', 'end', 'skip', 'isError', 'isNamed'] as const;
  return arrays.filter((name) => Buffer.compare(bytesOf(a[name]), bytesOf(b[name])) !== 0);
}

function bytesOf({ buffer, byteOffset, byteLength }: ArrayBufferView): Buffer {
  return Buffer.from(buffer as ArrayBuffer, byteOffset, byteLength);
}

describe.each(languages)('a dump after an edit, in %s', (id) => {
  // What is put in breaks strings, brackets and indentation, so that errors come and go.
  const insert = fc.constantFrom(
    ...['', 'x', '(', ')', '{', '}', '"', "'", '`', '\n', '\n    ', '/*', '*/', '# ', '😀', '"""'],
    ...['if a:\n', 'async ', 'return', 'class A {', 'def f(x):\n    pass\n', 'const y = [1, 2];\n'],
  );
  const edit = fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    cut: fc.nat(40),
    insert,
  });

  it('is the dump of the same tree from the beginning', async () => {
    const { parser, info } = await load(id);
    const first = corpusFile(id, 150, 3).text;
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 12 }), (edits) => {
        let text = first;
        let syntax = parser.parse(text)!;
        let dumped = dump(syntax, text, info, cursor);
        for (const { at, cut, insert: added } of edits) {
          const from = Math.floor(at * text.length);
          const next = text.slice(0, from) + added + text.slice(from + cut);
          if (next === text) continue;
          const change = changeOf(text, next);
          syntax.edit(change);
          const after = parser.parse(next, syntax)!;
          const [start, oldEnd, newEnd] = [
            change.startIndex,
            change.oldEndIndex,
            change.newEndIndex,
          ];
          const before = { ...dumped, start, oldEnd, newEnd };
          dumped = dump(after, next, info, cursor, before);
          const whole = dump(after, next, info, cursor);
          expect(differences(dumped.tree, whole.tree)).toEqual([]);
          expect(dumped.blocks.nodes.join()).toBe(whole.blocks.nodes.join());
          expect(dumped.blocks.subtrees.join()).toBe(whole.blocks.subtrees.join());
          syntax.delete();
          syntax = after;
          text = next;
        }
        syntax.delete();
      }),
      { numRuns: 25 },
    );
  });

  it('leaves out no node', async () => {
    const { parser, info } = await load(id);
    const extra = id === 'python' ? 'x = a not in b is not c\n' : 'x = a ? b : c?.d ?? !e;\n';
    const typed = id === 'typescript' ? 'declare const u: unique symbol;\n' : '';
    const text = corpusFile(id, 1000, 5).text + extra + typed;
    const syntax = parser.parse(text)!;
    const { tree } = dump(syntax, text, info, cursor);
    expect(tree.skip[0]).toBe(syntax.rootNode.descendantCount);
    syntax.delete();
  });

  it('asks for few nodes', async () => {
    const { parser, info } = await load(id);
    const { text } = corpusFile(id, 1000, 5);
    const syntax = parser.parse(text)!;
    const dumped = dump(syntax, text, info, cursor);
    const at = text.indexOf('\n', text.length / 2);
    const next = `${text.slice(0, at)} ${text.slice(at)}`;
    syntax.edit(changeOf(text, next));
    const after = parser.parse(next, syntax)!;
    const asked = vi.fn(cursor._ts_tree_cursor_current_node_type_id_wasm);
    const counting = Object.create(cursor, {
      _ts_tree_cursor_current_node_type_id_wasm: { value: asked },
    }) as DirectCursor;
    dump(after, next, info, counting, { ...dumped, start: at, oldEnd: at, newEnd: at + 1 });
    expect(asked.mock.calls.length).toBeLessThan(dumped.tree.count / 3);
    syntax.delete();
    after.delete();
  });
});
