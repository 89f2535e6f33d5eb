// The change guards, each just below and just above its limit.

import { describe, expect, it } from 'vitest';
import { type CauseFacts, changeCauses } from './change-causes';
import type { Destination, Difference, ListFacts, PrecinctChange } from './difference';

const list: ListFacts = {
  electionName: 'General Election',
  electionDate: '2026-11-03',
  ranges: 1000,
  addresses: { numbers: 10_000, openRanges: 100 },
  precincts: 100,
  precinctsWithPlace: 100,
  places: 40,
  conflictingRanges: 0,
};

const hall: Destination = { kind: 'assigned', label: 'City Hall', placeKeys: ['p0'] };

function facts(difference: Partial<Difference>, more: Partial<CauseFacts> = {}): CauseFacts {
  return {
    difference: {
      officeId: 'ms-adams',
      live: list,
      draft: list,
      groups: [],
      places: [],
      precincts: [],
      contacts: [],
      ...difference,
    },
    today: '2026-10-01',
    dataset: 'new',
    earlier: new Map(),
    lostFixes: [],
    ...more,
  };
}

const precincts = (kind: PrecinctChange['kind'], count: number): readonly PrecinctChange[] =>
  Array.from({ length: count }, (_, index) => ({ kind, name: `${index}`, from: hall, to: null }));

const vanished = (numbers: number, openRanges: number): Partial<Difference> => ({
  groups: [
    { key: 'g0', kind: 'vanished', from: hall, to: null, addresses: { numbers, openRanges }, rows: [] },
  ],
});

const school: Destination = { kind: 'assigned', label: 'School', placeKeys: ['p1'] };
const library: Destination = { kind: 'assigned', label: 'Library', placeKeys: ['p2'] };

const changing = (...ways: readonly (readonly [Destination, Destination])[]): readonly PrecinctChange[] =>
  ways.map(([from, to], index) => ({ kind: 'changesPlace', name: `${index}`, from, to }));

const moving = (end: number, draftPrecinct: string, to: Destination = school): Partial<Difference> => ({
  groups: [
    {
      key: 'g0',
      kind: 'moved',
      from: hall,
      to,
      addresses: { numbers: end, openRanges: 0 },
      rows: [
        {
          street: 'OAK ST',
          city: 'Exampleton',
          zip: '00011',
          start: 1,
          end,
          oddEvenBoth: 'both',
          prefix: '',
          suffix: '',
          units: null,
          livePrecinct: '07',
          draftPrecinct,
          liveRow: 'a',
          draftRow: 'a',
        },
      ],
    },
  ],
});

const conflicting = (conflictingRanges: number): Partial<Difference> => ({
  draft: { ...list, conflictingRanges },
});

describe('changeCauses', () => {
  it.each<readonly [string, CauseFacts, readonly string[]]>([
    ['nothing', facts({}), []],
    ['5% of precincts', facts({ precincts: precincts('changesPlace', 5) }), []],
    ['6% of precincts', facts({ precincts: precincts('changesPlace', 6) }), ['precincts-change-place 6']],
    ['one without a place', facts({ precincts: precincts('losesPlace', 1) }), ['precinct-loses-place 1']],
    ['one gone', facts({ precincts: precincts('gone', 1) }), ['precinct-loses-place 1']],
    ['a new precinct', facts({ precincts: precincts('new', 50) }), []],
    [
      'two precincts with each other’s place',
      facts({ precincts: changing([hall, school], [school, hall]) }),
      ['precincts-swap-places 2'],
    ],
    [
      'three precincts that move on by one',
      facts({ precincts: changing([hall, school], [school, library], [library, hall]) }),
      [],
    ],
    ['0.5% of numbers in another precinct', facts(moving(50, '08')), []],
    ['more of them', facts(moving(51, '08')), ['addresses-move 51']],
    ['as many of a precinct that moves', facts(moving(51, '07')), []],
    ['as many that contradict another row', facts(moving(51, '08', { ...school, kind: 'conflict' })), []],
    ['2% of numbers', facts(vanished(200, 0)), []],
    ['more than 2% of numbers', facts(vanished(201, 0)), ['addresses-vanish 201']],
    ['more than 2% of streets', facts(vanished(0, 3)), ['addresses-vanish 3']],
    ['0.5% in conflict', facts(conflicting(5)), []],
    ['more than 0.5% in conflict', facts(conflicting(6)), ['many-conflicts 6']],
    ['election day itself', facts({}, { today: '2026-11-03' }), []],
    ['the day after', facts({}, { today: '2026-11-04' }), ['election-over 1']],
    ['a list of before', facts({}, { earlier: new Map([['new', 'Primary']]) }), ['same-file-again 1']],
    ['lost fixes', facts({}, { lostFixes: ['a', 'b'] }), ['fix-lost 2']],
    [
      'a first list',
      facts({ live: null, ...vanished(9999, 0), precincts: precincts('changesPlace', 9) }),
      [],
    ],
  ])('%s', (_, given, expected) => {
    expect(changeCauses(given).map(({ code, count }) => `${code} ${count}`)).toEqual(expected);
  });

  it('says what has happened as a sentence with its count', () => {
    const [cause] = changeCauses(facts({ precincts: precincts('changesPlace', 6) }));
    expect(cause?.sentence).toBe('6 of 100 (6.0%) precincts change their polling place.');
  });
});
