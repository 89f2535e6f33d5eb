// Owns where a table of an office's own has its header and its rows of data, and the way to these rows alone: title lines, headers
// that are printed again, page and total lines are left out. Knows not what a column holds.

import { createProblemLog, type ProblemLog } from '../problem';
import type { RecordSource } from '../record-source';
import { createAsideTest, findHeader, isColumnName, usualWidth } from './find-header';

/** A record and its number in the office's file. */
export interface NumberedRecord {
  readonly row: number;
  readonly cells: readonly string[];
}

export interface TableLayout {
  /** Names of the columns, trimmed, one for each of `width`; '' for one without; null: the table has no header. */
  readonly header: readonly string[] | null;
  /** How a problem names each column: the office's own name, `column 3` for a blank one, `ZIP (column 7)` for one that
   *  stands twice. Of each of `width`, and no two alike. */
  readonly labels: readonly string[];
  /** How many columns count. */
  readonly width: number;
  /** The row of the header; null for none. */
  readonly headerRow: number | null;
  /** The first row that may be data. */
  readonly firstRow: number;
  /** Title lines before the header, as they stand. */
  readonly preamble: readonly NumberedRecord[];
  /** The first rows of data, at most `sampledRows`. */
  readonly sample: readonly NumberedRecord[];
}

/** Rows that are looked at to see what columns hold. */
export const sampledRows = 1000;

/** Looks at the beginning of a table. `knownHeaders`: names that somebody has confirmed before, whatever words they are. What is
 *  wrong with the file is not reported here: whoever reads it all does that. */
export async function layoutOf(
  source: RecordSource,
  knownHeaders: readonly (readonly string[])[] = [],
): Promise<TableLayout> {
  const head = await headOf(source);
  const at = findHeader(
    head.map(({ cells }) => cells),
    knownHeaders,
  );
  const width = usualWidth(
    head.map(({ cells }) => cells),
    at.header,
  );
  const headerCells = at.header === null ? null : head[at.header]!.cells;
  const header =
    headerCells === null
      ? null
      : Array.from({ length: width }, (_, column) => (headerCells[column] ?? '').trim());
  const headerRow = at.header === null ? null : head[at.header]!.row;
  const preamble = head.slice(0, at.firstData).filter(({ row }) => row !== headerRow);
  const firstRow = head[at.firstData]?.row ?? (head.at(-1)?.row ?? 0) + 1;
  const isAside = createAsideTest({ header, width, preamble });
  return {
    header,
    labels: labelsOf(header, width),
    width,
    headerRow,
    firstRow,
    preamble,
    sample: head.slice(at.firstData).filter(({ cells }) => !isAside(cells)),
  };
}

async function headOf(source: RecordSource): Promise<readonly NumberedRecord[]> {
  const head: NumberedRecord[] = [];
  const take = (cells: readonly string[], row: number): boolean => {
    if (cells.some((cell) => cell.trim() !== '')) head.push({ row, cells: [...cells] });
    return head.length < sampledRows;
  };
  await source.read(
    {
      isKnownColumn: isColumnName,
      header: (cells) => take(cells, 1),
      record: (cells, row) => take(cells, row),
      refused: () => undefined,
    },
    createProblemLog(),
  );
  return head;
}

function labelsOf(header: readonly string[] | null, width: number): readonly string[] {
  return Array.from({ length: width }, (_, column) => {
    const name = header?.[column] ?? '';
    if (name === '') return `column ${column + 1}`;
    return header?.indexOf(name) === column ? name : `${name} (column ${column + 1})`;
  });
}

/** The header, then the rows of data, by their numbers in the office's file. A table without a header gets its labels for one.
 *  What is left out behind the first row of data is reported once (`lines-left-out`). */
export function dataRecords(source: RecordSource, layout: TableLayout): RecordSource {
  return { name: source.name, read: (reader, log) => readData(source, layout, reader, log) };
}

type Reader = Parameters<RecordSource['read']>[0];
/** What is not known of a first record: it may hold anything. */
const anySigns = { damaged: true, mojibake: true };

async function readData(source: RecordSource, layout: TableLayout, reader: Reader, log: ProblemLog) {
  const isAside = createAsideTest(layout);
  const leftOut: number[] = [];
  const begin = () => reader.header(layout.labels, layout.labels);
  const record: Reader['record'] = (cells, row, signs, isLast) => {
    if (row === layout.headerRow) return begin();
    if (row < layout.firstRow) return true;
    if (!isAside(cells)) return reader.record(cells, row, signs, isLast);
    leftOut.push(row);
    return true;
  };
  await source.read(
    {
      isKnownColumn: isColumnName,
      header: (cells) => (layout.headerRow !== null || begin()) && record(cells, 1, anySigns, false),
      record,
      refused: (cells, row) => reader.refused(cells, row),
    },
    log,
  );
  if (leftOut.length === 0) return;
  const shown = leftOut.slice(0, 10).join(', ');
  const more = leftOut.length > 10 ? ` and ${leftOut.length - 10} more` : '';
  log.report('lines-left-out', { file: source.name, row: leftOut[0] ?? null }, `Rows ${shown}${more}.`);
}
