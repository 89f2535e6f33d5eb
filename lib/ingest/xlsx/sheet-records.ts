// Owns a sheet as a table: the width of its rows, their signs, and what is wrong with the sheet itself. Row numbers are Excel's.

import { SourceReadError } from '../files/source-file';
import type { ProblemLog } from '../problems/problem';
import { type RecordReader, type RecordSource, signsOf } from '../tables/record-source';
import { columnLetters } from './cell-reference';
import { HiddenColumns } from './hidden-columns';
import { createMergedFill, type MergedCells, readMergedCells } from './merged-cells';
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
  /** Of all sheets of the workbook. */
  readonly tally: RowTally;
}

/** Takes how many rows of a sheet have been seen; false where those of all sheets are more than a file may have. */
export type RowTally = (sheet: string, rows: number) => boolean;

/** Each sheet may bring its header besides. */
export function createRowTally(mostRows: number): RowTally {
  const seen = new Map<string, number>();
  let sum = 0;
  return (sheet, rows) => {
    const before = seen.get(sheet) ?? 0;
    if (rows > before) {
      seen.set(sheet, rows);
      sum += rows - before;
    }
    return sum <= mostRows + seen.size;
  };
}

/** The sheet's rows as records; row 1 is handed on as the header, blank or not. */
export function sheetRecords(sheet: SheetSource): RecordSource {
  let merged: Promise<readonly MergedCells[]> | null = null;
  return {
    name: sheet.name,
    read: (reader, log) =>
      reportingFaults(sheet.file, log, async () => {
        const rows = createRows(sheet, reader, log);
        const context = await sheet.context();
        merged ??= readMergedCells(sheet.parts, sheet.path);
        const fill = createMergedFill(await merged);
        await readSheetRows(
          sheet.parts.chunks(sheet.path),
          context,
          (row) => rows.take(fill(row)),
          rows.hide,
        );
        rows.end();
      }),
  };
}

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

function createRows({ name: file, tally }: SheetSource, reader: RecordReader, log: ProblemLog) {
  let held: SheetRow[] | null = [];
  let width = 0;
  let isGoing = true;
  let filled = 0;
  let hidden = 0;
  let firstHidden = 0;
  const columns = new HiddenColumns();

  function release(): boolean {
    const rows = held ?? [];
    held = null;
    for (const { cells } of rows) width = Math.max(width, cells.length);
    if (rows.length === 0) return true;
    if (rows[0]?.row !== 1) isGoing = reader.header(padded([]));
    for (const row of rows) if (isGoing) isGoing = handOn(row);
    return isGoing;
  }

  function handOn({ row, isHidden, cells, unread }: SheetRow): boolean {
    const whole = padded(cells);
    const isBlank = whole.every((cell) => cell.trim() === '');
    // Somebody may have hidden last year's rows, or filtered and forgotten to take the filter off.
    if (isHidden && row > 1 && !isBlank) {
      hidden++;
      firstHidden ||= row;
      reader.refused(whole, row);
      return true;
    }
    if (unread !== null) {
      const column = columnLetters(unread[0] ?? 0);
      log.report('formula-without-value', { file, row, column }, `${unread.length} in this row.`);
      if (row > 1) {
        reader.refused(whole, row);
        return true;
      }
    }
    columns.see(cells);
    if (row === 1) return reader.header(whole);
    if (isBlank) return true;
    return reader.record(whole, row, signsOf(whole.join('\n')), false);
  }

  function padded(cells: readonly string[]): readonly string[] {
    if (cells.length >= width) return cells;
    return [...cells, ...new Array<string>(width - cells.length).fill('')];
  }

  return {
    hide: (min: number, max: number) => columns.hide(min, max),
    take(row: SheetRow): boolean {
      if (row.cells.length > 0 && !tally(file, ++filled)) {
        log.report('file-too-large', { file, row: row.row });
        held = [];
        return false;
      }
      if (held === null) return handOn(row);
      held.push(row);
      return held.length < sampledRows || release();
    },
    end(): void {
      if (held !== null) release();
      if (hidden > 0) log.report('rows-hidden', { file, row: firstHidden }, `${hidden} in this sheet.`);
      const told = columns.told();
      if (told !== null) log.report('columns-hidden', { file, column: told.first }, `${told.all}.`);
    },
  };
}
