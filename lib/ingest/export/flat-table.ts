// Owns how a table is written as a flat file of VIP: RFC 4180, UTF-8, every record ended by CR LF. Cells stand as they are: these files
// are for programs, and a cell that a spreadsheet would run is none of theirs to change. Knows no table.

/** One table to write. `rows` may be asked for more than once. */
export interface FlatTable {
  readonly name: string;
  readonly columns: readonly string[];
  /** Columns that VIP 6.0 has not: they are written only where a row has something in them. */
  readonly own: ReadonlySet<string>;
  readonly rows: () => Iterable<readonly string[]>;
}

/** A table whose rows are in memory; `own` columns stand behind the others. */
export const flatTable = (
  name: string,
  columns: readonly string[],
  own: readonly string[],
  rows: readonly (readonly string[])[],
): FlatTable => ({ name, columns: [...columns, ...own], own: new Set(own), rows: () => rows });

const pieceChars = 1 << 20;

/** The file's bytes, about a megabyte at a time; the same table gives the same ones on any machine. */
export function* flatFilePieces({ columns, own, rows }: FlatTable): Generator<Uint8Array> {
  const kept = keptColumns(columns, own, rows);
  const encoder = new TextEncoder();
  let text = `${kept.map((at) => columns[at] ?? '').join(',')}\r\n`;
  for (const cells of rows()) {
    text += `${kept.map((at) => cell(cells[at] ?? '')).join(',')}\r\n`;
    if (text.length < pieceChars) continue;
    yield encoder.encode(text);
    text = '';
  }
  yield encoder.encode(text);
}

function keptColumns(
  columns: readonly string[],
  own: ReadonlySet<string>,
  rows: FlatTable['rows'],
): readonly number[] {
  const optional = new Set(columns.flatMap((name, at) => (own.has(name) ? [at] : [])));
  for (const cells of optional.size === 0 ? [] : rows()) {
    for (const at of optional) if (cells[at] !== '') optional.delete(at);
    if (optional.size === 0) break;
  }
  return columns.flatMap((_, at) => (optional.has(at) ? [] : [at]));
}

function cell(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Pieces put together. */
export function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
