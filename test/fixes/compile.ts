import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { compileJava } from './compileJava';
import { checkJavaScript, checkPhp, checkPython, checkRuby, checkTypeScript } from './compilers';
import type { JudgedFile } from './corpus';

/** Whether programs that compiled still do with their fixes. */

/** A text that is compiled instead of a file's own. */
export interface Variant {
  readonly file: JudgedFile;
  readonly text: string;
  /** Number of the finding in the verdict; undefined for all fixes together. */
  readonly finding: number | undefined;
}

/** A text for a compiler, in a file of its own. */
export interface Source {
  /** Where the text was written. */
  readonly path: string;
  readonly text: string;
}

/** What a compiler says of each text: nothing when all is well. Or why it could not be asked. */
export type Diagnoses = readonly (readonly string[])[] | { readonly missing: string };

/** Takes many texts at once. `root` is the project's folder, whose packages it may use. */
export type Compiler = (sources: readonly Source[], root: string) => Promise<Diagnoses>;

export interface LanguageOutcome {
  /** How it was compiled, for a person. */
  readonly how: string;
  /** Variants of programs that compiled before. */
  compiled: number;
  failed: number;
  /** Variants of programs that did not compile before. */
  skipped: number;
}

export interface CompileOutcome {
  readonly languages: Record<string, LanguageOutcome>;
  /** Why a variant does not compile. */
  readonly why: ReadonlyMap<Variant, string>;
}

export interface CompileOptions {
  readonly root: string;
  /** All files of the folder, for programs that need each other. */
  readonly files: readonly string[];
  /** Maven's file for the Java programs; undefined when there is none. */
  readonly pom: string | undefined;
}

const compilers: Readonly<Record<string, { readonly how: string; readonly check: Compiler }>> = {
  javascript: { how: 'node --check', check: checkJavaScript },
  typescript: { how: 'tsc, nothing new', check: checkTypeScript },
  python: { how: 'py_compile', check: checkPython },
  php: { how: 'php -l', check: checkPhp },
  ruby: { how: 'ruby -c', check: checkRuby },
};

/** What is compiled of the files that were judged. */
function variantsOf(files: readonly JudgedFile[]): Variant[] {
  return files.flatMap((file) => {
    const { findings, together } = file.verdict;
    const single = findings.flatMap(({ fixed }, finding) =>
      fixed === undefined ? [] : [{ file, text: fixed, finding }],
    );
    return together ? [...single, { file, text: together.text, finding: undefined }] : single;
  });
}

/** Compiles each program before and after. */
export async function compile(
  files: readonly JudgedFile[],
  options: CompileOptions,
): Promise<CompileOutcome> {
  const why = new Map<Variant, string>();
  const languages: Record<string, LanguageOutcome> = {};
  const byLanguage = new Map<string, Variant[]>();
  for (const variant of variantsOf(files)) {
    const { language } = variant.file;
    byLanguage.set(language, [...(byLanguage.get(language) ?? []), variant]);
  }
  const folder = mkdtempSync(path.join(tmpdir(), 'backend-tutor-compile-'));
  try {
    for (const [language, variants] of byLanguage) {
      const compiler = compilers[language];
      if (language === 'java') {
        languages[language] = await compileJava(variants, why, folder, options);
      } else if (compiler) {
        const { how, check } = compiler;
        languages[language] = await compareAll(variants, why, folder, how, (sources) =>
          check(sources, options.root),
        );
      }
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return { languages, why };
}

/** Asks once for all texts, those before and those after. */
export async function compareAll(
  variants: readonly Variant[],
  why: Map<Variant, string>,
  folder: string,
  how: string,
  check: (sources: readonly Source[]) => Promise<Diagnoses>,
): Promise<LanguageOutcome> {
  const sources: Source[] = [];
  const put = (file: JudgedFile, text: string) => {
    const place = path.join(folder, `${file.language}-${sources.length}`);
    mkdirSync(place);
    const source = { path: path.join(place, path.basename(file.path)), text };
    writeFileSync(source.path, text);
    return sources.push(source) - 1;
  };
  const before = new Map<JudgedFile, number>();
  for (const { file } of variants) if (!before.has(file)) before.set(file, put(file, file.text));
  const after = variants.map(({ file, text }) => put(file, text));
  const said = await check(sources);
  const outcome: LanguageOutcome = { how, compiled: 0, failed: 0, skipped: 0 };
  if ('missing' in said) {
    return { ...outcome, how: `not compiled: ${said.missing}`, skipped: variants.length };
  }
  for (const [index, variant] of variants.entries()) {
    const old = said[before.get(variant.file) ?? -1] ?? [];
    const fresh = added(old, said[after[index] ?? -1] ?? []);
    if (old.some(isSyntax)) outcome.skipped++;
    else if (fresh === undefined) outcome.compiled++;
    else {
      outcome.failed++;
      why.set(variant, `it does not compile: ${fresh}`);
    }
  }
  return outcome;
}

/** Where types are checked, a program may have other errors for want of its libraries. */
function isSyntax(diagnosis: string): boolean {
  return !/^TS(?!1\d{3}:)/.test(diagnosis);
}

function added(before: readonly string[], after: readonly string[]): string | undefined {
  const left = [...before];
  for (const diagnosis of after) {
    const known = left.indexOf(diagnosis);
    if (known < 0) return diagnosis;
    left.splice(known, 1);
  }
  return undefined;
}
