// Owns the guess of a file's separator and line break from its first record. Knows nothing of tables but
// the set of column names that it is handed.

import Papa from 'papaparse';

export interface CsvDialect {
  readonly delimiter: string;
  /** '\n' also serves '\r\n': the '\r' is trimmed with the cell. Only files of the old Mac kind have '\r'. */
  readonly newline: '\n' | '\r';
}

const DELIMITERS = [',', '\t', ';', '|'];

/** The dialect whose reading of the first record gives the most known column names, then the most cells.
 *  `start` is the beginning of the text, the whole first record included. */
export function detectDialect(start: string, isKnownColumn: (name: string) => boolean): CsvDialect {
  const newline = start.includes('\n') || !start.includes('\r') ? '\n' : '\r';
  let best = { delimiter: ',', known: -1, cells: 0 };
  for (const delimiter of DELIMITERS) {
    const header = firstRecord(start, { delimiter, newline });
    const known = header.filter((cell) => isKnownColumn(columnName(cell))).length;
    const better = known > best.known || (known === best.known && header.length > best.cells);
    if (better) best = { delimiter, known, cells: header.length };
  }
  return { delimiter: best.delimiter, newline };
}

/** Header names are compared without case, and with `_` for blanks and hyphens: `Street Name` -> `street_name`. */
export function columnName(cell: string): string {
  return cell
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, '_');
}

function firstRecord(start: string, dialect: CsvDialect): readonly string[] {
  const parser = new Papa.Parser({ ...dialect, preview: 1 });
  const rows: readonly (readonly string[])[] = parser.parse(start, 0, false).data;
  return rows[0] ?? [];
}
