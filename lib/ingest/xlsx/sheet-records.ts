// Owns a sheet as a table: the width of its rows, their signs, and what is wrong with the sheet itself. Row numbers are Excel's.

import type { ProblemLog } from '../problem';
import { type RecordReader, type RecordSource, signsOf } from '../record-source';
import { SourceReadError } from '../source-file';
import { readSheetRows, type SheetContext, type SheetRow } from './sheet-rows';
import { PartRefused, type WorkbookParts } from './workbook-parts';
import { WorkbookFault } from './xml-part';

/** How many rows are looked at before the first is handed on: blank cells at the end of a row are not stored, so that the width
 *  of the table is that of its widest row. */
const sampledRows = 200;

export interface SheetSource {
  /** `list.xlsx / Sheet2`. */
  readonly name: string;
  readonly file: string;
  readonly path: string;
  readonly parts: WorkbookParts;
  /** Read when the first sheet is. */
  readonly context: () => Promise<SheetContext>;
}

/** The sheet's rows as records; row 1 is handed on as the header, blank or not. */
export const sheetRecords = (sheet: SheetSource): RecordSource => ({
  name: sheet.name,
  read: (reader, log) =>
    reportingFaults(sheet.file, log, async () => {
      const rows = createRows(sheet.name, reader, log);
      await readSheetRows(sheet.parts.chunks(sheet.path), await sheet.context(), rows.take);
      rows.end();
    }),
});

/** Runs it; what is wrong with the workbook is reported. */
export async function reportingFaults(
  file: string,
  log: ProblemLog,
  run: () => Promise<void>,
): Promise<void> {
  try {
    await run();
  } catch (error) {
    if (error instanceof PartRefused) log.report(error.code, { file, value: error.part });
    else if (error instanceof WorkbookFault) {
      log.report('workbook-unreadable', { file }, `This cannot be read: ${error.message}.`);
    } else if (error instanceof SourceReadError) log.report('file-unreadable', { file }, `${error.message}.`);
    else throw error;
  }
}

function createRows(file: string, reader: RecordReader, log: ProblemLog) {
  let held: SheetRow[] | null = [];
  let width = 0;
  let isGoing = true;

  function release(): boolean {
    const rows = held ?? [];
    held = null;
    for (const { cells } of rows) width = Math.max(width, cells.length);
    if (rows.length === 0) return true;
    if (rows[0]?.row !== 1) isGoing = reader.header(padded([]));
    for (const row of rows) if (isGoing) isGoing = handOn(row);
    return isGoing;
  }

  function handOn({ row, cells, unread }: SheetRow): boolean {
    const whole = padded(cells);
    if (unread !== null) {
      const column = columnLetters(unread[0] ?? 0);
      log.report('formula-without-value', { file, row, column }, `${unread.length} in this row.`);
      if (row > 1) {
        reader.refused(whole, row);
        return true;
      }
    }
    if (row === 1) return reader.header(whole);
    if (whole.every((cell) => cell.trim() === '')) return true;
    return reader.record(whole, row, signsOf(whole.join('\n')), false);
  }

  function padded(cells: readonly string[]): readonly string[] {
    if (cells.length >= width) return cells;
    return [...cells, ...new Array<string>(width - cells.length).fill('')];
  }

  return {
    take(row: SheetRow): boolean {
      if (held === null) return handOn(row);
      held.push(row);
      return held.length < sampledRows || release();
    },
    end(): void {
      if (held !== null) release();
    },
  };
}

/** 27 -> `AB`, as Excel calls it. */
function columnLetters(column: number): string {
  const last = String.fromCharCode(0x41 + (column % 26));
  return column < 26 ? last : `${columnLetters(Math.floor(column / 26) - 1)}${last}`;
}
