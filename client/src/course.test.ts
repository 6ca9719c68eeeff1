import { describe, expect, it } from 'vitest';
import manifest from '../../package.json';
import { contextKey, countSteps, readCourse } from './course';

describe('readCourse', () => {
  it('reads what package.json contributes', () => {
    const course = readCourse(manifest);
    expect(course.map(({ id }) => id)).toContain('databases');
    const events = manifest.contributes.walkthroughs.flatMap(({ steps }) =>
      steps.flatMap(({ completionEvents }) => completionEvents),
    );
    const keys = course.flatMap(({ steps }) =>
      steps.map(({ key }) => `onContext:${contextKey(key)}`),
    );
    expect(keys).toEqual(events);
  });

  it('leaves out steps that another event ticks', () => {
    const steps = [
      { id: 'a', title: 'A', completionEvents: ['onCommand:x'] },
      { id: 'b', title: 'B', completionEvents: ['onContext:backendTutor.did.readme'] },
    ];
    const walkthroughs = [{ id: 'w', title: 'W', steps }];
    expect(readCourse({ contributes: { walkthroughs } })).toEqual([
      { id: 'w', title: 'W', steps: [{ id: 'b', title: 'B', key: 'did.readme' }] },
    ]);
    expect(readCourse({})).toEqual([]);
  });
});

it('countSteps counts each step', () => {
  const steps = ['did.a', 'did.b', 'did.a'].map((key) => ({ id: key, title: key, key }));
  const course = [{ id: 'w', title: 'W', steps }];
  expect(countSteps(course, (key) => key === 'did.a')).toEqual({ done: 2, total: 3 });
});
