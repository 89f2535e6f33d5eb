// Owns tables that were made in memory out of an office's own rows: each record keeps the number of the row that it came from.

import type { FeedTable } from '../../feed-files';
import type { BatchSigns } from '../../record-source';
import type { TableName } from '../../vip-columns';

/** Rows were checked where they were read. */
export const checkedBefore: BatchSigns = { damaged: false, mojibake: false };

export interface MadeRecord {
  readonly row: number;
  readonly cells: readonly string[];
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
      async read(reader) {
        const named = labels.map((label, at) => label ?? header[at]!);
        if (!reader.header(header, named)) return;
        for (const { row, cells } of records()) if (!reader.record(cells, row, checkedBefore, false)) return;
      },
    },
  };
}
