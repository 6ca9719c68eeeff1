import { beforeAll, describe, expect, it } from 'vitest';
import type { LanguageId, Node } from '../../ir/types';
import { nodesOf } from '../../ir/walk';
import { createParsing, type Parsing } from '../../parsing/parsing';
import { applyEdits, type TextEdit } from '../../report/finding';
import { loadWasm } from '../../testing/analysis';
import { codeLanguage } from '../../workspace/languages';
import { sortEdits } from '../edits';
import type { RuleContext } from '../rule';
import { removeItem, setEntries, setEntry, setEntryAt, setKeywords } from './options';

let parsing: Parsing;
beforeAll(async () => {
  parsing = await createParsing(loadWasm);
});

/** The text after edits that are made for its first node of a kind. */
async function changed<K extends 'map' | 'call' | 'list'>(
  language: LanguageId,
  text: string,
  kind: K,
  edit: (node: Extract<Node, { kind: K }>, context: RuleContext) => readonly TextEdit[] | undefined,
): Promise<string | undefined> {
  const document = (await parsing.load(language)).open(text);
  const { frontEnd } = codeLanguage(language);
  const module = frontEnd.lower(document.tree);
  document.dispose();
  const flow = {
    file: 'a',
    sites: [],
    incomplete: [],
    paramIsOpen: () => false,
    imports: new Set<string>(),
  };
  const edits = edit(nodesOf(module, kind)[0]!, { text, module, flow });
  const sorted = edits && sortEdits(edits);
  return sorted && applyEdits(text, sorted);
}

describe('a key of a collection', () => {
  it.each<[LanguageId, string, string]>([
    ['javascript', 'f({})', 'f({ secure: true })'],
    ['javascript', 'f({ a: 1 })', 'f({ a: 1, secure: true })'],
    ['javascript', 'f({ secure: false, b })', 'f({ secure: true, b })'],
    ['javascript', 'f({ secure })', 'f({ secure: true })'],
    ['javascript', 'f({ secure: "no" })', 'f({ secure: true })'],
    ['javascript', "f({ 'a': 1 })", "f({ 'a': 1, 'secure': true })"],
    ['javascript', 'f({\n  a: 1,\n});', 'f({\n  a: 1,\n  secure: true,\n});'],
    ['javascript', 'f({\n  a: 1 // one\n});', 'f({\n  a: 1, // one\n  secure: true\n});'],
    ['javascript', 'f({\n  a: 1, // one\n});', 'f({\n  a: 1, // one\n  secure: true,\n});'],
    ['typescript', 'f({ secure: false as boolean });', 'f({ secure: true });'],
    ['python', 'f({})', "f({'secure': true})"],
    ['python', 'f({"a": "b"})', 'f({"a": "b", "secure": true})'],
    ['ruby', 'f({ a: "b" })', 'f({ a: "b", secure: true })'],
    ['ruby', 'x = { :a => 1 }', 'x = { :a => 1, :secure => true }'],
    ['ruby', "x = { 'a' => 'b' }", "x = { 'a' => 'b', 'secure' => true }"],
    ['php', "<?php f(['a' => 'b']);", "<?php f(['a' => 'b', 'secure' => true]);"],
    ['php', "<?php f(['secure' => 'b']);", "<?php f(['secure' => true]);"],
    ['php', "<?php f(array('a' => 1,));", "<?php f(array('a' => 1, 'secure' => true,));"],
  ])('%s: %s', async (language, before, after) => {
    const edit = (map: Extract<Node, { kind: 'map' }>, context: RuleContext) =>
      setEntry(map, 'secure', 'true', context);
    expect(await changed(language, before, 'map', edit)).toBe(after);
  });

  it('inside of another one', async () => {
    const set = (text: string) =>
      changed('javascript', text, 'map', (map, context) =>
        setEntryAt(map, ['cookie', 'secure'], 'true', context),
      );
    expect(await set('f({ cookie: { a: 1 } })')).toBe('f({ cookie: { a: 1, secure: true } })');
    expect(await set('f({ b: 1 })')).toBe('f({ b: 1, cookie: { secure: true } })');
  });

  it('several at once', async () => {
    const after = await changed('javascript', 'f({ a: 1, b: 2 })', 'map', (map, context) =>
      setEntries(
        map,
        [
          ['a', '3'],
          ['c', '4'],
          ['d', '5'],
        ],
        context,
      ),
    );
    expect(after).toBe('f({ a: 3, b: 2, c: 4, d: 5 })');
  });
});

describe('a keyword argument', () => {
  it.each<[LanguageId, string, string]>([
    ['python', 'f()', 'f(secure=True, b=1)'],
    ['python', 'f(x, secure="no")', 'f(x, secure=True, b=1)'],
    ['python', 'f(\n    x,\n    y,\n)', 'f(\n    x,\n    y,\n    secure=True,\n    b=1,\n)'],
    ['ruby', 'f(:x, secure: false)', 'f(:x, secure: True, b: 1)'],
    ['ruby', 'f :x', 'f :x, secure: True, b: 1'],
  ])('%s: %s', async (language, before, after) => {
    const after_ = await changed(language, before, 'call', (call, context) =>
      setKeywords(
        call,
        [
          ['secure', 'True'],
          ['b', '1'],
        ],
        context,
      ),
    );
    expect(after_).toBe(after);
  });
});

describe('an item that goes', () => {
  it.each([
    ['[a]', 0, '[]'],
    ['[a, b]', 0, '[b]'],
    ['[a, b]', 1, '[a]'],
    ['[a, b, c,]', 1, '[a, c,]'],
    ['[\n  a,\n]', 0, '[\n  \n]'],
  ])('%s %i', async (before, at, after) => {
    const text = await changed('python', before, 'list', ({ elements }, context) => {
      const edit = removeItem(elements, elements[at]!, context);
      return edit && [edit];
    });
    expect(text).toBe(after);
  });
});
