import { gzipSync, strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { expandZip } from './expand-zip';
import { byteFile, feedWith, filesOf, soundFeed, textFile } from './feed.fixture';
import { listedPerCode, type Problem } from './problem';
import { type ProblemCode, problemCodes } from './problem-codes';
import { mappingCodes } from './problem-codes/mapping';
import { readUpload } from './read-upload';
import { readVipFlat } from './read-vip-flat';
import type { SourceFile } from './source-file';
import { madeWorkbook } from './xlsx/workbook.fixture';

const places = soundFeed['polling_location.txt']!;
const precincts = soundFeed['precinct.txt']!;
const segments = soundFeed['street_segment.txt']!;
const placesHeader = places[0]!;

/** Cases of these are in mapping/map-tables.test.ts: they need tables that are no feed. */
type MappingCode = keyof typeof mappingCodes;

interface Case {
  readonly files: readonly SourceFile[];
  /** Where the problem must be: `precinct.txt:3`; without a number for a whole file. */
  readonly at: string;
  /** Other problems that cannot but come with it, in any order. */
  readonly also?: readonly ProblemCode[];
  /** The state of the office that it is read for. */
  readonly officeState?: string;
}

/** The sound feed with some files' rows replaced. */
function spoilt(
  changes: Parameters<typeof feedWith>[0],
  at: string,
  also: readonly ProblemCode[] = [],
): Case {
  return { files: filesOf(feedWith(changes)), at, also };
}

/** The sound feed and one more street segment, as row 4. */
function oneMoreSegment(row: string, also: readonly ProblemCode[] = []): Case {
  return spoilt({ 'street_segment.txt': [...segments, row] }, 'street_segment.txt:4', also);
}

/** The sound feed with columns added to a table: `more` gives their names, then each row's cells. */
function moreColumns(
  file: string,
  more: readonly string[],
  at: string,
  also: readonly ProblemCode[] = [],
): Case {
  const rows = soundFeed[file]!;
  return spoilt({ [file]: rows.map((row, i) => `${row},${more[i]}`) }, at, also);
}

/** The sound feed with one file given as text or bytes. */
function raw(
  name: string,
  content: string | Uint8Array,
  at: string,
  also: readonly ProblemCode[] = [],
): Case {
  const file = typeof content === 'string' ? textFile(name, content) : byteFile(name, content);
  return { files: [...filesOf(feedWith({ [name]: null })), file], at, also };
}

function bytesOf(rows: readonly string[], edit: (text: string) => string): Uint8Array {
  return Uint8Array.from(edit(`${rows.join('\n')}\n`), (char) => char.charCodeAt(0));
}

const broken: SourceFile = {
  name: 'precinct.txt',
  sizeBytes: 100,
  bytes() {
    throw new Error('disk gone');
  },
};

const scheduleHeader = 'id,hours_open_id,start_time,end_time,start_date,end_date';
const withSchedule = (schedule: string, hours = 'ho1') => ({
  'schedule.txt': [scheduleHeader, schedule],
  'polling_location.txt': [`${placesHeader},hours_open_id`, `${places[1]},${hours}`, `${places[2]},`],
});
const points = (...cells: readonly string[]) => ['latitude,longitude', ...cells];

/** Codes of what a file turns out to be when it is opened. */
type OpeningCode =
  | 'file-old-excel'
  | 'file-open-document'
  | 'file-pdf'
  | 'file-word'
  | 'file-html'
  | 'file-json'
  | 'file-xml'
  | 'file-image'
  | 'file-packed'
  | 'file-ignored'
  | 'workbook-unreadable'
  | 'sheet-hidden'
  | 'formula-without-value';

// The codes of XML have their cases in xml/vip-xml-tables.test.ts.
/** A square boundary with this south-west corner, longitude first. */
function area(name: string, x: number, y: number, size: number) {
  const corners = [
    [x, y],
    [x + size, y],
    [x + size, y + size],
    [x, y + size],
    [x, y],
  ];
  return { type: 'Feature', properties: { name }, geometry: { type: 'Polygon', coordinates: [corners] } };
}

const collection = (...features: readonly unknown[]) =>
  JSON.stringify({ type: 'FeatureCollection', features }, null, 1);

/** The sound feed with a file of boundaries; `more` are columns added to its places. */
function boundaries(geojson: string, at: string, more: readonly string[] = ['', '', '']): Case {
  const rows = more[0] === '' ? places : places.map((row, i) => `${row},${more[i]}`);
  const files = filesOf(feedWith({ 'polling_location.txt': rows }));
  return { files: [...files, textFile('precincts.geojson', geojson)], at };
}

const cases: Readonly<
  Record<Exclude<ProblemCode, `archive-${string}` | `xml-${string}` | MappingCode | OpeningCode>, Case>
> = {
  'file-missing': spoilt({ 'election.txt': null }, 'election.txt'),
  'file-unreadable': { files: [...filesOf(feedWith({ 'precinct.txt': null })), broken], at: 'precinct.txt' },
  'file-empty': raw('precinct.txt', ' \r\n', 'precinct.txt'),
  'file-binary': raw('precinct.txt', Uint8Array.from([1, 0, 0, 2]), 'precinct.txt'),
  'file-too-large': {
    files: [
      ...filesOf(feedWith({ 'street_segment.txt': null })),
      {
        name: 'street_segment.txt',
        sizeBytes: 1,
        *bytes() {
          const chunk = new Uint8Array(8 * 1024 * 1024).fill(0x61);
          for (;;) yield chunk;
        },
      },
    ],
    at: 'street_segment.txt',
  },
  'file-twice': {
    files: [...filesOf(soundFeed), textFile('old/Precinct.CSV', 'id,name\n')],
    at: 'old/Precinct.CSV',
  },
  'column-missing': spoilt({ 'precinct.txt': ['name,locality_id', 'North,loc1'] }, 'precinct.txt:1'),
  'header-duplicate': spoilt(
    { 'precinct.txt': [`${precincts[0]},Name`, 'p1,North,loc1,pl1,x'] },
    'precinct.txt:1',
  ),
  'header-blank': moreColumns('precinct.txt', ['', 'x', 'y'], 'precinct.txt:1'),
  'quote-unterminated': spoilt(
    { 'precinct.txt': [...precincts, 'p3,"West,loc1,pl1', 'p4,East,loc1,pl1'] },
    'precinct.txt:4',
  ),
  'quote-malformed': spoilt({ 'precinct.txt': [...precincts, 'p3,"West" side",loc1,pl1'] }, 'precinct.txt:4'),
  'cell-too-long': spoilt(
    { 'precinct.txt': [...precincts, `p3,${'x'.repeat(10_001)},loc1,pl1`] },
    'precinct.txt:4',
  ),
  'bytes-undecodable': raw(
    'precinct.txt',
    bytesOf([...precincts, 'p3,A\x81ada,loc1,pl1'], (text) => text),
    'precinct.txt:4',
  ),
  mojibake: spoilt(
    { 'polling_location.txt': [placesHeader, places[1]!.replace('School', 'CafÃ©'), places[2]!] },
    'polling_location.txt:2',
  ),
  'row-too-few-cells': spoilt({ 'precinct.txt': [...precincts, 'p3,West'] }, 'precinct.txt:4'),
  'row-too-many-cells': spoilt({ 'precinct.txt': [...precincts, 'p3,West,Side,loc1,pl1'] }, 'precinct.txt:4'),
  'file-cut': raw('precinct.txt', `${precincts.join('\n')}\np3,We`, 'precinct.txt:4'),
  'more-not-listed': {
    files: filesOf(
      feedWith({ 'street_segment.txt': [...segments, ...new Array(listedPerCode.error + 1).fill('x')] }),
    ),
    at: 'street_segment.txt',
    also: new Array(listedPerCode.error).fill('row-too-few-cells'),
  },
  'nothing-left': spoilt(
    { 'street_segment.txt': [segments[0]!, segments[1]!.replace('odd', 'left')] },
    'street_segment.txt',
    ['parity-unreadable', 'precinct-without-streets'],
  ),
  'cells-cut-off': moreColumns(
    'polling_location.txt',
    ['directions', 'x'.repeat(255), 'y'.repeat(40)],
    'polling_location.txt:2',
  ),
  'id-missing': oneMoreSegment(',201,299,odd,OAK,ST,Springvale,OH,43999,p1'),
  'id-damaged': oneMoreSegment('1.23E+10,201,299,odd,OAK,ST,Springvale,OH,43999,p1'),
  'id-duplicate': spoilt(
    { 'precinct.txt': [...precincts, 'p3,West,loc1,pl1', 'p3,East,loc1,pl2'] },
    'precinct.txt:4',
    ['id-duplicate'],
  ),
  'id-repeated': spoilt({ 'precinct.txt': [...precincts, 'p2,SOUTH.,loc1,pl2'] }, 'precinct.txt:4'),
  'flag-unreadable': moreColumns('precinct.txt', ['is_mail_only', 'maybe', 'no'], 'precinct.txt:2'),
  unreferenced: spoilt(
    { 'polling_location.txt': [...places, 'pl3,Third School,3 Ash St,Springvale,OH,43999'] },
    'polling_location.txt:4',
  ),
  'election-missing': spoilt({ 'election.txt': ['id,date'] }, 'election.txt'),
  'election-several': spoilt(
    { 'election.txt': ['id,date', 'e1,2026-11-03', 'e2,2026-12-01'] },
    'election.txt:3',
  ),
  'election-date-unreadable': spoilt({ 'election.txt': ['id,date', 'e1,3.11.2026'] }, 'election.txt:2'),
  'state-unknown': spoilt(
    {
      'state.txt': null,
      'street_segment.txt': null,
      'polling_location.txt': places.map((row) => row.replace('OH', '')),
    },
    'state.txt',
  ),
  'state-not-the-offices': { files: filesOf(soundFeed), at: 'state.txt', officeState: 'MS' },
  'locality-file-missing': spoilt({ 'locality.txt': null }, 'locality.txt'),
  'administration-dangling': spoilt(
    { 'locality.txt': ['id,name,election_administration_id', 'loc1,Made-up,ea2'] },
    'locality.txt:2',
    ['unreferenced'],
  ),
  'office-phone-missing': spoilt(
    { 'election_administration.txt': ['id,name', 'ea1,Clerk'] },
    'locality.txt:2',
  ),
  'time-zone-unreadable': spoilt(
    {
      'locality.txt': soundFeed['locality.txt']!.map((row) => row.replace('America/New_York', 'Eastern-ish')),
    },
    'locality.txt:2',
  ),
  'locality-dangling': spoilt({ 'precinct.txt': [...precincts, 'p3,West,loc2,pl1'] }, 'precinct.txt:4'),
  'place-dangling': spoilt({ 'precinct.txt': [...precincts, 'p3,West,loc1,pl1 pl9'] }, 'precinct.txt:4'),
  'link-unreadable': spoilt(
    {
      'precinct.txt': precincts.map((row, i) =>
        i === 0 ? 'id,name,locality_id' : row.replace(/,pl\d$/, ''),
      ),
      'precinct_polling_location.txt': ['precinct_id,polling_location_id', 'p1,pl1', 'p1', 'p2,pl2'],
    },
    'precinct_polling_location.txt:3',
    ['row-too-few-cells'],
  ),
  'precinct-dangling': oneMoreSegment('ss3,201,299,odd,OAK,ST,Springvale,OH,43999,p9'),
  'precinct-missing': oneMoreSegment('ss3,201,299,odd,OAK,ST,Springvale,OH,43999,'),
  'split-dangling': spoilt(
    {
      'precinct_split.txt': ['id,precinct_id', 'sp1,p1'],
      'street_segment.txt': [`${segments[0]},precinct_split_id`, `${segments[1]},sp1`, `${segments[2]},sp9`],
    },
    'street_segment.txt:3',
    ['precinct-without-streets'],
  ),
  'split-file-missing': moreColumns(
    'street_segment.txt',
    ['precinct_split_id', 'sp1', ''],
    'street_segment.txt:2',
  ),
  'split-other-precinct': spoilt(
    {
      'precinct_split.txt': ['id,precinct_id', 'sp1,p1'],
      'street_segment.txt': [`${segments[0]},precinct_split_id`, `${segments[1]},sp1`, `${segments[2]},sp1`],
    },
    'street_segment.txt:3',
    ['precinct-without-streets'],
  ),
  'precinct-without-place': spoilt({ 'precinct.txt': [...precincts, 'p3,West,loc1,'] }, 'precinct.txt:4'),
  'precinct-several-places': spoilt(
    { 'precinct.txt': [precincts[0]!, 'p1,North,loc1,pl1 pl2', precincts[2]!] },
    'precinct.txt:2',
  ),
  'number-missing': oneMoreSegment('ss3,201,,odd,OAK,ST,Springvale,OH,43999,p1'),
  'number-unreadable': oneMoreSegment('ss3,12B,299,odd,OAK,ST,Springvale,OH,43999,p1'),
  'number-zero': oneMoreSegment('ss3,0,0,both,ELM,ST,Springvale,OH,43999,p1'),
  'range-from-zero': oneMoreSegment('ss3,0,98,even,ELM,ST,Springvale,OH,43999,p1'),
  'range-reversed': oneMoreSegment('ss3,299,201,odd,OAK,ST,Springvale,OH,43999,p1'),
  'parity-unreadable': oneMoreSegment('ss3,201,299,left,OAK,ST,Springvale,OH,43999,p1'),
  'parity-contradicted': oneMoreSegment('ss3,202,298,odd,OAK,ST,Springvale,OH,43999,p1'),
  'street-missing': oneMoreSegment('ss3,201,299,odd,,ST,Springvale,OH,43999,p1'),
  'zip-unreadable': oneMoreSegment('ss3,201,299,odd,OAK,ST,Springvale,OH,4399,p1'),
  'city-missing': oneMoreSegment('ss3,201,299,odd,OAK,ST,,OH,43999,p1'),
  'every-street-uncertain': spoilt(
    {
      'street_segment.txt': [
        ...soundFeed['street_segment.txt']!,
        'ss3,,,,*,,,OH,43999,p1',
        'ss4,201,299,odd,ELM,ST,Springvale,OH,43999,p9',
      ],
    },
    'street_segment.txt:4',
    ['precinct-dangling'],
  ),
  'segment-state-other': oneMoreSegment('ss3,201,299,odd,OAK,ST,Springvale,PA,43999,p1'),
  'segment-state-missing': oneMoreSegment('ss3,201,299,odd,OAK,ST,Springvale,,43999,p1'),
  'unit-unreadable': moreColumns(
    'street_segment.txt',
    ['start_apartment_number,end_apartment_number', '5,', ','],
    'street_segment.txt:2',
    ['precinct-without-streets'],
  ),
  'segment-id-repeated': oneMoreSegment('ss1,201,299,odd,OAK,ST,Springvale,OH,43999,p1'),
  'overlap-conflict': oneMoreSegment('ss3,99,199,odd,Oak,Street,SPRINGVALE,OH,43999,p2', [
    'overlap-conflict',
  ]),
  'overlap-same-place': oneMoreSegment('ss3,99,199,odd,Oak,Street,SPRINGVALE,OH,43999,p1', [
    'overlap-same-place',
  ]),
  'precinct-without-streets': spoilt(
    { 'precinct.txt': [...precincts, 'p3,West,loc1,pl1'] },
    'precinct.txt:4',
  ),
  'place-name-missing': spoilt(
    { 'polling_location.txt': [placesHeader, places[1]!.replace('First School', ''), places[2]!] },
    'polling_location.txt:2',
  ),
  'place-address-missing': spoilt(
    { 'polling_location.txt': [placesHeader, places[1]!.replace('1 Oak St', ''), places[2]!] },
    'polling_location.txt:2',
  ),
  'place-address-without-number': spoilt(
    { 'polling_location.txt': [placesHeader, places[1]!.replace('1 Oak', 'Oak'), places[2]!] },
    'polling_location.txt:2',
  ),
  'place-zip-unreadable': spoilt(
    { 'polling_location.txt': [placesHeader, places[1]!.replace('43999', '4399'), places[2]!] },
    'polling_location.txt:2',
  ),
  'place-state-other': spoilt(
    { 'polling_location.txt': [placesHeader, places[1]!.replace('OH', 'PA'), places[2]!] },
    'polling_location.txt:2',
  ),
  'place-point-unreadable': moreColumns(
    'polling_location.txt',
    points('40.9,83.3', '40.9,-83.4'),
    'polling_location.txt:2',
  ),
  'place-point-shared': moreColumns(
    'polling_location.txt',
    points('40.9,-83.3', '40.9,-83.3'),
    'polling_location.txt:3',
  ),
  'place-far-away': spoilt(
    {
      'polling_location.txt': [
        `${placesHeader},latitude,longitude,party`,
        `${places[1]},40.9,-83.3,D`,
        `${places[2]},39.9,-83.3,R`,
      ],
      'precinct.txt': [precincts[0]!, 'p1,North,loc1,pl1 pl2', precincts[2]!],
    },
    'polling_location.txt:3',
  ),
  'hours-unreadable': moreColumns(
    'polling_location.txt',
    ['hours', '6 to 7', '7am-8pm'],
    'polling_location.txt:2',
  ),
  'report-uri-unreadable': moreColumns(
    'election_administration.txt',
    ['report_uri', 'javascript:alert(1)'],
    'election_administration.txt:2',
  ),
  'language-unreadable': moreColumns(
    'election_administration.txt',
    ['languages', 'en Spanish'],
    'election_administration.txt:2',
  ),
  'access-fact-unreadable': moreColumns(
    'polling_location.txt',
    ['step_free_entrance', 'unknown', 'ramp'],
    'polling_location.txt:3',
  ),
  'access-date-unreadable': moreColumns(
    'polling_location.txt',
    ['accessibility_checked_on', 'last fall', '2026-09-01'],
    'polling_location.txt:2',
  ),
  'relay-phone-unreadable': moreColumns(
    'polling_location.txt',
    ['relay_phone', 'ask', '711'],
    'polling_location.txt:2',
  ),
  'site-dangling': spoilt(
    { 'locality.txt': soundFeed['locality.txt']!.map((row, i) => (i === 0 ? row : `${row}pl9`)) },
    'locality.txt:2',
  ),
  'site-unlinked': spoilt(
    {
      'locality.txt': [...soundFeed['locality.txt']!, 'loc2,Other,county,st39,ea1,America/New_York,'],
      'precinct.txt': [precincts[0]!, precincts[1]!, 'p2,South,loc2,pl2'],
      'polling_location.txt': [
        ...places.map((row, i) => `${row},${i === 0 ? 'is_drop_box' : 'no'}`),
        'pl3,Box,3 Ash St,Springvale,OH,43999,yes',
      ],
    },
    'polling_location.txt:4',
  ),
  'site-dates-unreadable': spoilt(
    {
      'early_vote_site.txt': [
        'id,name,address_line1,address_city,address_state,address_zip,start_date,end_date',
        '1,Annex,3 Ash St,Springvale,OH,43999,2026-10-20,2026-10-19',
      ],
    },
    'early_vote_site.txt:2',
  ),
  'hours-dangling': moreColumns(
    'polling_location.txt',
    ['hours_open_id', 'ho9', ''],
    'polling_location.txt:2',
  ),
  'schedule-unreadable': spoilt(withSchedule('sc1,ho2,7 am,19:00,2026-11-03,', ''), 'schedule.txt:2'),
  'schedule-reversed': spoilt(withSchedule('sc1,ho2,19:00,07:00,2026-11-03,', ''), 'schedule.txt:2'),
  'schedule-without-zone': spoilt(
    {
      ...withSchedule('sc1,ho1,07:00,19:00,2026-11-03,2026-11-03'),
      'locality.txt': ['id,name,type,election_administration_id', 'loc1,Made-up,county,ea1'],
    },
    'schedule.txt:2',
  ),
  'schedule-other-day': spoilt(
    withSchedule('sc1,ho1,07:00-05:00,19:00-05:00,2026-10-20,2026-11-02'),
    'polling_location.txt:2',
    [],
  ),
  'number-became-date': oneMoreSegment('ss3,2-Jan,299,odd,OAK,ST,Springvale,OH,43999,p1'),
  'number-formatted': oneMoreSegment('ss3,"1,201",1299,odd,OAK,ST,Springvale,OH,43999,p1'),
  'text-became-date': spoilt(
    { 'precinct.txt': [precincts[0]!, 'p1,2-Jan,loc1,pl1', precincts[2]!] },
    'precinct.txt:2',
  ),
  'formula-error': oneMoreSegment('ss3,201,299,odd,#REF!,ST,Springvale,OH,43999,p1'),
  'formula-error-in-text': moreColumns(
    'polling_location.txt',
    ['directions', '#N/A', ''],
    'polling_location.txt:2',
  ),
  'cells-shifted': oneMoreSegment('ss3,201,299,odd,,OAK,ST,Springvale,OH,43999', [
    'precinct-dangling',
    'street-missing',
    'zip-unreadable',
  ]),
  'column-shifted': spoilt(
    {
      'street_segment.txt': [
        segments[0]!,
        'ss1,1,99,odd,OAK,ST,Springvale,OH,43999,p1',
        'ss2,2,98,even,OAK,ST,Springvale,OH,43999,',
        'ss3,1,99,odd,ELM,ST,Springvale,OH,43999,p2',
        'ss4,2,98,even,ELM,ST,Springvale,OH,43999,p1',
        ',,,,,,,,,p2',
      ],
    },
    'street_segment.txt:3',
    [
      'precinct-missing',
      'id-missing',
      'street-missing',
      'number-missing',
      'number-missing',
      'parity-unreadable',
      'zip-unreadable',
    ],
  ),
  'boundary-file-unreadable': boundaries('{"type": "FeatureCollection", "features": [', 'precincts.geojson'),
  'boundary-not-in-degrees': boundaries(
    collection(area('North', 430_000, 4_500_000, 900)),
    'precincts.geojson',
  ),
  'boundary-latitude-first': boundaries(collection(area('North', 40.9, -83.4, 0.2)), 'precincts.geojson'),
  'boundary-invalid': boundaries(
    collection(area('North', -83.4, 40.8, 0.2), {
      ...area('South', -83.2, 40.8, 0.2),
      geometry: {
        type: 'Polygon',
        coordinates: [
          [
            [-83.2, 40.8],
            [-83, 41],
            [-83, 40.8],
            [-83.2, 41],
            [-83.2, 40.8],
          ],
        ],
      },
    }),
    'precincts.geojson',
  ),
  'boundary-without-precinct': boundaries(
    collection(...['North', 'South', 'Elsewhere'].map((name) => area(name, -83.4, 40.8, 0.2))),
    'precincts.geojson',
  ),
  'precinct-without-boundary': boundaries(collection(area('North', -83.4, 40.8, 0.2)), 'precinct.txt:3'),
  'place-outside-boundary': boundaries(
    collection(area('North', -83.4, 40.8, 0.2), area('South', -83.2, 40.8, 0.2)),
    'polling_location.txt:3',
    points('40.9,-83.3', '40.9,-82.9'),
  ),
  'range-differs-from-neighbours': spoilt(
    {
      'street_segment.txt': [
        ...segments,
        ...[1, 2, 3, 4, 5, 6].map(
          (block) =>
            `o${block},${block}01,${block}99,odd,OAK,ST,Springvale,OH,43999,${block === 3 ? 'p2' : 'p1'}`,
        ),
      ],
    },
    'street_segment.txt:6',
  ),
};

describe('every problem has a feed that shows it', () => {
  it('finds nothing wrong with the sound feed', async () => {
    const { problems, dataset, counts } = await readVipFlat(filesOf(soundFeed));
    expect(problems).toEqual([]);
    expect(dataset?.streetSegments).toHaveLength(2);
    expect(counts).toMatchObject({ errors: 0, conflicts: 0, warnings: 0, rowsIn: 11, rowsSetAside: 0 });
  });

  it.each(Object.entries(cases) as [ProblemCode, Case][])(
    '%s',
    async (code, { files, at, also = [], officeState }) => {
      const options = officeState === undefined ? {} : { officeState };
      const { problems, dataset } = await readUpload(files, options);
      expect(problems.map((problem) => problem.code).sort()).toEqual([code, ...also].sort());
      expect(problems.filter((problem) => problem.code === code).map(place)).toContain(at);
      expect(dataset === null).toBe(problemCodes[code].severity === 'fatal');
    },
  );

  const archives: Readonly<Record<Extract<ProblemCode, `archive-${string}`>, Uint8Array>> = {
    'archive-unreadable': strToU8('PK no zip at all, but long enough to look into'),
    'archive-encrypted': encrypted(zipSync({ 'precinct.txt': strToU8('id,name\n') })),
    'archive-too-many-files': zipSync(
      Object.fromEntries(Array.from({ length: 1001 }, (_, i) => [`${i}.txt`, strToU8('x')])),
    ),
    'archive-too-large': declaring(zipSync({ 'precinct.txt': strToU8('id,name\n') }), 0xfffffff0),
    'archive-ratio': zipSync({ 'precinct.txt': new Uint8Array(4 * 1024 * 1024) }),
    'archive-size-lies': declaring(zipSync({ 'precinct.txt': strToU8('id,name\n'.repeat(100)) }), 10),
    'archive-nested': zipSync({ 'inner.zip': zipSync({ 'precinct.txt': strToU8('id,name\n') }) }),
    'archive-empty': zipSync({ '.DS_Store': strToU8('nothing here') }),
  };

  it.each(Object.entries(archives) as [ProblemCode, Uint8Array][])('%s', (code, bytes) => {
    const result = expandZip(bytes, 'feed.zip');
    expect(result).toMatchObject({ ok: false, error: { code, file: 'feed.zip', severity: 'fatal' } });
  });

  const listRows = [
    ['street', 'zip'],
    ['Oak St', '43999'],
  ];
  const opening: Readonly<Record<OpeningCode, SourceFile>> = {
    'file-old-excel': byteFile('list.csv', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])),
    'file-open-document': byteFile(
      'list.ods',
      zipSync({ 'META-INF/manifest.xml': strToU8('<m/>'), 'content.xml': strToU8('<c/>') }),
    ),
    'file-pdf': textFile('list.csv', '%PDF-1.7\n'),
    'file-word': textFile('list.doc', '{\\rtf1 list}'),
    'file-html': textFile('list.xls', '\n<!DOCTYPE html>\n<html><table></table></html>'),
    'file-json': textFile('list.json', '[{"street": "Oak St"}]'),
    'file-xml': textFile('map.xml', '<?xml version="1.0"?><!-- made --><kml/>'),
    'file-image': byteFile('list.png', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])),
    'file-packed': byteFile('list.csv.gz', gzipSync(strToU8('street,zip\n'))),
    'file-ignored': textFile('letter.pdf', '%PDF-1.7\n'),
    'workbook-unreadable': byteFile(
      'list.xlsx',
      madeWorkbook({ sheets: [{ name: 'S', rows: listRows }], parts: { 'xl/workbook.xml': null } }),
    ),
    'sheet-hidden': byteFile(
      'list.xlsx',
      madeWorkbook({
        sheets: [
          { name: 'S', rows: listRows },
          { name: 'Old', state: 'hidden', rows: listRows },
        ],
      }),
    ),
    'formula-without-value': byteFile(
      'precinct.xlsx',
      madeWorkbook({
        sheets: [
          {
            name: 'S',
            rows: [
              ['id', 'name', 'locality_id', 'polling_location_ids'],
              ['p1', 'North', 'loc1', 'pl1'],
              ['p2', { xml: '<c r="$"><f>B2</f></c>' }, 'loc1', 'pl2'],
              ['p2', 'South', 'loc1', 'pl2'],
            ],
          },
        ],
      }),
    ),
  };

  it.each(Object.entries(opening) as [OpeningCode, SourceFile][])('%s', async (code, file) => {
    const isOfFeed = code === 'file-ignored' || code === 'formula-without-value';
    const rest = isOfFeed ? filesOf(feedWith({ [file.name.replace('.xlsx', '.txt')]: null })) : [];
    const { problems, dataset } = await readUpload([...rest, file]);
    expect(problems.filter((problem) => problem.code === code)).toMatchObject([
      { file: expect.stringContaining(file.name) },
    ]);
    expect(dataset === null).toBe(!isOfFeed);
  });

  it('has a case for every code', () => {
    expect(
      [
        ...Object.keys(cases),
        ...Object.keys(archives),
        ...Object.keys(mappingCodes),
        ...Object.keys(opening),
      ].sort(),
    ).toEqual(
      Object.keys(problemCodes)
        .filter((code) => !code.startsWith('xml-'))
        .sort(),
    );
  });
});

function place({ file, row }: Problem): string {
  return row === null ? file : `${file}:${row}`;
}

/** The zip with the encryption bit set in its (only) directory entry. */
function encrypted(zip: Uint8Array): Uint8Array {
  const copy = zip.slice();
  copy[directoryAt(copy) + 8]! |= 1;
  return copy;
}

/** The zip with another unpacked size in its (only) directory entry. */
function declaring(zip: Uint8Array, sizeBytes: number): Uint8Array {
  const copy = zip.slice();
  new DataView(copy.buffer).setUint32(directoryAt(copy) + 24, sizeBytes, true);
  return copy;
}

function directoryAt(zip: Uint8Array): number {
  const view = new DataView(zip.buffer);
  return view.getUint32(zip.length - 22 + 16, true);
}
