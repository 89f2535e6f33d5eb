import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editDistance } from './edit-distance';

describe('editDistance', () => {
  it.each([
    ['MAIN', 'MAIN', 0],
    ['MAIN', 'MIAN', 1],
    ['MAIN', 'MAN', 1],
    ['MAIN', 'MAINE', 1],
    ['MAIN', 'MALN', 1],
    ['', 'AB', 2],
    ['OAK', 'ELM', 3],
    ['ABCD', 'BADC', 2],
  ])('%s and %s are %i apart', (a, b, distance) => {
    expect(editDistance(a, b, 3)).toBe(distance);
  });

  it('says limit + 1 for anything farther, whatever the limit', () => {
    const word = fc.string({ unit: fc.constantFrom('A', 'B', 'C'), maxLength: 7 });
    fc.assert(
      fc.property(word, word, fc.nat({ max: 3 }), (a, b, limit) => {
        expect(editDistance(a, b, limit)).toBe(Math.min(editDistance(a, b, 20), limit + 1));
      }),
      { seed: 20261103, numRuns: 2000 },
    );
  });

  it('is the same both ways', () => {
    const word = fc.string({ unit: fc.constantFrom('A', 'B', 'C', 'D'), maxLength: 8 });
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(editDistance(a, b, 8)).toBe(editDistance(b, a, 8));
      }),
      { seed: 20261103, numRuns: 500 },
    );
  });
});
