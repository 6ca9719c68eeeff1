import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { type Analysis, createAnalysis } from '../analysis';

const modules = path.resolve(__dirname, '../../../node_modules');

/** npm packages that carry the WebAssembly files which the build copies. */
const packages: Readonly<Record<string, string>> = {
  'web-tree-sitter.wasm': 'web-tree-sitter',
  'tree-sitter-javascript.wasm': 'tree-sitter-javascript',
  'tree-sitter-typescript.wasm': 'tree-sitter-typescript',
  'tree-sitter-tsx.wasm': 'tree-sitter-typescript',
  'tree-sitter-python.wasm': 'tree-sitter-python',
  'tree-sitter-java.wasm': 'tree-sitter-java',
  'tree-sitter-ruby.wasm': 'tree-sitter-ruby',
  'tree-sitter-php.wasm': 'tree-sitter-php',
};

/** Reads the grammars from where npm put them, so that tests need no build. */
export function loadWasm(name: string): Promise<Uint8Array> {
  const owner = packages[name];
  if (owner === undefined) throw new Error(`no package has ${name}`);
  return readFile(path.join(modules, owner, name));
}

/** The real analysis, for tests. */
export function openAnalysis(): Promise<Analysis> {
  return createAnalysis({ loadWasm });
}
