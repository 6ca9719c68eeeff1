import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { placePackages } from '../../server/src/analysis';
import { textIfReadable } from '../../server/src/platform/node/files';
import { applyEdits, type PackageNeed } from '../../server/src/report/finding';
import { type CompileOptions, compareAll, type LanguageOutcome, type Variant } from './compile';
import { run } from './compilers';

/**
 * Java: with Maven's class path where there is a build, each variant beside the other classes of the
 * folder; else what the compiler says of the syntax.
 */
export async function compileJava(
  variants: readonly Variant[],
  why: Map<Variant, string>,
  folder: string,
  options: CompileOptions,
): Promise<LanguageOutcome> {
  if ((await run('javac', ['-version'])) === undefined) {
    const how = 'not compiled: javac is not installed';
    return { how, compiled: 0, failed: 0, skipped: variants.length };
  }
  if (options.pom === undefined) {
    return compareAll(variants, why, folder, 'javac, syntax only', async (sources) => {
      const errors = await javac(
        sources.map((source) => source.path),
        ['-XDshould-stop.ifNoError=PARSE', '-d', folder],
        folder,
      );
      return sources.map((source) => errors.get(source.path)?.slice(0, 1) ?? []);
    });
  }
  const needs = variants.flatMap(({ file, finding }) => {
    const { findings, together } = file.verdict;
    return finding === undefined
      ? (together?.packages ?? [])
      : (findings[finding]?.fix?.packages ?? []);
  });
  const classPath = await mavenClassPath(options.pom, needs, folder);
  if (typeof classPath !== 'string') {
    return {
      how: `not compiled: ${classPath.missing}`,
      compiled: 0,
      failed: 0,
      skipped: variants.length,
    };
  }
  return compileBuild(variants, why, folder, options.files, classPath);
}

async function compileBuild(
  variants: readonly Variant[],
  why: Map<Variant, string>,
  folder: string,
  files: readonly string[],
  classPath: string,
): Promise<LanguageOutcome> {
  const before = path.join(folder, 'java-before');
  mkdirSync(before);
  const all = files.filter((file) => file.endsWith('.java'));
  const broken = new Set<string>();
  // A file that does not parse keeps the compiler from looking at the others: without it, again.
  for (let round = 0; round < 5; round++) {
    const rest = all.filter((file) => !broken.has(file));
    const errors = await javac(rest, ['-cp', classPath, '-d', before], folder);
    if (errors.size === 0) break;
    for (const file of errors.keys()) broken.add(file);
  }
  const how = 'javac, with the class path of its build';
  const outcome: LanguageOutcome = { how, compiled: 0, failed: 0, skipped: 0 };
  const waiting = new Map<string, Variant[]>();
  for (const variant of variants) {
    const { path: file } = variant.file;
    if (broken.has(file)) outcome.skipped++;
    else waiting.set(file, [...(waiting.get(file) ?? []), variant]);
  }
  // One variant of each file at once: they are different classes.
  for (let turn = 0; waiting.size > 0; turn++) {
    const place = path.join(folder, `java-${turn}`);
    const mine = new Map<string, Variant>();
    for (const [file, list] of waiting) {
      const variant = list.shift();
      if (variant === undefined) waiting.delete(file);
      else mine.set(path.join(place, String(mine.size), path.basename(file)), variant);
    }
    for (const [file, { text }] of mine) {
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, text);
    }
    const failed = new Map<string, string>();
    for (let round = 0; round < 5 && mine.size > failed.size; round++) {
      const rest = [...mine.keys()].filter((file) => !failed.has(file));
      const target = path.join(place, 'classes');
      mkdirSync(target, { recursive: true });
      const flags = ['-cp', `${before}${path.delimiter}${classPath}`, '-d', target];
      const errors = await javac(rest, flags, folder);
      if (errors.size === 0) break;
      for (const [file, [first = '']] of errors) failed.set(file, first);
    }
    outcome.compiled += mine.size - failed.size;
    outcome.failed += failed.size;
    for (const [file, message] of failed) {
      const variant = mine.get(file);
      if (variant) why.set(variant, `it does not compile: ${message}`);
    }
  }
  return outcome;
}

/** @returns the errors of each file that has some */
async function javac(
  files: readonly string[],
  flags: readonly string[],
  folder: string,
): Promise<ReadonlyMap<string, string[]>> {
  const errors = new Map<string, string[]>();
  if (files.length === 0) return errors;
  const list = path.join(folder, 'javac.files');
  writeFileSync(list, files.map((file) => `"${file.replaceAll('\\', '/')}"`).join('\n'));
  const common = [
    '-proc:none',
    '-nowarn',
    '-Xlint:none',
    '-Xmaxerrs',
    '100000',
    '-encoding',
    'UTF-8',
  ];
  const ended = await run('javac', [...common, ...flags, `@${list}`]);
  let last: string[] | undefined;
  for (const line of ended?.stderr.split('\n') ?? []) {
    const match = /^(.+\.java):\d+: error: (.*)$/.exec(line);
    const symbol = /^ +symbol: +(.*)$/.exec(line)?.[1];
    if (match) {
      const file = match[1] ?? '';
      last = [...(errors.get(file) ?? []), match[2] ?? ''];
      errors.set(file, last);
    } else if (last && symbol !== undefined) {
      last.push(`${last.pop()}: ${symbol}`);
    }
  }
  if (errors.size === 0 && ended?.code !== 0) {
    throw new Error(`javac failed: ${ended?.stderr.slice(0, 500)}`);
  }
  return errors;
}

/**
 * The class path of a build with what fixes need besides, as our own fix of the manifest adds it.
 * https://maven.apache.org/plugins/maven-dependency-plugin/build-classpath-mojo.html
 */
async function mavenClassPath(
  pom: string,
  needs: readonly PackageNeed[],
  folder: string,
): Promise<string | { readonly missing: string }> {
  const place = path.join(folder, 'build');
  mkdirSync(place);
  const copy = path.join(place, 'pom.xml');
  const unique = [...new Map(needs.map((need) => [need.name, need])).values()];
  const text = readFileSync(pom, 'utf8');
  writeFileSync(copy, text);
  const [change] = placePackages(copy, unique, [place], textIfReadable).changes;
  if (change) writeFileSync(copy, applyEdits(change.text, change.edits));
  const output = path.join(place, 'classpath');
  const ended = await run('mvn', [
    '-q',
    '-B',
    '-f',
    copy,
    'dependency:build-classpath',
    `-Dmdep.outputFile=${output}`,
  ]);
  if (ended === undefined) return { missing: 'mvn is not installed' };
  const classPath = textIfReadable(output);
  return classPath ?? { missing: `mvn failed: ${ended.stdout.trim().slice(0, 500)}` };
}
