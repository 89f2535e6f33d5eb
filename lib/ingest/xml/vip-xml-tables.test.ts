import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sandboxSources } from '@/data/sandbox/sandbox';
import { hasSharedData, sharedData } from '@/tests/shared-data';
import { byteFile, feedWith, filesOf, soundFeed, textFile } from '../feed.fixture';
import type { SourceFile } from '../files/source-file';
import { createProblemLog, type Problem } from '../problems/problem';
import { type ProblemCode, problemCodes } from '../problems/problem-codes';
import { type ReadVipFlat, readFeed, readVipFlat } from '../read-vip-flat';
import { flatFeed, type XmlVersion, xmlOf } from './vip-xml.fixture';
import { vipXmlTables } from './vip-xml-tables';

const versions: readonly XmlVersion[] = ['3.1', '5.2', '6.0'];

async function readXmlFeed(file: SourceFile): Promise<ReadVipFlat> {
  const log = createProblemLog();
  return readFeed(await vipXmlTables(file, log), {}, log);
}

const readText = (text: string) => readXmlFeed(textFile('feed.xml', text));
const places = soundFeed['polling_location.txt']!;

/** Feeds that the two formats can both say. */
const feeds: Readonly<Record<string, readonly SourceFile[]>> = {
  'the sound feed': filesOf(soundFeed),
  'schedules, early sites, access facts, parties and points': filesOf(
    feedWith({
      'schedule.txt': [
        'id,hours_open_id,start_time,end_time,start_date,end_date,is_only_by_appointment',
        'sc1,ho1,07:00:00-05:00,19:00:00-05:00,2026-11-03,2026-11-03,',
        'sc2,ho2,09:00:00-04:00,17:00:00-04:00,2026-10-20,2026-10-30,true',
        'sc3,ho2,10:00:00-04:00,14:00:00-04:00,2026-10-31,2026-10-31,',
      ],
      'polling_location.txt': [
        `${places[0]},hours_open_id,is_early_voting,is_drop_box,step_free_entrance,party,entrance,latitude,longitude,directions`,
        `${places[1]},ho1,,,yes,,Side door,39.5,-82.5,Behind <the> "old" mill & bridge`,
        `${places[2]},ho1,,,no,Whig,,,,`,
        'pl3,Town Hall,3 Fir St,Springvale,OH,43999,ho2,true,,,,,,,',
        'pl4,Box & Co,4 Fir St,Springvale,OH,43999,,,true,,,,,,',
      ],
    }),
  ),
  'departments, units, every street and vote centers': filesOf(
    feedWith({
      'election_administration.txt': ['id,name', 'ea1,Made-up County Clerk'],
      'department.txt': ['id,election_administration_id', 'd1,ea1'],
      'contact_information.txt': [
        'id,parent_id,phone,email,address_line_1,hours',
        'c1,d1,555-0100,clerk@example.test,1 Court Sq,8 to 5',
      ],
      'precinct.txt': [
        'id,name,locality_id,polling_location_ids,uses_vote_centers',
        'p1,North,loc1,pl1 pl2,true',
        'p2,South,loc1,pl2,',
      ],
      'street_segment.txt': [
        `${soundFeed['street_segment.txt']![0]},unit_number,includes_all_addresses,includes_all_streets`,
        'ss1,1,99,odd,OAK,ST,Springvale,OH,43999,p1,"1,2",,',
        'ss2,,,,ELM,ST,Springvale,OH,43999,p2,,true,',
        'ss3,,,,,,Springvale,OH,43998,p2,,,true',
      ],
    }),
  ),
};

describe('vipXmlTables', () => {
  for (const [what, files] of Object.entries(feeds)) {
    it.each(versions)(`gives of ${what} in XML %s the dataset of the flat files`, async (version) => {
      const flat = await readVipFlat(files);
      expect(flat.dataset).not.toBeNull();
      const xml = await readText(xmlOf(await flatFeed(files), version));
      expect(xml.dataset).toEqual(flat.dataset);
      expect(xml.problems.map(({ code }) => code)).toEqual(flat.problems.map(({ code }) => code));
    });
  }

  it.each(versions)(
    'gives of the practice offices in XML %s the datasets of the flat files',
    async (version) => {
      for (const source of sandboxSources(new Date('2026-10-01T12:00:00Z'))) {
        const files = source.files.map(({ name, bytes }) => byteFile(name, bytes));
        const flat = await readVipFlat(files);
        expect((await readText(xmlOf(await flatFeed(files), version))).dataset).toEqual(flat.dataset);
      }
    },
  );

  it('reads splits, early sites and links of VIP 3', async () => {
    const files = filesOf(
      feedWith({
        'precinct.txt': ['id,name,locality_id', 'p1,North,loc1', 'p2,South,loc1'],
        'precinct_polling_location.txt': ['precinct_id,polling_location_id', 'p1,pl1', 'p2,pl2'],
        'precinct_split.txt': ['id,name,precinct_id', 's1,A,p1'],
        'precinct_split_polling_location.txt': ['precinct_split_id,polling_location_id', 's1,pl2'],
        'early_vote_site.txt': [
          'id,name,address_line1,address_city,address_state,address_zip,start_date,end_date,days_times_open',
          '7,Town Hall,3 Fir St,Springvale,OH,43999,2026-10-20,2026-10-30,Weekdays 9 to 5',
        ],
        'locality_early_vote_site.txt': ['locality_id,early_vote_site_id', 'loc1,7'],
        'street_segment.txt': [
          `${soundFeed['street_segment.txt']![0]},precinct_split_id`,
          'ss1,1,99,odd,OAK,ST,Springvale,OH,43999,p1,s1',
          'ss2,2,98,even,OAK,ST,Springvale,OH,43999,p2,',
        ],
      }),
    );
    const flat = await readVipFlat(files);
    expect(flat.dataset?.precinctSplits).toHaveLength(1);
    expect((await readText(xmlOf(await flatFeed(files), '3.1'))).dataset).toEqual(flat.dataset);
  });

  it('names the line of an entry and the path of a value', async () => {
    const text = xmlOf(await flatFeed(filesOf(soundFeed)), '6.0').replace(
      '<OddEvenBoth>even<',
      '<OddEvenBoth>evil<',
    );
    const line = text.slice(0, text.indexOf('id="ss2"')).split('\n').length;
    expect((await readText(text)).problems).toMatchObject([
      {
        code: 'parity-unreadable',
        file: 'feed.xml',
        row: line,
        column: 'StreetSegment/OddEvenBoth',
        value: 'evil',
      },
      { code: 'precinct-without-streets' },
    ]);
  });

  it('names the how-manieth entry where several stand on a line, and gives the same dataset', async () => {
    const text = xmlOf(await flatFeed(filesOf(soundFeed)), '6.0').replace(
      '<OddEvenBoth>even<',
      '<OddEvenBoth>evil<',
    );
    const { problems, dataset } = await readText(text.replaceAll('\n', ''));
    expect(problems[0]).toMatchObject({
      code: 'parity-unreadable',
      row: 2,
      column: 'StreetSegment/OddEvenBoth',
    });
    expect(dataset).toEqual((await readText(text)).dataset);
  });

  it('reads names with prefixes, processing instructions, comments, CDATA and the five entities', async () => {
    const text = xmlOf(await flatFeed(filesOf(soundFeed)), '6.0');
    const dressed = text
      .replaceAll(/<(\/?)(?=[A-Z])/g, '<$1vip:')
      .replace('First School', '<![CDATA[First & School]]><!-- no more -->&#x41;&apos;');
    const { dataset, problems } = await readText(dressed);
    expect(problems).toEqual([]);
    expect(dataset?.pollingLocations[0]?.name).toBe("First & SchoolA'");
  });

  it('takes English of several languages, else the first', async () => {
    const text = xmlOf(await flatFeed(filesOf(soundFeed)), '6.0').replace(
      '</PollingLocation>',
      '<Directions><Text language="fr">Derrière</Text><Text language="es">Detrás</Text></Directions></PollingLocation>',
    );
    const { dataset } = await readText(text);
    expect(dataset?.pollingLocations[0]?.directions).toBe('Derrière');
    expect(dataset?.election.name).toBe('General Election');
  });

  it.each([
    ['UTF-8 with a mark', (text: string) => Buffer.from(`\ufeff${text}`)],
    [
      'UTF-16LE with a mark',
      (text: string) => Buffer.from(`\ufeff${text}`.replace('UTF-8', 'UTF-16'), 'utf16le'),
    ],
    [
      'UTF-16BE with a mark',
      (text: string) => Buffer.from(`\ufeff${text}`.replace('UTF-8', 'UTF-16'), 'utf16le').swap16(),
    ],
    ['UTF-16LE without one', (text: string) => Buffer.from(text.replace('UTF-8', 'UTF-16'), 'utf16le')],
    ['UTF-16 declared, UTF-8 written', (text: string) => Buffer.from(text.replace('UTF-8', 'UTF-16'))],
    ['Latin-1 as declared', (text: string) => Buffer.from(text.replace('UTF-8', 'ISO-8859-1'), 'latin1')],
    [
      'Latin-1 whose bytes could be UTF-8',
      (text: string) => Buffer.from(text.replace('UTF-8', 'ISO-8859-1').replace('É', 'Ã©'), 'latin1'),
    ],
  ])('reads %s', async (what, encode) => {
    const text = xmlOf(await flatFeed(filesOf(soundFeed)), '6.0').replace('First School', 'École É');
    const { dataset } = await readXmlFeed(byteFile('feed.xml', encode(text), 17));
    expect(dataset?.pollingLocations[0]?.name).toBe(what.includes('could be') ? 'Ã©cole É' : 'École É');
  });

  it('reads the same wherever the chunks are cut', async () => {
    const bytes = new TextEncoder().encode(xmlOf(await flatFeed(filesOf(soundFeed)), '3.1'));
    const whole = await readXmlFeed(byteFile('feed.xml', bytes));
    for (const size of [1, 2, 3, 7, 1000])
      expect(await readXmlFeed(byteFile('feed.xml', bytes, size))).toEqual(whole);
  });

  it('lets a link with two places stand for both, and sets an entry aside whose zip stands twice', async () => {
    const text = xmlOf(await flatFeed(filesOf(soundFeed)), '3.1').replace(
      '<zip>43999</zip>',
      '<zip>43999</zip><zip>43998</zip>',
    );
    const { dataset, problems } = await readText(text);
    expect(dataset?.streetSegments.map(({ id }) => id)).toEqual(['ss2']);
    expect(problems[0]).toMatchObject({
      code: 'xml-value-twice',
      column: 'street_segment/non_house_address/zip',
    });
  });

  it('says what a feed without an election lacks', async () => {
    const { problems } = await readText('<vip_object><source id="1"><name>A</name></source></vip_object>');
    expect(problems.map(({ code }) => code)).toContain('file-missing');
  });
});

const sound = async () => xmlOf(await flatFeed(filesOf(soundFeed)), '6.0');
const laughs = '<!DOCTYPE lolz [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>';

const cases: Readonly<Record<Extract<ProblemCode, `xml-${string}`>, readonly ((text: string) => string)[]>> =
  {
    'xml-malformed': [
      (text) => text.replace('</Precinct>', '</Precint>'),
      (text) => text.replace('<Precinct ', '<Precinct id="p0" '),
      (text) => text.replace('North', 'No<rth'),
      (text) => text.replace('North', '\u0001'),
      (text) => text.replace('North', 'x'.repeat(3_000_000)),
      (text) => text.replace('North', '<a>'.repeat(100) + '</a>'.repeat(100)),
      (text) => `${text}<More/>`,
    ],
    'xml-cut-off': [
      (text) => text.slice(0, -20),
      (text) => text.slice(0, text.length / 2),
      (text) => text.slice(0, 120),
    ],
    'xml-doctype': [
      (text) => text.replace('?>', `?>${laughs}`),
      (text) => text.replace('?>', '?><!DOCTYPE x SYSTEM "file:///etc/passwd">'),
    ],
    'xml-entity': [
      (text) => text.replace('North', '&b;'),
      (text) => text.replace('North', 'North & South'),
      (text) => text.replace('North', '&nbsp;'),
    ],
    'xml-encoding-unknown': [(text) => text.replace('UTF-8', 'Shift_JIS')],
    'xml-not-vip': [() => '<?xml version="1.0"?><kml><Document/></kml>'],
    'xml-value-twice': [(text) => text.replace('<Zip>43999</Zip>', '<Zip>43999</Zip><Zip>43998</Zip>')],
  };

describe('each problem of XML', () => {
  const all = Object.entries(cases).flatMap(([code, spoils]) =>
    spoils.map((spoil, i) => [code, i, spoil] as const),
  );
  it.each(all)('%s (%i)', async (code, _, spoil) => {
    const { problems, dataset } = await readText(spoil(await sound()));
    const { severity } = problemCodes[code as ProblemCode];
    const found = problems.filter((problem: Problem) => problem.code === code);
    expect(found).toMatchObject([{ file: 'feed.xml', severity }]);
    expect(found[0]?.row).toBeGreaterThan(0);
    if (severity !== 'fatal') return;
    expect(dataset).toBeNull();
    // One cause, one problem: nothing is said to be missing that was never reached.
    expect(problems).toHaveLength(1);
  });

  it('has a case for every code', () => {
    const codes = Object.keys(problemCodes).filter((code) => code.startsWith('xml-'));
    expect(Object.keys(cases).sort()).toEqual(codes.sort());
  });
});

/** A feed of the shared data, as files. */
function realFiles(feed: string): readonly SourceFile[] {
  const folder = sharedData('vip', feed);
  return readdirSync(folder).map((name) => byteFile(name, readFileSync(join(folder, name))));
}

describe.skipIf(!hasSharedData)('real feeds', () => {
  it.each(['va-portsmouth-powhatan-2015', 'ms-adams-2014'])(
    '%s, written as XML, gives the same dataset',
    async (feed) => {
      const files = realFiles(feed);
      const flat = await readVipFlat(files);
      for (const version of versions) {
        expect((await readText(xmlOf(await flatFeed(files), version))).dataset).toEqual(flat.dataset);
      }
    },
  );
});
