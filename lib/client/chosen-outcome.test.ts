// Owns that picking a candidate leads to that candidate's place, and never to another.

import { describe, expect, it } from 'vitest';
import type { Candidate, LookupOutcome, PlaceAnswer } from '@/lib/core/lookup/outcome';
import { isAnswerFor, pickedOutcome, textsToAsk } from './chosen-outcome';

const place = (id: string): PlaceAnswer => ({
  id,
  name: id,
  line1: '1 Hall St',
  city: 'Town',
  state: 'ZZ',
  zip: '00001',
  latLng: null,
  timeZone: null,
});

const common = {
  understood: { houseNumber: '5', street: null, unit: null, city: null, state: null, zip: '00001' },
  pollingLocations: [],
  precincts: [],
  offices: [],
  confirmLocality: null,
  election: null,
  notices: [],
  asOf: null,
  sequence: null,
};

const candidate = (places: readonly string[], unit: string | null = null): Candidate => ({
  street: 'N MAIN ST',
  unit,
  city: 'Town',
  zip: '00001',
  pollingLocations: places.map(place),
});

const found = (...ids: string[]): LookupOutcome => ({
  ...common,
  kind: 'found',
  pollingLocations: ids.map(place),
});

describe('textsToAsk', () => {
  it.each([
    [null, ['5 N Main St']],
    ['B', ['5 N Main St']],
  ])('asks for unit %j as it stands', (unit, texts) => {
    expect(textsToAsk('5 N Main St', candidate(['a'], unit))).toEqual(texts);
  });

  it('asks for the first unit of a range, too', () => {
    expect(textsToAsk('5 N Main St, # 101-120, Town', candidate(['a'], '101-120'))).toEqual([
      '5 N Main St, # 101-120, Town',
      '5 N Main St, # 101, Town',
    ]);
  });
});

describe('isAnswerFor', () => {
  it.each([
    ['the same place', found('a'), true],
    ['another place', found('b'), false],
    ['one place more', found('a', 'b'), false],
    ['by mail', { ...common, kind: 'byMail' }, true],
    ['no data', { ...common, kind: 'cannotCheck', reason: 'unreachable' }, true],
    ['nothing found', { ...common, kind: 'missing', reason: 'numberUnknown' }, false],
    ['the same question', { ...common, kind: 'choose', didYouMean: false, candidates: [] }, false],
  ] as const)('%s: %#', (_, again, expected) => {
    expect(isAnswerFor(candidate(['a']), again as LookupOutcome)).toBe(expected);
  });
});

describe('pickedOutcome', () => {
  const before = { ...common, kind: 'choose', didYouMean: false, candidates: [] } as const;

  it('is the place of the pick, under the street that was picked', () => {
    const outcome = pickedOutcome(before, candidate(['a'], '101-120'));
    expect(outcome).toMatchObject({
      kind: 'found',
      understood: { houseNumber: '5', street: 'N MAIN ST', unit: '101-120' },
      pollingLocations: [{ id: 'a' }],
    });
    expect(outcome).not.toHaveProperty('candidates');
  });

  it.each([[[]], [['a', 'b']]])('is nothing where the pick leads to %j', (places) => {
    expect(pickedOutcome(before, candidate(places))).toBeNull();
  });
});
