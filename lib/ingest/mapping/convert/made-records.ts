// Owns tables that were made in memory out of an office's own rows: each record keeps the number of the row that it came from.

import type { FeedTable } from '../../tables/feed-files';
import type { BatchSigns, RecordReader } from '../../tables/record-source';
import type { TableName } from '../../tables/vip-columns';

/** Rows were checked where they were read. */
export const checkedBefore: BatchSigns = { damaged: false, mojibake: false };

export interface MadeRecord {
  readonly row: number;
  readonly cells: readonly string[];
  /** It leads nowhere: set aside where it was read, and reported there. */
  readonly isWithheld?: boolean;
}

/** `file` and `labels` are the office's own words for the table and its columns; null where it has none. */
export function madeTable(
  table: TableName,
  file: string,
  header: readonly string[],
  labels: readonly (string | null)[],
  records: () => Iterable<MadeRecord>,
): FeedTable {
  return {
    table,
    source: {
      name: file,
      isMade: true,
      async read(reader) {
        const named = labels.map((label, at) => label ?? header[at]!);
        if (!reader.header(header, named)) return;
        for (const record of records()) if (!handOn(record, reader)) return;
      },
    },
  };
}

/** One record to a reader; false: do not go on. */
export function handOn({ row, cells, isWithheld }: MadeRecord, reader: RecordReader): boolean {
  if (isWithheld !== true) return reader.record(cells, row, checkedBefore, false);
  reader.refused(cells, row, [cells]);
  return true;
}
