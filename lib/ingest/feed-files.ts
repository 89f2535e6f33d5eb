// Owns the match between files and tables: which file holds what, what is missing, what stands twice.
// Goes by names alone; everything that is no VIP table is ignored.

import type { ProblemLog } from './problem';
import type { SourceFile } from './source-file';
import { type TableName, vipTables } from './vip-columns';

export type FeedFiles = ReadonlyMap<TableName, SourceFile>;

/** Finds each table's file: any folder, any case, `.txt`, `.csv` or `.tsv`. Two files for one table are fatal. */
export function matchFiles(files: readonly SourceFile[], log: ProblemLog): FeedFiles {
  const found = new Map<TableName, SourceFile>();
  for (const file of files) {
    const table = tableOf(file.name);
    if (table === null) continue;
    const other = found.get(table);
    if (other === undefined) found.set(table, file);
    else log.report('file-twice', { file: file.name, value: other.name });
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
 *  Places and precincts without streets are a feed, and so are places alone. */
export function reportMissingFiles(files: FeedFiles, log: ProblemLog): void {
  const missing = (table: TableName, why: string) =>
    log.report('file-missing', { file: `${table}.txt` }, why);
  if (!files.has('election')) missing('election', 'No file says which election this is.');
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
