// Whole lists side by side: what is said of places, precincts, ranges and contacts, and what is not.

import { describe, expect, it } from 'vitest';
import type { Dataset, StreetSegment } from '@/lib/core/vip';
import { exampleCounty, place, precinct, segment } from '@/lib/release/offices.fixture';
import { compareDatasets } from './compare-datasets';
import type { Difference } from './difference';

/** Two precincts on Main and Oak, one place each. */
const live: Dataset = {
  ...exampleCounty,
  precincts: [
    precinct({ id: '1', localityId: '1', number: '01', pollingLocationIds: ['church'] }),
    precinct({ id: '2', localityId: '1', number: '02', pollingLocationIds: ['hall'] }),
  ],
  precinctSplits: [],
  pollingLocations: [
    place({ id: 'church', name: 'First Baptist Church', line1: '1 Church St' }),
    place({ id: 'hall', name: 'City Hall', line1: '2 Hall St' }),
  ],
  streetSegments: [
    segment({ id: 'a', precinctId: '1' }),
    segment({ id: 'b', precinctId: '1', streetName: 'OAK' }),
    segment({ id: 'c', precinctId: '2', streetName: 'ELM' }),
  ],
};

const withRows = (streetSegments: readonly StreetSegment[]): Dataset => ({ ...live, streetSegments });

const ways = ({ groups }: Difference) =>
  groups.map(({ from, to, rows }) => `${rows.length}: ${from?.label ?? '-'} > ${to?.label ?? '-'}`);

describe('compareDatasets', () => {
  it('finds nothing between a list and itself, whatever ids and order its rows have', () => {
    const again = withRows(
      [...live.streetSegments].reverse().map((each, index) => ({ ...each, id: `new-${index}` })),
    );
    const { groups, precincts, contacts, places } = compareDatasets(live, again);
    expect({ groups, precincts, contacts }).toEqual({ groups: [], precincts: [], contacts: [] });
    expect(places.flatMap(({ changes }) => changes)).toEqual([]);
  });

  it('says of numbers of a row that was set aside that they vanish, whatever other row holds them', () => {
    const lost = segment({ id: 'x', precinctId: '', startHouseNumber: 51, endHouseNumber: 59 });
    const draft: Dataset = { ...live, withheld: [lost] };
    const difference = compareDatasets(live, draft);
    expect(ways(difference)).toEqual(['1: First Baptist Church > -']);
    expect(difference.groups[0]?.rows[0]).toMatchObject({ street: 'MAIN ST', start: 51, end: 59 });
    expect(ways(compareDatasets(draft, live))).toEqual(['1: - > First Baptist Church']);
    expect(ways(compareDatasets(draft, draft))).toEqual([]);
  });

  it('says how many ranges move from where to where', () => {
    const moved: Dataset = {
      ...live,
      precincts: live.precincts.map((each) => ({ ...each, pollingLocationIds: ['hall'] })),
    };
    const difference = compareDatasets(live, moved);
    expect(ways(difference)).toEqual(['2: First Baptist Church > City Hall']);
    expect(difference.groups[0]?.addresses).toEqual({ numbers: 198, openRanges: 0 });
    expect(difference.groups[0]?.rows[0]).toMatchObject({
      street: 'MAIN ST',
      start: 1,
      end: 99,
      oddEvenBoth: 'both',
      livePrecinct: '01',
      draftPrecinct: '01',
      liveRow: 'a',
      draftRow: 'a',
    });
    expect(difference.precincts).toMatchObject([{ kind: 'changesPlace', name: '01' }]);
  });

  it('takes places with new ids for the same, by name and address', () => {
    const renumbered: Dataset = {
      ...live,
      pollingLocations: live.pollingLocations.map((each) => ({ ...each, id: `9${each.id}` })),
      precincts: live.precincts.map((each) => ({
        ...each,
        pollingLocationIds: each.pollingLocationIds.map((id) => `9${id}`),
      })),
    };
    const difference = compareDatasets(live, renumbered);
    expect(ways(difference)).toEqual([]);
    expect(difference.places.flatMap(({ changes }) => changes)).toEqual([]);
  });

  it('does not take two places for one because their ids were given out anew', () => {
    const swapped: Dataset = {
      ...live,
      pollingLocations: live.pollingLocations.map((each) => ({
        ...each,
        id: each.id === 'church' ? 'hall' : 'church',
      })),
    };
    expect(ways(compareDatasets(live, swapped))).toEqual([
      '2: First Baptist Church > City Hall',
      '1: City Hall > First Baptist Church',
    ]);
  });

  it.each<readonly [string, Partial<Dataset['pollingLocations'][number]>, readonly string[]]>([
    ['renamed', { name: 'Old City Hall' }, ['renamed']],
    ['moved', { line1: '99 Elsewhere Rd' }, ['moved']],
    ['other hours', { hours: { schedules: [], text: '7 to 8' } }, ['hours']],
  ])('says that a place is %s, and moves no range for it', (_, change, expected) => {
    const changed: Dataset = {
      ...live,
      pollingLocations: live.pollingLocations.map((each) =>
        each.id === 'hall' ? { ...each, ...change } : each,
      ),
    };
    const difference = compareDatasets(live, changed);
    expect(ways(difference)).toEqual([]);
    expect(difference.places[0]?.changes).toEqual(expected);
    expect(difference.precincts.map(({ kind }) => kind)).toEqual(
      expected.includes('moved') ? ['changesPlace'] : [],
    );
  });

  it.each<readonly [string, Partial<Dataset['pollingLocations'][number]>, readonly string[], boolean]>([
    ['in other letters', { line1: '2 HALL STREET', name: 'CITY HALL', zip: '00011-0001' }, [], true],
    [
      'in other letters, and open otherwise',
      { line1: '2 Hall Street', hours: { schedules: [], text: '7 to 8' } },
      ['hours'],
      true,
    ],
    ['in another street', { line1: '2 Hall Ave' }, ['moved'], false],
    ['in another room', { line2: 'Room 5' }, ['lines'], false],
    ['in the same letters', {}, [], false],
  ])('tells a place %s from a changed one, under whatever id', (_, change, expected, isRespelt) => {
    const changed: Dataset = {
      ...live,
      precincts: live.precincts.map((each) =>
        each.id === '2' ? { ...each, pollingLocationIds: ['h9'] } : each,
      ),
      pollingLocations: live.pollingLocations.map((each) =>
        each.id === 'hall' ? { ...each, id: change.line1 === '2 Hall Ave' ? 'hall' : 'h9', ...change } : each,
      ),
    };
    const { groups, places } = compareDatasets(
      live,
      change.line1 === '2 Hall Ave' ? { ...changed, precincts: live.precincts } : changed,
    );
    expect(groups).toEqual([]);
    const hall = places.find(({ draft }) => draft?.id === 'hall' || draft?.id === 'h9');
    expect(hall).toMatchObject({ changes: expected, isRespelt });
    // What voters will read is what the list says.
    expect(hall?.draft?.address).toContain(change.line1 ?? '2 Hall St');
  });

  it('says what vanishes and what appears', () => {
    const rows = [live.streetSegments[0], segment({ id: 'x', precinctId: '2', streetName: 'NEW' })];
    const difference = compareDatasets(live, withRows(rows.filter((each) => each !== undefined)));
    expect(ways(difference)).toEqual(['1: First Baptist Church > -', '1: City Hall > -', '1: - > City Hall']);
  });

  it('counts ranges without an end apart, and never as a million', () => {
    const all = withRows([
      segment({ id: 'a', precinctId: '1', endHouseNumber: 999_999 }),
      segment({ id: 'b', precinctId: '1', streetName: 'OAK', includesAllAddresses: true }),
    ]);
    const difference = compareDatasets(all, withRows([]));
    expect(difference.groups[0]?.addresses).toEqual({ numbers: 0, openRanges: 2 });
    expect(difference.live?.addresses).toEqual({ numbers: 0, openRanges: 2 });
  });

  it('says which precinct loses its place, or is gone', () => {
    const less: Dataset = {
      ...live,
      precincts: [precinct({ id: '1', localityId: '1', number: '01' })],
    };
    expect(compareDatasets(live, less).precincts).toMatchObject([
      { kind: 'losesPlace', name: '01', from: { label: 'First Baptist Church' } },
      { kind: 'gone', name: '02', from: { label: 'City Hall' } },
    ]);
  });

  it('says when voters are given another phone', () => {
    const called: Dataset = {
      ...live,
      electionAdministrations: live.electionAdministrations.map((each) => ({ ...each, phone: '555-0199' })),
    };
    expect(compareDatasets(live, called).contacts).toEqual([
      { office: 'Example', field: 'phone', before: '555-0100', after: '555-0199' },
    ]);
  });

  it('shows a first list as new, and compares 50,000 rows with as many in little time', () => {
    const rows = Array.from({ length: 50_000 }, (_, index) =>
      segment({
        id: `r${index}`,
        precinctId: index % 3 === 0 ? '1' : '2',
        streetName: `STREET ${Math.floor(index / 10)}`,
        startHouseNumber: (index % 10) * 100,
        endHouseNumber: (index % 10) * 100 + 99,
      }),
    );
    expect(ways(compareDatasets(null, withRows(rows)))).toHaveLength(2);
    const moved = rows.map((row) => ({ ...row, precinctId: '1' }));
    const [group] = compareDatasets(withRows(rows), withRows(moved)).groups;
    expect(group?.from?.label).toBe('City Hall');
  });
});
