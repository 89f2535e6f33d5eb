// Owns the search for a column whose cells stand one row beside their rows: somebody inserted or deleted one cell in a
// spreadsheet. Each row still looks sound, and answers with its neighbour's precinct. Such a shift begins or ends with a blank
// cell in a column that has none elsewhere, so only there is it looked for. Reports nothing itself.

/** Where a shift begins or ends: the blank cell, and what speaks for it, as a sentence. `column-ends-early`: nothing but the blank speaks
 *  for it, the only one of its column, in the last row. */
export interface ColumnShift {
  readonly code: 'column-shifted' | 'column-ends-early';
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
  /** The table may have a note for a last line, as lists have that somebody keeps in a spreadsheet: a cell alone was pushed out only where
   *  it is like those of its column. */
  readonly mayEndInNote?: boolean;
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
/** How many changes do where the only blank of the column is in the last row, as it is after one cell was deleted and those below
 *  moved up: that alone is a sign. */
const leastChangesBeforeEnd = 2;
/** A list of fewer rows may have any blank. */
const leastRows = 10;

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
    const others = [this.#pushedOut(), this.#endsEarly()];
    for (const other of others) {
      if (other !== null && this.#found.every(({ position }) => position !== other.position))
        this.#found.push(other);
    }
    return this.#found;
  }

  /** The only blank of its column, in the last record, which is whole but for it. */
  #endsEarly(): ColumnShift | null {
    const inLast = [...this.#blanks.values()].filter((blanks) => blanks.at(-1)?.at === this.#size - 1);
    const [blank, another] = inLast.length === 1 ? inLast[0]! : [];
    if (this.#size < leastRows || blank === undefined || another !== undefined) return null;
    const { position, row } = blank;
    return { code: 'column-ends-early', row, position, detail: 'It is blank here and nowhere above.' };
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
      this.#found.push({
        code: 'column-shifted',
        row,
        position,
        detail: 'From here on its cells fit the row above them.',
      });
    }
    const before = this.#window(at - reach, at - 1);
    if (this.#isBeside(before, position, -1) || (at === this.#size - 1 && this.#movedUp(before, position))) {
      this.#found.push({
        code: 'column-shifted',
        row,
        position,
        detail: 'Up to here its cells fit the row below them.',
      });
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

  /** True for the only blank of the column, at its end, where less speaks for a shift than is asked for elsewhere. */
  #movedUp(rows: readonly Cells[], position: number): boolean {
    const { grouping } = this.#columns;
    if (this.#blanks.get(position)?.length !== 1 || !grouping.includes(position)) return false;
    const { here, beside } = countChanges(rows, position, grouping, -1);
    return beside >= leastChangesBeforeEnd && here * 2 <= beside;
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
    if (this.#columns.mayEndInNote === true && !this.#isLike(last![position]!, position)) return null;
    return {
      code: 'column-shifted',
      row: blank.row,
      position,
      detail: `Row ${this.#lastRow} holds nothing but the cell that was pushed out.`,
    };
  }

  /** One of the values of the column; where each is another one, one of their form. */
  #isLike(cell: string, position: number): boolean {
    const others = this.#window(this.#size - kept, this.#size - 2).map((cells) => cells[position]!.trim());
    if (others.includes(cell.trim())) return true;
    const filled = others.filter((other) => other !== '');
    return new Set(filled).size === filled.length && filled.some((other) => formOf(other) === formOf(cell));
  }
}

/** `Hall 12` -> `A 9`. */
const formOf = (cell: string): string =>
  cell
    .trim()
    .replace(/[A-Za-z]+/g, 'A')
    .replace(/\d+/g, '9');

function isBlank(cell: string): boolean {
  return cell === '' || (cell.charCodeAt(0) <= 0x20 && cell.trim() === '');
}

function changeBeside(
  rows: readonly Cells[],
  position: number,
  grouping: readonly number[],
  by: 1 | -1,
): boolean {
  const { here, beside } = countChanges(rows, position, grouping, by);
  return beside >= leastChanges && here * 4 <= beside;
}

/** How often the column changes in the row in which another does, and how often one row beside. */
function countChanges(
  rows: readonly Cells[],
  position: number,
  grouping: readonly number[],
  by: 1 | -1,
): { readonly here: number; readonly beside: number } {
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
  return { here, beside };
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
