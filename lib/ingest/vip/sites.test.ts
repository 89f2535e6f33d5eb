import { describe, expect, it } from 'vitest';
import { feedWith, filesOf, soundFeed } from '../feed.fixture';
import { readVipFlat } from '../read-vip-flat';

const precincts = soundFeed['precinct.txt']!;
const localityHeader = soundFeed['locality.txt']![0]!;
const header = `${soundFeed['polling_location.txt']![0]!},is_drop_box,is_early_voting`;
const places = [
  header,
  'pl1,First School,1 Oak St,Springvale,OH,43999,,',
  'pl2,Second School,2 Elm St,Springvale,OH,43999,,',
  'box,Box,3 Ash St,Springvale,OH,43999,yes,',
  'annex,Annex,4 Ash St,Springvale,OH,43999,,yes',
];

function localities(...ids: readonly string[]): readonly string[] {
  return [
    localityHeader,
    ...ids.map((ids, i) => `loc${i + 1},Made-up ${i + 1},county,st39,ea1,America/New_York,${ids}`),
  ];
}

async function read(changes: Parameters<typeof feedWith>[0]) {
  const { dataset, problems } = await readVipFlat(filesOf(feedWith(changes)));
  if (dataset === null) throw new Error(`no dataset: ${JSON.stringify(problems)}`);
  return { dataset, codes: problems.map(({ code }) => code) };
}

const twoLocalities = { 'precinct.txt': [precincts[0]!, 'p1,North,loc1,pl1', 'p2,South,loc2,pl2'] };

describe('VIP 5 and 6: which locality a site serves', () => {
  it.each([
    ['the only one, without any link', localities(''), ['box annex']],
    ['the only one, though one site is linked and one is not', localities('box'), ['box annex']],
    ['the one whose list names it', localities('box', 'annex'), ['box', 'annex']],
    ['both whose lists name it', localities('box annex', 'box'), ['box annex', 'box']],
  ])('%s', async (_, locality, siteIds) => {
    const two = locality.length === 3 ? twoLocalities : {};
    const { dataset, codes } = await read({
      'polling_location.txt': places,
      'locality.txt': locality,
      ...two,
    });
    expect(dataset.localities.map((each) => each.siteIds.join(' '))).toEqual(siteIds);
    expect(codes).toEqual([]);
  });

  it('all, where the state’s list names it', async () => {
    const { dataset, codes } = await read({
      'polling_location.txt': places,
      'locality.txt': localities('box', ''),
      'state.txt': ['id,name,polling_location_ids', 'st39,Ohio,annex'],
      ...twoLocalities,
    });
    expect(dataset.localities.map(({ siteIds }) => siteIds)).toEqual([['box', 'annex'], ['annex']]);
    expect(codes).toEqual([]);
  });

  it('a precinct’s own site stands with the precinct alone', async () => {
    const { dataset } = await read({
      'polling_location.txt': places,
      'locality.txt': localities('annex'),
      'precinct.txt': [precincts[0]!, '"p1",North,loc1,pl1 box', 'p2,South,loc1,pl2'],
    });
    expect(dataset.localities[0]?.siteIds).toEqual(['annex']);
    expect(dataset.precincts[0]?.pollingLocationIds).toEqual(['pl1', 'box']);
  });

  it('a drop box of its own does not take vote centers from a precinct', async () => {
    const { dataset, codes } = await read({
      'polling_location.txt': places,
      'locality.txt': [
        `${localityHeader},uses_vote_centers`,
        'loc1,Made-up,county,st39,ea1,America/New_York,pl1 pl2,yes',
      ],
      'precinct.txt': [precincts[0]!, 'p1,North,loc1,box', 'p2,South,loc1,'],
    });
    expect(dataset.precincts[0]?.pollingLocationIds).toEqual(['box', 'pl1', 'pl2']);
    expect(codes).toEqual([]);
  });
});

const early = [
  'id,address_location_name,address_line1,address_city,address_state,address_zip,directions,voter_services,start_date,end_date,days_times_open',
  '1,Annex,4 Ash St,Springvale,OH,43999,Ring the bell,,2026-10-20,10/30/2026,Mon-Fri 9-5',
  'pl1,Hall,5 Ash St,Springvale,OH,43999,,,,,',
];

describe('VIP 3.0: early_vote_site', () => {
  it('is a place for early voting, with the office’s days and words', async () => {
    const { dataset, codes } = await read({ 'early_vote_site.txt': early });
    expect(codes).toEqual([]);
    expect(dataset.pollingLocations.slice(2)).toMatchObject([
      {
        id: 'early-vote-site-1',
        name: 'Annex',
        line1: '4 Ash St',
        directions: 'Ring the bell',
        isEarlyVoting: true,
        hours: { schedules: [], text: 'Mon-Fri 9-5' },
        openDates: { startDate: '2026-10-20', endDate: '2026-10-30' },
      },
      { id: 'early-vote-site-pl1', hours: null, openDates: null },
    ]);
    expect(dataset.localities[0]?.siteIds).toEqual(['early-vote-site-1', 'early-vote-site-pl1']);
  });

  it('is linked to localities, precincts and the state by tables', async () => {
    const { dataset, codes } = await read({
      'early_vote_site.txt': [...early, '3,Barn,6 Ash St,Springvale,OH,43999,,,,,'],
      'locality.txt': localities('', ''),
      ...twoLocalities,
      'locality_early_vote_site.txt': ['locality_id,early_vote_site_id', 'loc2,1'],
      'precinct_early_vote_site.txt': ['precinct_id,early_vote_site_id', 'p1,pl1'],
      'state_early_vote_site.txt': ['state_id,early_vote_site_id', '39,3'],
    });
    expect(codes).toEqual([]);
    expect(dataset.localities.map(({ siteIds }) => siteIds)).toEqual([
      ['early-vote-site-3'],
      ['early-vote-site-1', 'early-vote-site-3'],
    ]);
    expect(dataset.precincts[0]?.pollingLocationIds).toEqual(['pl1', 'early-vote-site-pl1']);
  });

  it.each([
    [
      'a locality’s link to no site',
      'locality_early_vote_site.txt',
      'locality_id',
      'loc1,9',
      'site-dangling',
    ],
    ['a precinct’s link to no site', 'precinct_early_vote_site.txt', 'precinct_id', 'p1,9', 'site-dangling'],
    ['the state’s link to no site', 'state_early_vote_site.txt', 'state_id', '39,9', 'site-dangling'],
    ['a link from no precinct', 'precinct_early_vote_site.txt', 'precinct_id', 'p9,1', 'precinct-dangling'],
    [
      'a link from a locality elsewhere',
      'locality_early_vote_site.txt',
      'locality_id',
      'loc9,1',
      'unreferenced',
    ],
  ])('%s is reported, and no precinct is lost for it', async (_, file, column, row, code) => {
    const { dataset, codes } = await read({
      'early_vote_site.txt': early,
      [file]: [`${column},early_vote_site_id`, row],
    });
    expect(codes).toEqual([code]);
    expect(dataset.streetSegments).toHaveLength(2);
  });
});

it('what an office says of itself and of getting in is carried, and silence stays silence', async () => {
  const { dataset, codes } = await read({
    'election_administration.txt': [
      'id,name,phone,report_uri,languages',
      'ea1,Clerk,555-0100,https://elections.example/report,"EN, es zh-hant en"',
    ],
    'polling_location.txt': [
      'id,name,structured_line_1,structured_city,structured_state,structured_zip,entrance,step_free_entrance,accessible_parking,curbside_voting,accessible_machine,relay_phone,accessibility_checked_on',
      'pl1,First School,1 Oak St,Springvale,OH,43999,Oak Street door,yes,no,unknown,,711,9/1/2026',
      'pl2,Second School,2 Elm St,Springvale,OH,43999,,,,,,,',
    ],
  });
  expect(codes).toEqual([]);
  expect(dataset.electionAdministrations[0]).toMatchObject({
    reportUri: 'https://elections.example/report',
    languages: ['en', 'es', 'zh-Hant'],
  });
  expect(
    dataset.pollingLocations.map(({ entrance, accessibility }) => ({ entrance, accessibility })),
  ).toEqual([
    {
      entrance: 'Oak Street door',
      accessibility: {
        stepFreeEntrance: true,
        parking: false,
        relayPhone: '711',
        checkedOn: '2026-09-01',
      },
    },
    { entrance: null, accessibility: null },
  ]);
});
