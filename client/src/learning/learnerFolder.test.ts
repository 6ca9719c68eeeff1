import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Exercise } from '../exercises/model';
import { LearnerFolder } from './learnerFolder';

let root: string;
let folder: LearnerFolder;
let exercise: Exercise;

beforeEach(async () => {
  root = mkdtempSync(path.join(tmpdir(), 'backend-tutor-folder-'));
  const source = path.join(root, 'walkthroughs', '1-step', 'exercises', 'sum');
  const starter = path.join(source, 'python', 'starter');
  await mkdir(starter, { recursive: true });
  writeFileSync(path.join(starter, 'main.py'), 'print(0)\n');
  writeFileSync(path.join(starter, 'numbers.txt'), '1 2\n');
  exercise = {
    id: 'sum',
    step: '1-step',
    folder: source,
    tracks: ['python'],
    title: 'Sum',
  } as unknown as Exercise;
  folder = new LearnerFolder(() => path.join(root, 'practice'), path.join(root, 'snapshots'));
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

const main = () => path.join(folder.folderOf(exercise, 'python'), 'main.py');

describe('the learner’s files', () => {
  it('are made, and never overwritten by starting again', async () => {
    await folder.start(exercise, 'python');
    expect(await folder.isChanged(exercise, 'python')).toBe(false);
    writeFileSync(main(), 'print(3)\n');
    rmSync(path.join(path.dirname(main()), 'numbers.txt'));
    await folder.start(exercise, 'python');
    expect(readFileSync(main(), 'utf8')).toBe('print(3)\n');
    expect(readFileSync(path.join(path.dirname(main()), 'numbers.txt'), 'utf8')).toBe('1 2\n');
    expect(await folder.isChanged(exercise, 'python')).toBe(true);
  });

  it('are kept when they are started over, and can be brought back', async () => {
    await folder.start(exercise, 'python');
    writeFileSync(main(), 'print(3)\n');
    writeFileSync(path.join(path.dirname(main()), 'own.py'), '# mine\n');
    const kept = await folder.startOver(exercise, 'python');
    expect(readFileSync(main(), 'utf8')).toBe('print(0)\n');
    expect(await folder.isChanged(exercise, 'python')).toBe(false);

    const [snapshot] = await folder.snapshotsOf(exercise, 'python');
    expect(snapshot).toEqual(kept);
    writeFileSync(main(), 'print(4)\n');
    await folder.restore(exercise, 'python', snapshot!);
    expect(readFileSync(main(), 'utf8')).toBe('print(3)\n');
    expect(readFileSync(path.join(path.dirname(main()), 'own.py'), 'utf8')).toBe('# mine\n');
    const again = await folder.snapshotsOf(exercise, 'python');
    expect(again).toHaveLength(2);
    expect(readFileSync(path.join(again[0]!.folder, 'main.py'), 'utf8')).toBe('print(4)\n');
  });

  it('say which exercise they belong to', async () => {
    const exercises = new Map([['sum', exercise]]);
    expect(folder.exerciseOf(main(), exercises)).toEqual({
      exercise,
      track: 'python',
      relative: 'main.py',
    });
    const other = path.join(root, 'practice', '1-step', 'sum', 'ruby', 'main.rb');
    expect(folder.exerciseOf(other, exercises)).toBeUndefined();
    expect(folder.exerciseOf(path.join(root, 'main.py'), exercises)).toBeUndefined();
  });
});
