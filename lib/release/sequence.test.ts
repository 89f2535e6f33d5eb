import { describe, expect, it } from 'vitest';
import { nextSequence } from './sequence';

describe('nextSequence', () => {
  it.each([
    ['the clock, for the first release', null, 1_700_000_000_999, 1_700_000_000],
    ['the clock, while it is ahead', 5, 1_700_000_000_000, 1_700_000_000],
    ['one more, within a second', 1_700_000_000, 1_700_000_000_500, 1_700_000_001],
    ['one more, where the clock went back', 1_900_000_000, 1_700_000_000_000, 1_900_000_001],
  ])('is %s', (_, previous, timeMs, expected) => {
    expect(nextSequence(previous, new Date(timeMs))).toBe(expected);
  });
});
