// Owns one county's files out of a made-up state's, as its office would upload them, and what may have gone wrong with such
// files before. Knows no server.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import type { Feed } from './desk';

/** Header and records of one table. */
export interface Table {
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** The files of the state's folder that a county would have: its own precincts, their places and streets. */
export function countyFeed(folder: string, localityId: string): Feed {
  const names = readdirSync(folder).filter((name) => name.endsWith('.csv') && name !== 'golden.csv');
  const tables = new Map(names.map((name) => [name, tableOf(readFileSync(join(folder, name), 'utf8'))]));
  const table = (name: string) => tables.get(name) ?? { header: [], rows: [] };
  const keep = (name: string, column: string, isOwn: (cell: string) => boolean) => {
    const at = columnOf(table(name), column);
    tables.set(name, { ...table(name), rows: table(name).rows.filter((row) => isOwn(row[at] ?? '')) });
  };
  const all = (name: string, column: string) => {
    const at = columnOf(table(name), column);
    return new Set(table(name).rows.flatMap((row) => (row[at] ?? '').split(' ')));
  };
  keep('locality.csv', 'id', (id) => id === localityId);
  keep('precinct.csv', 'locality_id', (id) => id === localityId);
  const precincts = all('precinct.csv', 'id');
  const places = all('precinct.csv', 'polling_location_ids');
  // A row whose precinct is none belongs to nobody's office.
  keep('street_segment.csv', 'precinct_id', (id) => precincts.has(id));
  keep('polling_location.csv', 'id', (id) => places.has(id));
  return new Map([...tables].map(([name, each]) => [name, textOf(each)]));
}

/** Reads one file: `id,name\npre-1,North\n` -> `{header: ['id', 'name'], rows: [['pre-1', 'North']]}`. */
export function tableOf(text: string): Table {
  const [header = [], ...rows] = Papa.parse<string[]>(text.trimEnd()).data;
  return { header, rows };
}

/** The file that `tableOf` read. */
export const textOf = ({ header, rows }: Table): string =>
  `${Papa.unparse([header, ...rows] as string[][], { newline: '\n' })}\n`;

/** Where a column stands. Throws where the table has none of that name: the files are ours. */
export function columnOf({ header }: Table, column: string): number {
  const at = header.indexOf(column);
  if (at < 0) throw new Error(`no column ${column}`);
  return at;
}

/** The same feed with one table made anew: `(row, index) => row` for each record. */
export function changed(
  feed: Feed,
  file: string,
  change: (row: readonly string[], index: number, table: Table) => readonly string[],
): Feed {
  const table = tableOf(feed.get(file) ?? '');
  const rows = table.rows.map((row, index) => change(row, index, table));
  return new Map([...feed, [file, textOf({ ...table, rows })]]);
}
