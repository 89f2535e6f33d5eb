// Owns what is the same for every table: header, ragged rows, limits of cells, damaged characters.
// Hands on sound records only. Knows nothing of what the fields mean.

import { createFormulaCheck, type FormulaCheck } from '../checks/formula-errors';
import { createShiftCheck, type ShiftCheck } from '../checks/shift-check';
import type { ProblemLog } from '../problems/problem';
import type { BatchSigns, RecordSource } from './record-source';
import { knownColumns, readHeader, type TableHeader } from './table-header';
import type { FieldOf, TableName } from './vip-columns';

/** How many rows a file has (header and blank ones not counted), and how many were set aside. */
export interface RowCounts {
  rowsIn: number;
  rowsSetAside: number;
}

/** Takes one sound record; false where it was set aside. Cells are not yet trimmed. */
export type RecordSink = (cells: readonly string[], row: number) => boolean;

const maxCellChars = 10_000;

// What UTF-8 letters and typographic quotes turn into when they are read as Windows-1252: Ã or Â and what
// stands for a byte 0x80-0xBF, or â€ and anything.
const MOJIBAKE = /[ÃÂ][\u0080-\u00bf‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ€]|â€/;

/** Takes a record whose form is damaged. `readings`: see `RecordReader.refused`; `isCut`: the file ends in the middle of it. */
export type DamagedSink = (
  cells: readonly string[],
  row: number,
  readings: readonly (readonly string[])[] | undefined,
  isCut: boolean,
) => void;

/** Reads one table. `start` gets the header and gives the sink. Problems of form are reported here;
 *  `onDamaged` gets the records that have one. */
export async function readTable<Table extends TableName>(
  table: Table,
  source: RecordSource,
  log: ProblemLog,
  counts: RowCounts,
  start: (header: TableHeader<FieldOf<Table>>) => RecordSink,
  onDamaged: DamagedSink = () => {},
): Promise<void> {
  const known = knownColumns(table);
  let check: RecordCheck | null = null;
  let checkFormulas: FormulaCheck | null = null;
  let shifts: ShiftCheck | null = null;
  let sink: RecordSink | null = null;
  let width = 0;
  await source.read(
    {
      isKnownColumn: (name) => known.has(name),
      header(cells, labels) {
        const header = readHeader(table, source.name, cells, log, labels);
        if (header === null) return false;
        check = createRecordCheck(source.name, header, log);
        checkFormulas = createFormulaCheck(table, source.name, header, log);
        shifts = source.isMade === true ? null : createShiftCheck(table, source.name, header, log);
        sink = start(header);
        width = header.width;
        return true;
      },
      record(cells, row, signs, isLast) {
        counts.rowsIn++;
        const verdict = check?.(cells, row, signs, isLast) ?? 'stop';
        if (cells.length === width) shifts?.accept(cells, row);
        const sound = verdict === 'sound' && signs.numberSign !== false ? checkFormulas?.(cells, row) : cells;
        if (verdict !== 'sound' || sound == null) {
          onDamaged(cells, row, undefined, isLast && cells.length < width);
        } else if (sink?.(sound, row) === true) return true;
        counts.rowsSetAside++;
        return verdict !== 'stop';
      },
      refused(cells, row, readings) {
        counts.rowsIn++;
        counts.rowsSetAside++;
        onDamaged(cells, row, readings, false);
      },
    },
    log,
  );
  // Set in a callback, which the compiler does not follow.
  (shifts as ShiftCheck | null)?.end();
}

type RecordCheck = (cells: readonly string[], row: number, signs: BatchSigns, isLast: boolean) => Verdict;
type Verdict = 'sound' | 'setAside' | 'stop';

export type HeaderShape = Pick<TableHeader<never>, 'width' | 'labelAt'>;

export function createRecordCheck(file: string, header: HeaderShape, log: ProblemLog): RecordCheck {
  function tooLong(cells: readonly string[], row: number): boolean {
    for (let i = 0; i < cells.length; i++) {
      if (cells[i]!.length <= maxCellChars) continue;
      log.report('cell-too-long', { file, row, column: header.labelAt(i), value: cells[i]! });
      return true;
    }
    return false;
  }

  function ragged(cells: readonly string[], row: number, isLast: boolean): void {
    const detail = `${cells.length} cells, ${header.width} columns.`;
    const where = { file, row, value: cells.join(' ').trim() };
    if (cells.length > header.width) log.report('row-too-many-cells', where, detail);
    else log.report(isLast ? 'file-cut' : 'row-too-few-cells', where, detail);
  }

  function damaged(cells: readonly string[], row: number): boolean {
    const position = cells.findIndex((cell) => cell.includes('\ufffd'));
    if (position < 0) return false;
    const column = header.labelAt(position);
    log.report('bytes-undecodable', { file, row, column, value: cells[position]!.trim() });
    return true;
  }

  function noteMojibake(cells: readonly string[], row: number): void {
    const position = cells.findIndex((cell) => MOJIBAKE.test(cell));
    if (position < 0) return;
    log.report('mojibake', { file, row, column: header.labelAt(position), value: cells[position]!.trim() });
  }

  return (cells, row, signs, isLast) => {
    if (tooLong(cells, row)) return 'stop';
    if (cells.length !== header.width) {
      ragged(cells, row, isLast);
      return 'setAside';
    }
    if (signs.damaged && damaged(cells, row)) return 'setAside';
    if (signs.mojibake) noteMojibake(cells, row);
    return 'sound';
  };
}
