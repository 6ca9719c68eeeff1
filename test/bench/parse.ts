import { readdirSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { Language, Parser } from 'web-tree-sitter';

/** Grammar by file extension, for all languages whose programs are analysed. */
const grammarOf: Readonly<Record<string, string>> = {
  '.js': 'javascript',
  '.mjs': 'javascript',
  '.cjs': 'javascript',
  '.jsx': 'javascript',
  '.ts': 'typescript',
  '.tsx': 'tsx',
  '.py': 'python',
  '.java': 'java',
  '.rb': 'ruby',
  '.php': 'php',
};

/**
 * Parses every program below a folder, and nothing more.
 *
 * @param grammars the folder with the WebAssembly files
 * @returns the number of files, and the seconds that parsing took without reading
 */
export async function measureParse(
  grammars: string,
  folder: string,
): Promise<{ files: number; seconds: number }> {
  const load = (name: string): Promise<Uint8Array> => readFile(path.join(grammars, name));
  await Parser.init({ wasmBinary: await load('web-tree-sitter.wasm') });
  const parsers = new Map<string, Parser>();
  let files = 0;
  let milliseconds = 0;
  for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const grammar = grammarOf[path.extname(file).toLowerCase()];
    if (grammar === undefined || /(?:^|[\\/])node_modules[\\/]/.test(file)) continue;
    let parser = parsers.get(grammar);
    if (!parser) {
      parser = new Parser();
      parser.setLanguage(await Language.load(await load(`tree-sitter-${grammar}.wasm`)));
      parsers.set(grammar, parser);
    }
    const text = readFileSync(path.join(folder, file), 'utf8');
    const started = performance.now();
    parser.parse(text)?.delete();
    milliseconds += performance.now() - started;
    files++;
  }
  return { files, seconds: milliseconds / 1000 };
}
