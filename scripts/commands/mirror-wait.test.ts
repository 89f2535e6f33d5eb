import { expect, it } from 'vitest';
import { waitMs } from './mirror-wait';

it.each([
  [10, 0, 0, 9_000],
  [10, 0, 1, 11_000],
  [10, 1, 0.5, 20_000],
  [10, 2, 0.5, 30_000],
  [10, 1000, 1, 33_000],
  [300, 5, 0.5, 300_000],
])('every %i s, after %i failures, chance %d: %i ms', (seconds, failures, chance, expected) => {
  expect(waitMs(seconds, failures, chance)).toBe(expected);
});
