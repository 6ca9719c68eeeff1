import { accessSync, constants, readFileSync, realpathSync, statSync } from 'node:fs';
import { chmod, readdir, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** Folders that hold what others wrote or what tools made. */
export const skippedFolders: ReadonlySet<string> = new Set([
  'node_modules',
  '.git',
  '.venv',
  'venv',
  '__pycache__',
  'site-packages',
]);

/** A bigger file is not read at all. */
const MAX_BYTES = 10 * 1024 * 1024;
/** So much of a file is looked at to tell text from other data. */
const BINARY_PROBE = 8000;

/** Why a file cannot be analysed, as a sentence for a person. */
export class UnreadableError extends Error {}

/**
 * Reads a text file: UTF-8, or UTF-16 with a byte order mark. The mark itself is left out. At once:
 * for many small files, waiting costs more than reading.
 * @throws UnreadableError when it is missing, forbidden, too big or binary
 */
export function readText(file: string): string {
  return decode(readBytes(file));
}

/** @throws UnreadableError */
function readBytes(file: string): Buffer {
  try {
    const found = statSync(file);
    // Reading from a pipe or a device could wait for ever.
    if (!found.isFile()) throw new UnreadableError('It is not a file.');
    const { size } = found;
    if (size > MAX_BYTES) {
      const megabytes = (size / (1024 * 1024)).toFixed(1);
      throw new UnreadableError(`The file is too big to analyse (${megabytes} MB).`);
    }
    return readFileSync(file);
  } catch (error) {
    throw error instanceof UnreadableError ? error : new UnreadableError(reason(error));
  }
}

const utf8Mark = Buffer.from([0xef, 0xbb, 0xbf]);
const utf16Mark = Buffer.from([0xff, 0xfe]);
const utf16BigMark = Buffer.from([0xfe, 0xff]);

/** @throws UnreadableError when it is no text */
function decode(bytes: Buffer): string {
  if (startsWith(bytes, utf16Mark)) return new TextDecoder('utf-16le').decode(bytes);
  if (startsWith(bytes, utf16BigMark)) return new TextDecoder('utf-16be').decode(bytes);
  if (bytes.subarray(0, BINARY_PROBE).includes(0)) {
    throw new UnreadableError('The file is binary, not text.');
  }
  return utf8.decode(bytes);
}

/** A text in the encoding of some bytes, with the same byte order mark. */
function encodeAs(bytes: Buffer, text: string): Buffer {
  if (startsWith(bytes, utf16Mark)) return Buffer.concat([utf16Mark, Buffer.from(text, 'utf16le')]);
  if (startsWith(bytes, utf16BigMark)) {
    return Buffer.concat([utf16BigMark, Buffer.from(text, 'utf16le').swap16()]);
  }
  const encoded = Buffer.from(text);
  return startsWith(bytes, utf8Mark) ? Buffer.concat([utf8Mark, encoded]) : encoded;
}

function startsWith(bytes: Buffer, mark: Buffer): boolean {
  return bytes.subarray(0, mark.length).equals(mark);
}

/** As `readText`; undefined when it cannot be read or is no text. */
export function textIfReadable(file: string): string | undefined {
  try {
    return readText(file);
  } catch {
    return undefined;
  }
}

const utf8 = new TextDecoder('utf-8');

/** What a person is told about an error of the file system. */
export function reason(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT') return 'There is no such file or folder.';
  if (code === 'EACCES' || code === 'EPERM') return 'Reading it is not allowed.';
  if (code === 'ELOOP') return 'Its symbolic links go in circles.';
  return `It could not be read (${code ?? message}).`;
}

/**
 * Writes a file whole or not at all: a reader never sees half of it.
 * @param mode of the new file; without it, what is usual
 * @throws the error of the file system
 */
export async function writeAtomically(
  file: string,
  content: string | Uint8Array,
  mode?: number,
): Promise<void> {
  const temporary = path.join(path.dirname(file), `.${path.basename(file)}.${process.pid}.tmp`);
  try {
    await writeFile(temporary, content);
    if (mode !== undefined) await chmod(temporary, mode);
    await rename(temporary, file);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}

/** Without symbolic links; the path itself when it leads nowhere. */
export function realPath(file: string): string {
  try {
    return realpathSync(file);
  } catch {
    return file;
  }
}

/** Why a text file that holds this text cannot be changed, as a sentence; undefined when it can. */
export function whyNotChanged(file: string, text: string): string | undefined {
  try {
    // Whoever may do everything is not told by `access`.
    if ((statSync(file).mode & 0o222) === 0) return 'It is read-only.';
    accessSync(file, constants.W_OK);
    const bytes = readBytes(file);
    if (decode(bytes) !== text) return 'It has changed since it was read.';
    return encodeAs(bytes, text).equals(bytes) ? undefined : 'It is not in UTF-8.';
  } catch (error) {
    if (error instanceof UnreadableError) return error.message;
    const { code } = error as NodeJS.ErrnoException;
    return code === 'EACCES' || code === 'EROFS' ? 'It is read-only.' : reason(error);
  }
}

/**
 * Puts another text into a file, whole or not at all. Encoding, byte order mark and mode stay; where
 * the path is a symbolic link, the file behind it is written.
 * @param before what the file was read as
 * @returns why it was left as it is, as a sentence; undefined when it was written
 */
export async function changeText(
  file: string,
  before: string,
  after: string,
): Promise<string | undefined> {
  const why = whyNotChanged(file, before);
  if (why !== undefined) return why;
  try {
    const target = await realpath(file);
    await writeAtomically(target, encodeAs(readBytes(target), after), (await stat(target)).mode);
    return undefined;
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    return `It could not be written (${code ?? message}).`;
  }
}

export interface WalkOptions {
  /** Takes the path below the walked folder, with `/`. */
  excluded(relative: string): boolean;
  /** Whether a file of this path is wanted. */
  wanted(file: string): boolean;
  /** Is told about a folder that cannot be read. */
  onError(folder: string, error: unknown): void;
}

/**
 * The wanted files below a folder, in the order of their names. Symbolic links are followed, but
 * no folder is entered twice.
 */
export async function* walk(root: string, options: WalkOptions): AsyncGenerator<string> {
  const entered = new Set<string>();
  yield* visit(root, '');

  async function* visit(folder: string, below: string): AsyncGenerator<string> {
    let entries: { name: string; kind: 'file' | 'folder' | 'other' }[];
    try {
      const real = await realpath(folder);
      if (entered.has(real)) return;
      entered.add(real);
      const listed = await readdir(folder, { withFileTypes: true });
      entries = await Promise.all(
        listed.map(async (entry) => ({
          name: entry.name,
          kind: kindOf(
            entry.isSymbolicLink() ? await follow(path.join(folder, entry.name)) : entry,
          ),
        })),
      );
    } catch (error) {
      options.onError(folder, error);
      return;
    }
    entries.sort((a, b) => (a.name < b.name ? -1 : 1));
    for (const { name, kind } of entries) {
      const file = path.join(folder, name);
      const relative = below === '' ? name : `${below}/${name}`;
      if (kind === 'folder') {
        if (!skippedFolders.has(name) && !options.excluded(relative)) yield* visit(file, relative);
      } else if (kind === 'file') {
        if (options.wanted(file) && !options.excluded(relative)) yield file;
      }
    }
  }
}

type Entry = { isFile(): boolean; isDirectory(): boolean };

/** Undefined for a link that leads nowhere. */
async function follow(link: string): Promise<Entry | undefined> {
  return stat(link).catch(() => undefined);
}

function kindOf(entry: Entry | undefined): 'file' | 'folder' | 'other' {
  if (entry?.isDirectory()) return 'folder';
  return entry?.isFile() ? 'file' : 'other';
}
