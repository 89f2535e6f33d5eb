// Owns made-up lists of an office's own with everything that rows may have: spellings, codes, composed cells, blanks, damage. The same
// for the same seed. For tests of what is read, and that it stays the same.

import { createRandom, type Random } from '@/scripts/generate/random';
import type { MappingField, TableKind, TableMapping } from '../table-mapping';

/** A table with what an office says of its columns. */
export interface MessyList {
  readonly kind: TableKind;
  /** Name of each column, and what it holds. */
  readonly columns: readonly (readonly [name: string, field: MappingField])[];
  readonly rows: readonly (readonly string[])[];
}

const streets = [
  'OAK ST',
  'Oak Street',
  'E Lake Rd',
  'COUNTY RD 4',
  'Acton_St',
  'Old Mill Crossing Lane',
  'N Main St',
  'NORTH MAIN STREET',
  'Peña Blvd',
  '1st Ave',
  "O'Brien Ct",
  'Avenue B',
];
const towns = ['Springvale', 'SAMPLE FALLS', 'New Exampleton', 'Springvale ', 'Mt. Trial'];
const sides = ['O', 'E', 'Odd', 'EVEN', 'both', 'B', '', '1', '2', 'even only', 'x'];
const zips = ['43001', '43002', '43001-1234', '430021234', '4301', '', 'OH 43001'];
const damage = ['2-Jan', '1,000', '12A', '', '0', '-5', 'twelve', '#REF!'];

interface Row {
  readonly precinct: string;
  readonly name: string;
  readonly line: string;
  readonly city: string;
  readonly zip: string;
}

function place(random: Random): Row {
  const number = random.between(1, 24);
  const spelt = random.chance(0.2) ? `PCT. ${number}` : `Precinct ${String(number).padStart(2, '0')}`;
  const city = towns[number % towns.length]!;
  return {
    precinct: random.chance(0.02) ? '' : spelt,
    name: random.chance(0.1) ? `TOWN HALL ${number % 9}` : `Town Hall ${number % 9}`,
    line: random.chance(0.3) ? `${number % 9} Elm St, ${city}, OH 43001` : `${number % 9} Elm Street`,
    city: random.chance(0.5) ? city : '',
    zip: random.chance(0.5) ? '43001' : '',
  };
}

const maybe = (random: Random, cell: string): string => (random.chance(0.03) ? random.pick(damage) : cell);

/** Ranges, with numbers in columns or in a text, a side in any spelling, town and ZIP in one cell or in two. */
export function messyRanges(count: number, seed: number): MessyList {
  const random = createRandom(seed, 11);
  const rows = Array.from({ length: count }, () => {
    const start = random.between(0, 60) * 50 + random.between(0, 1);
    const end = start + random.between(0, 3) * 24;
    const side = random.pick(sides);
    const isText = random.chance(0.2);
    const text = random.pick([
      `${start}-${end} ${side}`,
      `${start} - ${end} (odd)`,
      'all',
      `${start} & up`,
      '',
    ]);
    const { precinct, name, line, city, zip } = place(random);
    const town = random.pick(towns);
    return [
      isText ? '' : maybe(random, String(start)),
      isText ? '' : maybe(random, String(end)),
      isText ? text : '',
      side,
      random.pick(['', '', 'N', 'SW']),
      random.pick(streets),
      random.chance(0.8) ? town : '',
      random.pick(zips),
      random.chance(0.2) ? `${town.trim()} OH 43002` : '',
      precinct,
      name,
      line,
      city,
      zip,
      random.chance(0.05) ? '7am-8pm' : '',
    ];
  });
  return {
    kind: 'ranges',
    columns: [
      ['From', 'rangeStart'],
      ['To', 'rangeEnd'],
      ['Numbers', 'rangeText'],
      ['O/E', 'side'],
      ['Dir', 'streetDirection'],
      ['Street', 'streetWhole'],
      ['Town', 'city'],
      ['Zip', 'zip'],
      ['Town and Zip', 'cityStateZipWhole'],
      ['Pct', 'precinctId'],
      ['Votes at', 'placeName'],
      ['Where', 'placeAddressWhole'],
      ['Place town', 'placeCity'],
      ['Place zip', 'placeZip'],
      ['Hours', 'placeHours'],
    ],
    rows,
  };
}

/** Addresses, in one cell, with units, towns and ZIPs in it or beside it. */
export function messyAddresses(count: number, seed: number): MessyList {
  const random = createRandom(seed, 12);
  const rows = Array.from({ length: count }, () => {
    const number = random.pick([
      `${random.between(1, 90)}`,
      `${random.between(1, 9)}A`,
      '12 1/2',
      'N6W23001',
      '',
    ]);
    const town = random.pick(towns);
    const unit = random.pick(['', '', '', ' Apt 4B', ' #12', ' 4', ' REAR', ' BLDG 2 APT 7']);
    const end = random.pick(['', '', `, ${town}, OH 43001`, ` ${town} OH`, ' 43002', `, ${town}`]);
    const { precinct, name, line, city, zip } = place(random);
    return [
      maybe(random, `${number} ${random.pick(streets)}${unit}${end}`),
      random.pick(['', '', '', '4', 'Apt 4', 'rear']),
      random.chance(0.7) ? town : '',
      random.pick(zips),
      precinct,
      name,
      line,
      city,
      zip,
    ];
  });
  return {
    kind: 'addresses',
    columns: [
      ['Address', 'addressWhole'],
      ['Unit', 'unit'],
      ['Town', 'city'],
      ['Zip', 'zip'],
      ['Pct', 'precinctId'],
      ['Votes at', 'placeName'],
      ['Where', 'placeAddressWhole'],
      ['Place town', 'placeCity'],
      ['Place zip', 'placeZip'],
    ],
    rows,
  };
}

/** The list's own part of the columns that a list of precincts and places has. */
export function placesOf({ columns, rows }: MessyList): MessyList {
  const wanted = columns.flatMap(([, field], at) => (/^(precinct|place)/.test(field) ? [at] : []));
  return {
    kind: 'precinctPlaces',
    columns: wanted.map((at) => columns[at]!),
    rows: rows.slice(0, 200).map((cells) => wanted.map((at) => cells[at] ?? '')),
  };
}

/** The list without them. */
export function streetsOf({ kind, columns, rows }: MessyList): MessyList {
  const wanted = columns.flatMap(([, field], at) => (field.startsWith('place') ? [] : [at]));
  return {
    kind,
    columns: wanted.map((at) => columns[at]!),
    rows: rows.map((cells) => wanted.map((at) => cells[at] ?? '')),
  };
}

/** The list as text, each cell in quotes where it needs them. */
export function csvOf({ columns, rows }: MessyList): string {
  const quoted = (cell: string) => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
  return [columns.map(([name]) => name), ...rows].map((cells) => `${cells.map(quoted).join(',')}\n`).join('');
}

/** What the office says of the list. */
export function mappingOf({ kind, columns }: MessyList): TableMapping {
  return {
    header: columns.map(([name]) => name),
    width: columns.length,
    kind,
    columns: Object.fromEntries(columns.map(([, field], at) => [field, at])),
    always: { city: null, state: null, zip: null },
  };
}
