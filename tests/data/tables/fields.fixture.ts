// Owns how a cell of a made-up table is written: each field in the ways in which systems write it, and the columns beside them that
// nobody needs, some of which look as if.

import type { MappingField } from '@/lib/ingest/mapping/table-mapping';
import type { Stretch } from './truth.fixture';

/** What a row is about. `number`: the house, in a list of addresses. */
export interface TrueRow extends Stretch {
  readonly at: number;
  readonly number: number;
  readonly unit: string;
  readonly state: string;
}

export type Cell = (row: TrueRow) => string;

const streetOf: Cell = ({ pre, name, type, post }) =>
  [pre, name, type, post].filter((part) => part !== '').join(' ');
const placeLine: Cell = ({ precinct: { place } }) => `${place.number} ${place.street}`;
const townLine: Cell = ({ precinct: { place }, state }) => `${place.city}, ${state} ${place.zip}`;
const letter = { odd: 'O', even: 'E', both: 'B' } as const;
const upper =
  (cell: Cell): Cell =>
  (row) =>
    cell(row).toUpperCase();

/** `field` or `field/variant`. */
export const cells: Readonly<Record<string, Cell>> = {
  rangeStart: ({ low }) => String(low),
  'rangeStart/padded': ({ low }) => String(low).padStart(5, '0'),
  rangeEnd: ({ high }) => String(high),
  'rangeEnd/padded': ({ high }) => String(high).padStart(5, '0'),
  'side/oeb': ({ side }) => letter[side],
  'side/words': ({ side }) => side[0]!.toUpperCase() + side.slice(1),
  'side/all': ({ side }) => (side === 'both' ? 'All' : side === 'odd' ? 'Odd' : 'Even'),
  'side/upper': ({ side }) => side.toUpperCase(),
  'side/codes': ({ side }) => ({ odd: '1', even: '2', both: '0' })[side],
  'side/blank': ({ side }) => (side === 'both' ? '' : letter[side]),
  'side/spanish': ({ side }) => ({ odd: 'Impar', even: 'Par', both: 'Ambos' })[side],
  rangeText: ({ low, high }) => `${low}-${high}`,
  'rangeText/side': ({ low, high, side }) => `${low}-${high}${side === 'both' ? '' : ` ${side}`}`,
  'rangeText/to': ({ low, high, side }) => `${low} to ${high}${side === 'both' ? '' : ` (${side})`}`,
  houseNumber: ({ number }) => String(number),
  // Most numbers have none, in many counties all.
  houseSuffix: () => '',
  addressWhole: (row) => `${row.number} ${streetOf(row)}`,
  'addressWhole/town': (row) => `${row.number} ${streetOf(row)}, ${row.city}, ${row.state} ${row.zip}`,
  streetWhole: streetOf,
  'streetWhole/upper': upper(streetOf),
  streetDirection: ({ pre }) => pre,
  streetName: ({ name }) => name,
  'streetName/upper': ({ name }) => name.toUpperCase(),
  streetSuffix: ({ type }) => type,
  'streetSuffix/upper': ({ type }) => type.toUpperCase(),
  addressDirection: ({ post }) => post,
  unit: ({ unit }) => unit,
  city: ({ city }) => city,
  'city/upper': ({ city }) => city.toUpperCase(),
  state: ({ state }) => state,
  zip: ({ zip }) => zip,
  'zip/plus4': ({ zip, at }) => `${zip}-${String(1000 + at)}`,
  cityStateZipWhole: ({ city, state, zip }) => `${city}, ${state} ${zip}`,
  precinctId: ({ precinct }) => precinct.code,
  precinctName: ({ precinct }) => precinct.name,
  'precinctName/both': ({ precinct }) => `${precinct.code} - ${precinct.name}`,
  'precinctId/inWard': ({ precinct }) => precinct.inWard,
  precinctSplit: ({ precinct }) => `${precinct.code}.01`,
  placeId: ({ precinct: { place } }) => `PL${place.number}`,
  placeName: ({ precinct: { place } }) => place.name,
  'placeName/upper': ({ precinct: { place } }) => place.name.toUpperCase(),
  placeNameAddressWhole: (row) => `${row.precinct.place.name} - ${placeLine(row)}`,
  'placeNameAddressWhole/town': (row) => `${row.precinct.place.name}, ${placeLine(row)}, ${townLine(row)}`,
  'placeNameAddressWhole/upper': upper(
    (row) => `${row.precinct.place.name}, ${placeLine(row)}, ${townLine(row)}`,
  ),
  'placeNameAddressWhole/brackets': (row) =>
    `${row.precinct.place.name} (${placeLine(row)}, ${townLine(row)})`,
  'placeNameAddressWhole/lines': (row) => `${row.precinct.place.name}\n${placeLine(row)}\n${townLine(row)}`,
  // Here and there without a mark, or without its street.
  'placeNameAddressWhole/mixed': (row) =>
    [
      `${row.precinct.place.name}; ${placeLine(row)}`,
      `${row.precinct.place.name}: ${placeLine(row)}, Suite 2`,
      `${row.precinct.place.name}, Fellowship Hall - ${placeLine(row)}`,
      `${row.precinct.place.name} ${placeLine(row)}`,
      row.precinct.place.name,
    ][row.precinct.place.number % 5]!,
  placeAddressWhole: placeLine,
  'placeAddressWhole/town': (row) => {
    return `${placeLine(row)}, ${townLine(row)}`;
  },
  'placeAddressWhole/upper': upper(placeLine),
  placeHouseNumber: ({ precinct: { place } }) => String(place.number),
  'placeAddressWhole/street': ({ precinct: { place } }) => place.street,
  placeLine2: ({ at }) => (at % 3 === 0 ? 'Gymnasium' : ''),
  placeCity: ({ precinct: { place } }) => place.city,
  placeState: ({ state }) => state,
  placeZip: ({ precinct: { place } }) => place.zip,
  placeCityStateZipWhole: ({ precinct: { place }, state }) => `${place.city}, ${state} ${place.zip}`,
  placeDirections: ({ at }) => (at % 2 === 0 ? 'Enter by the rear door' : ''),
  placeHours: () => '7:00 AM - 8:00 PM',
  placeLatitude: ({ precinct: { place } }) => (40 + place.number / 1000).toFixed(5),
  placeLongitude: ({ precinct: { place } }) => (-83 - place.number / 1000).toFixed(5),
};

/** `~junk`: columns that hold nothing for voters. */
export const junk: Readonly<Record<string, Cell>> = {
  county: () => 'EXAMPLE',
  countyCode: () => '45',
  id: ({ at }) => String(100_200 + at * 7),
  count: ({ at }) => String((at * 37) % 211),
  date: ({ at }) => `0${(at % 9) + 1}/1${at % 9}/2024`,
  flag: ({ at }) => (at % 3 === 0 ? 'Y' : 'N'),
  blank: () => '',
  note: ({ at }) => (at % 5 === 0 ? 'see supervisor' : ''),
  congress: ({ at }) => String((at % 3) + 4),
  senate: ({ precinct }) => String(precinct.place.number % 7),
  school: ({ city }) => `${city} ISD`,
  cityCode: ({ city }) => String(city.length),
  compass: ({ at }) => ['N', 'S', 'E', 'W'][at % 4]!,
  ward1: ({ precinct }) => precinct.ward,
  ward: ({ precinct }) => `W${(precinct.place.number % 3) + 1}`,
  mailLine: ({ at }) => (at % 4 === 0 ? `PO Box ${at + 10}` : ''),
  mailCity: ({ at }) => (at % 4 === 0 ? 'Elsewhere' : ''),
  mailZip: ({ at }) => (at % 4 === 0 ? '44101' : ''),
  lastName: ({ at }) => ['ABEL', 'BRIDGES', 'CHURCH', 'DALE', 'EAST', 'FORD'][at % 6]!,
  firstName: ({ at }) => ['Ann', 'Ben', 'Cara', 'Dov', 'Eve'][at % 5]!,
  phone: ({ at }) => `555-01${String(at % 100).padStart(2, '0')}`,
  party: ({ at }) => ['DEM', 'REP', 'NPA'][at % 3]!,
  unitType: ({ unit }) => (unit === '' ? '' : 'APT'),
  zip4: ({ at }) => String(1000 + at),
  judge: ({ precinct }) => `Pat ${precinct.name}`,
  capacity: ({ precinct }) => String(100 + precinct.place.number),
  status: () => 'A',
};

/** What a column of a heading such as `LOW=rangeStart` or `Side=side/oeb` or `COUNTY~county` holds. */
export interface ShapeColumn {
  readonly name: string;
  /** Null: nothing that is needed. */
  readonly field: MappingField | null;
  readonly cell: Cell;
}

/** The columns of such a heading, `;` between them. Throws where a cell is not known. */
export function columnsOf(heading: string): readonly ShapeColumn[] {
  return heading.split(';').map((part) => {
    const text = part.trim();
    const at = Math.max(text.lastIndexOf('='), text.lastIndexOf('~'));
    const what = text.slice(at + 1);
    const isJunk = text[at] === '~';
    const cell = isJunk ? junk[what] : cells[what];
    if (at < 0 || cell === undefined) throw new Error(`no such cell: ${text}`);
    const field = isJunk ? null : (what.split('/')[0] as MappingField);
    return { name: text.slice(0, at).trim(), field, cell };
  });
}
