// Owns made-up tables as offices' systems export them, for tests: the values of each field, and the way to a table of them.

import { createRandom } from '@/scripts/generate/random';
import { textFile } from '../feed.fixture';
import { csvRecords } from '../tables/csv';
import type { RecordSource } from '../tables/record-source';
import type { MappingField } from './table-mapping';

/** A column: its name, what it holds (null: nothing that is used), and its cells. */
export interface MadeColumn {
  readonly name: string;
  readonly field: MappingField | null;
  readonly cell: (row: MadeRow) => string;
}

/** What a row is about. */
export interface MadeRow {
  readonly at: number;
  readonly start: number;
  readonly end: number;
  readonly street: string;
  readonly suffix: string;
  readonly direction: string;
  readonly side: string;
  readonly town: string;
  readonly zip: string;
  readonly precinct: number;
}

const streets =
  'OAK ELM ASH MAPLE CEDAR RIVER LAKE HILL MILL CHURCH PINE BIRCH WALNUT CHERRY SPRUCE WILLOW PARK MEADOW SUNSET VALLEY'.split(
    ' ',
  );
const suffixes = 'ST AVE RD DR LN CT BLVD WAY'.split(' ');
const placeNames = [
  'First Baptist Church',
  'City Hall',
  'Oak Elementary School',
  'Exampleton Library',
  'Fire Station 4',
  'Community Center',
  'VFW Lodge',
  'Senior Center',
];

/** `count` rows, the same for the same seed. */
export function madeRows(count: number, seed = 1): readonly MadeRow[] {
  const random = createRandom(seed);
  return Array.from({ length: count }, (_, at) => {
    const odd = random.chance(0.5) ? 1 : 0;
    const start = random.between(0, 40) * 100 + odd;
    return {
      at,
      start,
      end: start + 98,
      street: random.pick(streets),
      suffix: random.pick(suffixes),
      direction: random.chance(0.3) ? random.pick(['N', 'S', 'E', 'W']) : '',
      side: random.chance(0.1) ? 'B' : odd === 1 ? 'O' : 'E',
      town: random.pick(['EXAMPLETON', 'SAMPLE FALLS', 'TRIAL CITY']),
      zip: random.pick(['39120', '39121', '39190']),
      precinct: random.between(1, 8),
    };
  });
}

/** What every row of a precinct says of its place. */
export const placeOf = {
  name: ({ precinct }: MadeRow) => placeNames[precinct - 1]!,
  address: ({ precinct }: MadeRow) => `${precinct}00 Main St`,
  town: ({ precinct }: MadeRow) => (precinct < 5 ? 'EXAMPLETON' : 'TRIAL CITY'),
  zip: ({ precinct }: MadeRow) => (precinct < 5 ? '39120' : '39190'),
} as const;

/** A precinct's number as offices write it. */
export const precinctOf = ({ precinct }: MadeRow): string => `0${precinct}-A`;

/** The table as a file of separated values. */
export function madeTable(
  columns: readonly MadeColumn[],
  rows: readonly MadeRow[],
  { name = 'list.csv', hasHeader = true } = {},
): RecordSource {
  const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`;
  const lines = rows.map((row) => columns.map(({ cell }) => quoted(cell(row))).join(','));
  const header = columns.map((column) => quoted(column.name)).join(',');
  return csvRecords(textFile(name, `${[...(hasHeader ? [header] : []), ...lines].join('\n')}\n`));
}
