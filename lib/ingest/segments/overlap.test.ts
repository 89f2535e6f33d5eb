import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findOverlaps, type Partners, type Ranges } from './overlap';

interface Range {
  readonly start: number;
  readonly end: number;
  readonly side: number;
  readonly answer: number;
}

function overlapsOf(list: readonly Range[]): Partners {
  const ranges: Ranges = {
    start: list.map(({ start }) => start),
    end: list.map(({ end }) => end),
    side: list.map(({ side }) => side),
    answer: list.map(({ answer }) => answer),
  };
  const partners = {
    other: new Int32Array(list.length).fill(-1),
    same: new Int32Array(list.length).fill(-1),
  };
  findOverlaps(ranges, Int32Array.from(list.keys()), partners);
  return partners;
}

function holds({ start, end, side }: Range, number: number): boolean {
  return start <= number && number <= end && (side === 0 || (side === 1) === (number % 2 === 1));
}

/** The same question, asked of every pair and every number. */
function meet(a: Range, b: Range): boolean {
  for (let number = 0; number <= 40; number++) if (holds(a, number) && holds(b, number)) return true;
  return false;
}

const range: fc.Arbitrary<Range> = fc
  .record({
    start: fc.integer({ min: 0, max: 30 }),
    length: fc.integer({ min: 0, max: 9 }),
    side: fc.integer({ min: 0, max: 2 }),
    answer: fc.integer({ min: 0, max: 3 }),
  })
  .map(({ start, length, side, answer }) => ({ start, end: start + length, side, answer }));

describe('findOverlaps', () => {
  it('marks the very ranges that a comparison of every pair marks, with a partner that does overlap', () => {
    fc.assert(
      fc.property(fc.array(range, { maxLength: 25 }), (list) => {
        const { other, same } = overlapsOf(list);
        for (const [i, one] of list.entries()) {
          const partners = list.filter((two, j) => j !== i && meet(one, two));
          expect(other[i]! >= 0).toBe(partners.some(({ answer }) => answer !== one.answer));
          expect(same[i]! >= 0).toBe(partners.some(({ answer }) => answer === one.answer));
          for (const [partner, isSame] of [
            [other[i]!, false],
            [same[i]!, true],
          ] as const) {
            if (partner < 0) continue;
            expect(partner).not.toBe(i);
            expect(meet(one, list[partner]!)).toBe(true);
            expect(list[partner]!.answer === one.answer).toBe(isSame);
          }
        }
      }),
      { seed: 20261103, numRuns: 3000 },
    );
  });

  it.each([
    ['odd and even sides never meet', [1, 99, 1, 0], [2, 98, 2, 1], false],
    ['both sides meet odd', [1, 99, 0, 0], [51, 51, 1, 1], true],
    ['ranges that touch meet', [1, 10, 0, 0], [10, 20, 0, 1], true],
    ['neighbours do not', [1, 10, 0, 0], [11, 20, 0, 1], false],
    ['one number shared, but of the other side', [1, 10, 1, 0], [10, 20, 1, 1], false],
  ] as const)('%s', (_, a, b, meets) => {
    const [one, two] = [a, b].map(([start, end, side, answer]) => ({ start, end, side, answer }));
    expect(overlapsOf([one!, two!]).other[0]! >= 0).toBe(meets);
  });
});
