import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadWasm } from '../testing/analysis';
import type { FlatTree, GrammarId } from './flatTree';
import { createParsing, maxTextLength, type Parsing } from './parsing';

const grammars = ['javascript', 'typescript', 'tsx', 'python'] as const;
let parsing: Parsing;

beforeAll(async () => {
  parsing = await createParsing(loadWasm);
});

async function parse(text: string, id: GrammarId = 'javascript'): Promise<FlatTree> {
  const document = (await parsing.load(id)).open(text);
  document.dispose();
  return document.tree;
}

/** Everything that a tree says, for comparison. */
function facts(tree: FlatTree) {
  return {
    symbol: [...tree.symbol],
    field: [...tree.field],
    start: [...tree.start],
    end: [...tree.end],
    skip: [...tree.skip],
    isError: [...tree.isError],
    isNamed: [...tree.isNamed],
  };
}

/** `type text` of each named leaf. */
function leaves(tree: FlatTree): string[] {
  const found: string[] = [];
  for (let node = 0; node < tree.count; node++) {
    if (tree.skip[node] !== node + 1 || tree.isNamed[node] === 0) continue;
    const name = tree.grammar.symbolNames[tree.symbol[node]!];
    found.push(`${name} ${tree.text.slice(tree.start[node], tree.end[node])}`);
  }
  return found;
}

/** Numbering is preorder, `skip` leads behind a node's last descendant, spans nest. */
function expectSound(tree: FlatTree): void {
  expect(tree.skip[0]).toBe(tree.count);
  const open: number[] = [];
  for (let node = 0; node < tree.count; node++) {
    while (open.length > 0 && node >= tree.skip[open.at(-1)!]!) open.pop();
    const parent = open.at(-1);
    const sound =
      tree.skip[node]! > node &&
      tree.start[node]! <= tree.end[node]! &&
      tree.end[node]! <= tree.text.length &&
      (parent === undefined ||
        (tree.skip[node]! <= tree.skip[parent]! &&
          tree.start[node]! >= tree.start[parent]! &&
          tree.end[node]! <= tree.end[parent]!));
    if (!sound) throw new Error(`node ${node} of ${tree.count} is not sound`);
    open.push(node);
  }
}

describe('parsing', () => {
  it('keeps names, fields and offsets', async () => {
    const tree = await parse('f(1);');
    const { grammar } = tree;
    const at = (name: string) => tree.symbol.indexOf(grammar.symbol(name));
    const call = at('call_expression');
    expect([tree.start[call], tree.end[call]]).toEqual([0, 4]);
    expect(tree.field[at('identifier')]).toBe(grammar.field('function'));
    expect(tree.field[at('arguments')]).toBe(grammar.field('arguments'));
    expect(tree.skip[call]).toBe(tree.symbol.indexOf(grammar.token(';')));
    expect(() => grammar.symbol('no such type')).toThrow('no node type');
  });

  it('gives the symbols of one name one number', async () => {
    // In the grammar `property_identifier` is an alias of several symbols.
    const tree = await parse(
      'a.b; ({ b: 1, get() {}, static: 2 }); class X { async() {} get = 1 }',
    );
    const properties = leaves(tree).filter((leaf) => leaf.startsWith('property_identifier'));
    expect(properties).toHaveLength(6);
    const number = tree.grammar.symbol('property_identifier');
    expect([...tree.symbol].filter((symbol) => symbol === number)).toHaveLength(6);
  });

  it('counts UTF-16 code units', async () => {
    const text = '\ufeffconst a = "😀é"; // 漢\r\nb("𝒳", c)\r\n';
    const tree = await parse(text);
    expect([...tree.isError]).not.toContain(1);
    expect(leaves(tree)).toEqual([
      'identifier a',
      'string_fragment 😀é',
      'comment // 漢',
      'identifier b',
      'string_fragment 𝒳',
      'identifier c',
    ]);
    expect(leaves(await parse('\ufeffx = "😀"\r\ny = x\r\n', 'python'))).toContain('identifier y');
  });

  it('marks errors and missing text', async () => {
    const torn = await parse('f(a; g(b)');
    expect([...torn.isError]).toContain(1);
    const missing = await parse('if (a) { b()');
    const at = missing.isError.indexOf(1);
    expect(missing.start[at]).toBe(missing.end[at]);
  });

  it.each(grammars)('survives what is no %s', async (id) => {
    const bytes = Array.from({ length: 20_000 }, (_, i) => String.fromCharCode((i * 7919) % 256));
    for (const text of ['', '\0', '\ufeff', bytes.join(''), '\ud800"\udfff', '((((', '}}}}']) {
      expectSound(await parse(text, id));
    }
  });

  it('is not limited by nesting', async () => {
    const depth = 20_000;
    const tree = await parse(`x = ${'['.repeat(depth)}${']'.repeat(depth)};`);
    expectSound(tree);
    const array = tree.grammar.symbol('array');
    expect([...tree.symbol].filter((symbol) => symbol === array)).toHaveLength(depth);
  });

  it('refuses a text that is too long, and keeps the old one', async () => {
    const grammar = await parsing.load('javascript');
    expect(() => grammar.open(' '.repeat(maxTextLength + 1))).toThrow(RangeError);
    const document = grammar.open('f(a);');
    expect(() => document.edit('"'.repeat(maxTextLength + 1))).toThrow(RangeError);
    expect(document.tree.text).toBe('f(a);');
    document.edit('f(a, b);');
    expect(facts(document.tree)).toEqual(facts(await parse('f(a, b);')));
    document.dispose();
  });
});

describe('incremental parsing', () => {
  const piece = fc.constantFrom(
    ...['const a = 1;\n', 'f(a, `x${b}`);\n', 'if (a) {', '}', '"😀"', "'", '`', '(', ')', '\r\n'],
    ...[
      '/*',
      '*/',
      '// c\n',
      '+',
      '=',
      'é',
      ' ',
      'function g() { return 1 }\n',
      '<a>',
      '</a>',
      ':',
    ],
    ...['def f(x):\n    return x\n', '    ', '\n', '"""', "f'{a}'", '#', ','],
  );
  const source = fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join(''));
  const edit = fc.record({ at: fc.nat(400), remove: fc.nat(12), insert: source });

  it.each(grammars)('sees %s as a parse from scratch does', async (id) => {
    const grammar = await parsing.load(id);
    fc.assert(
      fc.property(source, fc.array(edit, { minLength: 1, maxLength: 5 }), (first, edits) => {
        const document = grammar.open(first);
        let text = first;
        for (const { at, remove, insert } of edits) {
          const from = Math.min(at, text.length);
          text = text.slice(0, from) + insert + text.slice(from + remove);
          document.edit(text);
          const scratch = grammar.open(text);
          const [incremental, whole] = [facts(document.tree), facts(scratch.tree)];
          scratch.dispose();
          expect(document.tree.text).toBe(text);
          expectSound(document.tree);
          // Around a syntax error the parser may recover in another way than from scratch.
          const isValid = !whole.isError.includes(1) && !incremental.isError.includes(1);
          if (isValid) expect(incremental).toEqual(whole);
        }
        document.dispose();
      }),
      { numRuns: 60 },
    );
  });

  it('sees text without errors as a parse from scratch does', async () => {
    const grammar = await parsing.load('javascript');
    const statement = fc.constantFrom(
      ...['const a = 1;\n', 'f(a, `x${b}`);\r\n', 'if (a) { b(); }\n', '"😀";\n', '// c\n'],
      ...['function g() { return [1, 2] }\n', '/* é */ x = { y };\n', 'class A { m() {} }\n'],
    );
    const program = fc.array(statement, { maxLength: 12 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(fc.array(program, { minLength: 2, maxLength: 6 }), (versions) => {
        const document = grammar.open(versions[0]!);
        for (const text of versions) {
          document.edit(text);
          const scratch = grammar.open(text);
          expect(scratch.tree.isError).not.toContain(1);
          expect(facts(document.tree)).toEqual(facts(scratch.tree));
          scratch.dispose();
        }
        document.dispose();
      }),
      { numRuns: 60 },
    );
  });

  it('follows text that is typed and deleted letter by letter', async () => {
    const text = "app.get('/', async (q, r) => {\n  r.send(`<b>${q.query.a}</b>`);\r\n}); // 😀\n";
    const document = (await parsing.load('typescript')).open('');
    for (let length = 1; length <= text.length; length++) document.edit(text.slice(0, length));
    const scratch = facts(await parse(text, 'typescript'));
    expect(facts(document.tree)).toEqual(scratch);
    for (let from = 0; from < text.length; from += 3) {
      document.edit(text.slice(0, from) + text.slice(from + 2));
      document.edit(text);
      expect(facts(document.tree)).toEqual(scratch);
    }
    document.dispose();
  });
});
