import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { Language, Parser } from 'web-tree-sitter';
import { createAnalysis } from '../../server/src/analysis';
import { type CorpusFile, type CorpusLanguage, corpusFile, languages, smallFiles } from './corpus';
import { median } from './statistics';

const options = { rules: {}, sqlDialect: 'auto' } as const;
// Many short rounds: what else runs on the machine disturbs few of them, and the median none.
const rounds = 60;
const warmUp = 12;

/**
 * What the whole analysis of a file costs, as a multiple of parsing it and nothing more. Both in
 * turn in this process, over files that are new in each round, so that nothing is remembered.
 *
 * @param grammars the folder with the WebAssembly files
 */
export async function measureRatio(grammars: string): Promise<Record<CorpusLanguage, number>> {
  const loadWasm = (name: string): Promise<Uint8Array> => readFile(path.join(grammars, name));
  const analysis = await createAnalysis({ loadWasm });
  const ratios = {} as Record<CorpusLanguage, number>;
  for (const language of languages) {
    const parser = new Parser();
    parser.setLanguage(await Language.load(await loadWasm(`tree-sitter-${language}.wasm`)));
    const bare = (files: readonly CorpusFile[]) => {
      for (const { text } of files) parser.parse(text)?.delete();
    };
    const whole = async (files: readonly CorpusFile[]) => {
      for (const { name, text } of files) {
        const document = await analysis.open(name, undefined, text);
        document.findings(options);
        document.dispose();
      }
    };
    const taken: number[] = [];
    for (let round = 0; round < warmUp + rounds; round++) {
      const files = [...smallFiles(language, 6, round), corpusFile(language, 300, round)];
      const first = round % 2 === 0 ? await time(() => bare(files)) : 0;
      const analysed = await time(() => whole(files));
      const parsed = round % 2 === 0 ? first : await time(() => bare(files));
      if (round >= warmUp) taken.push(analysed / parsed);
    }
    ratios[language] = median(taken);
  }
  return ratios;
}

async function time(body: () => void | Promise<void>): Promise<number> {
  const started = performance.now();
  await body();
  return performance.now() - started;
}
