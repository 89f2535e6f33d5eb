// Owns the match between tables and what they are read from: which file name stands for what, what is missing, what stands twice.

import type { ProblemLog } from '../problems/problem';
import type { RecordSource } from './record-source';
import { type TableName, vipTables } from './vip-columns';

/** A table of a feed, wherever its records come from. */
export interface FeedTable {
  readonly table: TableName;
  readonly source: RecordSource;
}

export type FeedFiles = ReadonlyMap<TableName, RecordSource>;

/** Each table's records. Two sources for one table are fatal. */
export function matchTables(tables: readonly FeedTable[], log: ProblemLog): FeedFiles {
  const found = new Map<TableName, RecordSource>();
  for (const { table, source } of tables) {
    const other = found.get(table);
    if (other === undefined) found.set(table, source);
    else log.report('file-twice', { file: source.name, value: other.name });
  }
  return found;
}

/** The table that a file name stands for: `feed/Precinct.TXT` -> `precinct`. Files that macOS adds count as none. */
export function tableOf(name: string): TableName | null {
  const path = name.toLowerCase().split(/[\\/]/);
  const match = /^(.+)\.(?:txt|csv|tsv)$/.exec(path.at(-1) ?? '');
  const stem = match?.[1];
  if (stem === undefined || stem.startsWith('._') || path.includes('__macosx')) return null;
  return Object.hasOwn(vipTables, stem) ? (stem as TableName) : null;
}

/** Reports what a feed cannot do without: an election, and places or precincts; with streets, all of them.
 *  Places and precincts without streets are a feed, and so are places alone. Where a file was refused, it may be the one that
 *  is missing, and nobody is told to look for another. */
export function reportMissingFiles(files: FeedFiles, log: ProblemLog): void {
  const missing = (table: TableName, why: string) =>
    log.report('file-missing', { file: `${table}.txt` }, why);
  const isRefused = log.hasFatal;
  if (!files.has('election')) missing('election', 'No file says which election this is.');
  if (isRefused) return;
  const hasPlaces = files.has('polling_location');
  const hasPrecincts = files.has('precinct');
  if (!hasPlaces && !hasPrecincts)
    missing('polling_location', 'No file names a polling place or a precinct.');
  if (!hasPrecincts && needsPrecincts(files)) missing('precinct', 'Streets or links lead to precincts.');
  if (files.has('precinct_split_polling_location') && !files.has('precinct_split')) {
    missing('precinct_split', 'Links lead from precinct splits.');
  }
  if (!hasPlaces && needsPlaces(files)) missing('polling_location', 'Links lead to polling places.');
}

function needsPrecincts(files: FeedFiles): boolean {
  return files.has('street_segment') || files.has('precinct_polling_location') || files.has('precinct_split');
}

function needsPlaces(files: FeedFiles): boolean {
  return files.has('precinct_polling_location') || files.has('precinct_split_polling_location');
}
