import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Exercise } from '../model';
import { checkExercise } from './check';
import type { Services } from './context';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'backend-tutor-look-'));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

const exercise = {
  id: 'x',
  folder: '/course/1-fundamentals/exercises/x',
  edit: { ruby: ['main.rb'] },
  rules: [],
  tracks: ['ruby'],
  check: { kind: 'output', runs: [] },
} as unknown as Exercise;

const services = {
  tools: { find: async () => undefined },
  practice: '/practice',
  runtime: () => ({ tools: ['ruby'] }),
  scan: async () => [
    { rule: 'sql-injection', severity: 'error', message: 'A query.', file: 'main.rb', line: 0 },
    { rule: 'missing-authorization', severity: 'hint', message: 'Who?', file: 'main.rb', line: 0 },
  ],
} as unknown as Services;

it('looks at code that cannot be run: what is left to write, and what the scanner finds', async () => {
  writeFileSync(path.join(folder, 'main.rb'), 'db.execute("#{gets}")\n# TODO: the sum\n');
  const outcome = await checkExercise(exercise, 'ruby', folder, services);
  expect(outcome).toMatchObject({
    state: 'notRun',
    why: expect.stringContaining('Ruby is not installed'),
    withoutRunning: [
      { seen: '# TODO: the sum', place: { file: 'main.rb', line: 1 } },
      { seen: 'A query.', place: { file: 'main.rb', line: 0 } },
    ],
  });
});
