import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  readText,
  textIfReadable,
  UnreadableError,
  type WalkOptions,
  walk,
  writeAtomically,
} from './files';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'backend-tutor-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function put(name: string, content: string | Uint8Array = ''): string {
  const file = path.join(folder, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, content);
  return file;
}

describe('walk', () => {
  async function names(options: Partial<WalkOptions> = {}): Promise<string[]> {
    const found: string[] = [];
    const all = { excluded: () => false, wanted: () => true, onError: () => {}, ...options };
    for await (const file of walk(folder, all)) {
      found.push(path.relative(folder, file).replaceAll(path.sep, '/'));
    }
    return found;
  }

  it('gives wanted files in order, without what others wrote', async () => {
    for (const name of [
      'b.js',
      'a/c.js',
      'a/node_modules/x.js',
      '.git/y.js',
      'venv/z.js',
      'r.txt',
    ]) {
      put(name);
    }
    expect(await names({ wanted: (file) => file.endsWith('.js') })).toEqual(['a/c.js', 'b.js']);
  });

  it('does not enter what is excluded', async () => {
    put('legacy/a.js');
    put('src/b.js');
    const seen: string[] = [];
    const excluded = (relative: string) => {
      seen.push(relative);
      return relative === 'legacy';
    };
    expect(await names({ excluded })).toEqual(['src/b.js']);
    expect(seen).not.toContain('legacy/a.js');
  });

  it('follows links, but in no circle', async () => {
    put('a/x.js');
    symlinkSync(folder, path.join(folder, 'a/up'));
    symlinkSync(path.join(folder, 'a'), path.join(folder, 'b'));
    symlinkSync(path.join(folder, 'a/x.js'), path.join(folder, 'link.js'));
    symlinkSync('/no/such/place', path.join(folder, 'broken.js'));
    expect(await names()).toEqual(['a/x.js', 'link.js']);
  });

  it('tells of a folder that cannot be read', async () => {
    const errors: string[] = [];
    rmSync(folder, { recursive: true });
    await names({ onError: (at) => errors.push(at) });
    expect(errors).toEqual([folder]);
  });
});

describe('readText', () => {
  it.each<[string, Uint8Array]>([
    ['UTF-8', Buffer.from('é😀')],
    ['UTF-8 with a mark', Buffer.from('\ufeffé😀')],
    ['UTF-16 LE', Buffer.from('\ufeffé😀', 'utf16le')],
    ['UTF-16 BE', Buffer.from('\ufeffé😀', 'utf16le').swap16()],
  ])('decodes %s', (_, bytes) => {
    expect(readText(put('a.js', bytes))).toBe('é😀');
  });

  it.each<[string, () => string, RegExp]>([
    ['binary', () => put('a.js', Buffer.from([0x7f, 0x45, 0, 1])), /binary/],
    ['too big', () => put('a.js', Buffer.alloc(11 * 1024 * 1024, 'a')), /too big.*11\.0 MB/],
    ['gone', () => path.join(folder, 'gone.js'), /no such file/],
    ['a folder', () => folder, /It is not a file/],
  ])('refuses what is %s', (_, make, message) => {
    const file = make();
    expect(() => readText(file)).toThrow(UnreadableError);
    expect(() => readText(file)).toThrow(message);
    expect(textIfReadable(file)).toBeUndefined();
  });
});

describe('writeAtomically', () => {
  it('replaces a file and leaves nothing beside it', async () => {
    const file = put('out.json', 'old');
    await writeAtomically(file, 'new');
    expect(readText(file)).toBe('new');
    expect(readdirSync(folder)).toEqual(['out.json']);
  });

  it('leaves nothing behind when it fails', async () => {
    mkdirSync(path.join(folder, 'taken'));
    await expect(writeAtomically(path.join(folder, 'taken'), 'x')).rejects.toThrow();
    expect(readdirSync(folder)).toEqual(['taken']);
  });
});
