import { describe, expect, it } from 'vitest';
import { createRandom } from '@/scripts/generate/random';
import { textFile } from '../feed.fixture';
import { csvRecords } from '../tables/csv';
import { proposeMapping } from './guess-mapping';
import { type MadeColumn, type MadeRow, madeRows, madeTable, placeOf, precinctOf } from './lists.fixture';
import { layoutOf } from './table-layout';
import type { MappingField } from './table-mapping';
import { tableMappingSchema } from './table-mapping-schema';

const rows = madeRows(120);

const cells: Readonly<Partial<Record<MappingField, (row: MadeRow) => string>>> = {
  rangeStart: ({ start }) => String(start),
  rangeEnd: ({ end }) => String(end),
  side: ({ side }) => side,
  rangeText: ({ start, end }) => `${start}-${end}`,
  streetDirection: ({ direction }) => direction,
  addressDirection: ({ direction }) => direction,
  streetName: ({ street }) => street,
  streetSuffix: ({ suffix }) => suffix,
  streetWhole: ({ direction, street, suffix }) => `${direction} ${street} ${suffix}`.trim(),
  houseNumber: ({ start }) => String(start + 1),
  addressWhole: ({ start, street, suffix }) => `${start + 1} ${street} ${suffix}`,
  unit: ({ at }) => (at % 7 === 0 ? `APT ${at}` : ''),
  city: ({ town }) => town,
  state: () => 'MS',
  zip: ({ zip }) => zip,
  cityStateZipWhole: ({ town, zip }) => `${town} MS ${zip}`,
  precinctId: precinctOf,
  precinctName: ({ precinct }) => `${['NORTH', 'SOUTH', 'EAST', 'WEST'][precinct % 4]} WARD ${precinct}`,
  precinctSplit: ({ precinct }) => `${precinct}.1`,
  placeId: ({ precinct }) => `PL${precinct}`,
  placeName: placeOf.name,
  placeAddressWhole: placeOf.address,
  placeLine2: () => '',
  placeCity: placeOf.town,
  placeState: () => 'MS',
  placeZip: placeOf.zip,
  placeCityStateZipWhole: (row) => `${placeOf.town(row)}, MS ${placeOf.zip(row)}`,
  placeHours: () => '7:00 am - 7:00 pm',
};

/** `LOW=rangeStart` a column; `COUNTY` one that is not used. */
function columnsOf(text: string): readonly MadeColumn[] {
  return text.split('; ').map((part) => {
    const [name = '', field] = part.split('=');
    if (field === undefined) return { name, field: null, cell: () => 'EXAMPLE' };
    return { name, field: field as MappingField, cell: cells[field as MappingField]! };
  });
}

/** Headers as systems that are in use write them, each of its own making. */
const systems: readonly (readonly [kind: string, file: string, header: string])[] = [
  [
    'ranges',
    'a.csv',
    'LOW=rangeStart; HIGH=rangeEnd; O/E=side; ST_NAME=streetName; ST_TYPE=streetSuffix; ZIP=zip; PCT=precinctId',
  ],
  [
    'ranges',
    'b.csv',
    'COUNTY; HS_NUM_FRM=rangeStart; HS_NUM_TO=rangeEnd; OEB=side; STDIR_CODE=streetDirection; STREET_NAME=streetName; STYP_CODE=streetSuffix; CITY=city; ZIP5=zip; PREC=precinctId; SPLIT_CODE=precinctSplit',
  ],
  [
    'ranges',
    'c.csv',
    'From=rangeStart; To=rangeEnd; Odd/Even=side; Street=streetWhole; Town=city; Precinct=precinctId; Polling Place=placeName; Poll Address=placeAddressWhole',
  ],
  [
    'ranges',
    'd.csv',
    'BEG_NO=rangeStart; END_NO=rangeEnd; SIDE=side; PRE_DIR=streetDirection; STNAME=streetName; STSUF=streetSuffix; POST_DIR=addressDirection; MUNI=city; ZIP_CODE=zip; PCT_NBR=precinctId; PCT_NAME=precinctName',
  ],
  [
    'ranges',
    'e.csv',
    'Street Name=streetWhole; House Number Range=rangeText; City=city; Zip Code=zip; Precinct Code=precinctId',
  ],
  [
    'ranges',
    'f.csv',
    'StreetName=streetName; StreetType=streetSuffix; LowNumber=rangeStart; HighNumber=rangeEnd; OddEvenBoth=side; ZipCode=zip; PrecinctName=precinctName; PollingPlaceName=placeName; PollingPlaceAddress=placeAddressWhole; PollingPlaceCity=placeCity; PollingPlaceZip=placeZip',
  ],
  [
    'ranges',
    'g.csv',
    'start_addr=rangeStart; end_addr=rangeEnd; parity=side; full_street=streetWhole; zip=zip; prec_no=precinctId; poll_loc=placeName; poll_addr=placeAddressWhole; poll_csz=placeCityStateZipWhole',
  ],
  [
    'ranges',
    'h.csv',
    'LO_HSE=rangeStart; HI_HSE=rangeEnd; E_O=side; STR_DIR=streetDirection; STR_NM=streetName; STR_TYP=streetSuffix; CTY_NM; ZIP=zip; VTD=precinctId',
  ],
  [
    'addresses',
    'i.csv',
    'House Number=houseNumber; Street Name=streetName; Street Type=streetSuffix; Unit=unit; City=city; State=state; Zip=zip; Precinct=precinctId; Polling Location=placeName',
  ],
  [
    'addresses',
    'j.csv',
    'VOTER_ID; RES_ADDR=addressWhole; APT_NO=unit; RES_CITY=city; RES_STATE=state; RES_ZIP=zip; MAIL_ADDR; MAIL_CITY; PCT_NO=precinctId; POLL_NAME=placeName; POLL_ADDR1=placeAddressWhole; POLL_CITY=placeCity',
  ],
  [
    'addresses',
    'k.csv',
    'Residential Address=addressWhole; City State Zip=cityStateZipWhole; Voting Precinct=precinctId; Voting Place=placeName; Voting Place Address=placeAddressWhole',
  ],
  [
    'addresses',
    'l.csv',
    'hse_no=houseNumber; predir=streetDirection; street=streetName; sttype=streetSuffix; aptnum=unit; city=city; zip=zip; prec=precinctId',
  ],
  [
    'addresses',
    'm.csv',
    'Street Number=houseNumber; Street=streetWhole; Municipality=city; Zip=zip; Precinct ID=precinctId; Split=precinctSplit',
  ],
];

/** Lists of precincts: one row each. */
const places: readonly (readonly [file: string, header: string])[] = [
  [
    'n.csv',
    'CountyCode; PrecinctNumber=precinctId; PollingLocation=placeName; Address1=placeAddressWhole; Address2=placeLine2; City=placeCity; Zip=placeZip',
  ],
  [
    'o.csv',
    'Pct=precinctId; Precinct Name=precinctName; Poll Site=placeName; Site Address=placeAddressWhole; Site City=placeCity; Site State=placeState; Site Zip=placeZip; Hours=placeHours',
  ],
  [
    'p.csv',
    'PREC_CD=precinctId; PP_NAME=placeName; PP_ADDR=placeAddressWhole; PP_CITY=placeCity; PP_ZIP=placeZip',
  ],
  [
    'q.csv',
    'precinct_id=precinctId; precinct_name=precinctName; polling_place_id=placeId; name=placeName; address=placeAddressWhole; notes',
  ],
  [
    'r.csv',
    'Voting District=precinctId; Location=placeName; Location Address=placeAddressWhole; City, State, Zip=placeCityStateZipWhole',
  ],
];

const onePerPrecinct = Array.from({ length: 8 }, (_, at) => ({ ...rows[at]!, at, precinct: at + 1 }));
const tables = [
  ...systems.map(([kind, file, header]) => [header, kind, file, rows] as const),
  ...places.map(([file, header]) => [header, 'precinctPlaces', file, onePerPrecinct] as const),
];

function wanted(columns: readonly MadeColumn[]) {
  return Object.fromEntries(columns.flatMap(({ field }, at) => (field === null ? [] : [[field, at]])));
}

const proposed = async (...table: Parameters<typeof madeTable>) => {
  const source = madeTable(...table);
  return proposeMapping(source.name, await layoutOf(source), null);
};

describe('proposeMapping', () => {
  it.each(tables)('%s', async (header, kind, name, made) => {
    const columns = columnsOf(header);
    const { mapping, confidence } = await proposed(columns, made, { name });
    expect({ kind: mapping.kind, columns: mapping.columns }).toEqual({ kind, columns: wanted(columns) });
    expect(Object.keys(confidence).sort()).toEqual(Object.keys(mapping.columns).sort());
    expect(tableMappingSchema.parse(JSON.parse(JSON.stringify(mapping)))).toEqual(mapping);
  });

  it.each(tables)('finds the same columns wherever they stand: %s', async (header, kind, name, made) => {
    const random = createRandom(header.length);
    for (let run = 0; run < 5; run++) {
      const columns = columnsOf(header)
        .map((column) => ({ column, order: random.next() }))
        .sort((a, b) => a.order - b.order)
        .map(({ column }) => column);
      const { mapping } = await proposed(columns, made, { name });
      expect({ kind: mapping.kind, columns: mapping.columns }).toEqual({ kind, columns: wanted(columns) });
    }
  });

  it.each(tables)(
    'without the header is right or says that it is unsure: %s',
    async (header, _, name, made) => {
      const columns = columnsOf(header);
      const { mapping, confidence, headerRow } = await proposed(columns, made, { name, hasHeader: false });
      expect(headerRow).toBeNull();
      expect(Object.values(confidence)).not.toContain('sure');
      for (const [field, column] of Object.entries(mapping.columns)) {
        const { field: truth } = columns[column]!;
        const isRight = truth === field || (truth !== null && alike(truth) === alike(field as MappingField));
        if (!isRight) expect([field, confidence[field as MappingField]]).toEqual([field, 'unsure']);
      }
    },
  );

  it.each([
    ['a report', ['Turnout by age', '18-24,1200', '25-34,1400', '35-44,900', '45-54,800']],
    ['a note', ['Dear county', 'please find our files attached', 'they are of last week']],
    [
      'a list of people',
      ['Name,Phone,Email', 'A. Clerk,555-0100,a@example.org', 'B. Clerk,555-0101,b@example.org'],
    ],
  ])('proposes nothing for %s', async (_, lines) => {
    const source = csvRecords(textFile('x.csv', `${lines.join('\n')}\n`));
    expect(proposeMapping('x.csv', await layoutOf(source), null).mapping.kind).toBe('ignored');
  });

  it('takes no number of a place for its id that begins again in every county', async () => {
    const lines = ['COUNTY,PRECINCT,POLL_ID,POLL_NAME,POLL_ADDR'];
    for (const county of ['ASH', 'ELM', 'OAK'])
      for (let at = 1; at <= 8; at++)
        lines.push(`${county},${county} ${at},${at},${county} Hall ${at},${at} Main St`);
    const list = (text: string) => csvRecords(textFile('polls.csv', text));
    const again = proposeMapping('polls.csv', await layoutOf(list(`${lines.join('\n')}\n`)), null);
    expect(again.mapping).toMatchObject({ kind: 'precinctPlaces', columns: { placeName: 3 } });
    expect(again.mapping.columns.placeId).toBeUndefined();
    const own = proposeMapping('polls.csv', await layoutOf(list(`${lines.slice(0, 9).join('\n')}\n`)), null);
    expect(own.mapping.columns.placeId).toBe(2);
  });

  it.each([
    ['COUNTY', 'county'],
    ['Parish Name', 'parish'],
    ['WARD', 'ward'],
  ])('takes a precinct’s number together with its %s where numbers begin again in it', async (name) => {
    const lines = [`${name},PCT,POLL_NAME,POLL_ADDR`];
    for (const county of ['ASH', 'ELM', 'OAK', 'FIR'])
      for (let at = 1; at <= 8; at++)
        lines.push(`${county},${at},${county} Hall ${at},"${at} Main St, ${county}TON, OH 43999"`);
    const list = (text: readonly string[]) => csvRecords(textFile('polls.csv', `${text.join('\n')}\n`));
    const again = proposeMapping('polls.csv', await layoutOf(list(lines)), 'OH');
    expect(again.mapping).toMatchObject({
      kind: 'precinctPlaces',
      // The fifth column is made of both.
      columns: { precinctId: 4, placeName: 2 },
    });
    const own = proposeMapping('polls.csv', await layoutOf(list(lines.slice(0, 9))), 'OH');
    expect(own.mapping.columns).toMatchObject({ precinctId: 1 });
  });

  it('names the office’s state where no column does', async () => {
    const source = madeTable(columnsOf(systems[0]![2]), rows);
    expect(proposeMapping('a.csv', await layoutOf(source), 'MS').mapping.always.state).toBe('MS');
  });

  it('is honest where two columns are as good', async () => {
    const columns = columnsOf(
      'LOW=rangeStart; HIGH=rangeEnd; Street=streetWhole; Zip=zip; Zip=zip; Precinct=precinctId',
    );
    const { confidence } = await proposed(columns, rows);
    expect(confidence.zip).not.toBe('sure');
    expect(confidence.rangeStart).toBe('sure');
  });
});

/** What cannot be told apart by cells alone: a ZIP of a place is a ZIP. */
function alike(field: MappingField): string {
  const ofAnyone = field.replace(/^place/, '').toLowerCase();
  return /direction$/.test(ofAnyone) ? 'direction' : ofAnyone;
}
