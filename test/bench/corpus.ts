import { javaFile } from './javaCorpus';
import { javascriptFile } from './javascriptCorpus';
import { phpFile } from './phpCorpus';
import { pythonFile } from './pythonCorpus';
import { Random } from './random';
import { rubyFile } from './rubyCorpus';

/** Code that looks like what learners write: routes over a database. Made here, the same every time. */

export const languages = ['javascript', 'typescript', 'python', 'java', 'ruby', 'php'] as const;
export type CorpusLanguage = (typeof languages)[number];

const extensions: Readonly<Record<CorpusLanguage, string>> = {
  javascript: 'js',
  typescript: 'ts',
  python: 'py',
  java: 'java',
  ruby: 'rb',
  php: 'php',
};

export interface CorpusFile {
  readonly name: string;
  readonly language: CorpusLanguage;
  readonly text: string;
}

const writers: Readonly<Record<CorpusLanguage, (lines: number, random: Random) => string>> = {
  javascript: (lines, random) => javascriptFile(lines, random, false),
  typescript: (lines, random) => javascriptFile(lines, random, true),
  python: pythonFile,
  java: javaFile,
  ruby: rubyFile,
  php: phpFile,
};

/** A file of exactly so many lines. */
export function corpusFile(language: CorpusLanguage, lines: number, seed: number): CorpusFile {
  const random = new Random(seed);
  const text = writers[language](lines, random);
  return { name: `${language}-${lines}-${seed}.${extensions[language]}`, language, text };
}

/** Many small files, of 40 to 200 lines. */
export function smallFiles(language: CorpusLanguage, count: number, seed: number): CorpusFile[] {
  const random = new Random(seed);
  return Array.from({ length: count }, () =>
    corpusFile(language, 40 + random.below(160), random.below(2 ** 31)),
  );
}

/** Adds units until no more fit, then a table to come out at the exact number of lines. */
export function assemble(
  head: readonly string[],
  lines: number,
  unit: (index: number) => readonly string[],
  table: (rows: number) => readonly string[],
): string {
  const out = [...head];
  for (let index = 0; ; index++) {
    const next = unit(index);
    if (out.length + next.length + 1 > lines - table(0).length - 1) break;
    out.push('', ...next);
  }
  out.push('', ...table(lines - out.length - 1 - table(0).length));
  return `${out.join('\n')}\n`;
}
