import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { copyForCheck, filesIn } from './layers';
import type { Exercise } from './model';

let root: string;

beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'backend-tutor-layers-'));
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

function write(file: string, text: string): void {
  const target = path.join(root, file);
  mkdirSync(path.dirname(target), { recursive: true });
  writeFileSync(target, text);
}

async function checked(edit: readonly string[]): Promise<Record<string, string>> {
  const exercise = {
    id: 'shop',
    folder: path.join(root, 'given'),
    edit: { express: edit },
  } as unknown as Exercise;
  const copy = path.join(root, 'copy');
  await copyForCheck(exercise, 'express', path.join(root, 'own'), copy);
  const files = await filesIn(copy);
  return Object.fromEntries(
    files.map((file) => [file, readFileSync(path.join(copy, file), 'utf8')]),
  );
}

describe('the copy that is checked', () => {
  it('has the learner’s files, and given ones as they were given', async () => {
    write('given/files/products.json', '[1, 2, 3]');
    write('given/files/notes.txt', 'given');
    write('own/products.json', '[]');
    write('own/notes.txt', 'mine');
    write('own/server.js', 'mine');
    write('own/lib/more.js', 'mine, too');
    expect(await checked(['server.js', 'notes.txt'])).toEqual({
      'lib/more.js': 'mine, too',
      'notes.txt': 'mine',
      'products.json': '[1, 2, 3]',
      'server.js': 'mine',
    });
  });

  it('begins without the data of earlier runs', async () => {
    write('own/server.js', 'mine');
    for (const data of [
      'shop.db',
      'shop.db-wal',
      'data/users.sqlite3',
      'tmp/sessions/a',
      'storage/app.key',
    ])
      write(`own/${data}`, 'old');
    write('own/db/schema.rb', 'mine');
    write('own/src/log/Writer.java', 'mine');
    expect(Object.keys(await checked(['server.js']))).toEqual([
      'db/schema.rb',
      'server.js',
      'src/log/Writer.java',
    ]);
  });
});
