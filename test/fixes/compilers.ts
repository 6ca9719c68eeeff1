import { spawn } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import type { Compiler, Diagnoses, Source } from './compile';

/** How each language's own tools are asked about many files at once. */

interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Undefined when the program is not installed. */
export function run(
  program: string,
  args: readonly string[],
  input = '',
): Promise<Ended | undefined> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { stdio: ['pipe', 'pipe', 'pipe'] });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (data: string) => {
      stdout += data;
    });
    child.stderr.setEncoding('utf8').on('data', (data: string) => {
      stderr += data;
    });
    child.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') resolve(undefined);
      else reject(error);
    });
    child.on('close', (code) => resolve({ code, stdout, stderr }));
    // A program that reads nothing may be gone.
    child.stdin.on('error', () => {});
    child.stdin.end(input);
  });
}

/** A script of the language that reads paths as a JSON list and prints what is wrong as one. */
async function ask(
  program: string,
  args: readonly string[],
  sources: readonly Source[],
): Promise<Diagnoses> {
  const ended = await run(program, args, JSON.stringify(sources.map((source) => source.path)));
  if (ended === undefined) return { missing: `${program} is not installed` };
  if (ended.code !== 0)
    return { missing: `${program} failed: ${ended.stderr.trim().slice(0, 300)}` };
  const said: (string | null)[] = JSON.parse(ended.stdout);
  return said.map((each) => (each === null ? [] : [each]));
}

/** https://docs.python.org/3/library/py_compile.html */
export const checkPython: Compiler = (sources) =>
  ask(
    'python3',
    [
      '-W',
      'ignore',
      '-c',
      `
import json, os, py_compile, sys
said = []
for path in json.load(sys.stdin):
    try:
        py_compile.compile(path, cfile=path + 'c', doraise=True)
        said.append(None)
    except Exception as error:
        said.append(str(error.exc_value if isinstance(error, py_compile.PyCompileError) else error).replace(path, ''))
print(json.dumps(said))
`,
    ],
    sources,
  );

/** What `ruby -c` does, for many files: https://docs.ruby-lang.org/en/master/RubyVM/InstructionSequence.html */
export const checkRuby: Compiler = (sources) =>
  ask(
    'ruby',
    [
      '-W0',
      '-rjson',
      '-e',
      `
said = JSON.parse($stdin.read).map do |path|
  RubyVM::InstructionSequence.compile_file(path)
  nil
rescue SyntaxError, StandardError => error
  error.message.gsub(path, '').force_encoding('UTF-8').scrub
end
puts JSON.generate(said)
`,
    ],
    sources,
  );

/** PHP's own check takes one file. */
export const checkPhp: Compiler = async (sources) => {
  const said: string[][] = sources.map(() => []);
  let missing = false;
  let next = 0;
  const worker = async () => {
    for (let index = next++; index < sources.length && !missing; index = next++) {
      const file = sources[index]?.path ?? '';
      const ended = await run('php', ['-n', '-d', 'display_errors=1', '-l', file]);
      if (ended === undefined) missing = true;
      else if (ended.code !== 0) {
        const message = ended.stdout.replaceAll(file, '').trim().split('\n')[0] ?? '';
        said[index]?.push(message.replace(/ on line \d+$/, ''));
      }
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() + 1 }, worker));
  return missing ? { missing: 'php is not installed' } : said;
};

/**
 * What `node --check` does, for many files in one process: a program that is a CommonJS module must
 * stay one. https://nodejs.org/api/vm.html
 */
export const checkJavaScript: Compiler = (sources, root) =>
  ask(
    process.execPath,
    [
      '--experimental-vm-modules',
      '--no-warnings',
      '-e',
      `
const { readFileSync } = require('node:fs');
const vm = require('node:vm');
const esbuild = require(${JSON.stringify(path.join(root, 'node_modules', 'esbuild'))});
const asScript = (text) => vm.compileFunction(text.replace(/^#!.*/, ''), ['exports', 'require', 'module', '__filename', '__dirname']);
const asModule = (text) => new vm.SourceTextModule(text.replace(/^#!.*/, ''));
const asJsx = (text) => esbuild.transformSync(text, { loader: 'jsx', logLevel: 'silent' });
const isModule = (text) => /^\\s*(?:import\\s*(?:[\\w*{"']|\\()|export\\s)/m.test(text);
const said = JSON.parse(readFileSync(0, 'utf8')).map((path) => {
  const text = readFileSync(path, 'utf8');
  const jsx = path.endsWith('.jsx') || /<\\/?[A-Za-z][\\w.]*[^;]*>/.test(text) && /\\breact\\b/i.test(text);
  const kinds = jsx ? [asJsx] : path.endsWith('.mjs') || isModule(text) ? [asModule, asScript] : [asScript];
  let first;
  for (const kind of kinds) {
    try { kind(text); return null; } catch (error) { first ??= String(error.message).split('\\n')[0]; }
  }
  return first;
});
process.stdout.write(JSON.stringify(said));
`,
    ],
    sources,
  );

/** Errors that only say that a library is not installed here. */
const missingLibraries = new Set(['TS2307', 'TS7016', 'TS2688', 'TS2580', 'TS2591', 'TS2792']);

/** Types are checked as far as the libraries are here; what was wrong before does not count. */
export const checkTypeScript: Compiler = async (sources, root) => {
  const tsc = path.join(root, 'node_modules', 'typescript', 'bin', 'tsc');
  if (!existsSync(tsc)) return { missing: 'TypeScript is not installed' };
  const folder = path.dirname(path.dirname(sources[0]?.path ?? '.'));
  const config = path.join(folder, 'tsconfig.json');
  const options = {
    noEmit: true,
    target: 'ES2022',
    module: 'ESNext',
    moduleResolution: 'bundler',
    moduleDetection: 'force',
    jsx: 'preserve',
    experimentalDecorators: true,
    skipLibCheck: true,
    strict: false,
    typeRoots: [path.join(root, 'node_modules', '@types')],
    types: ['node'],
  };
  const files = sources.map((source) => source.path);
  writeFileSync(config, JSON.stringify({ compilerOptions: options, files }));
  const ended = await run(process.execPath, [tsc, '--pretty', 'false', '-p', config]);
  if (ended === undefined || /error TS(?:5|6|18)\d{3}:/.test(ended.stdout)) {
    return { missing: `tsc failed: ${ended?.stdout.trim().slice(0, 300)}` };
  }
  const byPath = new Map<string, string[]>();
  for (const line of ended.stdout.split('\n')) {
    const match = /^(.+?)\(\d+,\d+\): error (TS\d+): (.*)$/.exec(line.trim());
    if (!match || missingLibraries.has(match[2] ?? '')) continue;
    const file = path.basename(path.dirname(match[1] ?? ''));
    byPath.set(file, [...(byPath.get(file) ?? []), `${match[2]}: ${match[3]}`]);
  }
  return sources.map((source) => byPath.get(path.basename(path.dirname(source.path))) ?? []);
};
