import { createReadStream, readdirSync, statSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Dataset } from '@/lib/core/vip';
import { hasSharedData, sharedData } from '@/tests/shared-data';
import { byteFile, type Feed, feedWith, filesOf, soundFeed, textFile } from './feed.fixture';
import type { SourceFile } from './files/source-file';
import { likelyCodes } from './problems/codes/likely';
import { readVipFlat } from './read-vip-flat';

async function datasetOf(feed: Feed): Promise<Dataset> {
  const { dataset, problems } = await readVipFlat(filesOf(feed));
  if (dataset === null) throw new Error(JSON.stringify(problems));
  return dataset;
}

async function codesOf(feed: Feed): Promise<readonly string[]> {
  return (await readVipFlat(filesOf(feed))).problems.map(({ code }) => code);
}

const version3: Feed = {
  'source.txt': ['id,name,vip_id,datetime', '1,Made-up,39,2014-09-05T11:30:00'],
  'state.txt': ['id,name,election_administration_id', '39,Ohio,'],
  'election.txt': [
    'id,date,election_type,state_id,statewide,polling_hours',
    '7,11/04/2014,General,39,yes,6:30 am - 7:30 pm',
  ],
  'locality.txt': ['id,name,state_id,type,election_administration_id', '5,Made-up,39,County,6'],
  'election_administration.txt': [
    'id,name,eo_id,physical_address_line1,physical_address_city,physical_address_state,physical_address_zip,elections_url',
    '6,Clerk,8,1 Court Sq,Springvale,OH,43999,http://example.org',
  ],
  'election_official.txt': ['id,name,phone,email', '8,A. Clerk,555-0100,clerk@example.org'],
  'precinct.txt': [
    'id,name,number,locality_id,mail_only',
    '11,North,0011,5,no',
    '12,South,0012,5,yes',
    '13,West,0013,5,no',
  ],
  'precinct_split.txt': ['id,name,precinct_id', '111,A,11', '112,B,11', '131,A,13'],
  'precinct_polling_location.txt': ['precinct_id,polling_location_id', '11,21', '12,21'],
  'precinct_split_polling_location.txt': ['precinct_split_id,polling_location_id', '112,22', '131,22'],
  'polling_location.txt': [
    'address_location_name,address_line1,address_line2,address_city,address_state,address_zip,polling_hours,id',
    '"Hall, old",1 Oak St,,Springvale,OH,439991234,6:30 AM - 7:30 PM,21',
    'School,2 Elm St,Gym,Springvale,OH,43999,,22',
  ],
  'street_segment.txt': [
    'start_house_number,end_house_number,odd_even_both,start_apartment_number,end_apartment_number,' +
      'non_house_address_street_direction,non_house_address_street_name,non_house_address_street_suffix,' +
      'non_house_address_address_direction,non_house_address_city,non_house_address_state,non_house_address_zip,' +
      'precinct_id,precinct_split_id,id',
    '1,99,both,,,N,OAK,ST,,Springvale,OH,43999,11,111,31',
    '101,101,odd,1a,2b,,LAKE,ST,S,Springvale,OH,439991234,11,112,32',
    '1,9,both,,,,ELM,ST,,Springvale,OH,43999-1234,12,,33',
    '1,9,both,,,,ASH,ST,,Springvale,OH,43999,13,131,34',
  ],
};

describe('VIP 3.0', () => {
  it('reads places by precinct and by split, ZIP+4, hours and the official’s phone', async () => {
    const { dataset, problems } = await readVipFlat(filesOf(version3));
    expect(problems).toEqual([]);
    expect(dataset).toMatchObject({
      officeId: 'oh-made-up-county',
      state: { name: 'Ohio', abbreviation: 'OH' },
      election: {
        id: '7',
        name: 'Ohio General Election',
        date: '2014-11-04',
        hours: { schedules: [{ startDate: '2014-11-04', startTime: '06:30', endTime: '19:30' }] },
      },
      localities: [{ id: '5', type: 'county', electionAdministrationId: '6' }],
      electionAdministrations: [
        {
          phone: '555-0100',
          email: 'clerk@example.org',
          addressLines: ['1 Court Sq', 'Springvale, OH 43999'],
        },
      ],
      precincts: [
        { id: '11', number: '0011', pollingLocationIds: ['21'], isMailOnly: false },
        { id: '12', pollingLocationIds: ['21'], isMailOnly: true },
        { id: '13', pollingLocationIds: [] },
      ],
      precinctSplits: [
        { id: '111', precinctId: '11', pollingLocationIds: [] },
        { id: '112', precinctId: '11', pollingLocationIds: ['22'] },
        { id: '131', precinctId: '13', pollingLocationIds: ['22'] },
      ],
      pollingLocations: [
        { id: '21', name: 'Hall, old', zip: '43999-1234', hours: { schedules: [{ endTime: '19:30' }] } },
        { id: '22', line2: 'Gym', hours: null },
      ],
    });
    expect(dataset?.streetSegments).toMatchObject([
      {
        id: '31',
        streetDirection: 'N',
        streetName: 'OAK',
        streetSuffix: 'ST',
        zip: '43999',
        precinctSplitId: '111',
      },
      { addressDirection: 'S', units: [{ start: '1a', end: '2b' }], zip: '43999', precinctSplitId: '112' },
      { precinctId: '12', precinctSplitId: null },
      { precinctId: '13', precinctSplitId: '131' },
    ]);
  });

  it('sets aside the whole-precinct streets of a precinct that only its splits have places for', async () => {
    const segments = version3['street_segment.txt']!;
    const feed = {
      ...version3,
      'street_segment.txt': [...segments, '11,19,both,,,,ASH,ST,,Springvale,OH,43999,13,,35'],
    };
    const { problems, dataset, counts } = await readVipFlat(filesOf(feed));
    expect(problems).toMatchObject([{ code: 'precinct-without-place', file: 'street_segment.txt', row: 6 }]);
    expect(dataset?.streetSegments).toHaveLength(4);
    expect(counts.rowsSetAside).toBe(1);
  });

  it('reports a split with two places where its second link stands', async () => {
    const links = [...version3['precinct_split_polling_location.txt']!, '131,21'];
    const { problems } = await readVipFlat(
      filesOf({ ...version3, 'precinct_split_polling_location.txt': links }),
    );
    expect(problems).toMatchObject([
      {
        code: 'precinct-several-places',
        file: 'precinct_split_polling_location.txt',
        row: 4,
        value: '22 21',
      },
    ]);
  });
});

describe('VIP 5 and 6', () => {
  const feed = feedWith({
    'election.txt': [
      'id,date,name,election_type,state_id,is_statewide,hours_open_id',
      'e1,2026-11-03,General,state,st39,false,ho1',
    ],
    'schedule.txt': [
      'id,start_time,end_time,is_only_by_appointment,start_date,end_date,hours_open_id',
      'sc1,06:30:00-05:00,19:30:00-05:00,,2026-11-03,2026-11-03,ho1',
      'sc2,9:00:00-04:00,17:00:00-04:00,true,2026-10-20,2026-10-31,ho2',
    ],
    'election_administration.txt': ['id,elections_uri', 'ea1,https://example.org'],
    'department.txt': ['id,election_official_person_id,election_administration_id', 'dep1,per1,ea1'],
    'contact_information.txt': [
      'id,address_line_1,address_line_2,email,hours,phone,parent_id',
      'ci1,1 Court Sq,"Springvale, OH 43999",clerk@example.org,9-5,,dep1',
      'ci2,,,,,555-0100,per1',
    ],
    'precinct.txt': [
      'id,name,number,locality_id,polling_location_ids,precinct_split_name,is_mail_only',
      'p1,North,1,loc1,"pl1, box1 early1",split1,false',
      'p2,North,1,loc1,pl2,split2,false',
    ],
    'polling_location.txt': [
      'id,name,address_line,structured_line_1,structured_city,structured_state,structured_zip,hours_open_id,is_drop_box,is_early_voting,latitude,longitude',
      'pl1,Hall,"1 Oak St, Springvale, OH 43999",,,,,ho1,false,false,40.9,-83.3',
      'pl2,School,ignored,2 Elm St,Springvale,OH,43999,ho1,,,,',
      'box1,Box,"3 Elm St, Springvale, OH 43999",,,,,,true,false,,',
      'early1,Early,"4 Elm St, Springvale, OH 43999",,,,,ho2,false,true,,',
      'early2,Early too,"5 Elm St, Springvale, OH 43999",,,,,ho2,false,true,,',
    ],
    'street_segment.txt': [
      'id,address_direction,city,includes_all_addresses,includes_all_streets,odd_even_both,precinct_id,start_house_number,end_house_number,state,street_direction,street_name,street_suffix,unit_number,zip',
      'ss1,,Springvale,false,false,odd,p1,101,199,OH,NW,Delaware,St,,43999',
      'ss2,,Springvale,true,false,both,p2,,,OH,SE,Wisconsin,Ave,,43999',
      'ss3,,Smallville,,true,,p2,,,OH,,,,,',
      'ss4,,Tinytown,,,both,p1,,,OH,,*,,,00000',
      'ss5,,Springvale,,,odd,p1,7,7,OH,,Ohio,St,"1, 2",43999',
    ],
  });

  it('reads schedules, departments, lists of places, one-line addresses and VIP’s own words', async () => {
    const { dataset, problems } = await readVipFlat(filesOf(feed));
    expect(problems).toEqual([]);
    expect(dataset).toMatchObject({
      election: { isStatewide: false, hours: { schedules: [{ startTime: '06:30', utcOffset: '-05:00' }] } },
      electionAdministrations: [{ phone: '555-0100', email: 'clerk@example.org', hoursText: '9-5' }],
      precincts: [{ pollingLocationIds: ['pl1', 'box1', 'early1'] }, { pollingLocationIds: ['pl2'] }],
      pollingLocations: [
        {
          id: 'pl1',
          line1: '1 Oak St',
          city: 'Springvale',
          state: 'OH',
          zip: '43999',
          latLng: [40.9, -83.3],
        },
        { id: 'pl2', line1: '2 Elm St' },
        { id: 'box1', isDropBox: true },
        {
          id: 'early1',
          isEarlyVoting: true,
          hours: { schedules: [{ startTime: '09:00', isByAppointment: true }] },
        },
        { id: 'early2' },
      ],
    });
    expect(dataset?.streetSegments).toMatchObject([
      { streetDirection: 'NW', startHouseNumber: 101, includesAllAddresses: false },
      { includesAllAddresses: true, oddEvenBoth: 'both', startHouseNumber: 0, endHouseNumber: 0 },
      {
        includesAllStreets: true,
        includesAllAddresses: true,
        streetName: '*',
        zip: '00000',
        city: 'Smallville',
      },
      { includesAllStreets: true, includesAllAddresses: true, streetName: '*', zip: '00000' },
      { units: [{ start: '1' }, { start: '2' }] },
    ]);
  });
});

describe('declarations', () => {
  const several = ['id,name,locality_id,polling_location_ids', 'p1,North,loc1,pl1 pl2', 'p2,South,loc1,pl2'];
  const locality = (more: string, cell: string) =>
    soundFeed['locality.txt']!.map((row, i) => `${row},${i === 0 ? more : cell}`);

  it('several places are no conflict where the locality has vote centers', async () => {
    const feed = feedWith({ 'precinct.txt': several, 'locality.txt': locality('uses_vote_centers', 'yes') });
    expect(await codesOf(feed)).toEqual([]);
    expect((await datasetOf(feed)).localities[0]?.usesVoteCenters).toBe(true);
  });

  it('a precinct of a vote-center locality takes the locality’s places', async () => {
    const feed = feedWith({
      'precinct.txt': ['id,name,locality_id,uses_vote_centers', 'p1,North,loc1,true', 'p2,South,loc1,true'],
      'locality.txt': ['id,name,election_administration_id,polling_location_ids', 'loc1,Made-up,ea1,pl1 pl2'],
    });
    expect(await codesOf(feed)).toEqual([]);
    expect((await datasetOf(feed)).precincts[0]?.pollingLocationIds).toEqual(['pl1', 'pl2']);
  });

  it.each([
    ['one place for each party', 'D', 'R', []],
    ['two places for one party', 'D', 'D', ['precinct-several-places']],
    ['a place without party beside one with', 'D', '', ['precinct-several-places']],
  ])('%s', async (_, first, second, codes) => {
    const places = soundFeed['polling_location.txt']!.map(
      (row, i) => `${row},${['party', first, second][i]}`,
    );
    expect(await codesOf(feedWith({ 'precinct.txt': several, 'polling_location.txt': places }))).toEqual(
      codes,
    );
  });

  it('one place under two ids is one place', async () => {
    const [header, first] = soundFeed['polling_location.txt']!;
    const places = [header!, first!, first!.replace('pl1', 'pl2').toUpperCase().replace('PL2', 'pl2')];
    expect(
      await codesOf(feedWith({ 'precinct.txt': several, 'polling_location.txt': places })),
    ).not.toContain('precinct-several-places');
  });

  it.each([
    ['is_mail_only', 'precinct.txt'],
    ['is_not_voting', 'precinct.txt'],
  ])('a precinct with %s needs no place', async (column, file) => {
    const rows = [
      `id,name,locality_id,polling_location_ids,${column}`,
      'p1,North,loc1,,yes',
      'p2,South,loc1,pl2,no',
    ];
    const codes = await codesOf(feedWith({ [file]: rows }));
    expect(codes).toEqual(['unreferenced']);
  });

  it('a mail-only locality needs no places at all', async () => {
    const feed = feedWith({
      'precinct.txt': ['id,name,locality_id', 'p1,North,loc1', 'p2,South,loc1'],
      'polling_location.txt': null,
      'locality.txt': locality('is_mail_only', 'true'),
    });
    expect(await codesOf(feed)).toEqual([]);
  });

  it('an early-voting site alone is no election-day place', async () => {
    const places = soundFeed['polling_location.txt']!.map(
      (row, i) => `${row},${['is_early_voting', 'true', 'false'][i]}`,
    );
    const { problems, dataset } = await readVipFlat(filesOf(feedWith({ 'polling_location.txt': places })));
    expect(problems).toMatchObject([{ code: 'precinct-without-place', row: 2, value: 'pl1' }]);
    expect(problems[0]?.message).toContain('Precinct North. 1 street segment is set aside with it.');
    expect(dataset?.precincts.map(({ id }) => id)).toEqual(['p2']);
    expect(dataset?.streetSegments.map(({ id }) => id)).toEqual(['ss2']);
  });
});

describe('feeds that are not whole', () => {
  it('places and precincts without streets are a feed', async () => {
    const feed = feedWith({ 'street_segment.txt': null });
    expect(await codesOf(feed)).toEqual([]);
    expect(await datasetOf(feed)).toMatchObject({
      streetSegments: [],
      precincts: [{ id: 'p1' }, { id: 'p2' }],
    });
  });

  it('places alone are a feed', async () => {
    const feed = feedWith({ 'street_segment.txt': null, 'precinct.txt': null });
    expect(await codesOf(feed)).toEqual([]);
    expect(await datasetOf(feed)).toMatchObject({
      precincts: [],
      pollingLocations: [{ id: 'pl1' }, { id: 'pl2' }],
    });
  });

  it('three tables and an election are a feed, and the only office is the locality’s', async () => {
    const feed = feedWith({ 'source.txt': null, 'state.txt': null, 'locality.txt': null });
    expect(await codesOf(feed)).toEqual(['locality-file-missing']);
    expect(await datasetOf(feed)).toMatchObject({
      officeId: 'oh-loc1',
      state: { abbreviation: 'OH', name: null },
      localities: [{ id: 'loc1', name: 'loc1', electionAdministrationId: 'ea1' }],
    });
  });

  it('precincts that name no locality miss no file of localities', async () => {
    const precincts = ['id,name,polling_location_ids', 'p1,North,pl1', 'p2,South,pl2'];
    const feed = feedWith({ 'locality.txt': null, 'precinct.txt': precincts });
    expect(await codesOf(feed)).toEqual([]);
    expect(await datasetOf(feed)).toMatchObject({
      localities: [{ id: 'locality', electionAdministrationId: 'ea1' }],
    });
  });

  it('street segments need no id column', async () => {
    const rows = soundFeed['street_segment.txt']!.map((row) => row.replace(/^\w+,/, ''));
    const feed = feedWith({ 'street_segment.txt': rows });
    expect(await codesOf(feed)).toEqual([]);
    expect((await datasetOf(feed)).streetSegments.map(({ id }) => id)).toEqual(['row-2', 'row-3']);
  });

  it('says what is missing, all at once', async () => {
    const { problems, dataset } = await readVipFlat([textFile('street_segment.txt', 'id\n')]);
    expect(dataset).toBeNull();
    expect(problems.map(({ code, file }) => `${code} ${file}`)).toEqual([
      'file-missing election.txt',
      'file-missing polling_location.txt',
      'file-missing precinct.txt',
    ]);
  });

  it('lists of places need the places', async () => {
    const { problems, dataset } = await readVipFlat(filesOf(feedWith({ 'polling_location.txt': null })));
    expect(dataset).toBeNull();
    expect(problems).toMatchObject([{ code: 'file-missing', file: 'polling_location.txt' }]);
  });

  it('links of splits need the splits', async () => {
    const links = ['precinct_split_id,polling_location_id', 'sp1,pl1'];
    const { problems } = await readVipFlat(
      filesOf(feedWith({ 'precinct_split_polling_location.txt': links })),
    );
    expect(problems).toMatchObject([{ code: 'file-missing', file: 'precinct_split.txt' }]);
  });

  it('names the table whose link leads to a set-aside place', async () => {
    const [header, first, second] = soundFeed['polling_location.txt']!;
    const places = [`${header},is_drop_box`, `${first},perhaps`, `${second},no`];
    const { problems } = await readVipFlat(filesOf(feedWith({ 'polling_location.txt': places })));
    expect(problems.map(({ code, file, row }) => `${code} ${file}:${row}`)).toEqual([
      'flag-unreadable polling_location.txt:2',
      'place-dangling precinct.txt:2',
    ]);
  });
});

describe('how the files are written', () => {
  const bytesOf = (rows: readonly string[]) => new TextEncoder().encode(`\ufeff${rows.join('\r\n')}\r\n`);

  it('does not depend on where the bytes are cut', async () => {
    const spoilt = feedWith({
      'precinct.txt': [
        ...soundFeed['precinct.txt']!,
        '"p3","Peñ""a\nWest",loc9,pl1',
        'p4,too few',
        'p5,CafÃ©,loc1,pl1',
      ],
    });
    const whole = await readVipFlat(
      Object.entries(spoilt).map(([name, rows]) => byteFile(name, bytesOf(rows))),
    );
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 200 }), async (chunkBytes) => {
        const files = Object.entries(spoilt).map(([name, rows]) => byteFile(name, bytesOf(rows), chunkBytes));
        expect(await readVipFlat(files)).toEqual(whole);
      }),
      { seed: 20261103, numRuns: 40 },
    );
  });

  it('reads any column order, upper-case headers, extra columns and extra files', async () => {
    const turned = Object.fromEntries(
      Object.entries(soundFeed).map(([name, rows]) => [
        name.toUpperCase(),
        rows.map((row, i) =>
          ['extra', ...(i === 0 ? row.toUpperCase() : row).split(',').reverse()].join(','),
        ),
      ]),
    );
    const files = [...filesOf(turned), textFile('ballot.txt', ''), textFile('notes.docx', 'PK')];
    const { dataset, problems } = await readVipFlat(files);
    expect(problems).toEqual([]);
    expect(dataset).toEqual(await datasetOf(soundFeed));
  });

  it('reports progress in rows', async () => {
    const seen: number[] = [];
    await readVipFlat(filesOf(soundFeed), { onProgress: (rows) => seen.push(rows) });
    expect(seen.at(-1)).toBe(9);
    expect(seen).toEqual([...seen].sort((a, b) => a - b));
  });

  it('takes the office id that it is given', async () => {
    const { dataset } = await readVipFlat(filesOf(soundFeed), { officeId: 'made-up' });
    expect(dataset?.officeId).toBe('made-up');
  });
});

describe.skipIf(!hasSharedData)('real feeds (shared data)', () => {
  function realFeed(name: string): readonly SourceFile[] {
    const folder = sharedData('vip', name);
    return readdirSync(folder).map((file) => ({
      name: file,
      sizeBytes: statSync(`${folder}/${file}`).size,
      bytes: () => createReadStream(`${folder}/${file}`),
    }));
  }

  it('Adams County, Mississippi, 2014', async () => {
    const { dataset, problems, counts } = await readVipFlat(realFeed('ms-adams-2014'));
    // Two of the state's 1,905 places, both of other counties, have quotation marks that are not doubled.
    const errors = problems.filter(({ severity }) => severity === 'error');
    expect(errors.map(({ code, file, row }) => `${code} ${file}:${row}`)).toEqual([
      'quote-malformed polling_location.txt:826',
      'quote-malformed polling_location.txt:827',
    ]);
    expect(counts).toMatchObject({
      segments: 1197,
      precincts: 19,
      pollingLocations: 19,
      conflicts: 0,
      fatals: 0,
    });
    expect(dataset).toMatchObject({
      officeId: 'ms-adams-county',
      state: { abbreviation: 'MS' },
      election: { name: 'Mississippi General Election', date: '2014-11-04' },
      localities: [{ name: 'Adams', type: 'county' }],
    });
  });

  it('Portsmouth and Powhatan, Virginia, 2015', async () => {
    const { dataset, counts } = await readVipFlat(realFeed('va-portsmouth-powhatan-2015'));
    expect(counts).toMatchObject({
      segments: 2448,
      precincts: 43,
      pollingLocations: 43,
      errors: 0,
      conflicts: 0,
    });
    expect(counts.rowsSetAside).toBe(0);
    expect(dataset?.precincts.filter(({ isMailOnly }) => isMailOnly).map(({ number }) => number)).toEqual([
      '0034',
    ]);
  });

  it.each(['ms-adams-2014', 'va-portsmouth-powhatan-2015'])('has no false alarm for %s', async (name) => {
    const { problems } = await readVipFlat(realFeed(name));
    const guesses = Object.keys(likelyCodes);
    expect(problems.filter(({ code }) => guesses.includes(code))).toEqual([]);
  });
});
