// Owns finding the rows that problems lie in, to be shown beside them. Reads only files that have such rows.

import type { CellEdits } from '@/lib/ingest/cell-edits';
import type { Problem } from '@/lib/ingest/problem';
import { type RawRows, readRawRows } from '@/lib/ingest/raw-rows';
import type { RecordSource } from '@/lib/ingest/record-source';
import type { RowsOfProblems } from './stored-problems';

/** A row with more is not a row that somebody reads; its problem says what is wrong with it. */
const MAX_ROW_CHARS = 8000;

/** File -> header and rows. */
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
  const found = new Map<string, RawRows>();
  for (const source of sources) {
    const rows = wanted.get(source.name);
    if (rows === undefined) continue;
    const { header, cells } = await readRawRows(source, rows, edits);
    // Tables of one XML file share its name; rows of one must not stand below the columns of another.
    if (cells.size === 0 && found.has(source.name)) continue;
    found.set(source.name, { header, cells: new Map([...cells].filter(([, row]) => isReadable(row))) });
  }
  return found;
}

function isReadable(cells: readonly string[]): boolean {
  return cells.reduce((sum, cell) => sum + cell.length, 0) <= MAX_ROW_CHARS;
}
