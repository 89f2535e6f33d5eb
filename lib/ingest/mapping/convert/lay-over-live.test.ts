// A list of precincts and places over what is live: what it says is new, what it does not say stays, and what it leaves out is told.

import { describe, expect, it } from 'vitest';
import type { Dataset } from '@/lib/core/vip';
import { feedWith, filesOf, soundFeed } from '../../feed.fixture';
import { readVipFlat } from '../../read-vip-flat';
import { csvRecords } from '../../tables/csv';
import { datasetOf, type MappedFile, problemsOf, readMapped } from './convert-tables.fixture';

const header = 'Precinct,Site,Address,Town,Zip';
const columns = {
  precinctId: 'Precinct',
  placeName: 'Site',
  placeAddressWhole: 'Address',
  placeCity: 'Town',
  placeZip: 'Zip',
} as const;
const list = (...rows: readonly string[]): MappedFile => ({
  name: 'places.csv',
  kind: 'precinctPlaces',
  columns,
  text: [header, ...rows].join('\n'),
});

const streets = [
  'id,start_house_number,end_house_number,odd_even_both,street_name,street_suffix,city,state,zip,precinct_id,precinct_split_id',
  'ss1,1,99,odd,OAK,ST,Springvale,OH,43999,p1,',
  'ss2,2,98,even,OAK,ST,Springvale,OH,43999,p2,',
  'ss3,1,99,both,ELM,ST,Springvale,OH,43999,p1,s1',
];
const places = [
  'id,name,structured_line_1,structured_line_2,structured_city,structured_state,structured_zip,hours,hours_open_id,latitude,longitude,entrance,step_free_entrance,is_drop_box,is_early_voting',
  'pl1,First School,1 Elm St,Gym,Springvale,OH,43999,,ho1,39.5,-82.5,Side door,yes,,',
  'pl2,Town Hall,2 Elm Street,,Springvale,OH,43999,7am-8pm,,39.6,-82.6,,no,,',
  'box,Box,3 Elm St,,Springvale,OH,43999,,,,,,,true,',
  'own,Annex,4 Elm St,,Springvale,OH,43999,,ho2,,,,,,true',
];
const feed = {
  'election.txt': ['id,date,name,polling_hours', '4001,2026-11-03,The Election,6 to 9'],
  'locality.txt': [
    'id,name,type,election_administration_id,time_zone,polling_location_ids',
    'loc1,Made-up,county,ea1,America/New_York,box',
  ],
  'schedule.txt': [
    'id,hours_open_id,start_time,end_time,start_date,end_date',
    'sc1,ho1,06:30:00-05:00,19:30:00-05:00,2026-11-03,2026-11-03',
    'sc2,ho2,09:00:00-04:00,17:00:00-04:00,2026-10-20,2026-10-30',
  ],
  'precinct.txt': [
    'id,name,number,locality_id,polling_location_ids,is_mail_only',
    'p1,Courthouse,01,loc1,pl1,',
    'p2,Library,02,loc1,pl2 own,true',
  ],
  'polling_location.txt': places,
  'street_segment.txt': streets,
};

async function liveOf(changes: Parameters<typeof feedWith>[0] = {}): Promise<Dataset> {
  return datasetOf(
    await readVipFlat(
      filesOf(
        feedWith({
          ...feed,
          'precinct_split.txt': null,
          'street_segment.txt': streets.slice(0, 3),
          ...changes,
        }),
      ),
    ),
  );
}

const sameAs = ['1,First School,1 Elm St,Springvale,43999', 'Pct 02,TOWN HALL,2 Elm St,Springvale,43999'];

describe('a list that says what is live', () => {
  it('changes nothing but what the list spells', async () => {
    const live = await liveOf();
    const read = await readMapped([list(...sameAs)], { live });
    expect(problemsOf(read)).toEqual([]);
    const { officeId: _, source: __, ...dataset } = datasetOf(read);
    const { officeId: ___, source: ____, ...before } = live;
    const [school, hall, ...sites] = before.pollingLocations;
    const byId = (all: Dataset['pollingLocations']) => [...all].sort((a, b) => (a.id < b.id ? -1 : 1));
    expect({ ...dataset, pollingLocations: byId(dataset.pollingLocations) }).toEqual({
      ...before,
      pollingLocations: byId([school!, { ...hall!, name: 'TOWN HALL', line1: '2 Elm St' }, ...sites]),
    });
  });

  it('gets a place that is elsewhere now, and leaves the others and the sites as they are', async () => {
    const live = await liveOf();
    const read = await readMapped([list(sameAs[0]!, '002,Fire House,9 Fir St,Springvale,43999')], { live });
    const { precincts, pollingLocations, streetSegments, localities } = datasetOf(read);
    expect(problemsOf(read)).toEqual([]);
    expect(precincts.map(({ id, pollingLocationIds }) => [id, ...pollingLocationIds])).toEqual([
      ['p1', 'pl1'],
      ['p2', expect.stringMatching(/^place-fire-house/), 'own'],
    ]);
    expect(pollingLocations.find(({ name }) => name === 'Fire House')).toMatchObject({
      latLng: null,
      accessibility: null,
      hours: null,
    });
    expect(streetSegments).toEqual(live.streetSegments);
    expect(localities).toEqual(live.localities);
  });

  it('takes the place’s new hours and forgets the old ones', async () => {
    const mapped = list(...sameAs);
    const timed = {
      ...mapped,
      columns: { ...columns, placeHours: 'Hours' },
      text: [`${header},Hours`, `${sameAs[0]},8am-6pm`, `${sameAs[1]},`].join('\n'),
    };
    const { pollingLocations } = datasetOf(await readMapped([timed], { live: await liveOf() }));
    const startOf = (id: string) =>
      pollingLocations.find((place) => place.id === id)?.hours?.schedules.map(({ startTime }) => startTime);
    expect([startOf('pl1'), startOf('pl2')]).toEqual([['08:00'], ['07:00']]);
  });
});

describe('a list that leaves something out', () => {
  it('names each precinct that is live and not in it, with its streets, which answer nothing then', async () => {
    const read = await readMapped([list(sameAs[0]!)], { live: await liveOf() });
    const found = read.problems.filter(({ code }) => code === 'precinct-not-in-list');
    expect(
      found.map(({ file, value, message }) => [file, value, message.includes('1 street segments')]),
    ).toEqual([['places.csv', 'p2 Library', true]]);
    expect(datasetOf(read).streetSegments.map(({ id }) => id)).toEqual(['ss1']);
  });

  it('names each part of a precinct that votes elsewhere than the rest', async () => {
    const live = await liveOf({
      'street_segment.txt': streets,
      'precinct_split.txt': ['id,name,precinct_id', 's1,North side,p1', 's2,Rest,p1'],
      'precinct_split_polling_location.txt': ['precinct_split_id,polling_location_id', 's1,pl2'],
    });
    const read = await readMapped([list(...sameAs)], { live });
    expect(problemsOf(read)).toEqual(['split-not-in-list null null']);
    expect(read.problems.find(({ code }) => code === 'split-not-in-list')).toMatchObject({
      value: 's1 North side',
      message: expect.stringContaining('1 street segments'),
    });
    expect(datasetOf(read).streetSegments.map(({ id }) => id)).toEqual(['ss1', 'ss2']);
  });

  it('says so of a precinct whose place is blank, which keeps no old one', async () => {
    const read = await readMapped([list(sameAs[1]!, '1,,,,')], { live: await liveOf() });
    expect(problemsOf(read)).toEqual(['precinct-without-place 3 Precinct']);
    expect(datasetOf(read).streetSegments.map(({ id }) => id)).toEqual(['ss2']);
  });
});

describe('precincts of a list and of what is live', () => {
  const numbered = (...precincts: readonly string[]) => ({
    'precinct.txt': ['id,name,number,locality_id,polling_location_ids', ...precincts],
    'street_segment.txt': streets
      .slice(0, 3)
      .map((row, at) => (at === 0 ? row : row.replace(/,p\d,$/, `,${precincts[at - 1]!.split(',')[0]},`))),
  });

  it('are not matched by an id that is the export’s own where the list speaks in numbers', async () => {
    // Id 5 is precinct 12, which the list has not; its 5 is new.
    const live = await liveOf(numbered('5,,12,loc1,pl1', '9,,1,loc1,pl2'));
    const read = await readMapped([list('1,A,1 Fir St,Springvale,43999', '5,B,2 Fir St,Springvale,43999')], {
      live,
    });
    expect(problemsOf(read)).toEqual(['precinct-not-in-list null null']);
    expect(datasetOf(read).streetSegments.map(({ id }) => id)).toEqual(['ss2']);
  });

  it('are matched by ids where the list speaks in those', async () => {
    const live = await liveOf(numbered('4500101,,101,loc1,pl1', '4500102,,102,loc1,pl2'));
    const read = await readMapped(
      [list('4500101,A,1 Fir St,Springvale,43999', '4500102,B,2 Fir St,Springvale,43999')],
      { live },
    );
    expect(problemsOf(read)).toEqual([]);
    expect(datasetOf(read).precincts.map(({ id, number }) => [id, number])).toEqual([
      ['4500101', '101'],
      ['4500102', '102'],
    ]);
  });

  it('are none where two live ones are meant by one code, or one by two', async () => {
    const live = await liveOf(numbered('a,,04,loc1,pl1', 'b,,4,loc1,pl2'));
    const one = await readMapped([list('Pct 4,A,1 Fir St,Springvale,43999')], { live });
    expect(problemsOf(one, 'nothing-left')).toEqual([
      'precinct-not-in-list null null',
      'precinct-not-in-list null null',
    ]);
  });
});

describe('a list for another day', () => {
  it('has the hours of election day on that day, and leaves out sites, which have days of their own', async () => {
    const election = soundFeed['election.txt']!.map((row) => row.replace('2026-11-03', '2027-05-04'));
    const dated = filesOf({ 'election.txt': election });
    const read = await readMapped([list(...sameAs)], {
      live: await liveOf(),
      feed: dated.map((file) => ({ table: 'election', source: csvRecords(file) })),
    });
    const dataset = datasetOf(read);
    expect(dataset.election.date).toBe('2027-05-04');
    expect(dataset.pollingLocations.map(({ id, hours }) => [id, hours === null])).toEqual([
      ['pl1', false],
      ['pl2', false],
    ]);
    expect(dataset.pollingLocations[0]?.hours?.schedules).toMatchObject([
      { startDate: '2027-05-04', startTime: '06:30', utcOffset: null },
    ]);
    expect(dataset.pollingLocations[0]?.latLng).toEqual([39.5, -82.5]);
    expect(dataset.localities[0]?.siteIds).toEqual([]);
  });
});

describe('ids', () => {
  it('of places on the list that a live place has by chance give way', async () => {
    const mapped = {
      ...list(),
      columns: { ...columns, placeId: 'Id' },
      text: [
        `Id,${header}`,
        'pl2,1,First School,1 Elm St,Springvale,43999',
        'box,2,Town Hall,2 Elm St,Springvale,43999',
        'pl1,2,Town Hall,2 Elm St,Springvale,43999',
      ]
        .slice(0, 3)
        .join('\n'),
    };
    const { precincts, pollingLocations } = datasetOf(await readMapped([mapped], { live: await liveOf() }));
    expect(precincts.map(({ pollingLocationIds }) => pollingLocationIds[0])).toEqual(['pl1', 'pl2']);
    expect(pollingLocations.map(({ id }) => id).sort()).toEqual(['box', 'own', 'pl1', 'pl2']);
  });

  it('of new places do not fall together with those of sites', async () => {
    const mapped = {
      ...list(),
      columns: { ...columns, placeId: 'Id' },
      text: [`Id,${header}`, 'box,1,Barn,7 Fir St,Springvale,43999', `pl2,${sameAs[1]}`].join('\n'),
    };
    const read = await readMapped([mapped], { live: await liveOf() });
    expect(problemsOf(read)).toEqual([]);
    expect(datasetOf(read).precincts[0]?.pollingLocationIds).toEqual(['box-list']);
  });
});
