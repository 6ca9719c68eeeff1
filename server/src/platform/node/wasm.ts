import { readFile } from 'node:fs/promises';
import path from 'node:path';

/** Reads a WebAssembly file by name from the folder `grammars`, which the build puts beside the bundle. */
export function loadWasm(name: string): Promise<Uint8Array> {
  return readFile(path.join(__dirname, 'grammars', name));
}
