// Owns cells that are read as something else than what stands in the file, because an office corrected them afterwards.
// The file itself stays as it is. Knows nothing of who corrected what.

/** One cell's value instead of the file's own: `{file: 'precinct.txt', row: 7, column: 'locality_id', value: '33'}`. `row` and
 *  `column` as in `Problem`: the header is row 1 and is never edited. */
export interface CellEdit {
  readonly file: string;
  readonly row: number;
  readonly column: string;
  readonly value: string;
}

/** File name -> row -> column as the file calls it -> value. */
export type CellEdits = ReadonlyMap<string, ReadonlyMap<number, ReadonlyMap<string, string>>>;

/** The edits of one cell in their order: the last one counts. */
export function indexEdits(edits: readonly CellEdit[]): CellEdits {
  const index = new Map<string, Map<number, Map<string, string>>>();
  for (const { file, row, column, value } of edits) {
    const rows = index.get(file) ?? new Map<number, Map<string, string>>();
    const cells = rows.get(row) ?? new Map<string, string>();
    index.set(file, rows.set(row, cells.set(column, value)));
  }
  return index;
}

/** A record with its edits. `header` is the file's first record; a column that it does not have is left out. */
export function editedCells(
  cells: readonly string[],
  header: readonly string[],
  edits: ReadonlyMap<string, string> | undefined,
): readonly string[] {
  if (edits === undefined) return cells;
  const edited = [...cells];
  for (const [column, value] of edits) {
    const position = header.findIndex((name) => name.trim() === column);
    if (position >= 0 && position < edited.length) edited[position] = value;
  }
  return edited;
}
