import { describe, expect, it } from 'vitest';
import { createRandom } from '@/scripts/generate/random';
import { bestAssignment } from './best-assignment';

const sum = (worths: readonly (readonly number[])[], given: readonly number[]): number =>
  given.reduce((total, column, row) => total + (column < 0 ? 0 : worths[row]![column]!), 0);

/** Every way there is. */
function bestOfAll(
  worths: readonly (readonly number[])[],
  row = 0,
  used: ReadonlySet<number> = new Set(),
): number {
  if (row === worths.length) return 0;
  let best = bestOfAll(worths, row + 1, used);
  for (const [column, worth] of worths[row]!.entries()) {
    if (used.has(column)) continue;
    best = Math.max(best, worth + bestOfAll(worths, row + 1, new Set([...used, column])));
  }
  return best;
}

describe('bestAssignment', () => {
  it('gives a field its second best column where that is better for the table', () => {
    expect(
      bestAssignment([
        [0.9, 0.8],
        [0.85, 0.1],
      ]),
    ).toEqual([1, 0]);
  });

  it('leaves a field without a column that is worth nothing', () => {
    expect(bestAssignment([[0, 0.5], [0, 0.4], []])).toEqual([1, -1, -1]);
    expect(bestAssignment([])).toEqual([]);
  });

  it('is as good as the best of all ways, and gives no column twice', () => {
    const random = createRandom(41);
    for (let run = 0; run < 300; run++) {
      const columns = random.between(1, 5);
      const worths = Array.from({ length: random.between(1, 5) }, () =>
        Array.from({ length: columns }, () => (random.chance(0.3) ? 0 : random.next())),
      );
      const given = bestAssignment(worths);
      const taken = given.filter((column) => column >= 0);
      expect(new Set(taken).size).toBe(taken.length);
      expect(sum(worths, given)).toBeCloseTo(bestOfAll(worths), 9);
    }
  });
});
