import { beforeAll, describe, expect, it } from 'vitest';
import { createParsing, type Parsing } from '../../server/src/parsing/parsing';
import { loadWasm } from '../../server/src/testing/analysis';
import { corpusFile, languages, smallFiles } from './corpus';

let parsing: Parsing;

beforeAll(async () => {
  parsing = await createParsing(loadWasm);
});

describe.each(languages)('the corpus in %s', (language) => {
  it('is the same for the same seed, and another for another', () => {
    expect(corpusFile(language, 300, 7)).toEqual(corpusFile(language, 300, 7));
    expect(corpusFile(language, 300, 7).text).not.toBe(corpusFile(language, 300, 8).text);
  });

  it.each([40, 500, 5000])('has exactly %i lines, without a syntax error', async (lines) => {
    const { text } = corpusFile(language, lines, 1);
    expect(text.split('\n').length - 1).toBe(lines);
    const document = (await parsing.load(language)).open(text);
    document.dispose();
    expect(document.tree.isError.includes(1)).toBe(false);
  });

  it('has small files of different lengths', () => {
    const lengths = smallFiles(language, 20, 3).map(({ text }) => text.split('\n').length - 1);
    expect(Math.min(...lengths)).toBeGreaterThanOrEqual(40);
    expect(Math.max(...lengths)).toBeLessThan(200);
    expect(new Set(lengths).size).toBeGreaterThan(10);
  });
});
