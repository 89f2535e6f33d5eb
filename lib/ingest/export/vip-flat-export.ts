// Owns a dataset as a flat feed of VIP 6.0: what is read from these files is the dataset again, object for object. Late notices are no
// part of a dataset, and of no feed.

import { Zip, ZipDeflate } from 'fflate';
import type { ListedDataset, StreetSegment } from '@/lib/core/vip';
import { type FlatTable, flatFilePieces, joined } from './flat-table';
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
export function exportVipFlat(dataset: ListedDataset): readonly ExportedFile[] {
  return exportedTables(dataset).map((table) => ({
    name: fileName(table),
    bytes: joined([...flatFilePieces(table)]),
  }));
}

/** The same in one zip, piece by piece, so that a server can send it between other requests. */
export function* exportVipZipPieces(dataset: ListedDataset): Generator<Uint8Array> {
  let made: Uint8Array[] = [];
  const zip = new Zip((error, piece) => {
    if (error !== null) throw error;
    made.push(piece);
  });
  for (const table of exportedTables(dataset)) {
    const file = new ZipDeflate(fileName(table), { level: 6 });
    // A zip has local times: this is the same one everywhere.
    file.mtime = new Date(2000, 0, 1);
    zip.add(file);
    for (const piece of flatFilePieces(table)) {
      file.push(piece);
      yield* made;
      made = [];
    }
    file.push(new Uint8Array(0), true);
  }
  zip.end();
  yield* made;
}

/** The same in one zip, with the same bytes on any machine and in any time zone. */
export function exportVipZip(dataset: ListedDataset): Uint8Array {
  return joined([...exportVipZipPieces(dataset)]);
}

/** Rows that were set aside lead to no precinct: whoever reads them sets them aside again, and leaves their addresses out. */
const exportedSegments = ({ streetSegments, withheld }: ListedDataset): Iterable<StreetSegment> => ({
  *[Symbol.iterator]() {
    yield* streetSegments;
    yield* withheld ?? [];
  },
});

const fileName = ({ name }: FlatTable): string => `${name}.txt`;

function exportedTables(dataset: ListedDataset): readonly FlatTable[] {
  const hours = exportedHours();
  const listed = new Set<string>();
  const tables: readonly FlatTable[] = [
    ...feedTables(dataset, hours),
    ...administrationTables(dataset),
    ...precinctTables(dataset, listed),
    placeTable(dataset.pollingLocations, hours, (id) => dataset.precincts.length === 0 || listed.has(id)),
    hours.table(),
    segmentTable(exportedSegments(dataset)),
  ];
  return tables.filter(({ rows }) => rows()[Symbol.iterator]().next().done !== true);
}
