import { describe, expect, it } from 'vitest';
import { feedWith, filesOf, soundFeed, textFile } from '../feed.fixture';
import { officeIdOf } from '../office-id';
import { readVipFlat } from '../read-vip-flat';

type Changes = Parameters<typeof feedWith>[0];

async function found(changes: Changes): Promise<readonly string[]> {
  const { problems } = await readVipFlat(filesOf(feedWith(changes)));
  return problems.map(({ code, file, row, column }) => `${code} ${file}:${row} ${column}`);
}

const precincts = soundFeed['precinct.txt']!;
const segments = soundFeed['street_segment.txt']!;
const places = soundFeed['polling_location.txt']!;
const bare = precincts.map((row, i) => (i === 0 ? 'id,name,locality_id' : row.replace(/,pl\d$/, '')));
const links = ['precinct_id,polling_location_id', 'p1,pl1', 'p2,pl2'];
const splitSegments = (...splits: readonly string[]) => [
  `${segments[0]},precinct_split_id`,
  ...segments.slice(1).map((row, i) => `${row},${splits[i]}`),
];

describe('links between tables', () => {
  it.each<[string, Changes, readonly string[]]>([
    ['a link table in place of lists', { 'precinct.txt': bare, 'precinct_polling_location.txt': links }, []],
    [
      'the same link twice',
      { 'precinct.txt': bare, 'precinct_polling_location.txt': [...links, 'p1,pl1'] },
      [],
    ],
    [
      'a link from no precinct',
      { 'precinct.txt': bare, 'precinct_polling_location.txt': [...links, 'p9,pl1'] },
      ['precinct-dangling precinct_polling_location.txt:4 precinct_id'],
    ],
    [
      'a link to no place',
      { 'precinct.txt': bare, 'precinct_polling_location.txt': [...links, 'p1,pl9'] },
      ['place-dangling precinct_polling_location.txt:4 polling_location_id'],
    ],
    [
      'two links of one precinct',
      { 'precinct.txt': bare, 'precinct_polling_location.txt': [...links, 'p1,pl2'] },
      ['precinct-several-places precinct_polling_location.txt:4 polling_location_id'],
    ],
    [
      'a split of no precinct',
      { 'precinct_split.txt': ['id,precinct_id', 'sp1,p9'] },
      ['precinct-dangling precinct_split.txt:2 precinct_id'],
    ],
    [
      'a link from no split',
      {
        'precinct_split.txt': ['id,precinct_id', 'sp1,p1'],
        'precinct_split_polling_location.txt': ['precinct_split_id,polling_location_id', 'sp9,pl1'],
      },
      [
        'split-dangling precinct_split_polling_location.txt:2 precinct_split_id',
        'unreferenced precinct_split.txt:2 id',
      ],
    ],
    [
      'a split that no street names, an office that no locality names',
      {
        'precinct_split.txt': ['ID,precinct_id', 'sp1,p1', 'sp2,p2'],
        'election_administration.txt': ['Id,name,phone', 'ea1,Clerk,555-0100', 'ea2,Other,555-0101'],
        'street_segment.txt': splitSegments('sp1', ''),
      },
      ['unreferenced precinct_split.txt:3 ID', 'unreferenced election_administration.txt:3 Id'],
    ],
    [
      'splits alone: each says which precinct it is of',
      {
        'precinct_split.txt': ['id,precinct_id', 'sp1,p1', 'sp2,p2'],
        'street_segment.txt': splitSegments('sp1', 'sp2').map((row) => row.replace(/,p\d,/, ',,')),
      },
      [],
    ],
    [
      'a split alone that is not there',
      {
        'precinct_split.txt': ['id,precinct_id', 'sp1,p1'],
        'street_segment.txt': splitSegments('sp1', 'sp9').map((row) => row.replace(/,p\d,/, ',,')),
      },
      ['split-dangling street_segment.txt:3 precinct_split_id', 'precinct-without-streets precinct.txt:3 id'],
    ],
    [
      'a column of splits and none of precincts',
      {
        'precinct_split.txt': ['id,precinct_id', 'sp1,p1', 'sp2,p2'],
        'street_segment.txt': splitSegments('sp1', 'sp2').map((row) =>
          row.replace(/,p\d,|,precinct_id,/, ','),
        ),
      },
      [],
    ],
    [
      'a street file with a header only',
      { 'street_segment.txt': [segments[0]!] },
      ['precinct-without-streets precinct.txt:2 id', 'nothing-left street_segment.txt:null null'],
    ],
    [
      'departments by parent_id, contacts that say nothing of whose they are',
      {
        'election_administration.txt': ['id,name', 'ea1,Clerk'],
        'department.txt': ['id,election_official_person_id,parent_id', 'dep1,,ea1'],
        'contact_information.txt': ['phone,parent_id', '555-0100,dep1'],
      },
      [],
    ],
    [
      'contacts that say nothing of whose they are',
      {
        'election_administration.txt': ['id,name', 'ea1,Clerk'],
        'contact_information.txt': ['id,phone', 'ci1,555-0100'],
      },
      ['office-phone-missing locality.txt:2 election_administration_id'],
    ],
    [
      'a split whose place is gone takes its streets with it',
      {
        'precinct_split.txt': ['id,precinct_id', 'sp1,p1'],
        'precinct_split_polling_location.txt': ['precinct_split_id,polling_location_id', 'sp1,pl9'],
        'street_segment.txt': splitSegments('sp1', ''),
      },
      [
        'place-dangling precinct_split_polling_location.txt:2 polling_location_id',
        'precinct-without-streets precinct.txt:2 id',
      ],
    ],
    [
      'a damaged link of a split does not send its voters to the precinct’s place',
      {
        'precinct_split.txt': ['id,precinct_id', 'sp1,p1'],
        'precinct_split_polling_location.txt': ['precinct_split_id,polling_location_id', 'sp1,pl2,'],
        'street_segment.txt': splitSegments('sp1', ''),
      },
      [
        'row-too-many-cells precinct_split_polling_location.txt:2 null',
        'link-unreadable precinct_split_polling_location.txt:2 null',
        'precinct-without-streets precinct.txt:2 id',
      ],
    ],
    [
      'two splits with one id',
      {
        'precinct_split.txt': ['id,precinct_id', 'sp1,p1', 'sp1,p2'],
        'street_segment.txt': splitSegments('sp1', ''),
      },
      [
        'id-duplicate precinct_split.txt:2 id',
        'id-duplicate precinct_split.txt:3 id',
        'precinct-without-streets precinct.txt:2 id',
      ],
    ],
    [
      'a split of a precinct that was set aside',
      {
        'precinct.txt': [...precincts, 'p3,West,loc9,pl1'],
        'precinct_split.txt': ['id,precinct_id', 'sp1,p3'],
        'street_segment.txt': [...splitSegments('', ''), 'ss3,1,9,odd,ASH,ST,Springvale,OH,43999,p3,sp1'],
      },
      ['locality-dangling precinct.txt:4 locality_id'],
    ],
    [
      'two localities with one id',
      {
        'locality.txt': [
          'id,name,election_administration_id',
          'loc1,One,ea1',
          'loc1,Two,ea1',
          'loc2,Three,ea1',
        ],
        'precinct.txt': [...precincts, 'p3,West,loc2,pl1'],
      },
      [
        'id-duplicate locality.txt:2 id',
        'id-duplicate locality.txt:3 id',
        'locality-dangling precinct.txt:2 locality_id',
        'locality-dangling precinct.txt:3 locality_id',
        'precinct-without-streets precinct.txt:4 id',
        'nothing-left street_segment.txt:null null',
      ],
    ],
    [
      'a locality whose flag cannot be read',
      { 'locality.txt': ['id,name,election_administration_id,is_mail_only', 'loc1,One,ea1,perhaps'] },
      [
        'flag-unreadable locality.txt:2 is_mail_only',
        'locality-dangling precinct.txt:2 locality_id',
        'locality-dangling precinct.txt:3 locality_id',
        'nothing-left precinct.txt:null null',
        'nothing-left street_segment.txt:null null',
      ],
    ],
    [
      'a place that is listed twice under one id, nobody knows which',
      { 'polling_location.txt': [...places, places[2]!.replace('2 Elm', '7 Elm')] },
      [
        'id-duplicate polling_location.txt:3 id',
        'id-duplicate polling_location.txt:4 id',
        'place-dangling precinct.txt:3 polling_location_ids',
      ],
    ],
    [
      'hours that nobody can read and a schedule that is not there',
      {
        'election.txt': [
          'id,date,polling_hours,hours_open_id,name',
          'e1,2026-11-03,dawn to dusk,ho9,General',
        ],
      },
      ['hours-dangling election.txt:2 hours_open_id'],
    ],
    [
      'hours that nobody can read',
      { 'election.txt': ['id,date,polling_hours,name', 'e1,2026-11-03,dawn to dusk,General'] },
      ['hours-unreadable election.txt:2 polling_hours'],
    ],
  ])('%s', async (_, changes, problems) => {
    expect([...(await found(changes))].sort()).toEqual([...problems].sort());
  });
});

describe('a link that cannot be read', () => {
  const header = 'precinct_id,polling_location_id';
  // p1, p2 and p12, each with a place that is read; the row behind them is damaged.
  const known = { 'precinct.txt': [...bare, 'p12,West,loc1'] };
  const table = (...rows: readonly string[]) => [header, 'p1,pl1', 'p2,pl2', 'p12,pl2', ...rows, 'p2,pl2'];

  async function answered(rows: readonly string[]): Promise<readonly string[]> {
    const table = textFile('precinct_polling_location.txt', rows.join('\n'));
    const { dataset, problems } = await readVipFlat([...filesOf(feedWith(known)), table]);
    expect(problems.filter(({ severity }) => severity === 'error')).not.toEqual([]);
    return (dataset?.precincts ?? []).map(({ id }) => id);
  }

  it.each<[string, readonly string[], readonly string[]]>([
    ['a cell too many', table('p1,pl2,'), ['p2', 'p12']],
    ['a cell too few', table('p1'), ['p2', 'p12']],
    ['another delimiter', table('p1;pl2'), ['p2', 'p12']],
    ['a blank as delimiter', table('p1 pl2'), ['p2', 'p12']],
    ['the line as one cell', table('"p1,pl2"'), ['p2', 'p12']],
    ['a place that is an error of a formula', table('p1,#REF!'), ['p2', 'p12']],
    ['no place', table('p1,'), ['p2', 'p12']],
    ['a quotation mark too early', table('"p1,pl2', 'p12,"pl1"'), ['p2']],
    ['a cell that swallows the next line', table('p1,"pl2', 'p12,pl1"'), ['p2']],
    ['an owner that swallows the line before', table('"p1,pl2', 'p12",pl1'), ['p2']],
    ['the link in one of two cells', table('p1;pl2,'), ['p2', 'p12']],
    ['a letter of the precinct that is lost', table('p\ufffd2,pl1'), ['p1']],
    ['zeros in front of the precinct', table('001,pl2', 'P01,pl2'), ['p2', 'p12']],
    // No precinct lacks a link: it is a further one of those of the rows beside it, but of one that has this place.
    ['no precinct, between two', [header, 'p1,pl1', ',pl2', 'p2,pl2', 'p12,pl2'], ['p2', 'p12']],
    ['no precinct and no place', [header, 'p1,pl1', 'p2,pl2', ',#REF!', 'p12,pl2'], ['p1']],
    // The one that lacks a link is meant.
    ['no precinct, for one that has no link', [header, 'p1,pl1', ',pl2', 'p2,pl2'], ['p1', 'p2']],
    ['no precinct', table(',pl2'), ['p1', 'p2', 'p12']],
    ['nothing of the precinct left', table('\ufffd,pl2'), ['p1', 'p2', 'p12']],
  ])('leaves no place that its precinct has beside it to answer alone: %s', async (_, rows, ids) => {
    expect(await answered(rows)).toEqual(ids);
  });

  it.each([',pl2', '\ufffd,pl2', '#REF!,pl2'])(
    'of a split leaves no split to its precinct that has none, where nobody can tell whose it is: %s',
    async (row) => {
      const files = feedWith({
        'precinct_split.txt': ['id,precinct_id', 'sp1,p1', 'sp2,p2'],
        'street_segment.txt': splitSegments('sp1', 'sp2'),
      });
      const table = ['precinct_split_id,polling_location_id', 'sp2,pl2', row, 'sp2,pl2'].join('\n');
      const link = textFile('precinct_split_polling_location.txt', table);
      const { dataset } = await readVipFlat([...filesOf(files), link]);
      expect(dataset?.streetSegments.map(({ precinctSplitId }) => precinctSplitId)).toEqual(['sp2']);
    },
  );

  it('counts as of each precinct that the name may be of where the file ends in it', async () => {
    expect(await answered([header, 'p1,pl1', 'p2,pl2', 'p12,pl2', 'p1'])).toEqual(['p2']);
  });
});

describe('schedules', () => {
  const header = 'id,hours_open_id,start_time,end_time,start_date,end_date';
  it.each([
    ['sc1,ho1,07:00-05:00,19:00-05:00,2026-11-03,2026-11-03', null],
    ['sc1,ho1,7:00,19:00,,', null],
    ['sc1,ho1,07:00:00.000Z,19:00:00Z,11/03/2026,', null],
    ['sc1,ho1,7:00 AM,7:30:00 pm,,', null],
    ['sc1,ho1,7:00 PM,7:30 AM,,', 'schedule-reversed end_time'],
    ['sc1,ho1,13:00 PM,19:00,,', 'schedule-unreadable start_time'],
    ['sc1,ho1,7 am,19:00,,', 'schedule-unreadable start_time'],
    ['sc1,ho1,07:00,25:00,,', 'schedule-unreadable end_time'],
    ['sc1,ho1,07:60,19:00,,', 'schedule-unreadable start_time'],
    ['sc1,ho1,07:00,19:00,soon,', 'schedule-unreadable start_date'],
    ['sc1,ho1,07:00,19:00,,soon', 'schedule-unreadable end_date'],
    ['sc1,ho1,19:00,07:00,,', 'schedule-reversed end_time'],
    ['sc1,ho1,07:00,07:00,,', 'schedule-reversed end_time'],
    ['sc1,ho1,07:00,19:00,2026-11-03,2026-11-02', 'schedule-reversed end_date'],
  ])('%s', async (row, problem) => {
    const { problems } = await readVipFlat(filesOf(feedWith({ 'schedule.txt': [header, row] })));
    // Nothing in this feed has these hours.
    const own = problems.filter(({ code }) => code !== 'unreferenced');
    expect(own.map(({ code, column }) => `${code} ${column}`)).toEqual(problem === null ? [] : [problem]);
  });

  it.each(['sc2,ho1,13:00,noon,,', 'sc2,ho1,13:00'])('half of the hours are none: %s', async (damaged) => {
    const { dataset } = await readVipFlat(
      filesOf(
        feedWith({
          'schedule.txt': [header, 'sc1,ho1,07:00,12:00,,', damaged],
          'election.txt': ['id,date,name,hours_open_id', 'e1,2026-11-03,General,ho1'],
        }),
      ),
    );
    expect(dataset?.election.hours).toBeNull();
  });

  it.each([
    ['America/New_York', '2026-11-03', '2026-11-03', [], '-05:00'],
    ['America/Phoenix', '2026-07-01', '', ['schedule-other-day'], '-07:00'],
    ['Asia/Kolkata', '2026-07-01', '', ['schedule-other-day'], '+05:30'],
    // Clocks change on 1 November: no one distance holds for both days.
    ['America/New_York', '2026-10-20', '2026-11-03', [], null],
    ['America/New_York', '', '', [], null],
    ['Eastern', '2026-11-03', '', ['time-zone-unreadable'], null],
    ['', '2026-11-03', '', ['schedule-without-zone'], null],
  ])('zone %j from %j to %j', async (zone, first, last, codes, utcOffset) => {
    const { dataset, problems } = await readVipFlat(
      filesOf(
        feedWith({
          'locality.txt': ['id,name,type,election_administration_id', 'loc1,Made-up,county,ea1'],
          'schedule.txt': [`${header},time_zone`, `sc1,ho1,07:00:00,19:00:00,${first},${last},${zone}`],
          'election.txt': ['id,date,name,hours_open_id', 'e1,2026-11-03,General,ho1'],
        }),
      ),
    );
    expect(problems.map(({ code }) => code)).toEqual(codes);
    expect(dataset?.election.hours?.schedules).toMatchObject([{ startTime: '07:00', utcOffset }]);
  });

  it('an opening whose ends lie on different clocks has no offset', async () => {
    const { dataset } = await readVipFlat(
      filesOf(
        feedWith({
          'schedule.txt': [header, 'sc1,ho1,07:00-05:00,19:00-06:00,2026-11-03,'],
          'election.txt': ['id,date,name,hours_open_id', 'e1,2026-11-03,General,ho1'],
        }),
      ),
    );
    expect(dataset?.election.hours?.schedules).toMatchObject([
      {
        startTime: '07:00',
        endTime: '19:00',
        startDate: '2026-11-03',
        endDate: '2026-11-03',
        utcOffset: null,
      },
    ]);
  });
});

describe('the state', () => {
  const noState = { 'state.txt': null };
  it.each<[string, Changes, string]>([
    ['by its name', {}, 'OH'],
    ['by its abbreviation', { 'state.txt': ['id,name', 's1,oh'] }, 'OH'],
    ['by most streets', { ...noState }, 'OH'],
    ['by most places where there are no streets', { ...noState, 'street_segment.txt': null }, 'OH'],
  ])('is told %s', async (_, changes, abbreviation) => {
    const { dataset } = await readVipFlat(filesOf(feedWith(changes)));
    expect(dataset?.state.abbreviation).toBe(abbreviation);
  });

  it('names the election after the state and its type where nobody did', async () => {
    const election = ['id,date,election_type', 'e1,2026-11-03,Special election'];
    const { dataset } = await readVipFlat(filesOf(feedWith({ ...noState, 'election.txt': election })));
    expect(dataset?.election.name).toBe('Ohio Special election');
  });

  it('fills in the state of streets that name none, and says how many', async () => {
    const rows = segments.map((row) => row.replace(',OH,', ',,'));
    const { dataset, problems } = await readVipFlat(filesOf(feedWith({ 'street_segment.txt': rows })));
    expect(dataset?.streetSegments.map(({ state }) => state)).toEqual(['OH', 'OH']);
    expect(problems).toMatchObject([{ code: 'segment-state-missing', row: 2 }]);
    expect(problems[0]?.message).toContain('2 rows, the first one here.');
  });
});

describe('officeIdOf', () => {
  const source = { name: null, vipId: null, dateTime: null };
  const locality = (name: string, type: string | null) => ({
    id: name,
    name,
    type,
    electionAdministrationId: null,
    usesVoteCenters: false,
    isMailOnly: false,
    timeZone: null,
    siteIds: [],
  });
  it.each([
    ['MS', [locality('Adams', 'county')], null, 'ms-adams-county'],
    ['VA', [locality('POWHATAN COUNTY', 'county')], null, 'va-powhatan-county'],
    ['MO', [locality('St. Louis', 'city')], null, 'mo-st-louis-city'],
    ['NM', [locality('Doña Ana', null)], null, 'nm-dona-ana'],
    ['VA', [locality('A', null), locality('B', null)], '51', 'va-51'],
    ['VA', [locality('A', null), locality('B', null)], null, 'va-state'],
    ['VA', [], null, 'va-state'],
  ])('%s %#', (state, localities, vipId, id) => {
    expect(officeIdOf(state, localities, { ...source, vipId })).toBe(id);
  });
});
