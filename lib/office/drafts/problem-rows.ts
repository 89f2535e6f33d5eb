// Owns finding the rows that problems lie in, to be shown beside them. Reads only files that have such rows.

import type { CellEdits } from '@/lib/ingest/cell-edits';
import type { Problem } from '@/lib/ingest/problem';
import { type RawRows, readRawRows } from '@/lib/ingest/raw-rows';
import type { SourceFile } from '@/lib/ingest/source-file';
import type { RowsOfProblems } from './stored-problems';

/** A row with more is not a row that somebody reads; its problem says what is wrong with it. */
const MAX_ROW_CHARS = 8000;

/** File -> header and rows. */
export async function problemRows(
  files: readonly SourceFile[],
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
  for (const file of files) {
    const rows = wanted.get(file.name);
    if (rows === undefined) continue;
    const { header, cells } = await readRawRows(file, rows, edits);
    found.set(file.name, { header, cells: new Map([...cells].filter(([, row]) => isReadable(row))) });
  }
  return found;
}

function isReadable(cells: readonly string[]): boolean {
  return cells.reduce((sum, cell) => sum + cell.length, 0) <= MAX_ROW_CHARS;
}
