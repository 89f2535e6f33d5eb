import { readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sandboxSources } from '@/data/sandbox/sandbox';
import type { Dataset } from '@/lib/core/vip';
import { writeFeed } from '@/scripts/generate/feed';
import { createRandom } from '@/scripts/generate/random';
import { mutateText } from '@/tests/fuzz/mutate';
import { hasSharedData, sharedData } from '@/tests/shared-data';
import { byteFile, feedWith, filesOf, soundFeed } from '../feed.fixture';
import { expandZip } from '../files/expand-zip';
import type { SourceFile } from '../files/source-file';
import { readVipFlat } from '../read-vip-flat';
import { exportVipFlat, exportVipZip } from './vip-flat-export';

const places = soundFeed['polling_location.txt']!;
const segments = soundFeed['street_segment.txt']!;

async function datasetOf(files: readonly SourceFile[]): Promise<Dataset> {
  const { dataset, problems } = await readVipFlat(files);
  if (dataset === null) throw new Error(JSON.stringify(problems));
  return dataset;
}

const again = (dataset: Dataset) =>
  readVipFlat(exportVipFlat(dataset).map(({ name, bytes }) => byteFile(name, bytes)));

function folderFiles(folder: string): readonly SourceFile[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.txt') || name.endsWith('.csv'))
    .filter((name) => !name.startsWith('golden'))
    .map((name) => byteFile(name, readFileSync(join(folder, name))));
}

const cases: Readonly<Record<string, readonly SourceFile[]>> = {
  'a sound feed': filesOf(soundFeed),
  'schedules, words for hours, access facts, parties, points and a place that nobody names': filesOf(
    feedWith({
      'election.txt': [
        'id,date,name,election_type,state_id,polling_hours',
        'e1,2026-11-03,"Vote, ""now""",state,st39,till dusk',
      ],
      'schedule.txt': [
        'id,hours_open_id,start_time,end_time,start_date,end_date,is_only_by_appointment',
        'sc1,ho1,07:00:00-05:00,19:00:00-05:00,2026-11-03,2026-11-03,',
        'sc2,ho2,9:00 AM,5 PM,2026-10-20,2026-10-30,true',
        'sc3,ho3,10:00:00Z,14:00:00Z,,2026-10-31,',
      ],
      'locality.txt': [
        `${soundFeed['locality.txt']![0]}`,
        'loc1,Made-up,Independent City,st39,ea1,America/New_York,pl1 pl5',
      ],
      'polling_location.txt': [
        `${places[0]},hours_open_id,is_early_voting,is_drop_box,step_free_entrance,party,entrance,latitude,longitude,directions,hours`,
        `${places[1]},ho1,,,yes,,=Side door,39.50000000001,-82.5,"Behind\n""the"" old, mill",`,
        `${places[2]},,,,no,Whig,,,,,7am to 8pm`,
        'pl3,Town Hall,3 Fir St,Springvale,OH,43999,ho3,true,,,,,,,,',
        'pl4,Box,4 Fir St,Springvale,OH,43999,,,true,unknown,,,,,,on weekdays',
        'pl5,Nobody,5 Fir St,Springvale,OH,43999,,,,,,,,,,',
      ],
    }),
  ),
  'early sites, splits and links of VIP 3': filesOf(
    feedWith({
      'precinct.txt': ['id,name,locality_id', 'p1,North,loc1', 'p2,South,loc1'],
      'precinct_polling_location.txt': ['precinct_id,polling_location_id', 'p1,pl 1', 'p1,pl2', 'p2,pl2'],
      'polling_location.txt': [places[0]!, places[1]!.replace('pl1', 'pl 1'), places[2]!],
      'precinct_split.txt': ['id,name,precinct_id', 's1,,p1', 's2,B,p2'],
      'precinct_split_polling_location.txt': ['precinct_split_id,polling_location_id', 's1,pl2'],
      'early_vote_site.txt': [
        'id,name,address_line1,address_city,address_state,address_zip,start_date,end_date,days_times_open',
        '7,Town Hall,3 Fir St,Springvale,OH,439991234,2026-10-20,,8 am - 5 pm',
      ],
      'locality_early_vote_site.txt': ['locality_id,early_vote_site_id', 'loc1,7'],
      'street_segment.txt': [
        `${segments[0]},precinct_split_id,start_apartment_number,end_apartment_number,unit_number`,
        'ss1,1,99,odd,OAK,ST,Springvale,OH,43999,p1,s1,1a,2b,"7,8"',
        'ss2,2,98,even,OAK,ST,Springvale,OH,43999,p2,,5,5,',
      ],
    }),
  ),
  'vote centers, every street, and a star with numbers': filesOf(
    feedWith({
      'locality.txt': [
        `${soundFeed['locality.txt']![0]},uses_vote_centers`,
        'loc1,Made-up,county,st39,ea1,America/New_York,pl1 pl3,true',
      ],
      'precinct.txt': [
        'id,name,locality_id,polling_location_ids,is_mail_only,is_not_voting',
        'p1,North,loc1,,,',
        'p2,South,loc1,,true,',
        'p3,East,loc1,pl2,,true',
      ],
      'polling_location.txt': [
        `${places[0]},is_drop_box`,
        `${places[1]},`,
        `${places[2]},`,
        'pl3,Box,4 Fir St,Springvale,OH,43999,true',
      ],
      'street_segment.txt': [
        `${segments[0]},includes_all_addresses,includes_all_streets`,
        'ss1,1,99,odd,*,,Springvale,OH,,p1,,',
        'ss2,,,,ELM,ST,Springvale,OH,43999,p2,true,',
        'ss3,,,,,,Springvale,OH,43998,p3,,true',
        'ss3,,,,*,,,OH,00000,p3,,',
      ],
    }),
  ),
  'vote centers of a precinct by mail, whose locality has a drop box by no list': filesOf(
    feedWith({
      'precinct.txt': [
        'id,name,locality_id,polling_location_ids,is_mail_only,uses_vote_centers',
        'p1,North,loc1,,true,true',
        'p2,South,loc1,pl2,,',
      ],
      'polling_location.txt': [
        `${places[0]},is_drop_box`,
        `${places[2]},`,
        'pl3,Box,4 Fir St,Springvale,OH,43999,true',
      ],
    }),
  ),
  'places without precincts, and a state known by its places': filesOf(
    feedWith({
      'precinct.txt': null,
      'street_segment.txt': null,
      'state.txt': ['id,name', 'st39,The Buckeye State'],
    }),
  ),
  'a locality whose precincts were all set aside': filesOf(
    feedWith({
      'locality.txt': [...soundFeed['locality.txt']!, 'loc2,Other,county,st39,ea1,America/New_York,'],
      'precinct.txt': [...soundFeed['precinct.txt']!, 'p9,Gone,loc2,pl99'],
    }),
  ),
  'no localities, and offices whose address has four lines': filesOf(
    feedWith({
      'locality.txt': null,
      'election_administration.txt': [
        'id,name,structured_line_1,structured_line_2,structured_line_3,structured_city,languages,report_uri,hours',
        'ea1,Clerk,Room 1,"Court House, East",1 Court Sq,"Springvale, Ohio 43999",es en,https://e.example/r,9 to 5',
      ],
    }),
  ),
};

describe('exportVipFlat', () => {
  it.each(Object.entries(cases))('gives files that read as the dataset again: %s', async (_, files) => {
    const dataset = await datasetOf(files);
    expect((await again(dataset)).dataset).toEqual(dataset);
  });

  it('carries the office, under whatever id it was read', async () => {
    const { dataset } = await readVipFlat(filesOf(soundFeed), { officeId: 'oh-another-name' });
    expect((await again(dataset!)).dataset).toEqual(dataset);
  });

  it('writes what a spreadsheet would run as it stands, since these files are for programs', async () => {
    const dataset = await datasetOf(
      cases['schedules, words for hours, access facts, parties, points and a place that nobody names']!,
    );
    const file = exportVipFlat(dataset).find(({ name }) => name === 'polling_location.txt');
    expect(new TextDecoder().decode(file?.bytes)).toContain(',=Side door,');
  });

  it('writes columns of its own only where they say something', async () => {
    const files = exportVipFlat(await datasetOf(filesOf(soundFeed)));
    const headers = files.map(({ bytes }) => new TextDecoder().decode(bytes).split('\r\n')[0]);
    for (const column of [
      'party',
      'is_kept',
      'site_ids',
      'office_id',
      'open_start_date',
      'precinct_split_id',
      'start_apartment_number',
    ]) {
      expect(headers.join(',').split(',')).not.toContain(column);
    }
  });

  it('gives of the practice offices the datasets again', async () => {
    for (const { files } of sandboxSources(new Date('2026-10-01T12:00:00Z'))) {
      const dataset = await datasetOf(files.map(({ name, bytes }) => byteFile(name, bytes)));
      expect((await again(dataset)).dataset).toEqual(dataset);
    }
  });

  it.each([1, 2, 3])('gives of a made-up state (seed %i) the dataset again', async (seed) => {
    const directory = await mkdtemp(join(tmpdir(), 'levee-export-'));
    await writeFeed({ precincts: 120, seed, directory });
    const dataset = await datasetOf(folderFiles(directory));
    await rm(directory, { recursive: true });
    expect(dataset.streetSegments.length).toBeGreaterThan(1000);
    expect((await again(dataset)).dataset).toEqual(dataset);
  });

  it('gives of whatever is read from spoilt feeds the dataset again', async () => {
    let tried = 0;
    const feeds = Object.values(cases);
    for (let index = 0; index < 240; index++) {
      const random = createRandom(7, index);
      const feed = feeds[index % feeds.length]!;
      const spoilt = index % feed.length;
      const files = feed.map((file, at) => {
        if (at !== (index + spoilt) % feed.length) return file;
        const text = new TextDecoder().decode(
          (file.bytes() as Iterable<Uint8Array>)[Symbol.iterator]().next().value,
        );
        return byteFile(
          file.name,
          new TextEncoder().encode(
            mutateText([text], random, [',', 'true', 'pl1', 'p2', 'loc1', '1', ' ', '\n']),
          ),
        );
      });
      const { dataset } = await readVipFlat(files);
      if (dataset === null) continue;
      tried++;
      const { dataset: read, problems } = await again(dataset);
      expect(read, `${index}: ${JSON.stringify(problems[0])}`).toEqual(dataset);
    }
    expect(tried).toBeGreaterThan(60);
  });
});

describe('exportVipZip', () => {
  it('packs the files into the same bytes every time', async () => {
    const dataset = await datasetOf(filesOf(soundFeed));
    const zip = exportVipZip(dataset);
    expect(exportVipZip(dataset)).toEqual(zip);
    const opened = await expandZip(zip, 'feed.zip');
    expect(opened.ok && (await readVipFlat(opened.value)).dataset).toEqual(dataset);
  });
});

describe.skipIf(!hasSharedData)('real feeds', () => {
  it.each(['va-portsmouth-powhatan-2015', 'ms-adams-2014'])(
    '%s reads as the same dataset again',
    async (feed) => {
      const dataset = await datasetOf(folderFiles(sharedData('vip', feed)));
      expect((await again(dataset)).dataset).toEqual(dataset);
    },
  );
});
