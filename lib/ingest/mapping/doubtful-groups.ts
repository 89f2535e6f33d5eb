// Owns the question below which values a blank cell may be one that somebody forgot, in a column whose blank cells mean what stands
// above: asked of the whole table, since its beginning says nothing of a cell that is missing on row 5,000. Reports nothing.

import { ownText } from '../intern';
import { fieldsNamed } from './aliases';
import { columnWords } from './column-words';
import { BeginsAgain, type Break, type Evidence, FilledAtFirst, StaysTheSame } from './group-evidence';
import type { MadeColumn } from './made-column';

/** Rows from `row` up to `to` (null: the end) whose blank cell says nothing for sure, and why, as a sentence. */
export interface Doubt extends Break {
  readonly why: string;
}

/** Of each made column, in their order, by rows. */
export type Doubts = readonly (readonly Doubt[])[];

/** Takes the rows of a table in their order. `labels`: how a problem names the table's own columns. */
export class DoubtWatch {
  readonly #made: readonly MadeColumn[];
  readonly #watches: readonly (GroupWatch | null)[];

  constructor(made: readonly MadeColumn[], labels: readonly string[]) {
    this.#made = made;
    this.#watches = made.map((one) => (one.within === undefined ? new GroupWatch(one, labels) : null));
  }

  /** A line of its own: everything below it is another group. */
  line(row: number): void {
    for (const [at, watch] of this.#watches.entries()) {
      watch?.end(row);
      if (this.#made[at]!.from === null) watch?.begin(null, row);
    }
  }

  /** A row of the table's own width; `above`: its made cells. */
  row(cells: readonly string[], above: readonly string[], row: number): void {
    for (const [at, watch] of this.#watches.entries()) {
      if (watch === null) continue;
      const { from } = this.#made[at]!;
      const cell = from === null ? '' : cells[from]!.trim();
      if (cell !== '') {
        watch.end(row);
        watch.begin(this.#keyOf(at, cell, above), row);
      }
      watch.row(cells, row);
    }
  }

  /** Nothing is known until the next value. */
  broken(row: number): void {
    for (const watch of this.#watches) watch?.end(row);
  }

  doubts(): Doubts {
    return this.#watches.map((watch) => watch?.doubts() ?? []);
  }

  /** A street runs through several towns and precincts; a precinct or a town that comes again is one list in no order. */
  #keyOf(at: number, cell: string, above: readonly string[]): string {
    if (!isStreet(this.#made[at]!)) return cell;
    const outer = above.filter((_, other) => other !== at && !isStreet(this.#made[other]!));
    return [cell, ...outer].join('\u0000');
  }
}

const isStreet = ({ name, from }: MadeColumn): boolean => {
  const named = fieldsNamed(columnWords(name));
  return from !== null && ((named.get('streetWhole') ?? 0) >= 0.8 || (named.get('streetName') ?? 0) >= 0.8);
};

/** Why a blank cell of a made column says nothing in a row; null where it means what stands above, or nothing is known of it. Rows are
 *  asked for in their order, as often as the table is read. */
export function doubtIn(doubts: readonly Doubt[], row: number): Doubt | null {
  let [low, high] = [0, doubts.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (doubts[middle]!.row <= row) low = middle + 1;
    else high = middle;
  }
  // Those of one group end together, and groups do not overlap.
  const last = doubts[low - 1];
  return last !== undefined && (last.to === null || row < last.to) ? last : null;
}

/** What the other columns say of the groups of one. */
class GroupWatch {
  readonly #labels: readonly string[];
  readonly #evidence: readonly (readonly [column: number, Evidence])[];
  readonly #known = new Map<string, Known>();
  #again: Doubt[] = [];
  #isHopeless = false;
  #key: string | null = null;
  #lastKey: string | null = null;
  #start: number | null = null;
  #isFirst = false;

  constructor({ from }: MadeColumn, labels: readonly string[]) {
    this.#labels = labels;
    this.#evidence = labels.flatMap((_, column) => {
      if (column === from) return [];
      const all = [new StaysTheSame(), new BeginsAgain()];
      return (from === null ? all : [...all, new FilledAtFirst()]).map((one) => [column, one] as const);
    });
  }

  /** `key`: the value; null for a line, which may be continued on another page. */
  begin(key: string | null, row: number): void {
    if (this.#isHopeless) return;
    this.#key = key;
    this.#start = row;
    this.#isFirst = true;
  }

  row(cells: readonly string[], row: number): void {
    if (this.#start === null) return;
    for (const [column, evidence] of this.#evidence) evidence.row(cells[column]!.trim(), row, this.#isFirst);
    this.#isFirst = false;
  }

  end(to: number | null): void {
    if (this.#start === null) return;
    for (const [, evidence] of this.#evidence) evidence.close(to);
    const key = this.#key;
    const known = key === null ? undefined : this.#known.get(key);
    const group = { row: this.#start, to };
    if (key !== null && known === undefined) this.#known.set(ownText(key), { ...group, isTold: false });
    // Written again for the rows right below it, it is the same group.
    if (key !== null && known !== undefined && key !== this.#lastKey) this.#tellAgain(key, known, group);
    this.#lastKey = key;
    this.#start = null;
  }

  #tellAgain(key: string, known: Known, group: Break): void {
    if (!known.isTold) this.#again.push({ row: known.row, to: known.to, why: comesAgain(key, group.row) });
    known.isTold = true;
    this.#again.push({ ...group, why: comesAgain(key, known.row) });
    if (this.#again.length <= mostDoubts) return;
    // Such a list is in no order at all.
    this.#again = [{ row: 0, to: null, why: 'Its values come again all over the list.' }];
    this.#start = null;
    this.#isHopeless = true;
  }

  doubts(): readonly Doubt[] {
    this.end(null);
    if (this.#isHopeless) return this.#again;
    const others = this.#evidence.flatMap(([column, evidence]) =>
      evidence.breaks().map((one): Doubt => ({ ...one, why: whyOf(evidence, this.#labels[column]!) })),
    );
    return [...this.#again, ...others].sort((a, b) => a.row - b.row);
  }
}

interface Known extends Break {
  isTold: boolean;
}

/** More are no doubts of single groups. */
const mostDoubts = 10_000;

const comesAgain = (key: string, row: number): string =>
  `“${key.split('\u0000')[0]}” stands in row ${row}, too, with other values between.`;

function whyOf(evidence: Evidence, label: string): string {
  if (evidence instanceof StaysTheSame)
    return `“${label}” changes, which it does nowhere else below one value.`;
  if (evidence instanceof BeginsAgain)
    return `“${label}” begins again, as it does elsewhere at the next value.`;
  return `“${label}” is filled, as it is elsewhere where a value begins.`;
}

/** Why a blank cell of a column says nothing in a row of the table; null where it says what it always does. */
export type BlankCells = (column: number, row: number) => string | null;

/** Of a table whose doubts are known; null where it has none. */
export function blanksOf({
  width,
  doubts,
}: {
  readonly width: number;
  readonly doubts: Doubts;
}): BlankCells | null {
  if (doubts.every((ofColumn) => ofColumn.length === 0)) return null;
  return (column, row) => doubtIn(doubts[column - width + doubts.length] ?? [], row)?.why ?? null;
}
