import { describe, expect, it } from 'vitest';
import { NotCourseData, parseCourseData } from './courseData';

describe('an export of progress', () => {
  it('is read back', () => {
    const data = {
      version: 1,
      exercises: {
        receipt: { tries: 2, hints: 1, passed: { at: '2026-11-23T10:00:00.000Z', track: 'java' } },
        initials: { tries: 0, hints: 0 },
      },
    };
    expect(parseCourseData(JSON.stringify(data))).toEqual(data);
  });

  it.each([
    ['{', 'not JSON'],
    ['[]', 'no "exercises"'],
    ['{"version":2,"exercises":{}}', 'version 2'],
    ['{"version":1,"exercises":[]}', 'no object'],
    ['{"version":1,"exercises":{"receipt":{"tries":-1,"hints":0}}}', '"receipt"'],
    ['{"version":1,"exercises":{"receipt":null}}', '"receipt"'],
    [
      '{"version":1,"exercises":{"receipt":{"tries":0,"hints":0,"passed":{"at":"x","track":"java"}}}}',
      'when it was passed',
    ],
  ])('%s is refused, with the reason', (text, reason) => {
    expect(() => parseCourseData(text)).toThrow(NotCourseData);
    expect(() => parseCourseData(text)).toThrow(reason);
  });
});
