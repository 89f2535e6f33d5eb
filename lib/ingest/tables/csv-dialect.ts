// Owns the guess of a file's separator and line break from its first records. Knows nothing of tables but
// the set of column names that it is handed.

import Papa from 'papaparse';

export interface CsvDialect {
  readonly delimiter: string;
  /** '\n' also serves '\r\n': the '\r' is trimmed with the cell. Only files of the old Mac kind have '\r'. */
  readonly newline: '\n' | '\r';
}

const DELIMITERS = [',', '\t', ';', '|'];

/** The dialect whose reading of the first record gives the most known column names. Where no name is known: the one by which
 *  most of the first records have the same number of cells, then the most cells. `start` is the beginning of the text, the
 *  whole first record included. A first line `sep=;`, as Excel writes it, says it. */
export function detectDialect(start: string, isKnownColumn: (name: string) => boolean): CsvDialect {
  const newline = start.includes('\n') || !start.includes('\r') ? '\n' : '\r';
  const told = separatorTold(start);
  if (told !== null) return { delimiter: told, newline };
  const readings = DELIMITERS.map((delimiter) => readingOf(start, { delimiter, newline }, isKnownColumn));
  const best = readings.reduce((one, other) => (isBetter(other, one) ? other : one));
  return { delimiter: best.delimiter, newline };
}

/** The separator of a first line `sep=;`; null where there is no such line. */
export function separatorTold(start: string): string | null {
  return /^sep=([,;\t|])\r?\n/i.exec(start)?.[1] ?? null;
}

interface Reading {
  readonly delimiter: string;
  /** Names of the first record that are known. */
  readonly known: number;
  /** Cells of the first record. */
  readonly cells: number;
  /** Of the first records with more than one cell, those that have as many as most of them do. */
  readonly alike: number;
  /** How many cells these have. */
  readonly width: number;
}

function readingOf(start: string, dialect: CsvDialect, isKnownColumn: (name: string) => boolean): Reading {
  const records = firstRecords(start, dialect);
  const header = records[0] ?? [];
  const widths = new Map<number, number>();
  for (const { length } of records) if (length > 1) widths.set(length, (widths.get(length) ?? 0) + 1);
  const [width, alike] = [...widths].reduce((one, other) => (other[1] > one[1] ? other : one), [1, 0]);
  const known = header.filter((cell) => isKnownColumn(columnName(cell))).length;
  return { delimiter: dialect.delimiter, known, cells: header.length, alike, width };
}

function isBetter(a: Reading, b: Reading): boolean {
  if (a.known !== b.known) return a.known > b.known;
  if (a.known > 0) return a.cells > b.cells;
  if (a.alike !== b.alike) return a.alike > b.alike;
  return a.width === b.width ? a.cells > b.cells : a.width > b.width;
}

/** Header names are compared without case, and with `_` for blanks and hyphens: `Street Name` -> `street_name`. */
export function columnName(cell: string): string {
  return cell
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, '_');
}

/** Enough records to see a habit past title lines. The last one may be cut off. */
const sampledRecords = 60;
const sampledChars = 64 * 1024;

function firstRecords(start: string, dialect: CsvDialect): readonly (readonly string[])[] {
  const parser = new Papa.Parser({ ...dialect, preview: sampledRecords });
  return parser.parse(start.slice(0, sampledChars), 0, false).data;
}
