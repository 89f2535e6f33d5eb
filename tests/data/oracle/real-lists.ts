// Owns the lists that offices published (../shared): what their rows say, read straight from the files, and the dataset that the product
// makes of the same files. The reading of rows shares nothing with lib/ingest.

import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import type { PlaceAnswer } from '@/lib/core/lookup/outcome';
import type { Dataset } from '@/lib/core/vip';
import { datasetOf, type MappedFile, readMapped } from '@/lib/ingest/mapping/convert/convert-tables.fixture';
import { readSources } from '@/scripts/commands/read-sources';
import { sharedData } from '../../shared-data';
import type { RawRow } from './rows';

export type Cells = Readonly<Record<string, string>>;

/** One list with what its rows say. */
export interface RealList {
  readonly name: string;
  /** Of each row. */
  readonly stateOf: (row: Pick<RawRow, 'zip'>) => string;
  /** A day on which its election is ahead. */
  readonly day: string;
  readonly rows: () => readonly RawRow[];
  readonly datasets: () => Promise<readonly Dataset[]>;
}

/** What rows and answers name a place by: no full stops, since feeds repeat a place with and without. */
export const placeLabel = (place: Pick<PlaceAnswer, 'name' | 'line1'>) =>
  `${place.name}, ${place.line1}`
    .replaceAll('.', '')
    .replace(/\s+/g, ' ')
    .replace(' ,', ',')
    .trim()
    .toUpperCase();

export function cellsOf(...path: readonly string[]): readonly Cells[] {
  const text = readFileSync(path.length === 1 ? path[0]! : sharedData(...path), 'utf8');
  return Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true }).data.map((row) =>
    Object.fromEntries(Object.entries(row).map(([key, cell]) => [key.trim(), String(cell ?? '').trim()])),
  );
}

const NO_PARTS = { pre: '', type: '', post: '', prefix: '', suffix: '', units: null } as const;
const VIP3 = 'non_house_address_';

function vip3Rows(feed: string): readonly RawRow[] {
  const table = (name: string) => cellsOf('vip', feed, `${name}.txt`);
  const places = new Map(
    table('polling_location').map((row) => [
      row.id!,
      placeLabel({ name: row.address_location_name!, line1: row.address_line1! }),
    ]),
  );
  const byPrecinct = new Map<string, string[]>();
  for (const { precinct_id: precinct, polling_location_id: place } of table('precinct_polling_location'))
    byPrecinct.set(precinct!, [...(byPrecinct.get(precinct!) ?? []), places.get(place!) ?? '']);
  return table('street_segment').map((row) => ({
    pre: row[`${VIP3}street_direction`]!,
    name: row[`${VIP3}street_name`]!,
    type: row[`${VIP3}street_suffix`]!,
    post: row[`${VIP3}address_direction`]!,
    city: row[`${VIP3}city`]!,
    zip: row[`${VIP3}zip`]!.slice(0, 5),
    start: Number(row.start_house_number),
    end: Number(row.end_house_number),
    side: row.odd_even_both as 'odd',
    prefix: row[`${VIP3}house_number_prefix`]!,
    suffix: row[`${VIP3}house_number_suffix`]!,
    units:
      row.start_apartment_number === '' ? null : [row.start_apartment_number!, row.end_apartment_number!],
    places: [...new Set((byPrecinct.get(row.precinct_id!) ?? []).filter((place) => place !== ''))],
  }));
}

const sources = async (...path: readonly string[]) =>
  (await readSources({ paths: [sharedData(...path)], officeIds: [], onProgress: () => {} })).datasets;

const feed = (name: string, rowsFeed: string, state: string, day: string): RealList => ({
  name,
  stateOf: () => state,
  day,
  rows: () => vip3Rows(rowsFeed),
  datasets: () => sources('vip', name),
});

const SIDES = { '0': 'both', '1': 'odd', '2': 'even' } as const;
const SUMMIT = ['allAddresses.csv', 'precinct7.csv'].map((name) => ['street-lists', 'summit-co', name]);

const summit: RealList = {
  name: 'summit-co',
  stateOf: () => 'CO',
  day: '2026-11-01',
  rows: () =>
    SUMMIT.flatMap((path) => cellsOf(...path)).map((row) => ({
      ...NO_PARTS,
      pre: row.STDIR_CODE!,
      name: row.STREET_NAME!,
      type: row.STYP_CODE!,
      city: 'Breckenridge',
      zip: '80424',
      start: Number(row.HS_NUM_FRM),
      end: Number(row.HS_NUM_TO),
      side: SIDES[row.RULE_TYPE as '0'],
      places: [placeLabel({ name: `Hall ${row.PRECINCT}`, line1: `${row.PRECINCT} Hall Rd` })],
    })),
  datasets: async () => {
    const codes = [...new Set(SUMMIT.flatMap((path) => cellsOf(...path)).map(({ PRECINCT }) => PRECINCT!))];
    const streets = SUMMIT.map(
      (path, at): MappedFile => ({
        name: `streets-${at}.csv`,
        text: readFileSync(sharedData(...path), 'utf8'),
        kind: 'ranges',
        columns: {
          ...{ rangeStart: 'HS_NUM_FRM', rangeEnd: 'HS_NUM_TO', side: 'RULE_TYPE', precinctId: 'PRECINCT' },
          ...{ streetDirection: 'STDIR_CODE', streetName: 'STREET_NAME', streetSuffix: 'STYP_CODE' },
        },
        always: { city: 'Breckenridge', zip: '80424' },
      }),
    );
    const places: MappedFile = {
      name: 'places.csv',
      kind: 'precinctPlaces',
      columns: { precinctId: 'P', placeName: 'Place', placeAddressWhole: 'Address' },
      text: ['P,Place,Address', ...codes.map((code) => `${code},Hall ${code},${code} Hall Rd`)].join('\n'),
    };
    return [datasetOf(await readMapped([places, ...streets], { state: 'CO' }))];
  },
};

const watertownPlaces = () =>
  cellsOf('street-lists', 'watertown-ma', 'precinct_polling_places.csv').map((row) => ({
    precinct: row.precinct!,
    label: placeLabel({ name: row.polling_place!, line1: `${row.street_number} ${row.street_name}` }),
  }));

const isSided = (row: Cells): row is Cells & { side: 'odd' | 'even' } =>
  row.side === 'odd' || row.side === 'even';

/** Rows that say which numbers they are of: no end without a start, no side against both ends. Where another one lies, nobody knows. */
function isReadable(row: Cells): boolean {
  const ends = [Number(row.start) % 2, Number(row.end) % 2];
  const isAgainst = isSided(row) && row.start !== '' && !ends.includes(row.side === 'odd' ? 1 : 0);
  return row.side !== 'add' && (row.start === '') === (row.end === '') && !isAgainst;
}

const watertown: RealList = {
  name: 'watertown-ma',
  stateOf: () => 'MA',
  day: '2026-11-01',
  rows: () => {
    const places = new Map(watertownPlaces().map(({ precinct, label }) => [precinct, label]));
    const rows = cellsOf('street-lists', 'watertown-ma', 'street_ranges.csv');
    // Of a row that says too little, what it does say stays open: of one of which an end is missing, the other one (docs/adr/0040).
    const said = rows.filter((row) => isReadable(row) || row.start !== '' || row.end !== '');
    return said.map((row) => ({
      ...NO_PARTS,
      name: row.street_key!.replaceAll('_', ' '),
      city: 'Watertown',
      zip: '02472',
      start: Number(row.start || row.end || 1),
      end: Number(row.end || row.start || 1_000_000),
      side: isSided(row) ? row.side : 'both',
      places: isReadable(row) && places.has(row.precinct!) ? [places.get(row.precinct!)!] : [],
    }));
  },
  datasets: async () => {
    const file = (name: string, more: Omit<MappedFile, 'name' | 'text'>): MappedFile => ({
      name,
      text: readFileSync(sharedData('street-lists', 'watertown-ma', name), 'utf8'),
      ...more,
    });
    const read = await readMapped(
      [
        file('precinct_polling_places.csv', {
          kind: 'precinctPlaces',
          columns: {
            ...{ precinctId: 'precinct', placeName: 'polling_place' },
            ...{ placeHouseNumber: 'street_number', placeAddressWhole: 'street_name' },
          },
          always: { city: 'Watertown' },
        }),
        file('street_ranges.csv', {
          kind: 'ranges',
          columns: {
            ...{ streetWhole: 'street_key', rangeStart: 'start', rangeEnd: 'end' },
            ...{ side: 'side', precinctId: 'precinct' },
          },
          always: { city: 'Watertown', zip: '02472' },
        }),
      ],
      { state: 'MA' },
    );
    return [datasetOf(read)];
  },
};

const VIRGINIA = 'va-portsmouth-powhatan-2015';

/** Lists of streets with their places, each whole. */
export const REAL_LISTS: readonly RealList[] = [
  feed('ms-adams-2014', 'ms-adams-2014', 'MS', '2014-11-01'),
  feed(VIRGINIA, VIRGINIA, 'VA', '2015-03-20'),
  feed(`${VIRGINIA}-xml`, VIRGINIA, 'VA', '2015-03-20'),
  summit,
  watertown,
];
