// Owns single records of a file as they stand in it, for somebody who looks at a problem. Reads the file the way that the
// tables are read, so that row numbers agree. Judges nothing.

import { ownText } from '../intern';
import { createProblemLog } from '../problems/problem';
import { type CellEdits, editedCells } from './cell-edits';
import type { RecordSource } from './record-source';

export interface RawRows {
  /** The names of the columns as problems have them, trimmed; [] where the file could not be read. */
  readonly header: readonly string[];
  /** Row number -> its cells, corrections in place. */
  readonly cells: ReadonlyMap<number, readonly string[]>;
}

/** The wanted rows of a table. Rows that it does not have, and the header, are not among them. */
export async function readRawRows(
  source: RecordSource,
  wanted: ReadonlySet<number>,
  edits: CellEdits,
): Promise<RawRows> {
  const editsOfFile = edits.get(source.name);
  const cells = new Map<number, readonly string[]>();
  let header: readonly string[] = [];
  let left = wanted.size;
  const keep = (record: readonly string[], row: number): boolean => {
    if (wanted.has(row)) {
      cells.set(row, editedCells(record, header, editsOfFile?.get(row)).map(ownText));
      left--;
    }
    return left > 0;
  };
  await source.read(
    {
      // How the file is written was decided when it was opened.
      isKnownColumn: () => false,
      header: (record, labels) => {
        header = (labels ?? record).map((name) => name.trim());
        return left > 0;
      },
      record: keep,
      refused: keep,
    },
    createProblemLog(),
  );
  return { header, cells };
}
