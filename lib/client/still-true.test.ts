// Owns when an answer on screen may stay there although a newer release has come.

import { describe, expect, it } from 'vitest';
import type { LookupOutcome, PlaceAnswer } from '@/lib/core/lookup/outcome';
import { isStillTrue } from './still-true';

const place = (id: string, line1 = '1 Hall St'): PlaceAnswer => ({
  id,
  name: id,
  line1,
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
  asOf: '2026-11-03T12:00:00Z',
  sequence: 1,
};

const found = (fields: object = {}): LookupOutcome =>
  ({ ...common, kind: 'found', pollingLocations: [place('a')], ...fields }) as LookupOutcome;

const choose = (...places: PlaceAnswer[]): LookupOutcome => ({
  ...common,
  kind: 'choose',
  didYouMean: false,
  candidates: places.map((each) => ({
    street: 'N MAIN ST',
    unit: null,
    city: 'Town',
    zip: '00001',
    pollingLocations: [each],
  })),
});

const later = { asOf: '2026-11-03T13:00:00Z', sequence: 2 };
const notice = {
  id: 'n',
  officeId: 'o',
  kind: 'closed',
  pollingLocationIds: ['a'],
  from: '',
  until: '',
  text: {},
  newPlace: null,
};

describe('isStillTrue', () => {
  it.each([
    ['confirmed anew', found(), found(later), true],
    [
      'a question that was answered',
      found(),
      found({ ...later, confirmLocality: { id: '1', name: 'X' } }),
      true,
    ],
    ['another place', found(), found({ pollingLocations: [place('b')] }), false],
    ['the place at another address', found(), found({ pollingLocations: [place('a', '9 New St')] }), false],
    ['a late change', found(), found({ notices: [notice] }), false],
    ['no answer any more', found(), { ...common, kind: 'cannotCheck', reason: 'unreachable' }, false],
    ['an answer at last', { ...common, kind: 'cannotCheck', reason: 'unreachable' }, found(), false],
    ['a pick that is still offered', found(), choose(place('a'), place('b')), true],
    ['a pick that is offered no more', found(), choose(place('b'), place('c')), false],
  ] as const)('%s: %#', (_, shown, again, expected) => {
    expect(isStillTrue(shown as LookupOutcome, again as LookupOutcome)).toBe(expected);
  });
});
