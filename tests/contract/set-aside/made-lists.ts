// Owns small made-up lists of an office's own (addresses, ranges, precincts over live streets), and the
// addresses that are asked. Judges nothing.

import { type MappedFile, readMapped } from '@/lib/ingest/mapping/convert/convert-tables.fixture';
import type { ReadVipFlat } from '@/lib/ingest/read-vip-flat';
import type { Random } from '@/scripts/generate/random';

export type Cells = readonly string[];

/** What a row says besides its cells. */
export interface Row {
  readonly cells: Cells;
  /** Rows with one key explain each other: without one of them the others are read as all there is. */
  readonly key: string;
  /** The street and ZIP of a row of a street. */
  readonly street?: string;
}

export interface List {
  readonly rows: readonly Row[];
  /** So many cells say where the row lies; the others say where it leads. */
  readonly own: number;
  /** Its rows are single addresses: one without its number is as one that is missing. */
  readonly isOfAddresses?: boolean;
  /** A row that has nothing to do with the others, so often that the table's width is sure. */
  readonly filler: (at: number) => Cells;
  readonly read: (rows: readonly Cells[]) => Promise<ReadVipFlat>;
}

/** A kind of list: `make` gives the same for the same chance. */
export interface ListKind {
  readonly title: string;
  readonly make: (random: Random) => Promise<List>;
}

/** Codes of which a careless reading takes one for another. */
const CODES = ['7', '007', '12', '7B', '1-2'] as const;
const STREETS = ['Oak St', 'Oak St', 'N Oak St', 'Elm Ave', 'Elm Ave', 'County Rd 4'] as const;
const TOWNS = [
  ['Springvale', '43999'],
  ['Springvale', '43999'],
  ['Easton', '43998'],
] as const;
const LAST = 6;

const placeOf = (code: string): readonly [name: string, line: string] => {
  const at = CODES.indexOf(code as '7') + 1;
  return [`Hall ${'ABCDEF'[at]}`, `${at} Hall Rd`];
};

const text = (header: Cells, rows: readonly Cells[]): string =>
  [header, ...rows]
    .map((cells) => cells.map((cell) => (/[,"\n]/.test(cell) ? `"${cell}"` : cell)).join(','))
    .map((line) => `${line}\n`)
    .join('');

const PLACES = {
  precinctId: 'Pct',
  placeName: 'Place',
  placeAddressWhole: 'Where',
  placeCityStateZipWhole: 'Place town',
} as const;
const placeCells = (code: string): Cells => [code, ...placeOf(code), 'Springvale, OH 43999'];

/** Each row: what stands before the precinct. */
function joined(
  kind: 'addresses' | 'ranges',
  columns: MappedFile['columns'],
  filler: (at: number) => Cells,
  options: { readonly singleNumberBeatsRange?: boolean } = {},
) {
  return {
    own: Object.keys(columns).length,
    isOfAddresses: kind === 'addresses',
    filler: (at: number) => [...filler(at), ...placeCells('12')],
    read: (rows: readonly Cells[]) => {
      const own = Object.values(columns) as readonly string[];
      const file = {
        name: 'list.csv',
        kind,
        columns: { ...columns, ...PLACES },
        text: text([...own, ...Object.values(PLACES)], rows),
      };
      return readMapped([file], options);
    },
  };
}

const WHOLE = { addressWhole: 'Address', city: 'Town', zip: 'Zip' } as const;
const PARTS = { houseNumber: 'No', streetWhole: 'Street', unit: 'Apt', city: 'Town', zip: 'Zip' } as const;
const RANGES = {
  rangeStart: 'From',
  rangeEnd: 'To',
  side: 'Side',
  streetWhole: 'Street',
  city: 'Town',
  zip: 'Zip',
} as const;

interface Home {
  readonly house: string;
  readonly street: string;
  readonly unit: string;
  readonly town: Cells;
  readonly code: string;
}

function homes(random: Random): readonly Home[] {
  const found = Array.from({ length: random.between(4, 14) }, () => ({
    house: `${random.between(1, LAST)}${random.pick(['', '', '', '', '', 'A', ' 1/2'])}`,
    street: random.pick(STREETS),
    unit: random.pick(['', '', '', '1', '2', '3']),
    town: random.pick(TOWNS),
    code: random.pick(CODES),
  }));
  return found;
}

const keyOf = ({ house, street, town }: Home) =>
  `${Number.parseInt(house, 10)} ${street.replace('N ', '')} ${town[1]}`;

const streetOf = ({ street, town }: Home) => `${street} ${town[1]}`;

export const LISTS: readonly ListKind[] = [
  {
    title: 'addresses in one cell',
    make: async (random) => ({
      ...joined('addresses', WHOLE, (at) => [`${at + 1} Zed Ct`, 'Springvale', '43999']),
      rows: homes(random).map((home) => {
        const unit =
          home.unit === '' ? '' : random.pick([` Apt ${home.unit}`, ` #${home.unit}`, `, Unit ${home.unit}`]);
        const cells = [`${home.house} ${home.street}${unit}`, ...home.town, ...placeCells(home.code)];
        return { cells, key: keyOf(home), street: streetOf(home) };
      }),
    }),
  },
  {
    title: 'addresses in columns',
    make: async (random) => ({
      ...joined('addresses', PARTS, (at) => [String(at + 1), 'Zed Ct', '', 'Springvale', '43999']),
      rows: homes(random).map((home) => ({
        cells: [home.house, home.street, home.unit, ...home.town, ...placeCells(home.code)],
        key: keyOf(home),
        street: streetOf(home),
      })),
    }),
  },
  ...[false, true].map(
    (singleNumberBeatsRange): ListKind => ({
      title: `ranges${singleNumberBeatsRange ? ', of which a single number is no part' : ''}`,
      make: async (random) => ({
        ...joined(
          'ranges',
          RANGES,
          (at) => [String(2 * at + 1), String(2 * at + 1), 'both', 'Zed Ct', 'Springvale', '43999'],
          { singleNumberBeatsRange },
        ),
        rows: Array.from({ length: random.between(3, 9) }, () => {
          const start = random.between(1, LAST);
          const end = start + random.pick([0, 0, 2, 4]);
          const side = random.pick(['both', 'both', start % 2 === 0 ? 'even' : 'odd']);
          const street = random.pick(STREETS);
          const town = random.pick(TOWNS);
          const cells = [
            String(start),
            String(end),
            side,
            street,
            ...town,
            ...placeCells(random.pick(CODES)),
          ];
          return {
            cells,
            key: `${street.replace('N ', '')} ${town[1]}`,
            street: `${street} ${town[1]}`,
          };
        }),
      }),
    }),
  ),
  {
    title: 'precincts beside a list of streets',
    make: async (random) => {
      const codes = CODES.slice(random.between(0, 1));
      const ranges = await LISTS[2]!.make(random);
      const streets = [
        ...codes.map((code, at) => [
          `${at + 1}`,
          `${at + 1}`,
          'both',
          'County Rd 4',
          'Springvale',
          '43999',
          code,
        ]),
        ...ranges.rows.map(({ cells }) => [...cells.slice(0, -4), random.pick(codes)]),
      ];
      const columns = { ...RANGES, precinctId: 'Pct' };
      return {
        own: 0,
        rows: codes.map((code) => ({ cells: placeCells(code), key: code })),
        filler: (at) => [`F${at}`, `Far ${at}`, `${at} Far Rd`, 'Springvale, OH 43999'],
        read: (cells) =>
          readMapped([
            {
              name: 'places.csv',
              kind: 'precinctPlaces',
              columns: PLACES,
              text: text(Object.values(PLACES), cells),
            },
            { name: 'streets.csv', kind: 'ranges', columns, text: text(Object.values(columns), streets) },
          ]),
      };
    },
  },
  {
    title: 'precincts over streets that are live',
    make: async (random) => {
      const rows = CODES.map((code) => ({ cells: placeCells(code), key: code }));
      const ranges = await LISTS[2]!.make(random);
      const { dataset: live } = await ranges.read([
        ...ranges.rows.map(({ cells }) => cells),
        ...CODES.map((code, at) => [
          `${2 * at + 1}`,
          `${2 * at + 1}`,
          'both',
          'Zed Ct',
          'Springvale',
          '43999',
          ...placeCells(code),
        ]),
      ]);
      return {
        own: 0,
        rows,
        filler: (at) => [`F${at}`, `Far ${at}`, `${at} Far Rd`, 'Springvale, OH 43999'],
        read: (cells) =>
          readMapped(
            [
              {
                name: 'places.csv',
                kind: 'precinctPlaces',
                columns: PLACES,
                text: text(Object.values(PLACES), cells),
              },
            ],
            { live },
          ),
      };
    },
  },
];

/** Every address that is asked. */
export function addresses(): readonly string[] {
  const all: string[] = [];
  const numbers = Array.from({ length: LAST + 2 }, (_, at) => at + 1);
  for (const [town, zip] of [TOWNS[0], TOWNS[2]]) {
    for (const street of new Set([...STREETS, 'Oak'])) {
      for (const number of numbers) {
        const end = `${street}`;
        for (const line of [
          `${number} ${end}`,
          `${number} ${end} Apt 1`,
          `${number} ${end} Apt 3`,
          `${number}A ${end}`,
          `${number} 1/2 ${end}`,
        ])
          all.push(`${line}, ${town}, OH ${zip}`);
      }
      all.push(`2-4 ${street}, ${town}, OH ${zip}`);
    }
  }
  return all;
}
