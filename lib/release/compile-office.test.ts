// One office alone: which ZIPs its rows reach, which places they lead to, and how its precincts vote.

import { describe, expect, it } from 'vitest';
import type { Dataset, Locality, PollingLocation, Precinct, StreetSegment } from '@/lib/core/vip';
import { compileOffice } from './compile-office';
import { exampleCounty, locality, place, precinct, segment, vectorReference } from './offices.fixture';
import { zipTable } from './zip-table';

function office(fields: Partial<Dataset>): Dataset {
  return { ...exampleCounty, ...fields };
}

/** Rows of the first street of a ZIP as `place ids / voting`. */
function answersAt(dataset: Dataset, zip: string) {
  const layer = compileOffice(dataset, vectorReference).layers.get(zip);
  return layer?.precincts.map(([id, , , , places, voting]) => [
    id,
    places.map((index) => layer.places[index]!.id),
    voting,
  ]);
}

describe('places of a precinct', () => {
  const onePrecinct = (fields: Partial<Precinct>, places?: readonly PollingLocation[]) =>
    office({
      precincts: [precinct({ id: 'p', localityId: '1', pollingLocationIds: ['school'], ...fields })],
      streetSegments: [segment({ id: 's', precinctId: 'p' })],
      ...(places === undefined ? {} : { pollingLocations: places }),
    });

  it.each<[string, Partial<Precinct>, string[], number]>([
    ['one place', {}, ['school'], 0],
    [
      'several undeclared places stay several',
      { pollingLocationIds: ['school', 'library'] },
      ['library', 'school'],
      0,
    ],
    ['vote centres', { usesVoteCenters: true }, ['school'], 1],
    ['by mail', { isMailOnly: true }, ['school'], 2],
    ['not in this election', { isNotVoting: true, isMailOnly: true }, ['school'], 3],
    ['a drop box is no place to vote', { pollingLocationIds: ['school', 'box'] }, ['school'], 0],
    ['a place that is not in the file empties the list', { pollingLocationIds: ['school', 'gone'] }, [], 0],
    ['no place at all', { pollingLocationIds: [] }, [], 0],
  ])('%s', (_, fields, places, voting) => {
    expect(answersAt(onePrecinct(fields), '00011')).toEqual([['p', places, voting]]);
  });

  it('takes what a locality declares for all its precincts', () => {
    const of = (fields: Partial<Locality>) =>
      answersAt(
        { ...onePrecinct({}), localities: [locality({ id: '1', name: 'Example', ...fields })] },
        '00011',
      )?.[0]?.[2];
    expect([of({}), of({ usesVoteCenters: true }), of({ isMailOnly: true })]).toEqual([0, 1, 2]);
  });

  it("puts a split's own places before its precinct's, and leaves a split without any to the precinct", () => {
    const split = (id: string, pollingLocationIds: string[]) => ({
      id,
      name: null,
      precinctId: 'p',
      pollingLocationIds,
    });
    const dataset = {
      ...onePrecinct({}),
      precinctSplits: [split('own', ['library']), split('none', [])],
      streetSegments: [
        segment({ id: '1', precinctId: 'p', precinctSplitId: 'own' }),
        segment({
          id: '2',
          precinctId: 'p',
          precinctSplitId: 'none',
          startHouseNumber: 101,
          endHouseNumber: 199,
        }),
        segment({
          id: '3',
          precinctId: 'p',
          precinctSplitId: 'gone',
          startHouseNumber: 201,
          endHouseNumber: 299,
        }),
      ],
    };
    expect(answersAt(dataset, '00011')).toEqual([
      ['p', [], 0],
      ['p', ['library'], 0],
      ['p', ['school'], 0],
    ]);
    expect(compileOffice(dataset, vectorReference).counts.danglingIds).toBe(1);
  });

  it('leaves out a row whose precinct is not in the file', () => {
    const dataset = { ...onePrecinct({}), streetSegments: [segment({ id: '1', precinctId: 'gone' })] };
    const { layers, counts } = compileOffice(dataset, vectorReference);
    expect([layers.size, counts.danglingIds]).toEqual([0, 1]);
  });
});

describe('a locality', () => {
  const localitiesOf = (fields: Partial<Dataset>) =>
    compileOffice(office(fields), vectorReference).localities.map(({ object }) => object);

  it('that the files leave out still has an entry, under its id', () => {
    expect(localitiesOf({ localities: [] })).toMatchObject([
      { id: '1', name: '1', office: { name: '1', phone: null } },
    ]);
  });

  it("without an office of its own has the state's", () => {
    const [one] = localitiesOf({
      localities: [locality({ id: '1', name: 'Example', electionAdministrationId: null })],
      state: { name: null, abbreviation: 'XX', electionAdministrationId: 'office-1' },
    });
    expect(one?.office.phone).toBe('555-0100');
  });

  it('whose office has no name lends it its own', () => {
    const electionAdministrations = exampleCounty.electionAdministrations.map((one) => ({
      ...one,
      name: null,
    }));
    expect(localitiesOf({ electionAdministrations })[0]?.office.name).toBe('Example');
  });
});

describe('what an office gives of a place', () => {
  it('is carried whole, and what it leaves blank is left out', () => {
    const full = place({
      id: 'school',
      name: 'School',
      line2: 'Gym',
      line3: 'Door 3',
      party: 'Green',
      directions: 'Behind the church',
      entrance: 'Oak Street door',
      accessibility: { parking: false, checkedOn: '2030-09-01' },
      hours: { schedules: [], text: '6 to 8' },
      latLng: [40, -90],
    });
    const dataset = office({
      pollingLocations: [full, place({ id: 'library', name: 'Library' })],
      election: { ...exampleCounty.election, hours: null },
    });
    const { photoUri, isDropBox, isEarlyVoting, openDates, ...carried } = full;
    const places = compileOffice(dataset, vectorReference).layers.get('00011')?.places;
    expect(places).toEqual([
      {
        id: 'library',
        name: 'Library',
        line1: '1 Example Plaza',
        city: 'EXAMPLETON',
        state: 'XX',
        zip: '00011',
        latLng: null,
        timeZone: 'America/Chicago',
      },
      { ...carried, timeZone: 'America/Chicago' },
    ]);
  });
});

describe('ZIP 00000', () => {
  const zipsOf = (rows: readonly Partial<StreetSegment>[]) => {
    const dataset = office({
      streetSegments: rows.map((row, index) => segment({ id: String(index), precinctId: 'p1', ...row })),
    });
    const { layers, counts } = compileOffice(dataset, vectorReference);
    const anywhere = [...layers].filter(([, layer]) => layer.streets.some(([core]) => core === 'ANYWHERE'));
    return [anywhere.map(([zip]) => zip), counts.unplacedSegments];
  };
  const anyZip = { zip: '00000', streetName: 'ANYWHERE' };

  it('is every ZIP of the town, by the data and by the reference', () => {
    // Otherton's ZIP 00021 has streets of this office; 00022 has not, but lies in the same county.
    expect(
      zipsOf([
        { zip: '00021', city: 'OTHERTON' },
        { ...anyZip, city: 'OTHERTON' },
      ]),
    ).toEqual([['00021', '00022'], 0]);
  });

  it('is every ZIP of the locality where no town is given', () => {
    expect(zipsOf([{ zip: '00021' }, { ...anyZip, city: '' }])).toEqual([['00011', '00013', '00021'], 0]);
  });

  it('is not the only ZIP that is none: others answer nowhere, and are counted', () => {
    expect(zipsOf([{ zip: '1234' }, { zip: '' }])).toEqual([[], 2]);
  });

  it('is counted, and answers nowhere, where neither is known', () => {
    expect(zipsOf([{ ...anyZip, city: 'NOSUCHTOWN' }])).toEqual([[], 1]);
  });

  it('does not mean a town of the same name at the other end of the state', () => {
    const far = { zip: '00901', town: 'Exampleton', state: 'XX', county: 'Distant', timeZone: null };
    const near = { zip: '00011', town: 'Exampleton', state: 'XX', county: 'Example', timeZone: null };
    const dataset = office({ streetSegments: [segment({ id: '1', precinctId: 'p1', zip: '00000' })] });
    expect([...compileOffice(dataset, zipTable([far, near])).layers.keys()]).toEqual(['00011']);
  });
});

describe('the time zone of a place', () => {
  const rows = [
    { zip: '00011', town: 'A', state: 'XX', county: 'Example', timeZone: 'America/Denver' },
    { zip: '00021', town: 'B', state: 'XX', county: 'Other', timeZone: 'America/Chicago' },
  ];
  const zoneOf = (declared: string | null, zip: string, reference = zipTable(rows)) => {
    const dataset = office({
      localities: [locality({ id: '1', name: 'Example', timeZone: declared })],
      pollingLocations: [place({ id: 'school', name: 'School', zip })],
      precincts: [precinct({ id: 'p1', localityId: '1', pollingLocationIds: ['school'] })],
      streetSegments: [segment({ id: 's', precinctId: 'p1' })],
    });
    return compileOffice(dataset, reference).layers.get('00011')!.places[0]!.timeZone;
  };

  it.each([
    ['the office says', 'America/Boise', '00011', 'America/Boise'],
    ["the reference knows the place's ZIP", null, '00021', 'America/Chicago'],
    ['nobody knows, in a state of two zones', null, '00099', null],
  ])('%s', (_, declared, zip, expected) => {
    expect(zoneOf(declared, zip)).toBe(expected);
  });

  it("is the state's where the state has one only", () => {
    expect(zoneOf(null, '00099', zipTable(rows.slice(0, 1)))).toBe('America/Denver');
  });
});
