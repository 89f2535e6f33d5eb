// Owns finding the rows that problems lie in, to be shown beside them. Reads only files that have such rows.

import type { Problem } from '@/lib/ingest/problems/problem';
import type { CellEdits } from '@/lib/ingest/tables/cell-edits';
import { readRawRows } from '@/lib/ingest/tables/raw-rows';
import type { RecordSource } from '@/lib/ingest/tables/record-source';
import type { RowsOfProblems, ShownRow } from './stored-problems';

/** A row with more is not a row that somebody reads; its problem says what is wrong with it. */
const MAX_ROW_CHARS = 8000;

/** File -> row -> its cells under the columns of its own table: the tables of one XML file share its name. */
export async function problemRows(
  sources: readonly RecordSource[],
  problems: readonly Problem[],
  edits: CellEdits,
): Promise<RowsOfProblems> {
  const wanted = new Map<string, Set<number>>();
  for (const { file, row } of problems) {
    if (row === null) continue;
    const rows = wanted.get(file) ?? new Set();
    wanted.set(file, rows.add(row));
  }
  const found = new Map<string, Map<number, ShownRow>>();
  for (const source of sources) {
    const left = wanted.get(source.name);
    if (left === undefined || left.size === 0) continue;
    const { header, cells } = await readRawRows(source, left, edits);
    const rows = found.get(source.name) ?? new Map<number, ShownRow>();
    found.set(source.name, rows);
    for (const [row, record] of cells) {
      left.delete(row);
      if (isReadable(record)) rows.set(row, { header, cells: record });
    }
  }
  return found;
}

function isReadable(cells: readonly string[]): boolean {
  return cells.reduce((sum, cell) => sum + cell.length, 0) <= MAX_ROW_CHARS;
}
