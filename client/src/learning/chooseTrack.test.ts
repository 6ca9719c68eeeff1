import { describe, expect, it } from 'vitest';
import type { Exercise, Track } from '../exercises/model';
import { chooseTrack } from './chooseTrack';

function exercise(...tracks: Track[]): Exercise {
  return { tracks } as unknown as Exercise;
}

describe('the track of an exercise', () => {
  it('is the chosen framework, when it is one of the chosen language', () => {
    const both = exercise('express', 'flask', 'django');
    expect(chooseTrack(both, { language: 'python', framework: 'django' })).toBe('django');
    expect(chooseTrack(both, { language: 'javascript', framework: 'django' })).toBe('express');
    expect(chooseTrack(both, { language: 'python', framework: undefined })).toBe('flask');
  });

  it('is one without a language where the exercise has no code in a language', () => {
    expect(chooseTrack(exercise('sql'), { language: 'ruby', framework: undefined })).toBe('sql');
  });

  it('is the first where the exercise is not there in the language', () => {
    expect(chooseTrack(exercise('java'), { language: 'ruby', framework: undefined })).toBe('java');
  });
});
