// Owns a column of streets whose cells a spreadsheet has pushed down by one row, from a blank cell to the end. Offered where the last record
// holds nothing but the cell that was pushed out, and the rows between fit better one row higher. Where the column came back into step
// further down, a cell was overwritten, and nobody knows it.

import { ColumnShiftWatch } from '../checks/column-shift';
import { ownText } from '../intern';
import { trimmed } from '../segments/segment-columns';
import type { BatchSigns, RecordSource } from '../tables/record-source';
import { type Cells, type Finding, type RepairKind, RepairTally } from './repair';

/** `shifted-cells`: one column moves up by a row, and the last record goes. */
export const pushedDown: RepairKind = {
  stage: 'rows',
  watch: ({ columns: { street, isOwn }, isCorrected }) => {
    if (street === null || isOwn) return null;
    const { start, end, side } = street;
    const grouping = [street.street, street.city, street.zip, street.precinctId].filter((at) => at >= 0);
    const full = [...grouping, start, end, side].filter((at) => at >= 0);
    const shifts = new ColumnShiftWatch({ full, grouping, range: { start, end, side } });
    const starts = new Map<number, BlankCell>();
    let rows = 0;
    let last: { readonly cells: Cells; readonly row: number } | null = null;
    return {
      accept(cells, row) {
        // Not the last one: what is above it has to speak for itself.
        if (last !== null) shifts.accept(last.cells, last.row);
        for (const at of full) note(starts, at, cells, row, rows);
        rows++;
        last = { cells, row };
      },
      end: () => {
        const found = shifts.end();
        const at = onlyFilled(last?.cells ?? []);
        const blank = starts.get(at);
        const isFound = found.some(({ row, position }) => row === blank?.row && position === at);
        if (blank === undefined || blank.more > 0 || !isFound || found.length > 1) return [];
        if (isCorrected(blank.row, at) || isCorrected(last?.row ?? 0, at)) return [];
        return [findingOf(at, blank, rows)];
      },
    };
  },
};

/** The first blank of a column that has none elsewhere. */
interface BlankCell {
  readonly row: number;
  /** Counts rows from 0. */
  readonly index: number;
  /** Further blanks; the last record's are among them. */
  more: number;
  /** The cells of the rows that follow. */
  readonly behind: { readonly row: number; readonly cell: string }[];
}

const shown = 6;

function note(starts: Map<number, BlankCell>, at: number, cells: Cells, row: number, index: number): void {
  const cell = trimmed(cells[at] ?? '');
  const blank = starts.get(at);
  if (blank === undefined) {
    if (cell === '') starts.set(at, { row, index, more: 0, behind: [{ row, cell: '' }] });
    return;
  }
  if (cell === '') blank.more++;
  if (blank.behind.length < shown) blank.behind.push({ row, cell: ownText(cell) });
}

/** The column of the one cell that holds something; -1 where several do, or none. */
function onlyFilled(cells: Cells): number {
  const filled = cells.flatMap((cell, at) => (trimmed(cell) === '' ? [] : [at]));
  return filled.length === 1 && cells.length > 2 ? filled[0]! : -1;
}

function findingOf(at: number, blank: BlankCell, rows: number): Finding {
  const tally = new RepairTally();
  for (const [index, { row, cell }] of blank.behind.slice(0, -1).entries()) {
    tally.add(row, [cell], [blank.behind[index + 1]!.cell]);
  }
  const count = rows - blank.index - 1;
  const over = (source: RecordSource) => pulledUp(source, at, blank.row);
  return {
    kind: 'shifted-cells',
    columns: [at],
    count,
    examples: tally.examples,
    repair: (cells) => cells,
    over,
  };
}

interface Held {
  readonly cells: Cells;
  readonly row: number;
  readonly signs: BatchSigns;
}

/** Each record from `first` on with the next one's cell, the last one left out. */
function pulledUp(source: RecordSource, at: number, first: number): RecordSource {
  return {
    name: source.name,
    read: async (reader, log) => {
      let held: Held | null = null;
      await source.read(
        {
          ...reader,
          record(cells, row, signs, isLast) {
            if (row < first) return reader.record(cells, row, signs, isLast);
            const before = held;
            held = { cells, row, signs };
            if (before === null) return true;
            const both = either(before.signs, signs);
            return reader.record(withCell(before.cells, at, cells[at] ?? ''), before.row, both, false);
          },
        },
        log,
      );
    },
  };
}

/** A record that is cut short keeps what it has. */
const withCell = (cells: Cells, at: number, cell: string): Cells =>
  at < cells.length ? cells.with(at, cell) : cells;

const either = (a: BatchSigns, b: BatchSigns): BatchSigns => ({
  damaged: a.damaged || b.damaged,
  mojibake: a.mojibake || b.mojibake,
  numberSign: a.numberSign !== false || b.numberSign !== false,
});
