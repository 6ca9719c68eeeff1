import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { brotliDecompress } from 'node:zlib';

/** Reads a file that the build packed. */
export async function unpack(folder: string, name: string): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = await promisify(brotliDecompress)(await readFile(path.join(folder, `${name}.br`)));
  return new Uint8Array(bytes.buffer as ArrayBuffer, bytes.byteOffset, bytes.byteLength);
}
