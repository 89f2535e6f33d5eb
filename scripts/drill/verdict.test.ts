import { describe, expect, it } from 'vitest';
import type { LookupOutcome } from '@/lib/core/lookup/outcome';
import { type GoldenAddress, judge, percentile, sumVisits, type Verdict } from './verdict';

const outcome = (kind: string, placeIds: readonly string[] = [], phone: string | null = '555-0100') =>
  ({
    kind,
    pollingLocations: placeIds.map((id) => ({ id })),
    offices: [{ name: 'County', phone }],
  }) as unknown as LookupOutcome;
const golden = (kind: string, ...placeIds: string[]) =>
  ({ address: '1 Main St', kind, placeIds }) as GoldenAddress;

describe('what a voter is told', () => {
  it.each<[string, GoldenAddress, LookupOutcome, Verdict]>([
    ['the true place', golden('found', 'a'), outcome('found', ['a']), 'right'],
    [
      'two true places in another order',
      golden('conflict', 'a', 'b'),
      outcome('conflict', ['b', 'a']),
      'right',
    ],
    ['a choice where there is one', golden('choose'), outcome('choose'), 'right'],
    ['that nobody is on the list who is not', golden('missing'), outcome('missing'), 'right'],
    ['another place', golden('found', 'a'), outcome('found', ['b']), 'wrong'],
    ['one place more', golden('found', 'a'), outcome('found', ['a', 'b']), 'wrong'],
    ['one place less', golden('conflict', 'a', 'b'), outcome('conflict', ['a']), 'wrong'],
    ['a place where two fit', golden('choose'), outcome('found', ['a']), 'wrong'],
    ['a place for what is not on the list', golden('missing'), outcome('found', ['a']), 'wrong'],
    ['that they are not on the list, and they are', golden('found', 'a'), outcome('missing'), 'falseMissing'],
    ['that it cannot be checked, and a number', golden('found', 'a'), outcome('cannotCheck'), 'honest'],
    [
      'that it cannot be checked, and no number',
      golden('found', 'a'),
      outcome('cannotCheck', [], null),
      'failed',
    ],
  ])('%s', (_, address, told, verdict) => expect(judge(address, told)).toBe(verdict));
});

describe('sums of visits', () => {
  it('count each verdict and rank the times', () => {
    const visits = (['right', 'right', 'honest', 'wrong', 'falseMissing', 'failed'] as const).map(
      (verdict, at) => ({
        ...{ atMs: 0, ms: (at + 1) * 10, verdict, rung: null, detail: '' },
      }),
    );
    expect(sumVisits(visits)).toEqual({
      ...{ asked: 6, right: 2, honest: 1, wrong: 1, falseMissing: 1, failed: 1 },
      ...{ p50Ms: 30, p95Ms: 60, p99Ms: 60 },
    });
  });
  it('are zeros of nobody', () => expect(sumVisits([])).toMatchObject({ asked: 0, right: 0, p99Ms: 0 }));
  it.each([
    [0.5, 2],
    [0.95, 4],
    [0, 1],
  ])('take the nearest rank at %d', (share, wished) => expect(percentile([1, 2, 3, 4], share)).toBe(wished));
});
