// Owns a dataset as a flat feed of VIP 6.0: what is read from these files is the dataset again, object for object. Late notices are no
// part of a dataset, and of no feed.

import { zipSync } from 'fflate';
import type { Dataset } from '@/lib/core/vip';
import { type FlatTable, flatFileBytes } from './flat-table';
import { exportedHours } from './hours-tables';
import { administrationTables, feedTables } from './office-tables';
import { placeTable } from './place-tables';
import { precinctTables } from './precinct-tables';
import { segmentTable } from './segment-table';

/** One file: `{name: 'precinct.txt', bytes}`. */
export interface ExportedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** The feed's files; tables without a row have none. The same dataset gives the same bytes. */
export function exportVipFlat(dataset: Dataset): readonly ExportedFile[] {
  const hours = exportedHours();
  const listed = new Set<string>();
  const tables: readonly FlatTable[] = [
    ...feedTables(dataset, hours),
    ...administrationTables(dataset),
    ...precinctTables(dataset, listed),
    placeTable(dataset.pollingLocations, hours, (id) => dataset.precincts.length === 0 || listed.has(id)),
    hours.table(),
    segmentTable(dataset.streetSegments),
  ];
  return tables
    .filter(({ rows }) => rows()[Symbol.iterator]().next().done !== true)
    .map((table) => ({ name: `${table.name}.txt`, bytes: flatFileBytes(table) }));
}

/** The same in one zip, with the same bytes on any machine and in any time zone. */
export function exportVipZip(dataset: Dataset): Uint8Array {
  const files = Object.fromEntries(exportVipFlat(dataset).map(({ name, bytes }) => [name, bytes]));
  // A zip has local times: this is the same one everywhere.
  return zipSync(files, { level: 6, mtime: new Date(2000, 0, 1) });
}
