import { describe, expect, it } from 'vitest';
import { FixTracker } from './fixTracker';

const clean = { counts: {}, hasSyntaxError: false };
const injection = { counts: { 'sql-injection': 2 }, hasSyntaxError: false };

describe('FixTracker', () => {
  it('names the rule when its finding is gone from the saved text', () => {
    const tracker = new FixTracker();
    expect(tracker.see('a', 1, injection, true)).toEqual([]);
    expect(tracker.see('a', 2, clean, false)).toEqual([]);
    expect(tracker.see('a', 2, clean, true)).toEqual(['sql-injection']);
    expect(tracker.see('a', 2, clean, true)).toEqual([]);
  });

  it('counts one finding of several', () => {
    const tracker = new FixTracker();
    tracker.see('a', 1, injection, true);
    const less = { counts: { 'sql-injection': 1 }, hasSyntaxError: false };
    expect(tracker.see('a', 2, less, true)).toEqual(['sql-injection']);
  });

  it('sees what was pasted and repaired between two saves', () => {
    const tracker = new FixTracker();
    tracker.see('a', 1, clean, true);
    tracker.see('a', 2, injection, false);
    tracker.see('a', 3, clean, false);
    expect(tracker.see('a', 3, clean, true)).toEqual(['sql-injection']);
  });

  it('does not take half-typed text for a repair, and still knows what was there', () => {
    const tracker = new FixTracker();
    tracker.see('a', 1, injection, true);
    expect(tracker.see('a', 2, { counts: {}, hasSyntaxError: true }, true)).toEqual([]);
    expect(tracker.see('a', 3, clean, true)).toEqual(['sql-injection']);
  });

  it('does not take a rule that was switched off for a repair', () => {
    const tracker = new FixTracker();
    tracker.see('a', 1, injection, true);
    expect(tracker.see('a', 1, clean, true)).toEqual([]);
    expect(tracker.see('a', 2, clean, true)).toEqual([]);
  });

  it('keeps documents apart, and forgets closed ones', () => {
    const tracker = new FixTracker();
    tracker.see('a', 1, injection, true);
    expect(tracker.see('b', 2, clean, true)).toEqual([]);
    tracker.forget('a');
    expect(tracker.see('a', 2, clean, true)).toEqual([]);
  });
});
