// Owns the way of a feed's street file to its segments: how far it is, and when the engine sweeps. Knows no other table.

import type { ProblemLog } from '../problems/problem';
import type { RecordSource } from '../tables/record-source';
import type { TableHeader } from '../tables/table-header';
import { type RecordSink, type RowCounts, readTable } from '../tables/table-reader';
import type { FieldOf } from '../tables/vip-columns';
import type { PrecinctGraph } from '../vip/precinct-graph';
import { SegmentReader } from './read-segments';

/** So many segments take a hundred megabytes. */
export const longList = 500_000;

/** The street file as read. */
export interface ReadStreets {
  readonly file: string;
  readonly read: SegmentReader;
  readonly rowsIn: number;
}

/** What reading the streets needs to know of the feed, and tells as it goes. */
export interface StreetsRequest {
  /** Undefined: the feed has none. */
  readonly file: RecordSource | undefined;
  readonly graph: PrecinctGraph;
  readonly log: ProblemLog;
  readonly counts: RowCounts;
  /** See `FeedOptions`. */
  readonly options: Tellers;
}

interface Tellers {
  readonly onProgress?: (rowsRead: number) => void;
  readonly tidy?: () => void;
}

/** Reads them all; null where there are none, or their header could not be read, which is reported. */
export async function readStreets(request: StreetsRequest): Promise<ReadStreets | null> {
  const { file, graph, log, counts, options } = request;
  if (file === undefined) return null;
  const rowsBefore = counts.rowsIn;
  const readers: SegmentReader[] = [];
  let told = rowsBefore;
  let tidyAt = longList;
  const start = (header: TableHeader<FieldOf<'street_segment'>>): RecordSink => {
    const reader = new SegmentReader(file.name, header, graph, log);
    readers.push(reader);
    return (cells, row) => {
      if (counts.rowsIn >= told + 10_000) {
        told = counts.rowsIn;
        options.onProgress?.(told);
      }
      if (reader.segments.length >= tidyAt) {
        tidyAt += longList;
        options.tidy?.();
      }
      return reader.accept(cells, row);
    };
  };
  await readTable('street_segment', file, log, counts, start, (cells, row, readings, isCut) => {
    readers[0]?.setAside.addDamaged(row, cells, readings);
    if (isCut) readers[0]?.setAside.addLostRest(row);
  });
  // None where the header could not be read, which was reported.
  const read = readers[0];
  if (read === undefined) return null;
  read.end();
  if (read.segments.length >= longList) options.tidy?.();
  return { file: file.name, read, rowsIn: counts.rowsIn - rowsBefore };
}
