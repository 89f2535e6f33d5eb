import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { StreetSegment, UnitRange } from '@/lib/core/vip';
import type { Partners, Ranges } from './overlap';
import { findUnitOverlaps } from './unit-overlap';
import { unitsMeet } from './units';

interface Row {
  readonly start: number;
  readonly end: number;
  readonly side: number;
  readonly answer: number;
  readonly units: readonly UnitRange[];
}

function overlapsOf(rows: readonly Row[]): Partners {
  const column = (field: 'start' | 'end' | 'side' | 'answer') => rows.map((row) => row[field]);
  const ranges: Ranges = {
    start: column('start'),
    end: column('end'),
    side: column('side'),
    answer: column('answer'),
  };
  const partners = {
    other: new Int32Array(rows.length).fill(-1),
    same: new Int32Array(rows.length).fill(-1),
  };
  // Only the units of a segment are looked at.
  const segments = rows as unknown as readonly StreetSegment[];
  findUnitOverlaps(segments, ranges, Int32Array.from(rows.keys()), partners);
  return partners;
}

function holds({ start, end, side }: Row, number: number): boolean {
  return start <= number && number <= end && (side === 0 || (side === 1) === (number % 2 === 1));
}

function meet(a: Row, b: Row): boolean {
  const numbers = Array.from({ length: 10 }, (_, number) => number);
  return numbers.some((number) => holds(a, number) && holds(b, number)) && unitsMeet(a.units, b.units);
}

const unit = fc.constantFrom('1', '2', '3', '7', '1A', '1-a', 'A', 'B', 'C');
const units = fc.oneof(
  unit.map((one) => ({ start: one, end: one })),
  fc.record({ start: unit, end: unit }),
);
const row: fc.Arbitrary<Row> = fc
  .record({
    start: fc.integer({ min: 0, max: 5 }),
    length: fc.integer({ min: 0, max: 3 }),
    side: fc.integer({ min: 0, max: 2 }),
    answer: fc.integer({ min: 0, max: 2 }),
    units: fc.array(units, { minLength: 1, maxLength: 2 }),
  })
  .map(({ length, ...rest }) => ({ ...rest, end: rest.start + length }));

describe('findUnitOverlaps', () => {
  it('marks the very rows that a comparison of every pair marks', () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 15 }), (rows) => {
        const { other, same } = overlapsOf(rows);
        for (const [i, one] of rows.entries()) {
          const partners = rows.filter((two, j) => j !== i && meet(one, two));
          expect(other[i]! >= 0).toBe(partners.some(({ answer }) => answer !== one.answer));
          expect(same[i]! >= 0).toBe(partners.some(({ answer }) => answer === one.answer));
        }
      }),
      { seed: 20261103, numRuns: 2000 },
    );
  });
});
