import { readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Dataset } from '@/lib/core/vip';
import { writeFeed } from '@/scripts/generate/feed';
import { exportVipFlat } from './export/vip-flat-export';
import { byteFile, feedWith, filesOf } from './feed.fixture';
import { localitiesOfProblems } from './problems-by-office';
import { readFeed, readVipFlat } from './read-vip-flat';
import { splitByOffice } from './split-by-office';
import { csvRecords } from './tables/csv';
import { tableOf } from './tables/feed-files';

const localityHeader = 'id,name,type,state_id,election_administration_id,time_zone,polling_location_ids';
const segmentHeader =
  'id,start_house_number,end_house_number,odd_even_both,street_name,street_suffix,city,state,zip,precinct_id';

/** Three counties, of which two are run by one office; a school on the line serves two offices, a drop box nobody. */
const stateFeed = {
  'state.txt': ['id,name,election_administration_id', 'st39,Ohio,ea0'],
  'election_administration.txt': [
    'id,name,phone',
    'ea0,Secretary of State,555-0199',
    'ea1,Clerk of Oak,555-0100',
    'ea2,Twin Board,555-0101',
  ],
  'locality.txt': [
    localityHeader,
    'loc1,Oak,county,st39,ea1,,pl5',
    'loc2,Elm,county,st39,ea2,,',
    'loc3,Fir,county,st39,ea2,,',
    'loc4,Ash,county,st39,,,',
  ],
  'precinct.txt': [
    'id,name,locality_id,polling_location_ids',
    'p1,1,loc1,pl1',
    'p2,2,loc2,pl2',
    'p3,3,loc3,pl1',
    'p4,4,loc4,pl99',
  ],
  'precinct_split.txt': ['id,name,precinct_id', 's1,A,p2'],
  'polling_location.txt': [
    'id,name,structured_line_1,structured_city,structured_state,structured_zip,is_early_voting,is_drop_box',
    'pl1,First School,1 Oak St,Springvale,OH,43999,,',
    'pl2,Second School,2 Elm St,Springvale,OH,43999,,',
    'pl5,Hall,5 Elm St,Springvale,OH,43999,true,',
    'pl6,Box,6 Elm St,Springvale,OH,43999,,true',
  ],
  'street_segment.txt': [
    segmentHeader,
    'ss1,1,99,odd,OAK,ST,Springvale,OH,43999,p1',
    'ss2,2,98,even,OAK,ST,Springvale,OH,43999,p2',
    'ss3,1,99,odd,ELM,ST,Springvale,OH,43999,p3',
  ],
};

async function datasetOf(changes: Parameters<typeof feedWith>[0]): Promise<Dataset> {
  const { dataset, problems } = await readVipFlat(filesOf(feedWith(changes)));
  if (dataset === null) throw new Error(JSON.stringify(problems));
  return dataset;
}

const ids = (items: readonly { readonly id: string }[]) => items.map(({ id }) => id);

describe('splitByOffice', () => {
  it('gives each office its localities, precincts, splits, streets and places', async () => {
    const { parts } = splitByOffice(await datasetOf(stateFeed));
    expect(
      parts.map(({ dataset, isEmpty }) => ({
        office: dataset.officeId,
        isEmpty,
        localities: ids(dataset.localities),
        offices: ids(dataset.electionAdministrations),
        precincts: ids(dataset.precincts),
        splits: ids(dataset.precinctSplits),
        places: ids(dataset.pollingLocations),
        segments: ids(dataset.streetSegments),
      })),
    ).toEqual([
      {
        office: 'oh-oak-county',
        isEmpty: false,
        localities: ['loc1'],
        offices: ['ea0', 'ea1'],
        precincts: ['p1'],
        splits: [],
        places: ['pl1', 'pl5'],
        segments: ['ss1'],
      },
      {
        office: 'oh-twin-board',
        isEmpty: false,
        localities: ['loc2', 'loc3'],
        offices: ['ea0', 'ea2'],
        precincts: ['p2', 'p3'],
        splits: ['s1'],
        places: ['pl1', 'pl2'],
        segments: ['ss2', 'ss3'],
      },
      {
        office: 'oh-ash-county',
        isEmpty: true,
        localities: ['loc4'],
        offices: ['ea0'],
        precincts: [],
        splits: [],
        places: [],
        segments: [],
      },
    ]);
  });

  it('tells places of several offices, and places of none', async () => {
    const { shared, unassigned } = splitByOffice(await datasetOf(stateFeed));
    expect(shared).toEqual([{ id: 'pl1', officeIds: ['oh-oak-county', 'oh-twin-board'] }]);
    expect(ids(unassigned)).toEqual(['pl6']);
  });

  it('takes the ids of offices that are known', async () => {
    const nameOffice = ([first]: readonly { readonly name: string }[]) =>
      first?.name === 'Oak' ? 'oh-oak' : null;
    const { parts } = splitByOffice(await datasetOf(stateFeed), { nameOffice });
    expect(parts.map(({ dataset }) => dataset.officeId)).toEqual([
      'oh-oak',
      'oh-twin-board',
      'oh-ash-county',
    ]);
  });

  it('gives two offices of one name an id each', async () => {
    const { parts } = splitByOffice(
      await datasetOf({
        ...stateFeed,
        'locality.txt': stateFeed['locality.txt'].map((row) => row.replace('loc4,Ash', 'loc4,Oak')),
      }),
    );
    expect(parts.map(({ dataset }) => dataset.officeId)).toEqual([
      'oh-oak-county-loc1',
      'oh-twin-board',
      'oh-oak-county-loc4',
    ]);
  });

  it('leaves a file of one office as it is', async () => {
    const dataset = await datasetOf({});
    expect(splitByOffice(dataset)).toEqual({
      parts: [{ dataset, isEmpty: false }],
      shared: [],
      unassigned: [],
    });
  });

  it.each([1, 2])(
    'loses and doubles nothing of a made-up state (seed %i), and each part is a feed of its own',
    async (seed) => {
      const directory = await mkdtemp(join(tmpdir(), 'levee-split-'));
      await writeFeed({ precincts: 700, seed, directory });
      const names = readdirSync(directory).filter((name) => !name.startsWith('golden'));
      const { dataset } = await readVipFlat(
        names.map((name) => byteFile(name, readFileSync(join(directory, name)))),
      );
      await rm(directory, { recursive: true });
      const { parts, unassigned, shared } = splitByOffice(dataset!);
      expect(parts.length).toBeGreaterThan(2);
      for (const list of ['streetSegments', 'precincts', 'precinctSplits', 'localities'] as const) {
        const together = parts.flatMap((part): readonly unknown[] => part.dataset[list]);
        expect(together).toHaveLength(dataset![list].length);
        expect(new Set(together)).toEqual(new Set<unknown>(dataset![list]));
      }
      const several = shared.reduce((sum, { officeIds }) => sum + officeIds.length - 1, 0);
      const places = parts.reduce((sum, part) => sum + part.dataset.pollingLocations.length, 0);
      expect(places + unassigned.length - several).toBe(dataset!.pollingLocations.length);
      for (const part of parts) {
        const files = exportVipFlat(part.dataset).map(({ name, bytes }) => byteFile(name, bytes));
        expect((await readVipFlat(files)).dataset).toEqual(part.dataset);
      }
    },
  );
});

describe('localitiesOfProblems', () => {
  it('follows the row of a problem to its locality, also where the row was set aside', async () => {
    const files = filesOf(
      feedWith({
        ...stateFeed,
        'street_segment.txt': [
          `${segmentHeader},precinct_split_id`,
          'ss1,99,1,odd,OAK,ST,Springvale,OH,43999,p1,',
          'ss2,2,98,even,OAK,ST,Springvale,OH,4399,p2,',
          'ss3,1,99,odd,ELM,ST,Springvale,OH,43999,p3,',
          'ss4,1,x,odd,ELM,ST,Springvale,OH,43999,,s1',
          'ss5,1,9,odd,ELM,ST,Springvale,OH,43999,p77,',
        ],
      }),
    );
    const tables = files.flatMap((file) => {
      const table = tableOf(file.name);
      return table === null ? [] : [{ table, source: csvRecords(file) }];
    });
    const { problems } = await readFeed(tables);
    const localities = await localitiesOfProblems(tables, problems);
    const of = (code: string) => problems.flatMap((one, at) => (one.code === code ? [localities[at]] : []));
    expect(of('range-reversed')).toEqual(['loc1']);
    expect(of('zip-unreadable')).toEqual(['loc2']);
    expect(of('number-unreadable')).toEqual(['loc2']);
    expect(of('place-dangling')).toEqual(['loc4']);
    // Nobody can say whose it is.
    expect(of('precinct-dangling')).toEqual([null]);
  });
});

it('leaves what was set aside with every office that has streets in its ZIP', async () => {
  const dataset = await datasetOf({
    ...stateFeed,
    'street_segment.txt': [
      ...stateFeed['street_segment.txt'],
      'ss4,5,9,odd,OAK,ST,Springvale,OH,43999,p77',
      'ss5,5,9,odd,OAK,ST,Farville,OH,43111,p77',
    ],
  });
  const { parts } = splitByOffice(dataset);
  const ids = parts.map(({ dataset: { withheld } }) => withheld?.map(({ id }) => id));
  expect(dataset.withheld).toHaveLength(2);
  expect(ids).toEqual([['ss4'], ['ss4'], undefined]);
});
