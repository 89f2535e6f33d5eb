// Owns the search for a column whose cells stand one row beside their rows: somebody inserted or deleted one cell in a
// spreadsheet. Each row still looks sound, and answers with its neighbour's precinct. Such a shift begins or ends with a blank
// cell in a column that has none elsewhere, so only there is it looked for. Reports nothing itself.

/** Where a shift begins or ends: the blank cell, and what speaks for it, as a sentence. */
export interface ColumnShift {
  readonly row: number;
  readonly position: number;
  readonly detail: string;
}

/** Positions of columns by what they are good for. */
export interface WatchedColumns {
  /** Columns that hardly ever have a blank. */
  readonly full: readonly number[];
  /** Those whose value stays the same over several rows, and mostly changes when another's does: street, town, ZIP, precinct. */
  readonly grouping: readonly number[];
  /** First number, last number and side of a range; null where the table has none. */
  readonly range: { readonly start: number; readonly end: number; readonly side: number } | null;
}

type Cells = readonly string[];

/** Rows looked at on either side of a blank. */
const reach = 200;
/** Room for both sides; a power of two. */
const kept = 512;
/** A column with more blanks than these is no full one. */
const mostBlanks = 3;
/** So many changes have to fall together one row beside, and at most a quarter of them where they stand. */
const leastChanges = 6;
/** So many ranges have to be sound one row beside. */
const leastRanges = 20;

interface Blank {
  readonly position: number;
  readonly row: number;
  /** Counts records from 0. */
  readonly at: number;
}

/** Takes the records of one table in order: `accept` for each, then `end` once. */
export class ColumnShiftWatch {
  readonly #columns: WatchedColumns;
  readonly #ring: Cells[] = [];
  readonly #blanks = new Map<number, Blank[]>();
  #waiting: Blank[] = [];
  readonly #found: ColumnShift[] = [];
  #size = 0;
  #lastRow = 0;

  constructor(columns: WatchedColumns) {
    this.#columns = columns;
  }

  /** One record of the table's full width. */
  accept(cells: Cells, row: number): void {
    this.#ring[this.#size & (kept - 1)] = cells;
    this.#lastRow = row;
    for (const position of this.#columns.full) {
      if (isBlank(cells[position]!)) this.#note({ position, row, at: this.#size });
    }
    this.#size++;
    if (this.#waiting.length > 0 && this.#size > this.#waiting[0]!.at + reach)
      this.#look(this.#waiting.shift()!);
  }

  /** All that was found. */
  end(): readonly ColumnShift[] {
    for (const blank of this.#waiting) this.#look(blank);
    this.#waiting = [];
    const pushedOut = this.#pushedOut();
    if (pushedOut !== null && this.#found.every(({ position }) => position !== pushedOut.position)) {
      this.#found.push(pushedOut);
    }
    return this.#found;
  }

  #note(blank: Blank): void {
    const blanks = this.#blanks.get(blank.position) ?? [];
    if (blanks.length > mostBlanks) return;
    this.#blanks.set(blank.position, [...blanks, blank]);
    if (blanks.length < mostBlanks) this.#waiting.push(blank);
  }

  #look({ position, row, at }: Blank): void {
    const behind = this.#window(at + 1, at + reach);
    if (this.#isBeside(behind, position, 1)) {
      this.#found.push({ row, position, detail: 'From here on its cells fit the row above them.' });
    }
    const before = this.#window(at - reach, at - 1);
    if (this.#isBeside(before, position, -1)) {
      this.#found.push({ row, position, detail: 'Up to here its cells fit the row below them.' });
    }
  }

  #window(from: number, to: number): readonly Cells[] {
    const first = Math.max(0, from, this.#size - kept);
    const last = Math.min(to, this.#size - 1);
    return Array.from(
      { length: Math.max(0, last - first + 1) },
      (_, i) => this.#ring[(first + i) & (kept - 1)]!,
    );
  }

  /** True where the column fits better one row beside: 1, its cells stand too low; -1, too high. */
  #isBeside(rows: readonly Cells[], position: number, by: 1 | -1): boolean {
    const { grouping, range } = this.#columns;
    if (grouping.includes(position)) return changeBeside(rows, position, grouping, by);
    return range !== null && Object.values(range).includes(position) && fitsBeside(rows, position, range, by);
  }

  /** A last record that holds nothing but the cell that a blank one further up has pushed out. */
  #pushedOut(): ColumnShift | null {
    const last = this.#ring[(this.#size - 1) & (kept - 1)];
    const filled = last?.flatMap((cell, position) => (isBlank(cell) ? [] : [position])) ?? [];
    const [position] = filled;
    if (this.#size < 4 || position === undefined || filled.length > 1 || (last?.length ?? 0) < 3) return null;
    const blanks = this.#blanks.get(position) ?? [];
    const [blank] = blanks;
    if (blank === undefined || blanks.length > 1) return null;
    return {
      row: blank.row,
      position,
      detail: `Row ${this.#lastRow} holds nothing but the cell that was pushed out.`,
    };
  }
}

function isBlank(cell: string): boolean {
  return cell === '' || (cell.charCodeAt(0) <= 0x20 && cell.trim() === '');
}

/** Counts how often the column changes in the row in which another does, and how often one row beside. */
function changeBeside(
  rows: readonly Cells[],
  position: number,
  grouping: readonly number[],
  by: 1 | -1,
): boolean {
  const changes = (at: number, column: number) =>
    at > 0 && at < rows.length && rows[at]![column] !== rows[at - 1]![column];
  const others = grouping.filter((column) => column !== position);
  let here = 0;
  let beside = 0;
  for (let at = 1; at < rows.length; at++) {
    if (!changes(at, position)) continue;
    if (others.some((column) => changes(at, column))) here++;
    if (others.some((column) => changes(at - by, column))) beside++;
  }
  return beside >= leastChanges && here * 4 <= beside;
}

/** Counts the ranges that are sound as they stand, and those that are with the column moved. */
function fitsBeside(
  rows: readonly Cells[],
  position: number,
  range: NonNullable<WatchedColumns['range']>,
  by: 1 | -1,
): boolean {
  let [all, here, beside] = [0, 0, 0];
  for (let at = 0; at < rows.length; at++) {
    const own = rows[at]!;
    const moved = rows[at + by];
    if (moved === undefined) continue;
    all++;
    const cell = (column: number, from: Cells) => (column < 0 ? '' : from[column]!.trim());
    const isSound = (from: Cells) =>
      isSoundRange(
        cell(range.start, position === range.start ? from : own),
        cell(range.end, position === range.end ? from : own),
        cell(range.side, position === range.side ? from : own),
      );
    if (isSound(own)) here++;
    if (isSound(moved)) beside++;
  }
  return all >= leastRanges && beside >= 0.95 * all && here <= 0.7 * all;
}

function isSoundRange(start: string, end: string, side: string): boolean {
  const [from, to] = [Number(start), Number(end)];
  if (start === '' || end === '' || !(from <= to)) return false;
  const parity = /^o/i.test(side) ? 1 : /^e/i.test(side) ? 0 : null;
  return parity === null || (from % 2 === parity && to % 2 === parity);
}
