import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import type { Api } from '../../client/src/extension';
import { extension } from './support';

/** What course.before-restart.ts left, seen by an editor that was opened anew. */
describe('the course after a restart', () => {
  it('still has what was passed, and the learner’s files', async () => {
    const { learning } = (await extension().activate()) as Api;
    const course = await learning();
    assert.equal(course.store.record('receipt').passed?.track, 'java');
    assert.equal(course.store.record('initials').passed?.track, 'ruby');
    const exercise = course.catalogue.exercises.get('receipt');
    assert.ok(exercise);
    const [file] = await course.start({ exercise, track: 'python' });
    assert.ok(file);
    assert.equal(await readFile(file.fsPath, 'utf8'), '# mine\n');
  });

  it('still has the ticks of the walkthrough', async () => {
    const { progress } = (await extension().activate()) as Api;
    assert.ok(progress.isDone('did.learn.values-and-functions'));
  });
});
