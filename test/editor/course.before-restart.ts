import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import type { Api } from '../../client/src/extension';
import { extension } from './support';

/** What course.after-restart.ts looks for. */
describe('the course before a restart', () => {
  it('notes what was passed, and ticks its step', async () => {
    const { learning, progress } = (await extension().activate()) as Api;
    const course = await learning();
    await course.store.pass('receipt', 'java');
    await course.store.pass('initials', 'ruby');
    await course.tickLessons();
    assert.ok(progress.isDone('did.learn.values-and-functions'));
    const exercise = course.catalogue.exercises.get('receipt');
    assert.ok(exercise);
    const [file] = await course.start({ exercise, track: 'python' });
    assert.ok(file);
    await writeFile(file.fsPath, '# mine\n');
  });
});
