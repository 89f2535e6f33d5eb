// Owns several files for one table of a feed: a street list in a file for each town. Problems still name each one's own file, row and
// column.

import type { ProblemLog } from '../../problems/problem';
import type { FeedTable } from '../../tables/feed-files';
import type { RecordSource } from '../../tables/record-source';

/** More rows than one file may have: the rows of the second file count on from here. */
const rowsApart = 4_000_000;

/** One table of all, which have the same columns in the same order. `tables` is not empty. */
export function joinTables(tables: readonly FeedTable[], log: ProblemLog): FeedTable {
  const [first] = tables;
  if (first === undefined || tables.length === 1) return first!;
  const sources = tables.map(({ source }) => source);
  const name = [...new Set(sources.map((source) => source.name))].join(' + ');
  const labels: (readonly string[])[] = [];
  log.joined(name, (row, column) => {
    const file = Math.floor(row / rowsApart);
    const at = column === null || column === '' ? -1 : (labels[0]?.indexOf(column) ?? -1);
    return { file: sources[file]!.name, row: row % rowsApart, column: labels[file]?.[at] ?? column };
  });
  return {
    table: first.table,
    source: { name, isMade: true, read: (reader, to) => readAll(sources, labels, reader, to) },
  };
}

async function readAll(
  sources: readonly RecordSource[],
  labels: (readonly string[])[],
  reader: Parameters<RecordSource['read']>[0],
  log: ProblemLog,
): Promise<void> {
  let goesOn = true;
  for (const [file, source] of sources.entries()) {
    const base = file * rowsApart;
    const record: typeof reader.record = (cells, row, signs, isLast) => {
      goesOn = reader.record(cells, row + base, signs, isLast);
      return goesOn;
    };
    const header: typeof reader.header = (cells, own) => {
      labels[file] = own ?? cells;
      if (file === 0) goesOn = reader.header(cells, own);
      return goesOn;
    };
    await source.read(
      {
        ...reader,
        header,
        record,
        refused: (cells, row, readings) => reader.refused(cells, row + base, readings),
      },
      log,
    );
    if (!goesOn) return;
  }
}
