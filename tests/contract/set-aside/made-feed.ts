// Owns small made-up feeds whose rows explain each other (units, suffixes, whole streets, every street), the ways in which one of
// their rows is spoilt so that it is set aside, and the addresses that are asked. Judges nothing.

import fc from 'fast-check';
import { feedWith, filesOf } from '@/lib/ingest/feed.fixture';
import type { SourceFile } from '@/lib/ingest/files/source-file';

export const COLUMNS = [
  'id',
  'start_house_number',
  'end_house_number',
  'odd_even_both',
  'includes_all_addresses',
  'house_number_suffix',
  'street_direction',
  'street_name',
  'street_suffix',
  'unit_number',
  'city',
  'state',
  'zip',
  'precinct_id',
] as const;

export type Column = (typeof COLUMNS)[number];
export type Row = Readonly<Record<Column, string>>;

const TOWNS = ['Springvale', 'Easton'] as const;
const ZIPS = ['43999', '43998'] as const;
const PRECINCTS = ['p1', 'p2', 'p3', 'p4'] as const;
const LAST = 5;

const streets = fc.constantFrom(
  { street_direction: '', street_name: 'OAK', street_suffix: 'ST' },
  { street_direction: '', street_name: 'OAK', street_suffix: 'ST' },
  { street_direction: 'N', street_name: 'OAK', street_suffix: 'ST' },
  { street_direction: '', street_name: 'ELM', street_suffix: 'AVE' },
);

const rows = fc
  .record({
    street: streets,
    isEvery: fc.nat(14),
    isWhole: fc.nat(9),
    start: fc.integer({ min: 1, max: LAST }),
    length: fc.constantFrom(0, 0, 0, 1, 2, 4),
    side: fc.constantFrom('odd', 'even', 'both', 'both', 'both'),
    units: fc.constantFrom('', '', '', '1', '1,2', '2,3'),
    suffix: fc.constantFrom('', '', '', 'A'),
    city: fc.constantFrom(...TOWNS),
    zip: fc.constantFrom(...ZIPS, ZIPS[0], ZIPS[0]),
    precinct: fc.constantFrom(...PRECINCTS),
  })
  .map(({ street, isEvery, isWhole, start, length, side, units, suffix, city, zip, precinct }): Row => {
    const all = { start_house_number: '', end_house_number: '', odd_even_both: 'both', unit_number: '' };
    const isOfSide = side === 'both' || (side === 'odd') === (start % 2 === 1) || length > 0;
    const row: Row = {
      id: '',
      start_house_number: String(start),
      end_house_number: String(start + length),
      odd_even_both: isOfSide ? side : 'both',
      includes_all_addresses: '',
      house_number_suffix: suffix,
      ...street,
      unit_number: units,
      city,
      state: 'OH',
      zip,
      precinct_id: precinct,
    };
    const suffixed = { house_number_suffix: '' };
    if (isEvery === 0) {
      const name = { street_direction: '', street_name: '*', street_suffix: '' };
      return { ...row, ...all, ...suffixed, ...name };
    }
    return isWhole === 0 ? { ...row, ...all, ...suffixed, includes_all_addresses: 'true' } : row;
  });

/** Lists of rows, each with an id. */
export const lists = fc
  .array(rows, { minLength: 3, maxLength: 9 })
  .map((all) => all.map((row, at): Row => ({ ...row, id: `s${at}` })));

/** How much of a spoilt row can still be read: all that says where it lies, or less. */
export type Readable = 'whole' | 'partly';

/** What happened to a row. `spoil` gives its cells. */
export interface Damage {
  readonly title: string;
  readonly readable: Readable;
  readonly spoil: (row: Row, at: number) => readonly string[];
}

const set = (change: Partial<Record<Column, string>>) => (row: Row) =>
  COLUMNS.map((column) => change[column] ?? row[column]);

export const DAMAGES: readonly Damage[] = [
  { title: 'a precinct that is not there', readable: 'whole', spoil: set({ precinct_id: 'p9' }) },
  { title: 'no precinct', readable: 'whole', spoil: set({ precinct_id: '' }) },
  { title: 'a precinct without a place', readable: 'whole', spoil: set({ precinct_id: 'p0' }) },
  { title: 'no id', readable: 'whole', spoil: set({ id: '' }) },
  { title: 'another state', readable: 'whole', spoil: set({ state: 'PA' }) },
  { title: 'bytes that are no text, in the id', readable: 'whole', spoil: set({ id: 's\ufffd' }) },
  { title: 'a formula error for a precinct', readable: 'whole', spoil: set({ precinct_id: '#REF!' }) },
  { title: 'no ZIP', readable: 'partly', spoil: set({ zip: '' }) },
  { title: 'a ZIP of four digits', readable: 'partly', spoil: set({ zip: '4399' }) },
  { title: 'a side that is none', readable: 'partly', spoil: set({ odd_even_both: 'left' }) },
  { title: 'a number that became a date', readable: 'partly', spoil: set({ start_house_number: '2-Jan' }) },
  { title: 'no last number', readable: 'partly', spoil: set({ end_house_number: '' }) },
  { title: 'a number with a letter', readable: 'partly', spoil: set({ start_house_number: '1O1' }) },
  { title: 'no street', readable: 'partly', spoil: set({ street_name: '' }) },
  {
    title: 'bytes that are no text, in the street',
    readable: 'partly',
    spoil: set({ street_name: 'O\ufffdK' }),
  },
  {
    title: 'bytes that are no text, in the town',
    readable: 'partly',
    spoil: set({ city: 'Spr\ufffdngvale' }),
  },
  {
    title: 'a unit that became a date',
    readable: 'partly',
    spoil: (row) => set({ unit_number: row.unit_number === '' ? '' : '2-Jan', precinct_id: 'p9' })(row),
  },
  {
    title: 'a comma in a cell, unquoted',
    readable: 'partly',
    spoil: (row, at) => set({})(row).flatMap((cell, column) => (column === at ? [cell, 'x'] : [cell])),
  },
  {
    title: 'a list of units, unquoted',
    readable: 'partly',
    spoil: (row) => {
      const list = row.unit_number.includes(',') ? row.unit_number : `${row.unit_number},2`;
      return COLUMNS.flatMap((column) => (column === 'unit_number' ? list.split(',') : [row[column]]));
    },
  },
  {
    title: 'one cell missing',
    readable: 'partly',
    spoil: (row, at) => set({})(row).filter((_, column) => column !== at),
  },
];

/** The feed of a list, some of its rows spoilt. */
export function feedOf(
  list: readonly Row[],
  spoilt: ReadonlyMap<number, readonly string[]> = new Map(),
): readonly SourceFile[] {
  const cells = list.map((row, at) => spoilt.get(at) ?? COLUMNS.map((column) => row[column]));
  const quoted = (cell: string) => (cell.includes(',') ? `"${cell}"` : cell);
  // The last row is sound and nobody's, so that no cut file is seen in a row that lacks a cell.
  const last = 'end,1,1,both,,,,ZED,ST,,Springvale,OH,43999,p1';
  return filesOf(
    feedWith({
      'precinct.txt': [
        'id,name,locality_id,polling_location_ids',
        ...PRECINCTS.map((id) => `${id},Precinct ${id},loc1,pl${id.slice(1)}`),
        'p0,Nowhere,loc1,',
      ],
      'polling_location.txt': [
        'id,name,structured_line_1,structured_city,structured_state,structured_zip',
        ...PRECINCTS.map((id) => `pl${id.slice(1)},Hall ${id},${id.slice(1)} Hall St,Springvale,OH,43999`),
      ],
      'street_segment.txt': [COLUMNS.join(','), ...cells.map((row) => row.map(quoted).join(',')), last],
    }),
  );
}

/** Every address that is asked: numbers, with and without a unit or a letter, streets in full and short, with and without town. */
export function addresses(): readonly string[] {
  const all: string[] = [];
  const numbers = Array.from({ length: LAST + 1 }, (_, at) => at + 1);
  for (const zip of ZIPS) {
    for (const town of zip === ZIPS[0] ? ['', ...TOWNS.map((name) => `, ${name}`)] : ['']) {
      for (const street of ['Oak St', 'N Oak St', 'Elm Ave', 'Oak', 'Fir Ct']) {
        for (const number of numbers) {
          const text = (house: string, unit: string) => `${house} ${street}${unit}${town}, OH ${zip}`;
          all.push(text(String(number), ''), text(String(number), ' Apt 1'), text(String(number), ' Apt 3'));
          all.push(text(`${number}A`, ''));
        }
      }
    }
  }
  for (const number of numbers) all.push(`${number} Oak St, Springvale, OH`);
  return all;
}
