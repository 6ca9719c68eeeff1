import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { type BrotliOptions, brotliDecompress, constants } from 'node:zlib';

const decompress = promisify<Buffer, BrotliOptions, Buffer>(brotliDecompress);

/** Reads a file that the build packed. */
export async function unpack(folder: string, name: string): Promise<Uint8Array<ArrayBuffer>> {
  const packed = await readFile(path.join(folder, `${name}.br`));
  const params = { [constants.BROTLI_DECODER_PARAM_LARGE_WINDOW]: 1 };
  const bytes = await decompress(packed, { params });
  return new Uint8Array(bytes.buffer as ArrayBuffer, bytes.byteOffset, bytes.byteLength);
}
