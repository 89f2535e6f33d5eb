// Owns small tables for tests of repairs, and looking at one of them as an upload does.

import { textFile } from '../feed.fixture';
import { createProblemLog } from '../problems/problem';
import { type CellEdit, indexEdits } from '../tables/cell-edits';
import { csvRecords } from '../tables/csv';
import type { FeedTable } from '../tables/feed-files';
import type { TableName } from '../tables/vip-columns';
import { UploadRepairs } from './repair-upload';
import type { AcceptedRepair, Suggestion } from './suggestion';

/** The columns of `soundStreets`. */
export const streetHeader =
  'id,start_house_number,end_house_number,odd_even_both,house_number_prefix,street_direction,street_name,street_suffix,city,state,zip,precinct_id';

/** So many sound rows: both sides of streets of Ohio, two towns, three precincts. */
export function soundStreets(count: number): string[][] {
  const suffixes = ['ST', 'AVE', ''];
  return Array.from({ length: count }, (_, at) => {
    const odd = at % 2 === 0 ? 1 : 0;
    const start = 100 * (1 + (at % 7)) + odd;
    return [
      `ss${at}`,
      String(start),
      String(start + 98),
      odd === 1 ? 'odd' : 'even',
      '',
      at % 5 === 0 ? 'N' : '',
      `STREET${Math.floor(at / 4)}`,
      suffixes[at % 3]!,
      at % 4 === 0 ? 'SPRINGVALE' : 'HILLTOWN',
      'OH',
      '43999',
      `p${1 + (at % 3)}`,
    ];
  });
}

/** The rows with some changed: `{3: (row) => row.with(1, '2')}`. */
export function changed(
  rows: readonly (readonly string[])[],
  changes: Readonly<Record<number, (row: readonly string[]) => readonly string[]>>,
): readonly (readonly string[])[] {
  return rows.map((row, at) => changes[at]?.(row) ?? row);
}

export const placesTable = tableOf(
  'polling_location',
  'polling_location.txt',
  'id,structured_line_1,structured_city',
  [
    ['pl1', '1 Oak St', 'Springvale'],
    ['pl2', '2 Elm St', 'Hilltown'],
  ],
);
export const precinctsTable = tableOf('precinct', 'precinct.txt', 'id,name', [
  ['p1', 'One'],
  ['p2', 'Two'],
  ['p3', 'Three'],
]);

function quoted(cell: string): string {
  return cell.includes(',') ? `"${cell}"` : cell;
}

/** A table of a feed. */
export function tableOf(
  table: TableName,
  file: string,
  header: string,
  rows: readonly (readonly string[])[],
): FeedTable {
  const text = [header, ...rows.map((row) => row.map(quoted).join(','))].join('\n');
  return { table, source: csvRecords(textFile(file, `${text}\n`)) };
}

/** The streets with these rows. */
export const streetsTable = (rows: readonly (readonly string[])[]): FeedTable =>
  tableOf('street_segment', 'street_segment.txt', streetHeader, rows);

/** What is offered or was applied. */
export interface Repaired {
  readonly suggestions: readonly Suggestion[];
  /** The rows of the last table as they are read. */
  readonly rows: readonly (readonly string[])[];
}

/** Looks at tables, the streets last, with these accepted. */
export async function repaired(
  tables: readonly FeedTable[],
  accepted: readonly AcceptedRepair[] = [],
  { officeState = 'OH' as string | null, edits = [] as readonly CellEdit[] } = {},
): Promise<Repaired> {
  const repairs = new UploadRepairs({ accepted, officeState, edits: indexEdits(edits) });
  const read = await repairs.feed(tables);
  return { rows: await rowsOf(read.at(-1)!), suggestions: repairs.suggestions };
}

/** The records of a table behind its header. */
export async function rowsOf({ source }: FeedTable): Promise<readonly (readonly string[])[]> {
  const rows: (readonly string[])[] = [];
  await source.read(
    {
      isKnownColumn: () => true,
      header: () => true,
      record: (cells) => rows.push([...cells]) > 0,
      refused: () => undefined,
    },
    createProblemLog(),
  );
  return rows;
}

/** Every suggestion accepted. */
export const all = (suggestions: readonly Suggestion[]): readonly AcceptedRepair[] =>
  suggestions.map(({ kind, file, column }) => ({ kind, file, column }));
