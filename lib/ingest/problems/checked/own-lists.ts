// Owns lists as offices keep them, for items that are tried in one: a joined list of ranges, one of addresses, one of precincts. Each way
// is the sound list with rows more. Knows no item.

import type { MappingField } from '../../mapping/table-mapping';
import type { ExampleUpload } from '../examples/example';
import { confirmed } from '../examples/own-list';
import { text } from '../examples/spoil';
import type { Way } from './checked-item';

type Column = readonly [name: string, field: MappingField];
type Cells = Readonly<Record<string, string>>;

const rangeColumns: readonly Column[] = [
  ['Street', 'streetWhole'],
  ['Low', 'rangeStart'],
  ['High', 'rangeEnd'],
  ['Side', 'side'],
  ['Town', 'city'],
  ['St', 'state'],
  ['ZIP', 'zip'],
  ['Pct', 'precinctId'],
  ['Votes at', 'placeName'],
  ['Place address', 'placeAddressWhole'],
  ['Hours', 'placeHours'],
  ['Lat', 'placeLatitude'],
  ['Long', 'placeLongitude'],
];
const addressColumns: readonly Column[] = [
  ['Address', 'addressWhole'],
  ['Pct', 'precinctId'],
  ['Votes at', 'placeName'],
  ['Place address', 'placeAddressWhole'],
];
const placeColumns: readonly Column[] = [
  ['Pct', 'precinctId'],
  ['Votes at', 'placeName'],
  ['Address', 'placeAddressWhole'],
  ['City', 'placeCity'],
  ['State', 'placeState'],
  ['Zip', 'placeZip'],
  ['Hours', 'placeHours'],
  ['Lat', 'placeLatitude'],
  ['Long', 'placeLongitude'],
];

const school = {
  Pct: '01',
  'Votes at': 'First School',
  'Place address': '1 Elm St, Springvale, OH 43999',
  Hours: '7am-8pm',
  Lat: '40.9123',
  Long: '-83.3456',
};
/** What a row says of the second place. */
export const hall = {
  Pct: '02',
  'Votes at': 'Town Hall',
  'Place address': '2 Elm St, Springvale, OH 43999',
  Hours: '7am-8pm',
  Lat: '40.8123',
  Long: '-83.4567',
};
/** A third precinct with a place of its own, whose point nobody says. */
export const library = {
  Pct: '03',
  'Votes at': 'Library',
  'Place address': '3 Elm St, Springvale, OH 43999',
  Lat: '',
  Long: '',
};
const range = {
  Street: 'Oak St',
  Low: '201',
  High: '299',
  Side: 'Odd',
  Town: 'Springvale',
  St: 'OH',
  ZIP: '43999',
  ...school,
};
const place = {
  Pct: '04',
  'Votes at': 'Fire Hall',
  Address: '4 Elm St',
  City: 'Springvale',
  State: 'OH',
  Zip: '43999',
  Hours: '7am-8pm',
  Lat: '',
  Long: '',
};

const lists = {
  ranges: {
    columns: rangeColumns,
    always: {},
    row: range,
    sound: [
      { Low: '1', High: '99' },
      { Low: '2', High: '98', Side: 'Even', ...hall },
      { Street: 'Elm St', Low: '1', High: '99', ...hall },
    ],
  },
  addresses: {
    columns: addressColumns,
    always: { city: 'Springvale', zip: '43999' },
    row: { Address: '16 Oak St', ...school },
    sound: [{ Address: '12 Oak St' }, { Address: '14 Oak St' }, { Address: '13 Oak St', ...hall }],
  },
  precinctPlaces: {
    columns: placeColumns,
    always: {},
    row: place,
    sound: [
      { Pct: '01', 'Votes at': 'First School', Address: '1 Elm St', Lat: '40.9123', Long: '-83.3456' },
      { Pct: '02', 'Votes at': 'Town Hall', Address: '2 Elm St', Lat: '40.8123', Long: '-83.4567' },
      { Pct: '03', 'Votes at': 'Library', Address: '3 Elm St', Lat: '40.8223', Long: '-83.4467' },
    ],
  },
} as const;

export type ListKind = keyof typeof lists;

/** The sound list of this kind, whose rows are 2 to 4, and one row more for each of `rows`: what it says otherwise than a sound one, or
 *  the line as it stands. */
export function ownUpload(kind: ListKind, rows: readonly (Cells | string)[]): ExampleUpload {
  return wholeList(kind, [...lists[kind].sound, ...rows]);
}

/** A list of nothing but these rows. */
export function wholeList(kind: ListKind, rows: readonly (Cells | string)[]): ExampleUpload {
  const { columns, always, row } = lists[kind];
  const lineOf = (cells: Cells) => {
    const all: Cells = { ...row, ...cells };
    return columns.map(([name]) => quoted(all[name] ?? '')).join(',');
  };
  return {
    files: [
      text(
        'list.csv',
        columns.map(([name]) => name).join(','),
        ...rows.map((each) => (typeof each === 'string' ? each : lineOf(each))),
      ),
    ],
    mappings: [confirmed(kind, columns, always)],
    officeState: 'OH',
  };
}

const quoted = (cell: string): string => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

const names: Readonly<Record<ListKind, string>> = {
  ranges: 'in a joined list of ranges',
  addresses: 'in a list of addresses',
  precinctPlaces: 'in a list of precincts',
};

/** A way: the sound list of an office and these rows. */
export function own(
  kind: ListKind,
  rows: readonly (Cells | string)[],
  found: readonly string[],
  way = names[kind],
): Way {
  return { way, around: 'own', ...ownUpload(kind, rows), found };
}
